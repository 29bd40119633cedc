/** Introductions to partners, as everyone else uses them. */
import type { ReferralKnown } from '../../dialogs/types';
import { type Answered, answerReferral, type LinkView, lookAt, type PartnerAnswer } from './answer';
import { createReferral, type NewReferral } from './create';
import { changeReferral, type News, type ReferralsDeps, type Step } from './deps';
import { chaseOverdue, newsOf, overdue, takeStep } from './overdue';
import type { Referral } from './referral';
import { type Withdrawn, withdraw } from './withdraw';
import { knownOf } from './words';

export interface Referrals {
  /** keeps it and has the partner written to; the same id twice changes nothing */
  create(asked: NewReferral): Promise<Referral>;
  get(id: string): Promise<Referral | null>;
  /** how the one with this number stands, for somebody who quotes it; null when there is none, or two */
  known(ref: string): Promise<ReferralKnown | null>;
  /** what a link opens on; changes nothing */
  /** when the partner first answered, ms; `off` when it was taken back before that, null while they have not */
  answered(id: string): Promise<number | 'off' | null>;
  lookAt(token: string): Promise<LinkView>;
  answer(token: string, answer: PartnerAnswer): Promise<Answered>;
  /** the person changed their mind: links die, and a partner who was written to is asked to stop */
  withdraw(conversationId: string, ref: string): Promise<Withdrawn>;
  /** the conversation has said the news of a state */
  markTold(id: string): Promise<void>;
  /** news nobody has been told, as after a crash; at most `limit` */
  untold(limit: number): Promise<readonly News[]>;
  overdue(now: number, limit: number): Promise<readonly Referral[]>;
  /** has everything overdue moved on one step; news of what was moved at once */
  chase(limit: number): Promise<readonly News[]>;
  /** takes one step, once; its news to tell */
  step(step: Step): Promise<News | null>;
}

/** The referrals service on its stores, its post and its clock. */
export function createReferrals(deps: ReferralsDeps): Referrals {
  return {
    create: (asked) => createReferral(asked, deps),
    get: (id) => deps.referrals.get(id),
    async known(ref) {
      const [found, ...others] = await deps.referrals.find({ ref }, 2);
      return found && others.length === 0 ? knownOf(found) : null;
    },
    async answered(id) {
      const moves = ((await deps.referrals.get(id))?.history ?? []).filter(({ to }) => to !== 'requested');
      const answer = moves.find(({ to }) => to !== 'cancelled' && to !== 'failed');
      if (answer !== undefined) return answer.at;
      return moves.some(({ to }) => to === 'cancelled') ? 'off' : null;
    },
    lookAt: (token) => lookAt(token, deps),
    answer: (token, answer) => answerReferral(token, answer, deps),
    withdraw: (conversationId, ref) => withdraw(conversationId, ref, deps),
    async markTold(id) {
      await changeReferral(deps, id, (it) => (it.told ? null : { ...it, rev: it.rev + 1, told: true }));
    },
    async untold(limit) {
      return (await deps.referrals.find({ told: false }, limit)).map(newsOf);
    },
    overdue: (now, limit) => overdue(now, limit, deps),
    chase: (limit) => chaseOverdue(limit, deps),
    step: (step) => takeStep(step, deps),
  };
}
