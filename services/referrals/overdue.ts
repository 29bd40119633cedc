/** What happens when nobody acts: a reminder, then our team, then another idea for the person. Nothing waits for ever. */
import { writeToPartner } from './create';
import { changeReferral, type News, type ReferralsDeps, type Step } from './deps';
import { handOn, isAt, move, type Referral, stepOf } from './referral';
import { tellPartnerToStop } from './withdraw';
import { happeningOf } from './words';

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
    if (!isAt(found, seen)) return null;
    if (found.nextAction === 'team') {
      const at = Math.max(deps.workingDay(3, found.createdAt).at, deps.workingDay(1, now).at);
      return handOn(found, { owner: 'team', action: 'reroute', at });
    }
    if (found.nextAction === 'reroute') {
      const moved = move(found, 'failed', { by: 'clock', why: 'noAnswer' }, now);
      return moved.kind === 'moved' ? moved.referral : null;
    }
    // the partner said when they would be in touch and that time has come: a person of ours has a look, every working day
    return handOn(found, { owner: 'team', action: 'look', at: deps.workingDay(1, now).at });
  });
}

/**
 * Takes one step of one referral, when that is still what it waits for; its news, when there is any. Two at once, or the
 * same one again, are one: whoever is second finds it has moved on.
 */
export async function takeStep(step: Step, deps: ReferralsDeps): Promise<News | null> {
  const found = await deps.referrals.get(step.referralId);
  if (found === null || !isAt(found, { nextAction: step.action, nextActionAt: step.at })) return null;
  const changed = await stepOn(found, deps);
  return changed === null || changed.told ? null : newsOf(changed);
}

/** Puts the step of every overdue referral on the queue; news of those that were taken at once. */
export async function chaseOverdue(limit: number, deps: ReferralsDeps): Promise<readonly News[]> {
  const news: News[] = [];
  for (const referral of await overdue(deps.clock(), limit, deps)) {
    const next = stepOf(referral);
    const told = next && (await deps.later(next));
    if (told) news.push(told);
  }
  return news;
}

/** The news of one referral. */
export function newsOf(referral: Referral): News {
  return { referralId: referral.id, conversationId: referral.conversationId, happening: happeningOf(referral) };
}
