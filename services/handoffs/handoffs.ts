/** Handoffs to people of the team, put together: asking, clocks, and what staff do. How to build on it: docs/handoffs.md. */
import { OFFICE_ROTA, type Rota } from '../calendar/team';
import type { HolderNews, Needed, NeedPerson } from '../handoffMachine/asking';
import type { House } from '../handoffMachine/clock';
import type { Handoff } from '../handoffMachine/handoff';
import { houseOf } from '../handoffMachine/house';
import { holdsNow } from '../handoffMachine/rank';
import { isHere, mayTake, type Staff } from '../handoffMachine/reasons';
import { createHandoffPromises } from '../promises/ofHandoff';
import type { ConversationStore, Records } from '../store/ports';
import { type ClockDeps, createClocks } from './clocks';
import { createForStaff } from './forStaff';
import { createLookers, type Looker } from './lookers';
import { happeningOf } from './news';

import { createRepository } from './repository';
import type { Refused, StaffDeps } from './staff/shapes';
import { createTasks } from './tasks';
import { createWatching } from './watching';

export interface HandoffsParts
  extends Omit<ClockDeps, 'repository' | 'house' | 'tell'>,
    Omit<StaffDeps, 'store' | 'rota' | 'people'> {
  readonly handoffs: Records<Handoff>;
  readonly lookers: Records<Looker>;
  readonly store: StaffDeps['store'] & Pick<ConversationStore, 'revisions'>;
  readonly house?: House;
  /** what people are told by the rota of the team at a moment; office hours where none was made */
  readonly toldByRota?: (at: number) => Rota;
}

/** Minutes in which somebody who is there answers: people are told no less, and after it nobody is left to wait. */
const answersWithin = 5;
/** Who is on duty is known for so long without being asked again, ms; after that nobody is promised. */
const knownFor = 20_000;

export function createHandoffs(parts: HandoffsParts) {
  const { now, log } = parts;
  const house = parts.house ?? houseOf();
  const repository = createRepository(parts.handoffs, house);
  const lookers = createLookers(parts.lookers, now);

  const promises = createHandoffPromises(parts.promises, now);
  const tell: ClockDeps['tell'] = async (handoff, news) => {
    if (news.what === 'accepted' || news.what === 'released') await promises.owned(handoff, handoff.owner);
    // here as well as where it was done: a process may have ended between the two
    if (news.what === 'goesOn' || news.what === 'stays')
      await (handoff.outcome === null ? promises.wentOn(handoff) : promises.ended(handoff, handoff.outcome));
    const happening = happeningOf(handoff, news);
    if (happening !== null) await parts.happen(handoff.conversationId, news.key, happening);
  };
  const clocks = createClocks({ ...parts, repository, house, tell });
  const forStaff = createForStaff({ ...parts, rota: () => rota }, repository, clocks, lookers, house);
  const actOnTasks = createTasks({ repository, wrapUp: forStaff.wrapUp });
  const watching = createWatching({ revisions: parts.store.revisions, repository, log });
  const running = new Set<Promise<void>>();

  /** Done beside whatever asked for it; what fails is done by the next look. */
  function aside(work: () => Promise<void>): void {
    const ended = work().catch((error: unknown) =>
      log('handoff.later', { error: error instanceof Error ? error.name : 'unknown' }),
    );
    running.add(ended);
    void ended.finally(() => running.delete(ended));
  }

  /** A person is needed: written down, then somebody is asked at once. */
  const need: NeedPerson = async (needed) => {
    await repository.need(needed);
    aside(() => clocks.lookAtConversation(needed.conversationId));
  };

  const told = parts.toldByRota ?? (() => OFFICE_ROTA);
  let byRota: Rota = OFFICE_ROTA;
  let rota: Rota = OFFICE_ROTA;
  let rotaAt = 0;

  /** Somebody on shift, at their console, with room: only then is anybody told that one of us comes now. */
  async function lookWhoIsThere(): Promise<void> {
    const at = now();
    const [team, held] = [await parts.people(at), await repository.held()];
    const free = team.filter((one) => one.onShift && isHere(one, at) && one.roles.includes('advisor'));
    const [first] = free
      .filter((one) => holdsNow(held, one) < one.room)
      .sort((a, b) => holdsNow(held, a) - holdsNow(held, b) || (a.id < b.id ? -1 : 1));
    const onDuty = first === undefined ? null : { name: first.name, minutes: answersWithin };
    const base = told(at);
    if (rota.onDuty?.name !== onDuty?.name || byRota !== base) rota = { ...base, onDuty };
    byRota = base;
    rotaAt = at;
  }

  return {
    ...forStaff,
    actOnTasks,
    need,
    /** one look at all clocks (services/work) */
    look: clocks.look,
    /** To be called every few seconds in each process: who can be promised to somebody who asks for a person. */
    lookWhoIsThere,
    /** The rota as people are told it: with nobody known to be there, nobody is promised. */
    rota: (): Rota => (now() - rotaAt < knownFor ? rota : byRota),

    /** The person wrote, was written to, or left, while one of us holds the thread. */
    async holderNews({ handoffId, claim, what, why, at }: HolderNews): Promise<void> {
      if (what !== 'said') {
        const event = what === 'heard' ? ({ name: 'heard', at } as const) : ({ name: 'left', at, why } as const);
        await repository.change(handoffId, event);
        return;
      }
      const handoff = await repository.get(handoffId);
      if (handoff?.claim !== claim || handoff.owner.kind !== 'person') return;
      const by = { ...handoff.owner, roles: [] };
      const result = await repository.change(handoffId, { name: 'said', at, by });
      if (result?.kind === 'moved') await clocks.perform(result.handoff);
    },

    /** A hub elsewhere took what the team is asked for in this conversation, or is done with it. */
    async hub(conversationId: string, has: boolean): Promise<void> {
      for (const { id, audience } of await repository.ofConversation(conversationId)) {
        const result = audience === 'team' ? await repository.change(id, { name: 'hub', at: now(), has }) : null;
        if (result?.kind !== 'moved') continue;
        await clocks.perform(result.handoff);
        await (has ? promises.spoke(result.handoff) : promises.ended(result.handoff, 'handedBack'));
      }
    },

    /** The person booked a call: whoever is free then has what the team is asked for. Null where a talk goes on, or danger does. */
    async booked(
      needed: Needed,
      call: { readonly by: Staff; readonly callAt: number; readonly until: number },
    ): Promise<Handoff | null> {
      const ofTeam = async () =>
        (await repository.ofConversation(needed.conversationId)).find(({ audience }) => audience === 'team');
      if ((await ofTeam()) === undefined) await repository.need(needed);
      const open = await ofTeam();
      const result = open && (await repository.change(open.id, { name: 'booked', at: now(), ...call }));
      return result?.kind === 'moved' ? result.handoff : null;
    },

    /** The person called off what they had booked. */
    async calledOff(conversationId: string): Promise<void> {
      for (const { id, audience } of await repository.ofConversation(conversationId))
        if (audience === 'team') await repository.change(id, { name: 'calledOff', at: now() });
    },

    /** From danger to the first of us who saw it, since a moment: ms by level, as they were written down at the time. */
    async acknowledgedSince(since: number): Promise<ReadonlyMap<string, { n: number; p50: number; p95: number }>> {
      const waits = new Map<string, number[]>();
      for (const { steps } of await repository.seenSince(since))
        for (const { what, detail } of steps.filter((one) => one.what === 'acknowledged')) {
          const [level = '', ms = ''] = what === 'acknowledged' ? detail.split(' ') : [];
          waits.set(level, [...(waits.get(level) ?? []), Number(ms)]);
        }
      const share = (sorted: readonly number[], part: number) =>
        sorted[Math.min(sorted.length - 1, Math.ceil(part * sorted.length) - 1)] ?? 0;
      return new Map(
        [...waits].map(([level, all]) => {
          const sorted = all.toSorted((a, b) => a - b);
          return [level, { n: sorted.length, p50: share(sorted, 0.5), p95: share(sorted, 0.95) }];
        }),
      );
    },

    /** Somebody said behind the link of an alarm that they have it. */
    async seen(subject: string, who: string): Promise<void> {
      for (const handoff of await repository.open()) {
        if (clocks.subjectOf(handoff) !== subject && !clocks.risksOf(handoff).includes(subject)) continue;
        const result = await repository.change(handoff.id, { name: 'seen', at: now(), who });
        if (result?.kind === 'moved') await clocks.perform(result.handoff);
      }
    },

    /** This handoff is on their screen ('' for the queue). To be called every 15 seconds; the others see it. */
    looks: lookers.looks,

    /**
     * Calls `tell` when this handoff, its talk, or (null) the queue has moved, also by another process; gives back how to
     * stop. A hint: read again. Refused where they may not see it.
     */
    async watch(
      staff: Staff,
      id: string | null,
      onNews: () => void,
    ): Promise<{ readonly kind: 'watching'; readonly stop: () => void } | Refused> {
      const handoff = id === null ? null : await repository.get(id);
      if (id !== null && (handoff === null || !mayTake(staff, handoff)))
        return { kind: 'refused', why: 'unknown', holder: '' };
      return { kind: 'watching', stop: await watching.open(id, handoff?.conversationId ?? null, onNews) };
    },
    /** this process went on with a conversation */
    conversationMoved: watching.conversationMoved,
    close: watching.close,
    /** resolves when nothing is under way */
    async idle(): Promise<void> {
      while (running.size > 0) await Promise.all(running);
    },
  };
}
