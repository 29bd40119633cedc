/** Counts guesses at a resume phrase, across processes and restarts. Only somebody who sends three of our words is ever counted. */
import type { Guesses } from '../store/collections/guesses';
import type { Records } from '../store/ports';
import type { Hash } from './identity';

/** Guesses an address may make in an hour. */
const most = 5;
/** Guesses all addresses together may make in an hour: a new web address costs nothing, so their number says little (H8). */
export const mostOfAll = 120;
const hour = 60 * 60 * 1000;
/** Several processes counting one address at once: more rounds than this are no accident, and are refused. */
const rounds = 10;

/** Counts one guess of this address; false when it has made too many. Throws StoreDown. */
export type CountGuess = (address: string) => Promise<boolean>;

/** The counter on its records. `now` is in ms since 1970. */
export function createGuesses(records: Records<Guesses>, hash: Hash, now: () => number): CountGuess {
  async function count(id: string, atMost: number): Promise<boolean> {
    for (let round = 0; round < rounds; round += 1) {
      const at = now();
      const made = await records.get(id);
      if (made === null) {
        if (await records.add({ id, rev: 1, count: 1, expiresAt: at + hour })) return true;
        continue;
      }
      const over = made.expiresAt <= at;
      if (!over && made.count >= atMost) return false;
      const next = {
        id,
        rev: made.rev + 1,
        count: over ? 1 : made.count + 1,
        expiresAt: over ? at + hour : made.expiresAt,
      };
      if (await records.replace(next, made.rev)) return true;
    }
    return false;
  }
  // its own first, so that one address alone cannot use up everybody's
  return async (address) => (await count(hash('guess', address), most)) && count(hash('guess', ''), mostOfAll);
}
