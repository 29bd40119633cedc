/** What a person hears about their introduction: plain, warm, and never the partner's own words. */
import type { Happening } from '../../dialogs/types';
import type { DeclineReason, Referral } from './referral';

/** Each completes "... can't take this on just now: ___." */
const REASONS: Readonly<Record<DeclineReason, string>> = {
  full: 'they have no places left',
  notEligible: 'what they do is set up for something a bit different',
  wrongArea: "they don't work in your area",
  couldNotReach: "they tried and couldn't get through",
  other: "it isn't something they can do at the moment",
};

/** The reason as a person is told it, no capital and no full stop. For `failed` it follows the partner's name. */
function reasonWords(referral: Referral): string {
  if (referral.state === 'rejected') return REASONS[referral.declineReason ?? 'other'];
  if (referral.state === 'failed') return "didn't get back to us in time";
  return '';
}

/** What comes next after a yes: they will be in touch by then, or, when no way back was shared, how to reach them. */
export function nextAfterYes(referral: Referral, by: string): string {
  const canReach = referral.shared.some((line) => line.field === 'contact');
  return canReach ? `They will be in touch by ${by}.` : `You can reach them on ${referral.partnerContact}.`;
}

export const NEXT_AFTER_NO = 'You can try another idea, or talk to our team.';
export const NEXT_WHILE_WAITING = "They have your note. We'll tell you what they say.";

/** What the conversation is told when a referral moved. */
export function happeningOf(referral: Referral): Happening {
  return {
    name: 'referralMoved',
    ref: referral.ref,
    state: referral.state,
    reason: reasonWords(referral),
    next: referral.next,
  };
}
