/** Handoffs on their records: every change is guarded by rev, so that of two claims one wins and the other hears who. */
import { isDeepStrictEqual } from 'node:util';
import { firstAsked } from '../handoffMachine/asked';
import type { Needed } from '../handoffMachine/asking';
import type { House } from '../handoffMachine/clock';
import type { HandoffEvent, Moved } from '../handoffMachine/event';
import { type Ask, HANDOFF_STATES, type Handoff } from '../handoffMachine/handoff';
import { houseOf } from '../handoffMachine/house';
import { move } from '../handoffMachine/move';
import { HELD } from '../handoffMachine/rank';
import { audienceOf } from '../handoffMachine/reasons';
import { RecordDiffers } from '../store/addOnce';
import { turnIn } from '../store/identity';
import type { Records } from '../store/ports';
import { createOpenView } from './openView';

export const OPEN: readonly Handoff['state'][] = HANDOFF_STATES.filter((state) => state !== 'closed');
/** as the version before wrote them */
const openInStore = [...OPEN, 'waiting'];
/** ms after the last deadline */
const KEPT_FOR = 365 * 24 * 60 * 60_000;
/** Handoffs of one conversation that are looked at; more is a fault. */
const mostOfOne = 500;
/** Open ones that are looked at. */
const most = 5_000;
/** A change that meets another is made again on what that left; more often than this is a fault. */
const tries = 40;

export function createRepository(records: Records<Handoff>, house: House = houseOf()) {
  const view = createOpenView({
    revisions: () => records.revisions({ state: { $in: openInStore } }, most),
    these: (ids) => records.find({ id: { $in: ids } }, ids.length),
  });
  /** one that is open is never past its retention */
  const mark = (handoff: Handoff, from: number): Handoff => ({
    ...handoff,
    rev: from + 1,
    expiresAt:
      handoff.state === 'closed' ? handoff.expiresAt : Math.max(handoff.expiresAt, handoff.deadline + KEPT_FOR),
  });

  async function write(next: Handoff, from: Handoff): Promise<Handoff | null> {
    const written = mark(next, from.rev);
    if (!(await records.replace(written, from.rev))) return null;
    view.wrote(written);
    return written;
  }

  /** What an event makes of it, stored; null when there is no such handoff. */
  async function change(id: string, event: HandoffEvent): Promise<Moved | null> {
    for (let go = 0; go < tries; go += 1) {
      const found = await records.get(id);
      if (found === null) return null;
      const result = move(found, event, house);
      if (result.kind !== 'moved') return result;
      const written = await write(result.handoff, found);
      if (written !== null) return { kind: 'moved', handoff: written };
    }
    throw new Error('A handoff kept moving on while it was changed');
  }

  /** The same for one that was just read: read again only where it has moved on since. */
  async function changeFrom(found: Handoff, event: HandoffEvent): Promise<Moved | null> {
    const result = move(found, event, house);
    const written = result.kind === 'moved' ? await write(result.handoff, found) : null;
    return written === null ? change(found.id, event) : { kind: 'moved', handoff: written };
  }

  /** Asked before, under the same name: true when it is the same, and a loud fault when it is not. */
  function isThere(known: readonly Handoff[], ask: Ask, daily: boolean): boolean {
    const there = known.flatMap(({ asks }) => asks).find(({ id }) => id === ask.id);
    if (there === undefined) return false;
    if (!isDeepStrictEqual(daily ? { ...there, at: ask.at } : there, ask))
      throw new RecordDiffers(['reason', 'level', 'at']);
    return true;
  }

  async function need({
    id,
    conversationId,
    reason,
    level,
    at,
    dueAt,
    riskId = '',
    daily = false,
    waits = false,
  }: Needed): Promise<void> {
    const ask: Ask = { id, reason, level, at, riskId };
    const life = turnIn(id, conversationId)?.life ?? '';
    const audience = audienceOf(reason);
    for (let go = 0; go < tries; go += 1) {
      const known = await records.find({ conversationId }, mostOfOne);
      if (isThere(known, ask, daily)) return;
      const mine = known.filter((one) => one.life === life && one.audience === audience);
      const open = mine.find(({ state }) => state !== 'closed');
      if (open === undefined) {
        // its number makes its id, so of two at once one is made and the other joins it
        const own = `${conversationId}:${life}:${mine.length}:${audience}`;
        const made = firstAsked(own, { conversationId, life }, { at, ask, dueAt, waits }, house);
        if (!(await records.add(made))) continue;
        view.wrote(made);
        return;
      }
      const result = move(open, { name: 'asked', at, ask, dueAt, waits }, house);
      if (result.kind !== 'moved' || (await write(result.handoff, open)) !== null) return;
    }
    throw new Error('A handoff kept moving on while it was asked for');
  }

  return {
    need,
    change,
    changeFrom,
    get: (id: string) => records.get(id),
    /** the revision of each of these that is there */
    revisions: (ids: readonly string[]) => records.revisions({ id: { $in: ids } }, ids.length),
    /** every open one, read now */
    open: view.readNow,
    /** the same for a page: what another process did is in it within a second */
    shown: view.shown,
    /** those in somebody's hands now: few, however many wait */
    held: () => records.find({ state: { $in: HELD } }, most),
    /** open ones whose deadline has come by a moment, ms */
    async due(at: number, limit = 5_000): Promise<readonly Handoff[]> {
      const due = await records.find({ state: { $in: OPEN }, deadline: { $lte: at } }, limit);
      // of a process of the version before: without a deadline, and so due
      return [...due, ...(await records.find({ state: 'waiting' }, limit))];
    },
    /** open ones of a conversation and its life now, the team's first */
    async ofConversation(conversationId: string): Promise<readonly Handoff[]> {
      return (await records.find({ conversationId }, mostOfOne)).filter(({ state }) => state !== 'closed');
    },
    /** every one of a conversation, closed ones too */
    everOf: (conversationId: string) => records.find({ conversationId }, mostOfOne),
    /** those asked for since a moment, ms, in which danger was seen by one of us */
    seenSince: (since: number, limit = 20_000) =>
      records.find({ askedAt: { $gte: since }, 'steps.what': 'acknowledged' }, limit),
    /** those with something left to do since a moment, ms */
    undone: (since: number, limit: number) => records.find({ todoSince: { $lte: since } }, limit),
    /** Takes what was done off the list. */
    async did(id: string, keys: readonly string[]): Promise<void> {
      for (let go = 0; go < tries; go += 1) {
        const found = await records.get(id);
        if (found === null) return;
        const todo = found.todo.filter(({ key }) => !keys.includes(key));
        if (todo.length === found.todo.length) return;
        if ((await write({ ...found, todo, todoSince: todo.length === 0 ? null : found.todoSince }, found)) !== null)
          return;
      }
      throw new Error('A handoff kept moving on while it was ticked off');
    },
  };
}
