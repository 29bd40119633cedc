/** What the referrals service is given to work with. */
import type { Happening } from '../../dialogs/types';
import type { Letter, Sent } from '../delivery/letter';
import type { Records } from '../store/ports';
import type { ReferralLink } from './link';
import type { NextAction, Referral } from './referral';

/** Where an introduction for a service goes. */
export interface Address {
  readonly organisationId: string;
  readonly partner: string;
  readonly service: string;
  readonly email: string;
  /** how a person reaches them by themselves */
  readonly contact: string;
}

/** A moment, and how people say it. */
export interface Due {
  readonly at: number;
  readonly text: string;
}

/** What comes next for one referral, as it stood when it was due. */
export interface Step {
  readonly referralId: string;
  readonly action: NextAction;
  /** ms since 1970 */
  readonly at: number;
}

/** News for a conversation. */
export interface News {
  readonly referralId: string;
  readonly conversationId: string;
  readonly happening: Happening;
}

export interface ReferralsDeps {
  readonly referrals: Records<Referral>;
  readonly links: Records<ReferralLink>;
  /** null when the service is not in the directory any more */
  readonly addressOf: (serviceId: string) => Promise<Address | null>;
  readonly send: (letter: Letter) => Promise<Sent>;
  /** where partners reach this server, with no slash at the end */
  readonly publicUrl: string;
  /** our own team's number, in every letter */
  readonly phone: string;
  /** ms since 1970 */
  readonly clock: () => number;
  /** the secret of a referral's one link: the same however often it is asked for, so a letter tried again brings no second link */
  readonly tokenFor: (referralId: string) => string;
  /** puts a step on the work queue, once for what it is; where there is no queue, takes it at once and gives back its news */
  readonly later: (step: Step) => Promise<News | null>;
  /** the end of the working day so many working days after a moment (ms), and how people say it */
  readonly workingDay: (days: 1 | 2 | 3, from: number) => Due;
}

/** The record moved on between reading and writing more often than chance allows. */
export class TooBusy extends Error {
  constructor() {
    super('A referral kept changing while it was being changed');
    this.name = 'TooBusy';
  }
}

/** Reads, changes and writes one referral; reads again when somebody else was quicker. `change` gives null to leave it. */
export async function changeReferral(
  deps: ReferralsDeps,
  id: string,
  change: (referral: Referral) => Referral | null,
): Promise<Referral | null> {
  for (let go = 0; go < 8; go += 1) {
    const found = await deps.referrals.get(id);
    if (found === null) return null;
    const changed = change(found);
    if (changed === null) return null;
    if (await deps.referrals.replace(changed, found.rev)) return changed;
  }
  throw new TooBusy();
}
