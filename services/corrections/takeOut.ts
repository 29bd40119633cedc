/** Takes out what a named reviewer wrote by hand, once: it counts as taken out only when it is safely written. */
import type { Done } from '../audit/audit';
import type { Records } from '../store/ports';
import type { Rewrite } from './collection';
import { corpusLine } from './line';
import { createRewrites } from './rewrites';

export interface TakeOutDeps {
  readonly rewrites: Records<Rewrite>;
  /** throws StoreDown, and then nothing is taken out */
  readonly audit: (done: Done) => Promise<void>;
  /** resolves when the lines are on disk */
  readonly write: (text: string) => Promise<void>;
  /** ms since 1970 */
  readonly now: () => number;
}

/** How many lines were written; where there is none, nothing is. */
export async function takeOut(reviewer: string, deps: TakeOutDeps): Promise<number> {
  const rewrites = createRewrites(deps.rewrites, deps.now);
  const all = await rewrites.waiting(reviewer);
  if (all.length === 0) return 0;
  const reviewers = [...new Set(all.map((one) => one.reviewer))].join(' ');
  const detail = { reviewers, lines: String(all.length) };
  await deps.audit({ actor: 'command', action: 'linesTakenOut', subject: 'rewrites', detail });
  await deps.write(all.map((one) => `${corpusLine(one)}\n`).join(''));
  await rewrites.takenOut(all);
  return all.length;
}
