/** A partner's answer through a one-time link: what they may see, and what yes or no changes. */
import { z } from 'zod';
import type { Happening } from '../../dialogs/types';
import type { ReferralsDeps } from './deps';
import { changeReferral } from './deps';
import { fingerprint, tokenShape } from './link';
import { DECLINE_REASONS, move, type Referral } from './referral';
import { happeningOf, NEXT_AFTER_NO, nextAfterYes } from './words';

/** What a partner sends back. `within` is in working days. */
export const partnerAnswer = z.discriminatedUnion('say', [
  z.object({ say: z.literal('yes'), within: z.enum(['1', '2', '3']).default('2') }),
  z.object({
    say: z.literal('no'),
    reason: z.enum(DECLINE_REASONS),
    // words too many are cut, because losing a whole answer over them would be worse
    words: z
      .string()
      .transform((it) => it.trim().slice(0, 500))
      .default(''),
  }),
]);

export type PartnerAnswer = z.infer<typeof partnerAnswer>;

/** What a link opens on. Only `open` carries what the person shared. */
export type LinkView =
  | { readonly kind: 'open'; readonly referral: Referral }
  | { readonly kind: 'answered'; readonly ref: string; readonly said: 'yes' | 'no' }
  | { readonly kind: 'withdrawn'; readonly ref: string }
  | { readonly kind: 'closed'; readonly ref: string }
  | { readonly kind: 'expired' }
  | { readonly kind: 'unknown' };

export type Answered =
  | {
      readonly kind: 'moved';
      readonly referral: Referral;
      readonly happening: Happening;
      readonly conversationId: string;
    }
  | Exclude<LinkView, { readonly kind: 'open' }>;

function viewOf(referral: Referral): LinkView {
  const { ref } = referral;
  if (referral.consent.withdrawnAt !== null || referral.state === 'cancelled') return { kind: 'withdrawn', ref };
  if (referral.state === 'requested') return { kind: 'open', referral };
  if (referral.state === 'rejected') return { kind: 'answered', ref, said: 'no' };
  if (referral.state === 'failed') return { kind: 'closed', ref };
  return { kind: 'answered', ref, said: 'yes' };
}

/** What a link shows now. Changes nothing, so a mail scanner that opens it does no harm. */
export async function lookAt(token: string, deps: ReferralsDeps): Promise<LinkView> {
  if (!tokenShape.safeParse(token).success) return { kind: 'unknown' };
  const link = await deps.links.get(fingerprint(token));
  if (link === null) return { kind: 'unknown' };
  const referral = await deps.referrals.get(link.referralId);
  if (referral === null) return { kind: 'unknown' };
  const view = viewOf(referral);
  return view.kind === 'open' && link.expiresAt <= deps.clock() ? { kind: 'expired' } : view;
}

function accepted(referral: Referral, within: 1 | 2 | 3, deps: ReferralsDeps): Referral | null {
  const now = deps.clock();
  const due = deps.workingDay(within, now);
  const next = { owner: 'partner', action: 'keepInTouch', at: due.at } as const;
  const moved = move(referral, 'accepted', { by: 'partner', why: 'yes', next }, now);
  if (moved.kind !== 'moved') return null;
  return { ...moved.referral, promisedBy: due.at, next: nextAfterYes(referral, due.text) };
}

function declined(referral: Referral, answer: PartnerAnswer & { say: 'no' }, deps: ReferralsDeps): Referral | null {
  const moved = move(referral, 'rejected', { by: 'partner', why: answer.reason }, deps.clock());
  if (moved.kind !== 'moved') return null;
  return { ...moved.referral, declineReason: answer.reason, declineWords: answer.words, next: NEXT_AFTER_NO };
}

/**
 * Takes a partner's answer, once. A second answer, or one after the person changed their mind, changes nothing and says
 * how things stand. Tell the conversation `happening`, then call `markTold`, so that a crash in between loses no news.
 */
export async function answerReferral(token: string, answer: PartnerAnswer, deps: ReferralsDeps): Promise<Answered> {
  const view = await lookAt(token, deps);
  if (view.kind !== 'open') return view;
  const changed = await changeReferral(deps, view.referral.id, (found) => {
    if (viewOf(found).kind !== 'open') return null;
    return answer.say === 'yes'
      ? accepted(found, answer.within === '1' ? 1 : answer.within === '2' ? 2 : 3, deps)
      : declined(found, answer, deps);
  });
  if (changed !== null) {
    return {
      kind: 'moved',
      referral: changed,
      happening: happeningOf(changed),
      conversationId: changed.conversationId,
    };
  }
  const now = await lookAt(token, deps);
  return now.kind === 'open' ? { kind: 'unknown' } : now;
}
