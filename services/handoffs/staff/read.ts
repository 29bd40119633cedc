/** What staff see: the queue, one handoff with its brief, and the talk so far. */
import { OFFICE_ROTA } from '../../calendar/team';
import { worldAt } from '../../calendar/world';
import type { Handoff, TeamNote } from '../../handoffMachine/handoff';
import { queueOf } from '../../handoffMachine/rank';
import { mayTake, type Staff } from '../../handoffMachine/reasons';
import { type Brief, briefOf, type Row, rowOf } from '../brief';
import type { createLookers } from '../lookers';
import type { createRepository } from '../repository';
import { itemsOf } from '../thread';
import { isLead, type ReadHandoff, type Refused, refuse, type StaffDeps, type ThreadPage } from './shapes';

/** Turns read at once. */
const page = 500;

/** Of all they may see; what they may not is not there. `note` writes down in the audit that it was read. */
export function createStaffReads(
  deps: StaffDeps,
  repository: ReturnType<typeof createRepository>,
  lookers: ReturnType<typeof createLookers>,
  note: (staff: Staff, action: string, handoff: Handoff) => Promise<void>,
) {
  const { now } = deps;

  /** One they may see; null for any other, whether it is there or not. */
  async function seen(staff: Staff, id: string): Promise<Handoff | null> {
    const handoff = await repository.get(id);
    return handoff !== null && mayTake(staff, handoff) ? handoff : null;
  }

  async function threadOf(handoff: Handoff, staff: Staff, after: number): Promise<ThreadPage> {
    const { conversationId } = handoff;
    const there = await deps.store.look(conversationId);
    // forgotten since, or begun again by whoever has the number now
    if (there === null || (handoff.life !== '' && there.life !== handoff.life)) return { items: [], total: 0 };
    const turns = await deps.store.transcript(conversationId, after, page);
    const since = turns[0]?.at ?? 0;
    const sent = turns.length === 0 ? [] : await deps.outgoing.find({ conversationId, at: { $gte: since } }, 2_000);
    const items = itemsOf(turns, sent, isLead(staff)).filter(({ item }) => item > after);
    return { items, total: there.items };
  }

  async function briefFor(handoff: Handoff, staff: Staff): Promise<Brief | null> {
    const { conversationId } = handoff;
    const there = await deps.store.look(conversationId);
    if (there === null || (handoff.life !== '' && there.life !== handoff.life)) return null;
    const world = worldAt({
      now: new Date(now()),
      channel: there.state.channel,
      settings: deps.settings,
      seed: '',
      match: () => ({ options: [], leftOut: [] }),
      rota: deps.rota?.() ?? OFFICE_ROTA,
    });
    const [risks, promises] = await Promise.all([
      deps.risks.find({ conversationId }, 200),
      deps.promises.ofConversation(conversationId),
    ]);
    return briefOf({ state: there.state, world, risks, promises, reader: staff.name, isLead: isLead(staff) });
  }

  /** Everything the team was ever asked for about this person, closed or not. */
  const everOf = async ({ conversationId, life }: Handoff): Promise<readonly Handoff[]> =>
    (await repository.everOf(conversationId)).filter((one) => one.life === life);

  /** Everything the team wrote down about this person, but what is not for this reader. */
  const notesIn = (all: readonly Handoff[], staff: Staff): readonly TeamNote[] =>
    all
      .filter((one) => mayTake(staff, one))
      .flatMap(({ notes }) => notes)
      .sort((a, b) => a.at - b.at);

  /** Since a worry about us was brought, what came is the lead's alone. */
  function withheldSince(all: readonly Handoff[], staff: Staff): number | null {
    const worries = isLead(staff) ? [] : all.filter(({ audience }) => audience === 'lead');
    return worries.length === 0 ? null : Math.min(...worries.map(({ askedAt }) => askedAt));
  }

  async function colleaguesFor(handoff: Handoff, staff: Staff): Promise<readonly Staff[]> {
    const others = (await deps.people(now())).filter((one) => one.id !== staff.id && mayTake(one, handoff));
    return [staff, ...others];
  }

  return {
    seen,
    colleaguesFor,

    /** Everything open they may see, the most urgent first. */
    async list(staff: Staff): Promise<readonly Row[]> {
      return queueOf(await repository.shown(), staff).map((one) => rowOf(one, staff));
    },

    /** One with its brief and the talk so far; that it was read is in the audit. `again`: by a page that was written down when it opened. */
    async read(staff: Staff, id: string, again = false): Promise<ReadHandoff | Refused> {
      const handoff = await seen(staff, id);
      if (handoff === null) return refuse('unknown');
      if (!again) await note(staff, 'handoffRead', handoff);
      const [brief, looking, ever, colleagues, thread] = await Promise.all([
        briefFor(handoff, staff),
        lookers.at(id),
        everOf(handoff),
        colleaguesFor(handoff, staff),
        threadOf(handoff, staff, 0),
      ]);
      if (brief === null) return refuse('unknown');
      return {
        kind: 'found',
        row: rowOf(handoff, staff),
        conversationId: handoff.conversationId,
        brief,
        steps: handoff.steps,
        outcome: handoff.outcome,
        note: handoff.note,
        notes: notesIn(ever, staff),
        nextAction: handoff.nextAction,
        colleagues: colleagues.map(({ id: theirs, name }) => ({ id: theirs, name })),
        thread,
        withheldSince: withheldSince(ever, staff),
        lookers: looking.filter((one) => one.id !== staff.id).map(({ name }) => name),
      };
    },

    /** What was said after item `after`, for a page that already has what came before. */
    async thread(
      staff: Staff,
      id: string,
      after: number,
    ): Promise<({ readonly kind: 'found' } & ThreadPage) | Refused> {
      const handoff = await seen(staff, id);
      if (handoff === null) return refuse('unknown');
      if (after <= 0) await note(staff, 'handoffRead', handoff);
      return { kind: 'found', ...(await threadOf(handoff, staff, after)) };
    },
  };
}
