/** Words with one meaning everywhere, written once; types are made from them. */

/** The needs of taxonomy.json. */
export type Need =
  | 'mental_health'
  | 'confidence'
  | 'loneliness'
  | 'physical_health'
  | 'addiction'
  | 'domestic_abuse'
  | 'trauma'
  | 'bereavement'
  | 'housing'
  | 'money'
  | 'essentials'
  | 'family'
  | 'caring'
  | 'justice'
  | 'learning'
  | 'work'
  | 'volunteering'
  | 'digital'
  | 'rights'
  | 'structure';

/** What makes it easier to join in: the choices of question G2, what a partner's entry says it does, and what matching compares. */
export const ADJUSTMENTS = [
  'company',
  'onePerson',
  'busFare',
  'childcare',
  'bigPrint',
  'interpreter',
  'quiet',
  'online',
] as const;

export type Adjustment = (typeof ADJUSTMENTS)[number];

/** True for an adjustment we can look for; "something else" and "no thanks" are not. */
export function isAdjustment(id: string): id is Adjustment {
  return ADJUSTMENTS.some((one) => one === id);
}

/** Every line a partner can see of a person; shareLines.ts says what each is made of. */
export const SHARE_KEYS = [
  'name',
  'contact',
  'need',
  'words',
  'support',
  'when',
  'avoid',
  'voicemail',
  'texts',
] as const;

export type ShareKey = (typeof SHARE_KEYS)[number];
