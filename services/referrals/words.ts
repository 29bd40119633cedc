/** What a person hears about their introduction: plain, warm, and never the partner's own words. */
import { isNeed } from '../../dialogs/content/needNames';
import type { Happening, ReferralKnown } from '../../dialogs/types';
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

/** By when somebody does the next thing, ms; 0 when nothing is promised. */
function dueOf(referral: Referral): number {
  if (referral.state === 'requested') return referral.answerDue;
  if (referral.state === 'accepted' && canReach(referral)) return referral.promisedBy ?? 0;
  return referral.state === 'on-hold' ? (referral.holdUntil ?? 0) : 0;
}

/** A partner can only get in touch where a way to be reached was shared. */
export function canReach(referral: Pick<Referral, 'shared'>): boolean {
  return referral.shared.some((line) => line.field === 'contact');
}

/** What the conversation is told when a referral moved: dates as dates, so that they are said from the day they are read. */
export function happeningOf(referral: Referral): Happening {
  return {
    name: 'referralMoved',
    ref: referral.ref,
    state: referral.state,
    step: referral.history.length,
    reason: reasonWords(referral),
    dueAt: dueOf(referral),
    contact: referral.state === 'accepted' && !canReach(referral) ? referral.partnerContact : '',
    hold: referral.state === 'on-hold' ? referral.hold : null,
  };
}

/** What may be said of it to somebody who quotes its number: who has it and how it stands, never who it is about. */
export function knownOf(referral: Referral): ReferralKnown {
  const { ref, serviceId, partner, state, need } = referral;
  return {
    ref,
    serviceId,
    partner,
    state,
    dueAt: dueOf(referral),
    contact: state === 'accepted' && !canReach(referral) ? referral.partnerContact : '',
    hold: state === 'on-hold' ? referral.hold : null,
    need: isNeed(need) ? need : 'structure',
  };
}
