/** Which of two levels, or two dangers, comes first. */
import type { Level, RiskCategory, RiskFlag } from '../types';

const rank: Readonly<Record<Level, number>> = { P0: 0, P1: 1, P2: 2, P3: 3, P4: 4 };

/** At the same level: life first, then a child, then the rest. */
const order: readonly RiskCategory[] = [
  'phone_not_theirs',
  'suicide_act',
  'medical_emergency',
  'danger_now',
  'harm_to_others',
  'suicide_thoughts',
  'self_harm',
  'child_at_risk',
  'domestic_abuse',
  'exploitation',
  'psychosis_distress',
  'no_shelter_tonight',
  'no_food_or_heat',
  'self_neglect',
  'concern_about_us',
];

/** The asking abuser must not see a need named: these go quiet at once. */
export const quietAtOnce: ReadonlySet<RiskCategory> = new Set(['domestic_abuse', 'exploitation']);

/** True when a is sooner than b. */
export function isSooner(a: Level, b: Level): boolean {
  return rank[a] < rank[b];
}

/** The flags of one message, the one to answer first. Somebody else in danger stays somebody else. */
export function inOrderOfUrgency(flags: readonly RiskFlag[]): readonly RiskFlag[] {
  return [...flags]
    .sort((a, b) => rank[a.level] - rank[b.level] || order.indexOf(a.category) - order.indexOf(b.category))
    .map((flag) => ({
      ...flag,
      aboutOther: flag.aboutOther || flags.some((one) => one.category === flag.category && one.aboutOther),
    }));
}
