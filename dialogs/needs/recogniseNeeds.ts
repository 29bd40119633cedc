/** Guesses which of the twenty needs a person's own words name. The person always confirms. */
import { gateOf } from '../safety/gate';
import { search } from '../safety/rule';
import { normalise } from '../safety/words/normalise';
import type { Need } from '../types';
import { bareNeed } from './bareNouns';
import { putPlainly } from './figures';
import { NEED_PHRASES } from './phrases';

/** More than this many at once is a guess, not an answer; the first ones spoken are kept. */
const MOST = 4;

const RULES: readonly (readonly [Need, RegExp])[] = Object.keys(NEED_PHRASES)
  .filter((need): need is Need => need in NEED_PHRASES)
  .map((need) => [need, search(NEED_PHRASES[need])] as const);

const gate = gateOf(RULES.map(([, says]) => says));

/** Said to be fine: "I don't need help with housing", "no problem with money". */
const NOT_WANTED =
  / (?:dont need (?:any )?(?:help|support) with|not (?:about|looking for|interested in)|no (?:problems?|bother|worries) with|nothing to do with|fine for|okay for|sorted for|happy with) (?:[^ |]+ ){0,2}$/;

/** The needs a message seems to name, in the order they are named; none when unsure. Simple on purpose. */
export function recogniseNeeds(text: string): readonly Need[] {
  const plain = putPlainly(normalise(text).plain);
  const named = needsIn(plain);
  const bare = named.length === 0 ? bareNeed(plain) : null;
  return bare === null ? named : [bare];
}

/** The same, of a message already in plain spelling. */
export function needsIn(plain: string): readonly Need[] {
  const open = gate(plain);
  const named = RULES.flatMap(([need, says], n) => {
    const at = open[n] === 1 ? firstWanted(says, plain) : null;
    return at === null ? [] : [{ need, at }];
  });
  return named
    .sort((a, b) => a.at - b.at)
    .slice(0, MOST)
    .map(({ need }) => need);
}

function firstWanted(says: RegExp, plain: string): number | null {
  says.lastIndex = 0;
  for (let n = 0; n < 5; n += 1) {
    const match = says.exec(plain);
    if (match === null || match[0] === '') return null;
    if (!NOT_WANTED.test(plain.slice(Math.max(0, match.index - 79), match.index + 1))) return match.index + 1;
  }
  return null;
}
