/** Booking: one time of one of us is one person's, whoever asks at once; held while a turn is thought, given back when it moves. */
import fc from 'fast-check';
import { whenIs } from '../../../services/calendar/moment';
import { createBookings } from '../../../services/callBacks/bookings';
import { callBacks } from '../../../services/callBacks/collection';
import { createMemoryRecords } from '../../../services/store/memory/records';
import { hour, minute, oneOf, weekdays } from '../rota/aRota';

const start = whenIs('2026-11-24', 18 * 60);
const nine = whenIs('2026-11-25', 540);
const anyTime = { window: 'anyTime', avoid: '' };

function aDesk(staff: readonly string[] = ['morag', 'ali']) {
  const clock = { now: start };
  const records = createMemoryRecords(callBacks);
  const rota = { now: staff.map((id) => oneOf(id, ...weekdays(540, 1_020))) };
  const aProcess = () => createBookings({ records, rota: async () => rota.now, now: () => clock.now });
  const booked = () => records.find({ state: 'booked' }, 100);
  return { clock, records, rota, aProcess, booked };
}

test('however many ask at once on two processes, each time of each of us goes to one, and nobody has two', async () => {
  const times = [nine, nine + 30 * minute, nine + hour];
  const asks = fc.array(
    fc.record({ who: fc.integer({ min: 1, max: 8 }), at: fc.constantFrom(...times), process: fc.nat(1) }),
    { minLength: 1, maxLength: 16 },
  );
  await fc.assert(
    fc.asyncProperty(asks, async (all) => {
      const desk = aDesk();
      const processes = [desk.aProcess(), desk.aProcess()];
      // one person asks one thing at a time: their turns are in order
      const people = [...new Set(all.map(({ who }) => who))];
      const got = new Map<number, number>();
      await Promise.all(
        people.map(async (who) => {
          for (const { at, process } of all.filter((one) => one.who === who)) {
            const made = processes[process];
            if (made === undefined || !(await made.hold(`c${who}`, at))) continue;
            expect(await made.book(`c${who}`, at)).not.toBeNull();
            got.set(who, at);
          }
        }),
      );
      const booked = await desk.booked();
      expect(new Set(booked.map(({ conversationId }) => conversationId)).size).toBe(booked.length);
      expect(new Map(booked.map(({ conversationId, from }) => [Number(conversationId.slice(1)), from]))).toEqual(got);
      for (const at of times) expect(booked.filter(({ from }) => from === at).length).toBeLessThanOrEqual(2);
    }),
    { numRuns: 60 },
  );
});

test('of five at once for two of us two have it, and the others hear that it is gone', async () => {
  const desk = aDesk();
  const all = await Promise.all(['a', 'b', 'c', 'd', 'e'].map((who) => desk.aProcess().hold(who, nine)));
  expect(all.filter(Boolean)).toHaveLength(2);
});

test('what is held and never kept is free again after half an hour, and not before', async () => {
  const desk = aDesk(['morag']);
  const process = desk.aProcess();
  expect(await process.hold('a', nine)).toBe(true);
  expect(await process.hold('b', nine)).toBe(false);
  desk.clock.now += 31 * minute;
  expect(await process.hold('b', nine)).toBe(true);
  expect(await process.book('a', nine)).toBeNull();
});

test('booked twice by the same turn is booked once; another time gives the first one back', async () => {
  const desk = aDesk(['morag']);
  const process = desk.aProcess();
  expect(await process.book('a', nine)).toBe('morag');
  expect(await process.book('a', nine)).toBe('morag');
  expect(await process.book('a', nine + hour)).toBe('morag');
  expect((await desk.booked()).map(({ from }) => from)).toEqual([nine + hour]);
  expect(await process.book('b', nine)).toBe('morag');
  await process.cancel('a');
  expect((await desk.booked()).map(({ conversationId }) => conversationId)).toEqual(['b']);
});

test('what is offered is what can be had: not what others have, and what they have themselves', async () => {
  const desk = aDesk(['morag']);
  const process = desk.aProcess();
  await process.hold('a', nine);
  const offered = (who: string) => process.times(who, anyTime).some(({ from }) => from === nine);
  expect([offered('a'), offered('b')]).toEqual([true, false]);
  expect(process.times('b', { window: 'morning', avoid: '' }).every(({ to }) => to <= whenIs('2026-12-31', 720))).toBe(
    true,
  );
});

test('one that was offered and is on nobody shift any more is gone', async () => {
  const desk = aDesk(['morag']);
  const process = desk.aProcess();
  await process.look();
  expect(process.times('a', anyTime)).not.toEqual([]);
  desk.rota.now = [];
  expect(await process.hold('a', nine)).toBe(false);
});
