/** How often something may be done in a while, counted for all processes together. Keeps a keyed hash and a number. */
import type { Hash } from '../conversation/identity';
import type { Guesses } from '../store/collections/guesses';
import type { Records } from '../store/ports';

/** Several processes counting one key at once: more rounds than this, and nobody is refused for it. */
const rounds = 20;

/** Nobody waits longer than this to be counted, ms. */
const countWithin = 800;

/** Counts one; false when `key` has been counted more often than it may. Never throws: what cannot be counted is let in. */
export type Limit = (key: string) => Promise<boolean>;

/** A limit of `most` in `windowMs`, from the first one on. `name` keeps limits apart; `now` is in ms since 1970. */
export function createLimit(
  records: Records<Guesses>,
  hash: Hash,
  now: () => number,
  { name, most, windowMs }: { readonly name: string; readonly most: number; readonly windowMs: number },
): Limit {
  async function count(key: string): Promise<boolean> {
    const id = hash('limit', `${name} ${key}`);
    for (let round = 0; round < rounds; round += 1) {
      const at = now();
      const made = await records.get(id);
      if (made === null) {
        if (await records.add({ id, rev: 1, count: 1, expiresAt: at + windowMs })) return true;
        continue;
      }
      const fresh = made.expiresAt <= at;
      // over it nothing is written: a flood costs a read
      if (!fresh && made.count >= most) return false;
      const next = fresh
        ? { count: 1, expiresAt: at + windowMs }
        : { count: made.count + 1, expiresAt: made.expiresAt };
      if (await records.replace({ id, rev: made.rev + 1, ...next }, made.rev)) return true;
    }
    return true;
  }
  return async (key) => {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<boolean>((done) => {
      timer = setTimeout(done, countWithin, true);
    });
    return Promise.race([count(key).catch(() => true), late]).finally(() => clearTimeout(timer));
  };
}
