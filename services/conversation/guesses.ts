/** Counts guesses at a resume phrase, across processes and restarts. Only somebody who sends three of our words is ever counted. */
import { createCounter } from '../limits/counter';
import type { Guesses } from '../store/collections/guesses';
import type { Hash } from '../store/identity';
import type { Records } from '../store/ports';

/** Guesses an address may make in an hour. */
const most = 5;
/** Guesses all addresses together may make in an hour: a new web address costs nothing, so their number says little (H8). */
export const mostOfAll = 120;
const windowMs = 60 * 60 * 1000;

/** Counts one guess of this address; false when it has made too many, or when that cannot be told. Throws StoreDown. */
export type CountGuess = (address: string) => Promise<boolean>;

/** The counter on its records. `now` is in ms since 1970. */
export function createGuesses(records: Records<Guesses>, hash: Hash, now: () => number): CountGuess {
  const own = createCounter(records, now, { most, windowMs });
  const all = createCounter(records, now, { most: mostOfAll, windowMs });
  // its own first, so that one address alone cannot use up everybody's
  return async (address) => (await own(hash('guess', address))) === true && (await all(hash('guess', ''))) === true;
}
