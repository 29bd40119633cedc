/** Makes an introduction: keeps it first, then writes to the partner. Doing it twice changes nothing. */
import type { Need } from '../../dialogs/types';
import type { Letter } from '../delivery/letter';
import { addOnce } from '../store/addOnce';
import { type Address, changeReferral, type ReferralsDeps } from './deps';
import { fingerprint, LINK_LIFE } from './link';
import { handOn, isAt, isOpen, type Referral, type SharedLine, stepOf } from './referral';

/** How long to wait before another go at a letter that would not leave, in ms. */
export const SEND_AGAIN_AFTER = 15 * 60_000;

/** How long an introduction is kept, in ms: a year, as other records of support. */
const KEPT_FOR = 365 * 24 * 60 * 60_000;

/** What the person agreed to, ready to be passed on. */
export interface NewReferral {
  /** the effect's id: the same id never makes a second introduction */
  readonly id: string;
  readonly ref: string;
  readonly conversationId: string;
  readonly serviceId: string;
  readonly need: Need;
  /** exactly the lines they agreed to, in the order they saw them */
  readonly shared: readonly SharedLine[];
  /** the whole text of the screen on which they said yes */
  readonly shownText: string;
  readonly consent: { readonly version: string; readonly at: number };
}

const NO_ADDRESS: Address = { organisationId: '', partner: '', service: '', email: '', contact: '' };

function fresh(asked: NewReferral, address: Address, deps: ReferralsDeps): Referral {
  const now = deps.clock();
  return {
    ...asked,
    rev: 1,
    organisationId: address.organisationId,
    partner: address.partner,
    service: address.service,
    partnerContact: address.contact,
    state: 'requested',
    owner: 'team',
    nextAction: 'send',
    nextActionAt: now,
    shared: [...asked.shared],
    consent: { ...asked.consent, withdrawnAt: null },
    letterAt: null,
    declineReason: null,
    declineWords: '',
    answerDue: deps.workingDay(1, now).at,
    promisedBy: null,
    hold: null,
    holdUntil: null,
    holdWords: '',
    tried: null,
    told: true,
    history: [{ at: now, from: null, to: 'requested', by: 'person', why: 'agreed' }],
    createdAt: now,
    expiresAt: now + KEPT_FOR,
  };
}

/** The one link of a referral: a letter that is tried again, or a reminder, brings the same one. */
async function linkOf(referralId: string, deps: ReferralsDeps): Promise<string> {
  const token = deps.tokenFor(referralId);
  await deps.links.add({
    id: fingerprint(token),
    rev: 1,
    referralId,
    expiresAt: deps.clock() + LINK_LIFE,
  });
  return `${deps.publicUrl}/r/${token}`;
}

/**
 * Writes to the partner and puts the next step on the clock: a reminder after 1 working day; another go in a quarter
 * of an hour when the mail would not leave; the team at once when it was refused or nobody knows the address.
 */
export async function writeToPartner(
  referral: Referral,
  kind: Letter['kind'] & ('asked' | 'reminder'),
  deps: ReferralsDeps,
): Promise<Referral | null> {
  const now = deps.clock();
  const address = await deps.addressOf(referral.serviceId);
  const sent =
    address === null
      ? ({ kind: 'refused', why: 'no address' } as const)
      : await deps.send({
          id: `${referral.id}:${kind}`,
          kind,
          to: address.email,
          partner: referral.partner,
          service: referral.service,
          ref: referral.ref,
          phone: deps.phone,
          link: await linkOf(referral.id, deps),
          by: deps.workingDay(kind === 'asked' ? 1 : 2, referral.createdAt).text,
        });
  return changeReferral(deps, referral.id, (found) => {
    // it moved on while the letter was on its way: whoever moved it knows better
    if (!isOpen(found.state) || !isAt(found, referral)) return null;
    if (sent.kind === 'refused') return handOn(found, { owner: 'team', action: 'team', at: now });
    const late = now >= deps.workingDay(1, referral.createdAt).at;
    if (sent.kind === 'tryAgain' && late) return handOn(found, { owner: 'team', action: 'team', at: now });
    if (sent.kind === 'tryAgain') {
      return handOn(found, { owner: 'team', action: kind === 'asked' ? 'send' : 'chase', at: now + SEND_AGAIN_AFTER });
    }
    const days = kind === 'asked' ? 1 : 2;
    const next = deps.workingDay(days, referral.createdAt).at;
    const action = kind === 'asked' ? 'chase' : 'team';
    return {
      ...handOn(found, { owner: 'partner', action, at: Math.max(next, now) }),
      letterAt: found.letterAt ?? now,
    };
  });
}

/**
 * Keeps an introduction and puts its letter on the queue: nobody who writes to us waits for a partner's mail server.
 * Safe to call again after a crash: the same id is kept once, and its letter is one job.
 */
export async function createReferral(asked: NewReferral, deps: ReferralsDeps): Promise<Referral> {
  const address = (await deps.addressOf(asked.serviceId)) ?? NO_ADDRESS;
  const made = fresh(asked, address, deps);
  const isNew = await addOnce(deps.referrals, made, ['conversationId', 'ref', 'serviceId']);
  const kept = isNew ? made : await deps.referrals.get(asked.id);
  const next = kept && stepOf(kept);
  if (next?.action !== 'send') return kept ?? made;
  await deps.later(next);
  return (await deps.referrals.get(asked.id)) ?? made;
}
