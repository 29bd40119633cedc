/** A person's records are erased: one of us asks, another confirms, partners are asked to stop, and a receipt says what went. */
import type { Done } from '../audit/audit';
import type { Handoff } from '../handoffMachine/handoff';
import { mayTake, type Staff } from '../handoffMachine/reasons';
import type { Referral } from '../referrals/referral';
import type { Risk } from '../store/collections/safety';
import { isOfLife, isTheirs, type PersonIn, readPersonId } from '../store/personId';
import type { Records } from '../store/ports';
import type { ERASE_REASONS, Erasure } from './collection';

export interface ErasureDeps {
  readonly erasures: Records<Erasure>;
  readonly handoffs: Pick<Records<Handoff>, 'find'>;
  readonly referrals: Pick<Records<Referral>, 'find'>;
  readonly risks: Pick<Records<Risk>, 'find'>;
  /** asks a partner who has their lines to stop and to delete them */
  readonly withdraw: (conversationId: string, ref: string) => Promise<unknown>;
  /** erases all of one life; how many records, by collection */
  readonly erase: (person: PersonIn) => Promise<Readonly<Record<string, number>>>;
  /** the work queue does the rest */
  readonly later: (erasureId: string) => Promise<void>;
  /** throws StoreDown, and then nothing is done */
  readonly audit: (done: Done) => Promise<void>;
  readonly newId: () => string;
  /** ms since 1970 */
  readonly now: () => number;
}

export type EraseReason = (typeof ERASE_REASONS)[number];
/** `open`: somebody still has to get back to them. `sameEyes`: whoever asked may not confirm. */
export type Answered =
  | { readonly kind: 'done'; readonly erasure: Erasure }
  | { readonly kind: 'missing' | 'open' | 'sameEyes' | 'over' };

const year = 365 * 24 * 60 * 60_000;
/** Letters to partners are waited for so long, ms: after it the rest goes, and the receipt says that they were not told. */
const waitsForPartners = 24 * 60 * 60_000;
const most = 500;

export function createErasures(deps: ErasureDeps) {
  const { now } = deps;
  const note = (staff: Staff, action: string, { id, person }: Pick<Erasure, 'id' | 'person'>) =>
    deps.audit({ actor: staff.id, action, subject: `person:${person}`, detail: { erasure: id } });

  async function change(id: string, next: (one: Erasure) => Erasure | null): Promise<Erasure | null> {
    for (;;) {
      const found = await deps.erasures.get(id);
      const changed = found === null ? null : next(found);
      if (found === null || changed === null) return null;
      const written = { ...changed, rev: found.rev + 1 };
      if (await deps.erasures.replace(written, found.rev)) return written;
    }
  }

  /** Somebody of the team still has to get back to them: that is done, or closed, first. */
  async function isOpen(person: PersonIn): Promise<boolean> {
    const all = await deps.handoffs.find({ conversationId: person.conversationId }, most);
    return all.some((one) => isOfLife(one, person) && one.state !== 'closed');
  }

  const referralsOf = async (person: PersonIn) =>
    (await deps.referrals.find({ conversationId: person.conversationId }, most)).filter(({ id }) =>
      isTheirs(id, person),
    );

  /** Those of this person, the newest first. */
  async function ofPerson(personId: string): Promise<readonly Erasure[]> {
    return (await deps.erasures.find({ person: personId }, most)).toSorted((a, b) => b.askedAt - a.askedAt);
  }

  async function riskCount(person: PersonIn): Promise<number> {
    const risks = await deps.risks.find({ conversationId: person.conversationId }, most);
    const events = new Set(risks.filter(({ id }) => isTheirs(id, person)).map(({ eventId }) => eventId));
    return risks.filter(({ eventId }) => events.has(eventId)).length;
  }

  return {
    ofPerson,
    get: (id: string) => deps.erasures.get(id),
    /** those that wait for a second pair of eyes */
    waiting: () => deps.erasures.find({ state: 'asked' }, most),

    /** The first pair of eyes. Nothing is erased by it. */
    async ask(staff: Staff, personId: string, why: EraseReason): Promise<Answered> {
      const person = readPersonId(personId);
      if (person === null) return { kind: 'missing' };
      const before = (await ofPerson(personId)).find(({ state }) => state !== 'takenBack');
      if (before !== undefined) return { kind: 'over' };
      if (await isOpen(person)) return { kind: 'open' };
      const at = now();
      const erasure: Erasure = {
        id: deps.newId(),
        rev: 1,
        person: personId,
        why,
        askedBy: staff.id,
        askedByName: staff.name,
        askedAt: at,
        state: 'asked',
        confirmedBy: null,
        confirmedByName: null,
        confirmedAt: null,
        doneAt: null,
        gone: {},
        stays: {},
        untold: 0,
        expiresAt: at + 6 * year,
      };
      await note(staff, 'erasureAsked', erasure);
      await deps.erasures.add(erasure);
      return { kind: 'done', erasure };
    },

    /** The second pair of eyes, of somebody else who looks after the team: partners are asked to stop, and then it goes. */
    async confirm(staff: Staff, id: string): Promise<Answered> {
      const found = await deps.erasures.get(id);
      const person = found === null ? null : readPersonId(found.person);
      if (found === null || person === null) return { kind: 'missing' };
      if (found.state !== 'asked') return { kind: 'over' };
      if (found.askedBy === staff.id || !mayTake(staff, { audience: 'team' })) return { kind: 'sameEyes' };
      if (await isOpen(person)) return { kind: 'open' };
      await note(staff, 'erasureConfirmed', found);
      const confirmed = { confirmedBy: staff.id, confirmedByName: staff.name, confirmedAt: now() };
      const erasure = await change(id, (one) =>
        one.state === 'asked' ? { ...one, ...confirmed, state: 'telling' } : null,
      );
      if (erasure === null) return { kind: 'over' };
      for (const { ref } of await referralsOf(person)) await deps.withdraw(person.conversationId, ref);
      await deps.later(id);
      return { kind: 'done', erasure };
    },

    async takeBack(staff: Staff, id: string): Promise<Answered> {
      const found = await deps.erasures.get(id);
      if (found === null) return { kind: 'missing' };
      await note(staff, 'erasureTakenBack', found);
      const erasure = await change(id, (one) => (one.state === 'asked' ? { ...one, state: 'takenBack' } : null));
      return erasure === null ? { kind: 'over' } : { kind: 'done', erasure };
    },

    /** Erases what was confirmed once partners were told; false while that is waited for. Doing it again ends what a crash left. */
    async carryOut(id: string): Promise<boolean> {
      const found = await deps.erasures.get(id);
      const person = found === null ? null : readPersonId(found.person);
      if (found?.state !== 'telling' || person === null) return true;
      const untold = (await referralsOf(person)).filter(({ nextAction }) => nextAction === 'stop').length;
      if (untold > 0 && now() - (found.confirmedAt ?? 0) < waitsForPartners) return false;
      const gone = await deps.erase(person);
      const risks = await riskCount(person);
      const before = (name: string) => found.gone[name] ?? 0;
      await change(id, (one) => ({
        ...one,
        state: 'done',
        doneAt: now(),
        gone: { ...one.gone, ...Object.fromEntries(Object.entries(gone).map(([name, n]) => [name, before(name) + n])) },
        stays: risks === 0 ? {} : { risks },
        untold,
      }));
      return true;
    },
  };
}

export type Erasures = ReturnType<typeof createErasures>;
