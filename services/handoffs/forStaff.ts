/** What staff do with handoffs: see, take, write, hand back, call, close. Each is in the audit before it is done. */
import type { Happening, Settings } from '../../dialogs/types';
import type { Done } from '../audit/audit';
import { OFFICE_ROTA, type Rota } from '../calendar/team';
import type { Risk } from '../conversation/effects/effect';
import { worldAt } from '../conversation/world';
import type { Keeping } from '../promises/keeping';
import { createHandoffPromises } from '../promises/ofHandoff';
import type { OutgoingMessage } from '../store/collections/phone';
import type { ConversationStore, Records, TurnRecord } from '../store/ports';
import { type Brief, briefOf, type Row, rowOf } from './brief';
import type { createClocks } from './clocks';
import type { createLookers } from './lookers';
import type { House } from './machine/clock';
import type { Handoff, Step, TeamNote } from './machine/handoff';
import { type HandoffEvent, move, type Outcome, type Refusal } from './machine/move';
import { isOwner, nameOf } from './machine/parts';
import { holdsNow, next, queueOf } from './machine/rank';
import { mayTake, type Staff } from './machine/reasons';
import type { createRepository } from './repository';
import { itemsOf, type ThreadItem } from './thread';

export interface StaffDeps {
  readonly store: Pick<ConversationStore, 'look' | 'transcript'>;
  readonly risks: Pick<Records<Risk>, 'find'>;
  readonly promises: Keeping;
  readonly outgoing: Pick<Records<OutgoingMessage>, 'find'>;
  /** tells a conversation of something; the same key does it once */
  readonly happen: (conversationId: string, key: string, event: Happening) => Promise<TurnRecord | null>;
  /** one of us writes to this conversation just now; its open pages show it for a moment */
  readonly writing?: (conversationId: string) => void;
  /** throws StoreDown, and then nothing is done */
  readonly audit: (done: Done) => Promise<void>;
  readonly settings: Settings;
  /** who works with people, whether they are there now or not */
  readonly people: (at: number) => Promise<readonly Staff[]>;
  readonly rota?: () => Rota;
  /** ms since 1970 */
  readonly now: () => number;
}

/**
 * Why not: there is none they may see (`unknown`), it is closed, somebody else has it, it was not taken yet, it is not for
 * them, the person said STOP, left for now, or another of us is in the thread; or the words or times given are no good.
 */
export type WhyNot = Refusal | 'unknown' | 'stopped' | 'away' | 'inThread' | 'bad';
export interface Refused {
  readonly kind: 'refused';
  readonly why: WhyNot;
  /** who has it, '' where nobody is named */
  readonly holder: string;
}
export type Acted = { readonly kind: 'done'; readonly row: Row } | Refused;
export type Wrote = { readonly kind: 'said'; readonly items: readonly ThreadItem[] } | Refused;

/** What is left to do after a talk. */
export interface NextGiven {
  readonly action: string;
  readonly ownerId: string;
  readonly dueAt: number;
}

export interface ReadHandoff {
  readonly kind: 'found';
  readonly row: Row;
  readonly conversationId: string;
  readonly brief: Brief;
  readonly steps: readonly Step[];
  readonly outcome: Handoff['outcome'];
  readonly note: string;
  /** of everything this person was with us for and the reader may see, oldest first */
  readonly notes: readonly TeamNote[];
  /** the next thing its owner does about it; '' for none */
  readonly nextAction: string;
  /** who may be given that, the reader first */
  readonly colleagues: readonly Pick<Staff, 'id' | 'name'>[];
  readonly thread: ThreadPage;
  /** since when what they send may be about one of us, and is not for this reader, ms; null: all of it is */
  readonly withheldSince: number | null;
  /** who else has it on their screen */
  readonly lookers: readonly string[];
}
export interface ThreadPage {
  readonly items: readonly ThreadItem[];
  /** items there are in all */
  readonly total: number;
}

/** The longest of an advisor's messages, in characters: a person reads it on a phone. */
export const LONGEST_WORDS = 1_500;
const LONGEST_NOTE = 4_000;
const LONGEST_ACTION = 200;
/** Turns read at once. */
const page = 500;
/** A call is agreed at most so far ahead, ms. */
const farthestCall = 60 * 24 * 60 * 60_000;

const refuse = (why: WhyNot, holder = ''): Refused => ({ kind: 'refused', why, holder });

export function createForStaff(
  deps: StaffDeps,
  repository: ReturnType<typeof createRepository>,
  clocks: ReturnType<typeof createClocks>,
  lookers: ReturnType<typeof createLookers>,
  house: House,
) {
  const { now } = deps;
  const promises = createHandoffPromises(deps.promises, now);
  const isLead = (staff: Staff) => staff.roles.includes('safeguarding');
  const note = (staff: Staff, action: string, { id }: Handoff, detail: Done['detail'] = {}) =>
    deps.audit({ actor: staff.id, action, subject: `handoff:${id}`, detail });

  /** One they may see; null for any other, whether it is there or not. */
  async function seen(staff: Staff, id: string): Promise<Handoff | null> {
    const handoff = await repository.get(id);
    return handoff !== null && mayTake(staff, handoff) ? handoff : null;
  }

  async function act(staff: Staff, id: string, action: string, event: HandoffEvent): Promise<Acted> {
    const handoff = await seen(staff, id);
    if (handoff === null) return refuse('unknown');
    const first = move(handoff, event, house);
    if (first.kind === 'refused') return refuse(first.why, nameOf(first.owner));
    await note(staff, action, handoff);
    const result = await repository.change(id, event);
    if (result === null) return refuse('unknown');
    // somebody was quicker
    if (result.kind === 'refused') return refuse(result.why, nameOf(result.owner));
    await clocks.perform(result.handoff);
    return { kind: 'done', row: rowOf(result.handoff, staff) };
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

  /** Why their words were not said, as the conversation stands. */
  async function whyNotSaid(handoff: Handoff): Promise<Refused> {
    const state = (await deps.store.look(handoff.conversationId))?.state;
    if (state === undefined) return refuse('unknown');
    if (state.contact === 'STOPPED') return refuse('stopped');
    if (state.mode === 'advisor' && state.thread?.id !== handoff.id) {
      const other = state.thread === null ? null : await repository.get(state.thread.id);
      return refuse('inThread', other === null ? '' : nameOf(other.owner));
    }
    if (state.mode !== 'advisor') return refuse('away');
    const latest = await repository.get(handoff.id);
    return refuse('held', latest === null ? '' : nameOf(latest.owner));
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

  /** What is left to do, with its owner by name; null where it is no such thing. */
  async function nextFor(handoff: Handoff, staff: Staff, given: NextGiven) {
    const owner = (await colleaguesFor(handoff, staff)).find(({ id }) => id === given.ownerId);
    const action = given.action.trim();
    const isGood = action !== '' && action.length <= LONGEST_ACTION && !badCall(given.dueAt);
    return owner === undefined || !isGood ? null : { action, owner, dueAt: given.dueAt };
  }

  const badCall = (at: number) => at <= now() || at > now() + farthestCall;

  return {
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

    /** Theirs from now on. Of two at once one has it, and the other hears who. */
    claim: (staff: Staff, id: string) => act(staff, id, 'handoffClaimed', { name: 'claimed', at: now(), by: staff }),

    /** The most urgent they may take, taken; null when there is none. `room`: threads they can hold. */
    async claimNext(staff: Staff, room = 3): Promise<Acted | null> {
      for (;;) {
        const open = await repository.open();
        const found = next(open, staff, room);
        if (found === null) return null;
        const claimed = await act(staff, found.id, 'handoffClaimed', { name: 'claimed', at: now(), by: staff });
        if (claimed.kind === 'done' || claimed.why !== 'held') return claimed;
      }
    },

    /** From whoever has it: a supervisor's. The person hears who is there now, the other is refused from then on. */
    takeOver: (staff: Staff, id: string) =>
      act(staff, id, 'handoffTakenOver', { name: 'tookOver', at: now(), by: staff }),

    /** Back to the team: they cannot go on with it. */
    async release(staff: Staff, id: string): Promise<Acted> {
      const handoff = await seen(staff, id);
      if (handoff !== null && !isOwner(handoff.owner, staff)) return refuse('held', nameOf(handoff.owner));
      return act(staff, id, 'handoffReleased', { name: 'gone', at: now(), id: staff.id, why: 'released' });
    },

    /**
     * Their words to the person, in the person's own channel and within their rules. `key` is the page's own for this
     * message: sent again after a lost answer it is said once.
     */
    async say(
      staff: Staff,
      id: string,
      { key, words }: { readonly key: string; readonly words: string },
    ): Promise<Wrote> {
      const text = words.trim();
      if (text === '' || text.length > LONGEST_WORDS || !/^[A-Za-z0-9_-]{8,80}$/.test(key)) return refuse('bad');
      const handoff = await seen(staff, id);
      if (handoff === null) return refuse('unknown');
      const may = move(handoff, { name: 'said', at: now(), by: staff }, house);
      if (may.kind === 'refused') return refuse(may.why, nameOf(may.owner));
      await note(staff, 'handoffSaid', handoff);
      // what the conversation was not told yet comes before their words
      await clocks.perform(handoff);
      const { conversationId, claim } = handoff;
      const turn = await deps.happen(conversationId, `${id}:said:${staff.id}:${key}`, {
        name: 'advisorWrote',
        person: staff.name,
        words: text,
        thread: { id, claim },
      });
      if (turn === null) return refuse('unknown');
      if (!turn.messageIds.includes('W-SAYS')) return whyNotSaid(handoff);
      await promises.spoke(handoff);
      const sent = await deps.outgoing.find({ conversationId, at: turn.at }, 50);
      return { kind: 'said', items: itemsOf([turn], sent, isLead(staff)) };
    },

    /** They are writing: shown on the person's open page for a moment, while the two talk. Nothing is kept of it. */
    async writes(staff: Staff, id: string): Promise<void> {
      const handoff = await seen(staff, id);
      if (handoff === null || handoff.claimedAt === null || !isOwner(handoff.owner, staff)) return;
      const state = (await deps.store.look(handoff.conversationId))?.state;
      const talks = state?.mode === 'advisor' && state.contact === 'OPEN' && state.thread?.id === id;
      if (talks) deps.writing?.(handoff.conversationId);
    },

    /** The bot goes on: said to the person. `goesOn`: so do the questions, where they were; that is a person's decision after danger. */
    async handBack(
      staff: Staff,
      id: string,
      given: { readonly intake: 'goesOn' | 'stays'; readonly note: string },
    ): Promise<Acted> {
      const done = await act(staff, id, 'handoffHandedBack', {
        name: 'handedBack',
        at: now(),
        by: staff,
        intake: given.intake,
        note: given.note.slice(0, LONGEST_NOTE),
      });
      const handoff = done.kind === 'done' ? await repository.get(id) : null;
      if (handoff !== null) await promises.ended(handoff, 'handedBack');
      return done;
    },

    /** A call, or another next thing, is agreed for a time: a promise, and the clock keeps it. */
    async callback(staff: Staff, id: string, given: { readonly at: number; readonly note: string }): Promise<Acted> {
      if (badCall(given.at)) return refuse('bad');
      const event = {
        name: 'callbackAgreed',
        at: now(),
        by: staff,
        callAt: given.at,
        note: given.note.slice(0, LONGEST_NOTE),
      } as const;
      const done = await act(staff, id, 'handoffCallback', event);
      const handoff = done.kind === 'done' ? await repository.get(id) : null;
      if (handoff !== null) await promises.callBack(handoff, staff, given.at);
      return done;
    },

    /** They called. Not reached: tried again at `nextAt`. */
    async called(
      staff: Staff,
      id: string,
      given: { readonly reached: true } | { readonly reached: false; readonly nextAt: number },
    ): Promise<Acted> {
      if (!given.reached && badCall(given.nextAt)) return refuse('bad');
      const nextAt = given.reached ? 0 : given.nextAt;
      const event = { name: 'called', at: now(), by: staff, reached: given.reached, nextAt } as const;
      const done = await act(staff, id, given.reached ? 'handoffReached' : 'handoffNotReached', event);
      const handoff = done.kind === 'done' ? await repository.get(id) : null;
      const again = given.reached || handoff?.nextAction !== '' ? null : given.nextAt;
      if (handoff !== null) await promises.called(handoff, staff, again);
      return done;
    },

    /** A private note beside the talk, by whoever may see it. */
    async wroteNote(staff: Staff, id: string, words: string): Promise<Acted> {
      const text = words.trim();
      if (text === '' || text.length > LONGEST_NOTE) return refuse('bad');
      return act(staff, id, 'handoffNoted', { name: 'wroteNote', at: now(), by: staff, words: text });
    },

    /** The talk is over. `next`: what is left to do, whose it is and by when; without it nothing is. */
    async wrapUp(
      staff: Staff,
      id: string,
      given: {
        readonly outcome: Outcome;
        readonly note: string;
        readonly next?: NextGiven;
      },
    ): Promise<Acted> {
      const before = await seen(staff, id);
      if (before === null) return refuse('unknown');
      const next = given.next === undefined ? undefined : await nextFor(before, staff, given.next);
      if (next === null) return refuse('bad');
      const event = {
        name: 'wrappedUp',
        at: now(),
        by: staff,
        outcome: given.outcome,
        note: given.note.slice(0, LONGEST_NOTE),
        ...(next === undefined ? {} : { next }),
      } as const;
      const done = await act(staff, id, 'handoffWrappedUp', event);
      const handoff = done.kind === 'done' ? await repository.get(id) : null;
      if (handoff?.state === 'closed') await promises.ended(handoff, given.outcome);
      else if (handoff !== null) await promises.wentOn(handoff);
      return done;
    },

    /** The handoff an alarm is about, for whoever came by its link and signed in; null when they may not see it. */
    async byAlarm(staff: Staff, subject: string): Promise<string | null> {
      const open = queueOf(await repository.open(), staff);
      const found = open.find((one) => clocks.subjectOf(one) === subject || clocks.risksOf(one).includes(subject));
      return found?.id ?? null;
    },

    /** How many threads they hold. */
    holds: async (staff: Staff) => holdsNow(await repository.held(), staff),
  };
}
