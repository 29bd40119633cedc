/** The order handoffs are seen to: how soon it must be, then how long they have waited. Nothing else about a person counts. */
import type { Level } from '../../dialogs/types';
import type { Handoff } from './handoff';
import { mayTake, type Staff } from './reasons';

const place: Readonly<Record<Level, number>> = { P0: 0, P1: 1, P2: 2, P3: 3, P4: 4 };
export const isSooner = (a: Level, b: Level): boolean => place[a] < place[b];

/** Since when somebody waits for one of us: their last unanswered words, or the asking. */
export const waitsSince = ({ waitingSince, askedAt }: Handoff): number => waitingSince ?? askedAt;

export function byUrgency(a: Handoff, b: Handoff): number {
  return place[a.level] - place[b.level] || waitsSince(a) - waitsSince(b) || (a.id < b.id ? -1 : 1);
}

/** What this member of staff may see, the most urgent first. */
export function queueOf(open: readonly Handoff[], staff: Staff): readonly Handoff[] {
  return open.filter((one) => one.state !== 'closed' && mayTake(staff, one)).sort(byUrgency);
}

/** The states in which somebody has a thread in their hands. */
export const HELD: readonly Handoff['state'][] = ['claimed', 'live'];

const holds = ({ owner, state }: Handoff, { id }: Staff) =>
  owner.kind === 'person' && owner.id === id && HELD.includes(state);

/** How many threads they hold now. */
export const holdsNow = (open: readonly Handoff[], staff: Staff): number =>
  open.filter((one) => holds(one, staff)).length;

/**
 * The most urgent one they may take now; null when there is none. Offered to somebody else it may be taken all the same:
 * the first hand wins. With no room left only danger is given.
 */
export function next(open: readonly Handoff[], staff: Staff, room: number): Handoff | null {
  const full = holdsNow(open, staff) >= room;
  const free = queueOf(open, staff).filter(({ state }) => state === 'queued' || state === 'offered');
  return free.find(({ level }) => !full || level === 'P0' || level === 'P1') ?? null;
}
