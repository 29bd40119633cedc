/** Words with one meaning everywhere, written once; types are made from them. */

/** The needs of taxonomy.json. */
export const NEEDS = [
  'mental_health',
  'confidence',
  'loneliness',
  'physical_health',
  'addiction',
  'domestic_abuse',
  'trauma',
  'bereavement',
  'housing',
  'money',
  'essentials',
  'family',
  'caring',
  'justice',
  'learning',
  'work',
  'volunteering',
  'digital',
  'rights',
  'structure',
] as const;

export type Need = (typeof NEEDS)[number];

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

/**
 * What a turn may want done once it is committed; services/conversation/effects has a file for each. Two are made by the
 * host, never by the conversation: `deliver`, a turn that began with us goes out to a phone, and `keepPerson`, what they may
 * be looked up by.
 */
export const EFFECT_KINDS = [
  'raiseRisk',
  'noteRiskAnswer',
  'handOver',
  'tellHolder',
  'refer',
  'withdrawShare',
  'recordConsent',
  'recordUnmetNeed',
  'recordOutcome',
  'countEquality',
  'promise',
  'bookCall',
  'cancelCall',
  'requestRights',
  'recordComplaint',
  'remind',
  'cancelReminders',
  'askByText',
  'keepPlace',
  'hashCodeWord',
  'forgetChat',
  'alert',
  'deliver',
  'keepPerson',
  'deleteMedia',
] as const;

export type EffectKind = (typeof EFFECT_KINDS)[number];
