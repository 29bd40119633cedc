/** A partner's answer through a one-time link: what they may see, and what yes or no changes. */
import { z } from 'zod';
import type { Happening } from '../../dialogs/types';
import type { ReferralsDeps } from './deps';
import { changeReferral } from './deps';
import { fingerprint, tokenShape } from './link';
import { DECLINE_REASONS, move, type Referral } from './referral';
import { canReach, happeningOf } from './words';

/** Words too many are cut, because losing a whole answer over them would be worse. */
const ownWords = z
  .string()
  .transform((it) => it.trim().slice(0, 500))
  .default('');

/** A day that exists, YYYY-MM-DD. */
const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine(
    (it) => !Number.isNaN(Date.parse(`${it}T12:00:00Z`)) && new Date(`${it}T12:00:00Z`).toISOString().startsWith(it),
  );

const notYet = z.discriminatedUnion('why', [
  z.object({ say: z.literal('notYet'), why: z.literal('moreInfo'), words: ownWords }),
  z.object({ say: z.literal('notYet'), why: z.literal('waitingList'), until: day }),
  z.object({
    say: z.literal('notYet'),
    why: z.literal('notReached'),
    on: day,
    times: z.coerce.number().int().min(1).max(20),
  }),
]);

/** What a partner sends back. `within` is in working days. */
export const partnerAnswer = z.union([
  z.object({ say: z.literal('yes'), within: z.enum(['1', '2', '3']).default('2') }),
  z.object({ say: z.literal('no'), reason: z.enum(DECLINE_REASONS), words: ownWords }),
  notYet,
]);

export type PartnerAnswer = z.infer<typeof partnerAnswer>;
type NotYet = z.infer<typeof notYet>;

/** What a link opens on. Only `open` and `agreed` carry what the person shared: until it is closed it can be read again. */
export type LinkView =
  | { readonly kind: 'open'; readonly referral: Referral }
  | { readonly kind: 'agreed'; readonly referral: Referral }
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
  | Exclude<LinkView, { readonly kind: 'open' | 'agreed' }>
  /** they had said yes, and said it again: nothing moves */
  | { readonly kind: 'agreed'; readonly referral: Referral };

/** How long the details can be opened again once a partner has answered, ms; closing ends it sooner. */
const OPEN_AGAIN_FOR = 180 * 24 * 60 * 60_000;

function viewOf(referral: Referral): LinkView {
  const { ref } = referral;
  if (referral.consent.withdrawnAt !== null || referral.state === 'cancelled') return { kind: 'withdrawn', ref };
  if (referral.state === 'requested' || referral.state === 'on-hold') return { kind: 'open', referral };
  if (referral.state === 'accepted' || referral.state === 'in-progress') return { kind: 'agreed', referral };
  if (referral.state === 'rejected') return { kind: 'answered', ref, said: 'no' };
  if (referral.state === 'failed') return { kind: 'closed', ref };
  return { kind: 'answered', ref, said: 'yes' };
}

async function linkBehind(token: string, deps: ReferralsDeps) {
  return tokenShape.safeParse(token).success ? deps.links.get(fingerprint(token)) : null;
}

/** What a link shows now. Changes nothing, so a mail scanner that opens it does no harm. */
export async function lookAt(token: string, deps: ReferralsDeps): Promise<LinkView> {
  const link = await linkBehind(token, deps);
  const referral = link && (await deps.referrals.get(link.referralId));
  if (!link || !referral) return { kind: 'unknown' };
  const view = viewOf(referral);
  const shows = view.kind === 'open' || view.kind === 'agreed';
  return shows && link.expiresAt <= deps.clock() ? { kind: 'expired' } : view;
}

/** Once answered, the details stay open to the partner for longer than an unanswered link does. */
async function keepOpen(token: string, deps: ReferralsDeps): Promise<void> {
  const link = await linkBehind(token, deps);
  if (link)
    await deps.links.replace({ ...link, rev: link.rev + 1, expiresAt: deps.clock() + OPEN_AGAIN_FOR }, link.rev);
}

function accepted(referral: Referral, within: 1 | 2 | 3, deps: ReferralsDeps): Referral | null {
  const now = deps.clock();
  const due = deps.workingDay(within, now);
  const next = { owner: 'partner', action: 'keepInTouch', at: due.at } as const;
  const moved = move(referral, 'accepted', { by: 'partner', why: 'yes', next }, now);
  if (moved.kind !== 'moved') return null;
  // without a way to reach them the partner promises nothing: the person gets in touch
  return { ...moved.referral, promisedBy: canReach(referral) ? due.at : null, hold: null, holdUntil: null };
}

function declined(referral: Referral, answer: PartnerAnswer & { say: 'no' }, deps: ReferralsDeps): Referral | null {
  const moved = move(referral, 'rejected', { by: 'partner', why: answer.reason }, deps.clock());
  if (moved.kind !== 'moved') return null;
  return { ...moved.referral, declineReason: answer.reason, declineWords: answer.words };
}

/** Not yet: the next step is ours the next working day, or theirs on the day the waiting list is looked at. */
function heldUp(referral: Referral, answer: NotYet, deps: ReferralsDeps): Referral | null {
  const now = deps.clock();
  const until = answer.why === 'waitingList' ? Math.max(Date.parse(`${answer.until}T17:00:00Z`), now) : null;
  const next =
    until === null
      ? ({ owner: 'team', action: 'look', at: deps.workingDay(1, now).at } as const)
      : ({ owner: 'partner', action: 'keepInTouch', at: until } as const);
  const moved = move(referral, 'on-hold', { by: 'partner', why: answer.why, next }, now);
  if (moved.kind !== 'moved') return null;
  return {
    ...moved.referral,
    hold: answer.why,
    holdUntil: until,
    holdWords: answer.why === 'moreInfo' ? answer.words : '',
    tried: answer.why === 'notReached' ? { on: answer.on, times: answer.times } : null,
  };
}

function answeredBy(found: Referral, answer: PartnerAnswer, deps: ReferralsDeps): Referral | null {
  const view = viewOf(found).kind;
  // after a yes only "could not get through" is news; everything else is said to our team
  if (view === 'agreed')
    return answer.say === 'notYet' && answer.why === 'notReached' ? heldUp(found, answer, deps) : null;
  if (view !== 'open') return null;
  if (answer.say === 'no') return declined(found, answer, deps);
  if (answer.say === 'notYet') return heldUp(found, answer, deps);
  return accepted(found, answer.within === '1' ? 1 : answer.within === '2' ? 2 : 3, deps);
}

/**
 * Takes a partner's answer, once. A second answer, or one after the person changed their mind, changes nothing and says
 * how things stand. Tell the conversation `happening`, then call `markTold`, so that a crash in between loses no news.
 */
export async function answerReferral(token: string, answer: PartnerAnswer, deps: ReferralsDeps): Promise<Answered> {
  const view = await lookAt(token, deps);
  if (view.kind !== 'open' && view.kind !== 'agreed') return view;
  const changed = await changeReferral(deps, view.referral.id, (found) => answeredBy(found, answer, deps));
  if (changed !== null) {
    await keepOpen(token, deps);
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
