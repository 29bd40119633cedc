/** A small team and one handoff, for the tests of the state machine. */
import { isOpen, OFFICE_HOURS } from '../../../services/calendar/working';
import { firstAsked } from '../../../services/handoffMachine/asked';
import type { House } from '../../../services/handoffMachine/clock';
import type { HandoffEvent, Moved } from '../../../services/handoffMachine/event';
import type { Ask, Handoff } from '../../../services/handoffMachine/handoff';
import { move } from '../../../services/handoffMachine/move';
import type { StaffNow } from '../../../services/handoffMachine/reasons';
import type { Role } from '../../../services/store/collections/roles';

export const minute = 60_000;
export const hour = 60 * minute;
/** a Tuesday, 10 in the morning */
export const start = Date.UTC(2026, 10, 24, 10);

export const house: House = {
  hours: OFFICE_HOURS,
  open: (at) => isOpen(at),
  holderOf: (duty) => `${duty} by the rota`,
};

export const someone = (id: string, ...roles: Role[]): StaffNow => ({
  id,
  name: id,
  roles,
  onShift: true,
  signedIn: true,
  seenAt: Number.MAX_SAFE_INTEGER,
  room: 3,
});
export const morag = someone('Morag', 'advisor');
export const ali = someone('Ali', 'advisor');
export const lead = someone('Jean', 'safeguarding');
export const boss = someone('Rab', 'manager');
export const everybody = [morag, ali, lead, boss];

let asks = 0;
export const asking = (over: Partial<Ask> = {}): Ask => ({
  id: `ask-${++asks}`,
  reason: 'risk',
  level: 'P0',
  at: start,
  riskId: '',
  ...over,
});

export function aHandoff(over: Partial<Ask> = {}, at = start, dueAt = at + 4 * hour): Handoff {
  const ask = asking({ at, ...over });
  return firstAsked('c:a:1:handoff', { conversationId: 'c', life: 'a' }, { at, ask, dueAt }, house);
}

export const resultOf = (handoff: Handoff, event: HandoffEvent): Moved => move(handoff, event, house);

/** What it is after these; one that is refused fails the test. */
export function through(handoff: Handoff, ...events: readonly HandoffEvent[]): Handoff {
  return events.reduce((now, event) => {
    const result = move(now, event, house);
    if (result.kind === 'refused') throw new Error(`${event.name} was refused: ${result.why}`);
    return result.handoff;
  }, handoff);
}

/** The clock, every ten seconds until `until`. */
export function ticking(handoff: Handoff, until: number, people: readonly StaffNow[] = [], from = start): Handoff {
  let now = handoff;
  for (let at = from; at <= until; at += 10_000) now = through(now, { name: 'clock', at, people, open: [now] });
  return now;
}
