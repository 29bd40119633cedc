/** The risk records of a person (guide 2.5): read by the few who may, added to and never written over. */
import { z } from 'zod';
import type { Done } from '../audit/audit';
import type { Handoff } from '../handoffMachine/handoff';
import { mayTake, type Staff } from '../handoffMachine/reasons';
import { level, moment } from '../store/collections/conversationState';
import type { OutgoingMessage } from '../store/collections/phone';
import type { Risk } from '../store/collections/safety';
import { KEPT } from '../store/kept';
import { isOfLife, isTheirs, type PersonIn, readPersonId } from '../store/personId';
import type { Records } from '../store/ports';
import { type AspClock, aspClock } from './asp';
import { firstOf, foldEvent, type RiskEvent, timesSeen, withTimes } from './event';

const LAWFUL = ['consent', 'vitalInterests', 'recognisedInterest', 'legalObligation'] as const;
const CONDITIONS = ['explicitConsent', 'vitalInterests', 'safeguarding', 'support'] as const;
const words = z.string().trim().min(1).max(4_000);

/** What one of the team writes about it: only what happened. What is not here is not known yet. */
export const additionShape = z.object({
  levelHuman: level.optional(),
  humanFirstContactAt: moment.optional(),
  personWishes: words.optional(),
  toldBeforeSharing: z.object({ told: z.boolean(), why: z.string().trim().max(4_000) }).optional(),
  sharedWith: z
    .object({ name: words, role: z.string().trim(), org: words, at: moment, reference: z.string().trim() })
    .optional(),
  whatShared: words.optional(),
  lawfulBasis: z.enum(LAWFUL).optional(),
  condition: z.enum(CONDITIONS).optional(),
  aspThreePoint: z.object({ test: z.enum(['met', 'not', 'unsure']), notes: z.string().trim().max(4_000) }).optional(),
  childInvolved: z.boolean().optional(),
  decision: words.optional(),
  reason: words.optional(),
  followUpOwner: words.optional(),
  followUpDue: moment.optional(),
  learning: words.optional(),
  /** the lead has been through it, and nothing is left to do */
  signedOff: z.literal(true).optional(),
});
export type Addition = z.infer<typeof additionShape>;

export interface RiskDeps {
  readonly risks: Pick<Records<Risk>, 'find' | 'add'>;
  readonly handoffs: Pick<Records<Handoff>, 'find'>;
  readonly outgoing: Pick<Records<OutgoingMessage>, 'find'>;
  /** throws StoreDown, and then nothing is shown or written */
  readonly audit: (done: Done) => Promise<void>;
  /** ms since 1970 */
  readonly now: () => number;
  /** unlike any other */
  readonly newId: () => string;
}

export interface RiskRead extends RiskEvent {
  readonly kind: 'found';
  readonly asp: AspClock;
  /** may sign it off and write what was learned */
  readonly isLead: boolean;
}
export type RiskAnswer = RiskRead | { readonly kind: 'missing' } | { readonly kind: 'notYours' };
export type RiskWritten = 'written' | 'missing' | 'notYours' | 'nothing' | 'future' | 'closed';

const most = 500;

/** They may read the very words that raised a danger, and write in its record: the lead, and whoever has or had the talk. */
export function mayReadDanger(
  reader: Pick<Staff, 'id' | 'roles'>,
  handoffs: readonly Pick<Handoff, 'owner'>[],
): boolean {
  const had = handoffs.some(({ owner }) => owner.kind === 'person' && owner.id === reader.id);
  return had || reader.roles.includes('safeguarding');
}

export function createRisks(deps: RiskDeps) {
  const { now } = deps;

  /** The records of one event of this person, for a reader who may know that there is one; null for any other. */
  async function gather(staff: Staff, person: PersonIn, eventId: string) {
    const of = { conversationId: person.conversationId };
    const [found, all] = await Promise.all([deps.risks.find({ eventId }, most), deps.handoffs.find(of, most)]);
    const records = found.filter(({ conversationId }) => conversationId === person.conversationId);
    const first = firstOf(records);
    const isLead = staff.roles.includes('safeguarding');
    if (first === null || !isTheirs(first.id, person)) return null;
    if (!isLead && first.category === 'concern_about_us') return null;
    const handoffs = all.filter((one) => isOfLife(one, person));
    const event = foldEvent(records);
    if (event === null) return null;
    const sent = await deps.outgoing.find({ ...of, at: first.detectedAt }, 50);
    const seen = timesSeen(first, handoffs, sent);
    const may = mayReadDanger(
      staff,
      handoffs.filter((one) => mayTake(staff, one)),
    );
    return { first, event: { ...event, now: withTimes(event.now, seen) }, seen, isLead, may };
  }

  const note = (staff: Staff, action: string, eventId: string, fields = '') =>
    deps.audit({ actor: staff.id, action, subject: `risk:${eventId}`, detail: fields === '' ? {} : { fields } });

  return {
    /** The record as it stands. A look, and a look that was refused, is in the audit first. */
    async read(staff: Staff, personId: string, eventId: string): Promise<RiskAnswer> {
      const person = readPersonId(personId);
      const found = person === null ? null : await gather(staff, person, eventId);
      if (found === null) return { kind: 'missing' };
      await note(staff, found.may ? 'riskRead' : 'riskRefused', eventId);
      if (!found.may) return { kind: 'notYours' };
      return { kind: 'found', ...found.event, asp: aspClock(found.event.now, now()), isLead: found.isLead };
    },

    /** Adds what somebody wrote, with the times that were seen to happen by now. What was written before stays as it was. */
    async write(staff: Staff, personId: string, eventId: string, added: Addition): Promise<RiskWritten> {
      const person = readPersonId(personId);
      const found = person === null ? null : await gather(staff, person, eventId);
      if (found === null) return 'missing';
      const { learning, signedOff, ...given } = added;
      const forLead = found.isLead ? { learning, signedOff } : {};
      const fields = Object.entries({ ...given, ...forLead }).flatMap(([field, value]) =>
        value === undefined ? [] : [field],
      );
      if (!found.may) {
        await note(staff, 'riskRefused', eventId);
        return 'notYours';
      }
      if (fields.length === 0) return 'nothing';
      if (found.event.now.closedAt !== null) return 'closed';
      const at = now();
      // what has not happened yet is not written down as if it had
      if ((given.humanFirstContactAt ?? 0) > at || (given.sharedWith?.at ?? 0) > at) return 'future';
      await note(staff, 'riskWritten', eventId, fields.join(' '));
      await deps.risks.add(recordOf(found, { ...given, ...forLead }, staff, at));
      return 'written';
    },
  };

  type Gathered = NonNullable<Awaited<ReturnType<typeof gather>>>;

  function recordOf({ first, seen, event }: Gathered, given: Addition, staff: Staff, at: number): Risk {
    const isChild = given.childInvolved === true || event.now.childInvolved === true;
    const isOver = given.signedOff === true;
    return {
      ...first,
      id: `${first.eventId}:by:${deps.newId()}`,
      ...seen,
      // the words are in the first record; they are copied only where this one must outlive it
      exactWords: isChild || isOver ? first.exactWords : null,
      handoffAnswer: null,
      levelHuman: given.levelHuman ?? null,
      humanFirstContactAt: given.humanFirstContactAt ?? seen.humanFirstContactAt,
      personWishes: given.personWishes ?? null,
      toldBeforeSharing: given.toldBeforeSharing ?? null,
      sharedWith: given.sharedWith === undefined ? [] : [given.sharedWith],
      whatShared: given.whatShared ?? null,
      lawfulBasis: given.lawfulBasis ?? null,
      condition: given.condition ?? null,
      aspThreePoint: given.aspThreePoint ?? null,
      childInvolved: given.childInvolved ?? first.childInvolved,
      decision: given.decision ?? null,
      reason: given.reason ?? null,
      followUpOwner: given.followUpOwner ?? null,
      followUpDue: given.followUpDue ?? null,
      leadSignoff: isOver ? staff.name : null,
      closedAt: isOver ? at : null,
      learning: given.learning ?? null,
      writtenAt: at,
      writtenBy: staff.name,
      expiresAt: Math.max(first.expiresAt, at + (isChild ? KEPT.forEver : 7 * KEPT.supportRecord)),
    };
  }
}

export type Risks = ReturnType<typeof createRisks>;
export { CONDITIONS, LAWFUL };
