/** What staff do with handoffs: see, take, write, hand back, call, close. Each is in the audit before it is done. */
import type { Done } from '../audit/audit';
import type { House } from '../handoffMachine/clock';
import type { HandoffEvent } from '../handoffMachine/event';
import type { Handoff } from '../handoffMachine/handoff';
import { move } from '../handoffMachine/move';
import { isOwner, nameOf } from '../handoffMachine/parts';
import { holdsNow, next, queueOf } from '../handoffMachine/rank';
import type { Staff } from '../handoffMachine/reasons';
import { createHandoffPromises } from '../promises/ofHandoff';
import { rowOf } from './brief';
import type { createClocks } from './clocks';
import type { createLookers } from './lookers';
import type { createRepository } from './repository';
import { createFinish } from './staff/finish';
import { createStaffReads } from './staff/read';
import { createSay } from './staff/say';
import { type Acted, LONGEST_NOTE, refuse, type StaffDeps } from './staff/shapes';

export function createForStaff(
  deps: StaffDeps,
  repository: ReturnType<typeof createRepository>,
  clocks: ReturnType<typeof createClocks>,
  lookers: ReturnType<typeof createLookers>,
  house: House,
) {
  const { now } = deps;
  const promises = createHandoffPromises(deps.promises, now);
  const note = (staff: Staff, action: string, { id }: Handoff, detail: Done['detail'] = {}) =>
    deps.audit({ actor: staff.id, action, subject: `handoff:${id}`, detail });
  const { seen, colleaguesFor, ...reads } = createStaffReads(deps, repository, lookers, note);

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

  return {
    ...reads,
    ...createSay({ deps, repository, clocks, house, promises, note, seen }),
    ...createFinish({ now, repository, promises, seen, colleaguesFor, act }),

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

    /** A private note beside the talk, by whoever may see it. */
    async wroteNote(staff: Staff, id: string, words: string): Promise<Acted> {
      const text = words.trim();
      if (text === '' || text.length > LONGEST_NOTE) return refuse('bad');
      return act(staff, id, 'handoffNoted', { name: 'wroteNote', at: now(), by: staff, words: text });
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
