/** What can be wrong, and how fast we act on it. */

/** The risk labels of taxonomy.json. */
export type RiskLabel =
  | 'suicide_self_harm'
  | 'danger_now'
  | 'domestic_abuse'
  | 'child_at_risk'
  | 'harm_to_others'
  | 'medical_emergency'
  | 'exploitation'
  | 'no_shelter_tonight'
  | 'no_food_or_heat'
  | 'psychosis_distress'
  | 'none';

/** The fourteen categories of guide.md 2.3 (5b apart), each with its own reply. */
export type RiskCategory =
  | 'suicide_act'
  | 'suicide_thoughts'
  | 'self_harm'
  | 'danger_now'
  | 'domestic_abuse'
  | 'phone_not_theirs'
  | 'child_at_risk'
  | 'harm_to_others'
  | 'medical_emergency'
  | 'self_neglect'
  | 'exploitation'
  | 'psychosis_distress'
  | 'no_shelter_tonight'
  | 'no_food_or_heat'
  | 'concern_about_us';

/** How fast we act (guide.md 2.2). Never a prediction and never shown to a person. */
export type Level = 'P0' | 'P1' | 'P2' | 'P3' | 'P4';

/** One thing a detector noticed in one message. */
export interface RiskFlag {
  readonly category: RiskCategory;
  readonly level: Level;
  /** the rule that noticed, for the risk record */
  readonly rule: string;
  /** the person's own words that raised it */
  readonly words: string;
  /** the danger is to somebody else (RM2 rather than RM1) */
  readonly aboutOther: boolean;
  /** the meaning is not clear, so we ask plainly (RS3U) */
  readonly unclear: boolean;
}
