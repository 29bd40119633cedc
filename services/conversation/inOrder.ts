/** Runs work on one conversation one piece at a time, in the order it came, while others go on beside it. */
export type InOrder = <T>(key: string, work: () => Promise<T>) => Promise<T>;

/** A queue for each key; a key with nothing to do takes no memory. */
export function makeInOrder(): InOrder {
  const tails = new Map<string, Promise<unknown>>();
  return (key, work) => {
    const before = tails.get(key);
    const next = before === undefined ? work() : before.then(work, work);
    tails.set(key, next);
    const tidy = () => {
      if (tails.get(key) === next) tails.delete(key);
    };
    next.then(tidy, tidy);
    return next;
  };
}
