/** How often something may be done in a while, counted for all processes together (decision 19). */

import type { Guesses } from '../store/collections/guesses';
import type { Hash } from '../store/identity';
import type { Records } from '../store/ports';
import { type Allowance, createCounter } from './counter';

/** Nobody waits longer than this to be counted, ms. */
const COUNT_WITHIN = 250;

/** Counts one; false when `key` has been counted more often than it may. Never throws: what cannot be counted is let in. */
export type Limit = (key: string) => Promise<boolean>;

export interface LimitRules extends Allowance {
  /** keeps limits apart */
  readonly name: string;
  /** how long somebody may wait to be counted, ms, where it is not what everybody may */
  readonly withinMs?: number;
}

/** A limit on the records that count. `now` is in ms since 1970. */
export function createLimit(records: Records<Guesses>, hash: Hash, now: () => number, rules: LimitRules): Limit {
  const { name, withinMs = COUNT_WITHIN } = rules;
  const count = createCounter(records, now, rules);
  return async (key) => {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<boolean>((done) => {
      timer = setTimeout(done, withinMs, true);
    });
    const counted = count(hash('limit', `${name} ${key}`)).then(
      (room) => room ?? true,
      () => true,
    );
    return Promise.race([counted, late]).finally(() => clearTimeout(timer));
  };
}
