/** So many at once, the others in turn; between two of them everybody else's work goes on. */
import { setImmediate as breathe } from 'node:timers/promises';

/** Runs work with at most `most` of it in hand at any moment. */
export function createSlots(most: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let inHand = 0;
  return async (work) => {
    if (inHand >= most) await new Promise<void>((go) => waiting.push(go));
    else inHand += 1;
    try {
      await breathe();
      return await work();
    } finally {
      // the slot goes to the next in line, or is free
      const next = waiting.shift();
      if (next) next();
      else inHand -= 1;
    }
  };
}
