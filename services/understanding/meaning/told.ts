/** Is a need told as one, or only explained with, in a message that holds other facts as well? */
import { explains } from '../../../dialogs/needs/aside';
import { clausesOf } from '../../../dialogs/reading/clauses';
import { readFacts } from '../../../dialogs/reading/facts';
import type { Need } from '../../../dialogs/vocabulary';
import { needOdds } from './hear';

/** Longer messages tell a story, and whatever is in it was told. */
const MOST_CLAUSES = 12;

/** `plainly`: needs said in so many words, which are told wherever they stand. */
export function isTold(text: string, need: Need, plainly: ReadonlySet<Need>): boolean {
  const clauses = clausesOf(text);
  if (plainly.has(need) || clauses.length > MOST_CLAUSES || Object.keys(readFacts(text)).length === 0) return true;
  const [likeliest] = clauses
    .map((clause) => ({ clause, odds: needOdds(clause.raw).get(need) ?? -9 }))
    .sort((a, b) => b.odds - a.odds);
  return likeliest === undefined || !explains(likeliest.clause);
}
