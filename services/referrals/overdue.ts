/** What happens when nobody acts: a reminder, then our team, then another idea for the person. Nothing waits for ever. */
import type { Happening } from '../../dialogs/types';
import { writeToPartner } from './create';
import { changeReferral, type ReferralsDeps } from './deps';
import { handOn, move, type Referral } from './referral';
import { tellPartnerToStop } from './withdraw';
import { happeningOf, NEXT_AFTER_NO } from './words';

/** News for a conversation. */
export interface News {
  readonly referralId: string;
  readonly conversationId: string;
  readonly happening: Happening;
}

/** Open referrals whose next action is due at `now` (ms), at most `limit`. */
export function overdue(now: number, limit: number, deps: ReferralsDeps): Promise<readonly Referral[]> {
  return deps.referrals.find({ nextActionAt: { $lte: now } }, limit);
}

/** Passes one overdue referral on to its next step. Only while it is still at the step we saw. */
async function stepOn(seen: Referral, deps: ReferralsDeps): Promise<Referral | null> {
  const now = deps.clock();
  if (seen.nextAction === 'send') return writeToPartner(seen, 'asked', deps);
  if (seen.nextAction === 'stop') return tellPartnerToStop(seen, deps);
  if (seen.nextAction === 'chase') return writeToPartner(seen, 'reminder', deps);
  return changeReferral(deps, seen.id, (found) => {
    if (found.rev !== seen.rev) return null;
    if (found.nextAction === 'team') {
      const at = Math.max(deps.workingDay(3, found.createdAt).at, deps.workingDay(1, now).at);
      return handOn(found, { owner: 'team', action: 'reroute', at });
    }
    if (found.nextAction === 'reroute') {
      const moved = move(found, 'failed', { by: 'clock', why: 'noAnswer' }, now);
      return moved.kind === 'moved' ? { ...moved.referral, next: NEXT_AFTER_NO } : null;
    }
    // the partner said when they would be in touch and that time has come: a person of ours has a look, every working day
    return handOn(found, { owner: 'team', action: 'look', at: deps.workingDay(1, now).at });
  });
}

/** Moves every overdue referral on one step and gives back the news to tell people. */
export async function chaseOverdue(limit: number, deps: ReferralsDeps): Promise<readonly News[]> {
  const news: News[] = [];
  for (const referral of await overdue(deps.clock(), limit, deps)) {
    const changed = await stepOn(referral, deps);
    if (changed !== null && !changed.told) news.push(newsOf(changed));
  }
  return news;
}

/** The news of one referral. */
export function newsOf(referral: Referral): News {
  return { referralId: referral.id, conversationId: referral.conversationId, happening: happeningOf(referral) };
}
