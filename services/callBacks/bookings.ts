/** Call-backs booked: held while a turn is thought, theirs once it is kept. One time of one of us is one person's, whatever the process. */
import type { CallTime, SafeTimes } from '../../dialogs/types';
import type { StaffRota } from '../rota/rota';
import type { Records } from '../store/ports';
import type { CallBack } from './collection';
import { isSafe, type Slot, slotId, slotsFrom } from './slots';

export interface BookingsDeps {
  readonly records: Records<CallBack>;
  /** the rota of those who answer people */
  readonly rota: () => Promise<readonly StaffRota[]>;
  /** ms since 1970 */
  readonly now: () => number;
}

/** A turn that was thought is kept, and what it asks for is done, well within this, ms. */
const holdFor = 30 * 60_000;
const keptFor = 365 * 24 * 60 * 60_000;
const most = 5_000;

export function createBookings({ records, rota, now }: BookingsDeps) {
  /** as they were read last: what is offered may be gone, what is booked is asked of the records */
  let seen: { readonly rota: readonly StaffRota[]; readonly calls: readonly CallBack[] } = { rota: [], calls: [] };

  const isTaken = (call: CallBack, conversationId: string): boolean =>
    call.conversationId !== conversationId &&
    (call.state === 'booked' || (call.state === 'held' && call.heldUntil > now()));
  const takenBy = (calls: readonly CallBack[], conversationId: string) =>
    new Set(calls.filter((one) => isTaken(one, conversationId)).map(({ id }) => id));
  const coming = () => records.find({ from: { $gt: now() }, state: { $in: ['held', 'booked'] } }, most);

  /** Reads the rota and what is taken. To be called every few seconds in each process. */
  async function look(): Promise<void> {
    seen = { rota: await rota(), calls: await coming() };
  }

  /** Takes one for a conversation; false where another has it. */
  async function take(
    conversationId: string,
    staffId: string,
    slot: CallTime,
    state: 'held' | 'booked',
  ): Promise<boolean> {
    const id = slotId(staffId, slot.from);
    const next = {
      id,
      staffId,
      from: slot.from,
      to: slot.to,
      state,
      heldUntil: now() + holdFor,
      conversationId,
      expiresAt: slot.to + keptFor,
    };
    for (;;) {
      const there = await records.get(id);
      if (there === null) {
        if (await records.add({ ...next, rev: 1 })) return true;
        continue;
      }
      if (isTaken(there, conversationId)) return false;
      // held again by the same turn, it is not less than it was
      if (there.conversationId === conversationId && (there.state === 'booked' || there.state === state)) return true;
      if (await records.replace({ ...next, rev: there.rev + 1 }, there.rev)) return true;
    }
  }

  async function free(call: CallBack): Promise<void> {
    for (let there: CallBack | null = call; there !== null && there.conversationId === call.conversationId; ) {
      if (there.state === 'free') return;
      const given: CallBack = { ...there, rev: there.rev + 1, state: 'free', conversationId: '' };
      if (await records.replace(given, there.rev)) return;
      there = await records.get(call.id);
    }
  }

  const theirs = (conversationId: string) =>
    records.find({ conversationId, from: { $gt: now() - holdFor }, state: { $in: ['held', 'booked'] } }, 50);

  /** One of us who is free at a time, taken; their id, or null when nobody is. */
  async function takeOne(conversationId: string, from: number, state: 'held' | 'booked'): Promise<string | null> {
    const fresh = slotsFrom(await rota(), takenBy(await coming(), conversationId), now());
    const slot = fresh.find((one) => one.from === from);
    if (slot === undefined) return null;
    const mine = (await theirs(conversationId)).find((one) => one.from === from);
    // the one that is held for them comes first
    const order = mine === undefined ? slot.free : [mine.staffId, ...slot.free.filter((id) => id !== mine.staffId)];
    for (const staffId of order) {
      if (!slot.free.includes(staffId)) continue;
      if (await take(conversationId, staffId, slot, state)) return staffId;
    }
    return null;
  }

  return {
    look,

    /** What may be offered to somebody, in their safe times. */
    times(conversationId: string, safe: SafeTimes): readonly CallTime[] {
      const slots: readonly Slot[] = slotsFrom(seen.rota, takenBy(seen.calls, conversationId), now());
      return slots.filter((one) => isSafe(safe, one)).map(({ from, to }) => ({ from, to }));
    },

    /** Held while the turn that chose it is kept; false when it is gone. Throws StoreDown. */
    async hold(conversationId: string, from: number): Promise<boolean> {
      const staffId = await takeOne(conversationId, from, 'held');
      await look();
      return staffId !== null;
    },

    /** Theirs, and what they had before is given back. Who rings, or null when it is gone. */
    async book(conversationId: string, from: number): Promise<string | null> {
      const staffId = await takeOne(conversationId, from, 'booked');
      if (staffId === null) return null;
      const id = slotId(staffId, from);
      for (const other of await theirs(conversationId)) if (other.id !== id) await free(other);
      await look();
      return staffId;
    },

    /** Given back, whatever they had. */
    async cancel(conversationId: string): Promise<void> {
      for (const one of await theirs(conversationId)) await free(one);
      await look();
    },
  };
}

export type Bookings = ReturnType<typeof createBookings>;
