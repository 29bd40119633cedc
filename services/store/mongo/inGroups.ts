/** Sends what is waiting at the same moment together, and lets the next group form while one is under way. */

export interface Group<Item, Result> {
  /** joins the next group; resolves with this item's own result */
  add(item: Item): Promise<Result>;
  /** resolves when nothing is waiting or under way */
  settled(): Promise<void>;
}

interface Waiting<Item, Result> {
  readonly item: Item;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
}

/** `send` answers one result for each item, in order; when it throws, every item of the group fails with that. */
export function inGroups<Item, Result>(
  send: (items: readonly Item[]) => Promise<readonly Result[]>,
  { atMost, inFlight }: { readonly atMost: number; readonly inFlight: number },
): Group<Item, Result> {
  let waiting: Waiting<Item, Result>[] = [];
  let underWay = 0;
  let scheduled = false;
  let onSettled: (() => void)[] = [];

  const run = async (group: readonly Waiting<Item, Result>[]) => {
    try {
      const results = await send(group.map((one) => one.item));
      group.forEach((one, at) => {
        const result = results[at];
        if (result === undefined) one.reject(new Error('A group answered too few results'));
        else one.resolve(result);
      });
    } catch (error) {
      for (const one of group) one.reject(error);
    }
    underWay -= 1;
    next();
  };
  const next = () => {
    while (waiting.length > 0 && underWay < inFlight) {
      const group = waiting.slice(0, atMost);
      waiting = waiting.slice(atMost);
      underWay += 1;
      void run(group);
    }
    if (waiting.length === 0 && underWay === 0) {
      for (const settle of onSettled) settle();
      onSettled = [];
    }
  };
  return {
    add: (item) =>
      new Promise((resolve, reject) => {
        waiting.push({ item, resolve, reject });
        if (scheduled) return;
        scheduled = true;
        // everything that became ready in this round of the event loop goes together
        setImmediate(() => {
          scheduled = false;
          next();
        });
      }),
    settled: () =>
      new Promise((resolve) => {
        onSettled.push(resolve);
        setImmediate(next);
      }),
  };
}
