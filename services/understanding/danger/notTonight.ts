/** Worries of likeness alone about a bed for tonight, set beside the day that was named. */
import { isLikeness } from '../../../dialogs/risk/checks';
import { isForLater } from '../../../dialogs/safety/later';
import { normalise } from '../../../dialogs/safety/words/normalise';
import type { RiskFlag } from '../../../dialogs/types';

/** The other kinds must be as unlikely as this for the worry to go: the likeliest kind is all that a likeness names. */
const UNLIKELY = 0.35;
/** How somebody lives or is used is often likely beside a home that is lost: of these it takes more. */
const OF_LIVING = 0.8;
const LIVING: ReadonlySet<string> = new Set(['exploitation', 'no_food_or_heat']);
const NO_KIND: ReadonlySet<string> = new Set(['any', 'emergency', 'no_shelter_tonight']);

/**
 * "They want me out by Christmas" is a home to look for, and the talk asks whether it is tonight; likeness alone does not
 * stop it with a question about tonight. What a rule heard stays, and so does anything where another danger is likely.
 */
export function withoutLater(
  checks: readonly RiskFlag[],
  text: string,
  scores: Readonly<Record<string, number>>,
): readonly RiskFlag[] {
  const isBed = ({ category, rule }: RiskFlag) => category === 'no_shelter_tonight' && isLikeness(rule);
  if (!checks.some(isBed) || !isForLater(normalise(text).plain)) return checks;
  const others = Object.entries(scores).filter(
    ([kind, likely]) => !NO_KIND.has(kind) && likely >= (LIVING.has(kind) ? OF_LIVING : UNLIKELY),
  );
  return others.length > 0 ? checks : checks.filter((flag) => !isBed(flag));
}
