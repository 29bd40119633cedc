/** The labels of taxonomy.json that the learned stage gives, and what each means for us. */
import type { Level, RiskCategory } from '../../../dialogs/types';

/** The likeliest label, and what it means for us: this minute when `now`. */
export function meaningOf(scores: Readonly<Record<string, number>>, now: boolean): Meant & { readonly label: string } {
  const label = Object.keys(MEANS).reduce((best, one) => ((scores[one] ?? 0) > (scores[best] ?? 0) ? one : best));
  return { label, ...(MEANS[label] ?? THOUGHTS)(now) };
}

/** In these the person themselves is the one in danger or the one to fear, whoever else is named. */
export const OWN_DANGERS: ReadonlySet<RiskCategory> = new Set<RiskCategory>([
  'danger_now',
  'domestic_abuse',
  'child_at_risk',
  'harm_to_others',
]);

interface Meant {
  readonly category: RiskCategory;
  readonly level: Level;
}

const THOUGHTS = (): Meant => ({ category: 'suicide_thoughts', level: 'P1' });

/** The category and level of guide 2.3 for a label of taxonomy.json, when it is this minute and when it is not. */
const MEANS: Readonly<Record<string, (now: boolean) => Meant>> = {
  suicide_self_harm: (now) => (now ? { category: 'suicide_act', level: 'P0' } : THOUGHTS()),
  danger_now: (now) => ({ category: 'danger_now', level: now ? 'P0' : 'P1' }),
  domestic_abuse: (now) =>
    now ? { category: 'danger_now', level: 'P0' } : { category: 'domestic_abuse', level: 'P1' },
  child_at_risk: (now) => ({ category: 'child_at_risk', level: now ? 'P0' : 'P1' }),
  harm_to_others: (now) => ({ category: 'harm_to_others', level: now ? 'P0' : 'P1' }),
  medical_emergency: () => ({ category: 'medical_emergency', level: 'P0' }),
  exploitation: (now) => ({ category: 'exploitation', level: now ? 'P0' : 'P1' }),
  no_shelter_tonight: () => ({ category: 'no_shelter_tonight', level: 'P1' }),
  no_food_or_heat: () => ({ category: 'no_food_or_heat', level: 'P2' }),
  psychosis_distress: (now) => ({ category: 'psychosis_distress', level: now ? 'P0' : 'P1' }),
};

/** How likely the likeliest label is. */
export function kindOf(scores: Readonly<Record<string, number>>): number {
  return Math.max(...Object.keys(MEANS).map((label) => scores[label] ?? 0));
}
