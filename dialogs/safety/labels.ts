/** Turns our fourteen kinds of danger, and how fast we act, into the shared labels used in reports. */
import type { Level, RiskCategory, RiskLabel } from '../types';

const LABELS: Readonly<Record<RiskCategory, RiskLabel>> = {
  suicide_act: 'suicide_self_harm',
  suicide_thoughts: 'suicide_self_harm',
  self_harm: 'suicide_self_harm',
  danger_now: 'danger_now',
  domestic_abuse: 'domestic_abuse',
  phone_not_theirs: 'domestic_abuse',
  child_at_risk: 'child_at_risk',
  harm_to_others: 'harm_to_others',
  medical_emergency: 'medical_emergency',
  // the label "psychosis_distress" is the one that holds people who cannot cope on their own
  self_neglect: 'psychosis_distress',
  exploitation: 'exploitation',
  psychosis_distress: 'psychosis_distress',
  no_shelter_tonight: 'no_shelter_tonight',
  no_food_or_heat: 'no_food_or_heat',
  // a worry about our own people goes to the safeguarding lead only; no shared label describes it
  concern_about_us: 'none',
};

/** The label of taxonomy.json for a category of guide 2.3. */
export function riskLabel(category: RiskCategory): RiskLabel {
  return LABELS[category];
}

/** The two-step level of taxonomy.json: P0 is an emergency, P1 and P2 are urgent (today), the rest is none. */
export function taxonomyLevel(level: Level): 'emergency' | 'urgent' | 'none' {
  if (level === 'P0') return 'emergency';
  return level === 'P1' || level === 'P2' ? 'urgent' : 'none';
}
