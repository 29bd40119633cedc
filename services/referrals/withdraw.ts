/** A person changes their mind: the links die at once, and a partner who was written to is asked to stop. */

import { SEND_AGAIN_AFTER } from './create';
import { changeReferral, type ReferralsDeps } from './deps';
import { handOn, isAt, isOpen, move, type Referral, stepOf } from './referral';

export type Withdrawn = { readonly kind: 'withdrawn'; readonly referral: Referral } | { readonly kind: 'unknown' };

/** Asks the partner to stop, and keeps asking on the clock until the letter has left. */
export async function tellPartnerToStop(referral: Referral, deps: ReferralsDeps): Promise<Referral | null> {
  const address = await deps.addressOf(referral.serviceId);
  const sent =
    address === null
      ? ({ kind: 'refused', why: 'no address' } as const)
      : await deps.send({
          id: `${referral.id}:withdrawn`,
          kind: 'withdrawn',
          to: address.email,
          partner: referral.partner,
          service: referral.service,
          ref: referral.ref,
          phone: deps.phone,
          link: null,
          by: '',
        });
  return changeReferral(deps, referral.id, (found) => {
    if (found.nextAction !== 'stop' || !isAt(found, referral)) return null;
    if (sent.kind === 'delivered') return { ...found, rev: found.rev + 1, nextAction: null, nextActionAt: null };
    return handOn(found, { owner: 'team', action: 'stop', at: deps.clock() + SEND_AGAIN_AFTER });
  });
}

function stopped(referral: Referral, now: number): Referral | null {
  if (referral.consent.withdrawnAt !== null) return null;
  const consent = { ...referral.consent, withdrawnAt: now };
  const moved = isOpen(referral.state)
    ? move(referral, 'cancelled', { by: 'person', why: 'changedMind' }, now)
    : ({ kind: 'moved', referral: { ...referral, rev: referral.rev + 1 } } as const);
  if (moved.kind !== 'moved') return null;
  // they asked for it themselves, so there is no news to tell them
  const quiet = { ...moved.referral, consent, told: true };
  if (referral.letterAt === null) return { ...quiet, nextAction: null, nextActionAt: null };
  return { ...quiet, owner: 'team', nextAction: 'stop', nextActionAt: now };
}

/** Takes back what was shared. Again changes nothing. Also works on a closed one: the partner still holds the details. */
export async function withdraw(conversationId: string, ref: string, deps: ReferralsDeps): Promise<Withdrawn> {
  const found = (await deps.referrals.find({ conversationId, ref }, 1))[0];
  if (found === undefined) return { kind: 'unknown' };
  const changed = await changeReferral(deps, found.id, (it) => stopped(it, deps.clock()));
  const next = changed && stepOf(changed);
  if (next?.action === 'stop') await deps.later(next);
  return { kind: 'withdrawn', referral: (await deps.referrals.get(found.id)) ?? found };
}
