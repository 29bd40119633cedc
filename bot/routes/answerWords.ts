/** The words of the partner's one-time page, kept apart from its shape. */
import type { DeclineReason } from '../../services/referrals/referral';

export const DECLINE_CHOICES: readonly { readonly id: DeclineReason; readonly label: string }[] = [
  { id: 'full', label: 'We are full just now' },
  { id: 'notEligible', label: 'What we do is for a different group of people' },
  { id: 'wrongArea', label: 'We do not work in that area' },
  { id: 'couldNotReach', label: 'We tried and could not get through' },
  { id: 'other', label: 'Something else' },
];

export const WITHIN_CHOICES: readonly { readonly id: '1' | '2' | '3'; readonly label: string }[] = [
  { id: '1', label: 'By the end of the next working day' },
  { id: '2', label: 'Within two working days' },
  { id: '3', label: 'Within three working days' },
];

/** Holds whatever the person chose; theirs are added under it. */
export const ALWAYS_SAFE = [
  'Use only the way they gave you.',
  'Leave no voicemail, unless it says above that it is OK.',
  'Say nothing of what this is about to anyone else who answers.',
];
