/** Call-backs on the real database with two processes: one time of one of us is never two people's, and each who is told so has it. */
import { randomBytes } from 'node:crypto';
import { whenIs } from '../../../services/calendar/moment';
import { createBookings } from '../../../services/callBacks/bookings';
import { callBacks } from '../../../services/callBacks/collection';
import { collections } from '../../../services/collections';
import type { StaffRota } from '../../../services/rota/rota';
import { connect, type Database } from '../../../services/store/mongo/connect';
import { createRecords } from '../../../services/store/mongo/records';
import { oneOf, weekdays } from '../../unit/rota/aRota';
import { engineUri, sealer } from '../store/database';

// a busy machine is slow, and slow is not wrong
jest.setTimeout(120_000);

const name = `callbacks_${process.pid}_${randomBytes(3).toString('hex')}`;
const now = whenIs('2026-11-24', 20 * 60);
const halfHour = 30 * 60_000;
const rota: readonly StaffRota[] = ['morag', 'ali'].map((id) => oneOf(id, ...weekdays(540, 1_020)));

function aProcess() {
  const database = connect(engineUri(), collections, { name });
  const records = createRecords(database, callBacks, sealer);
  return { database, records, ...createBookings({ records, rota: async () => rota, now: () => now }) };
}
let one: ReturnType<typeof aProcess>;
let two: ReturnType<typeof aProcess>;
const close = ({ database }: { readonly database: Database }) => database.close();

beforeAll(async () => {
  [one, two] = [aProcess(), aProcess()];
  await Promise.all([one.look(), two.look()]);
}, 60_000);
afterAll(async () => {
  await Promise.all([close(one), close(two)]);
}, 60_000);

const bookedAt = (from: number) => one.records.find({ from, state: 'booked' }, 50);

test('of eight who choose the same time at once on two processes two have it, sixteen times of sixteen', async () => {
  for (let go = 0; go < 16; go += 1) {
    const from = whenIs('2026-11-25', 540) + go * halfHour;
    const people = Array.from({ length: 8 }, (_none, n) => ({ who: `c${go}-${n}`, desk: n % 2 === 0 ? one : two }));
    const told = await Promise.all(
      people.map(async ({ who, desk }) => ({
        who,
        staffId: (await desk.hold(who, from)) ? await desk.book(who, from) : null,
      })),
    );
    const have = told.filter(({ staffId }) => staffId !== null).map(({ who, staffId }) => `${who} ${staffId}`);
    const booked = await bookedAt(from);
    expect(have).toHaveLength(2);
    expect(booked.map(({ conversationId, staffId }) => `${conversationId} ${staffId}`).sort()).toEqual(have.sort());
    expect(new Set(booked.map(({ staffId }) => staffId)).size).toBe(2);
  }
});

test('a turn tried again on the other process has its time once', async () => {
  const from = whenIs('2026-11-27', 600);
  await one.hold('again', from);
  const who = [await one.book('again', from), await two.book('again', from)];
  expect(new Set(who).size).toBe(1);
  expect(await bookedAt(from)).toHaveLength(1);
});

test('a move on one process frees the time for somebody on the other', async () => {
  const time = whenIs('2026-12-01', 600);
  await one.book('a', time);
  await two.book('b', time);
  expect(await two.hold('c', time)).toBe(false);
  await one.book('a', time + 2 * halfHour);
  expect(await two.hold('c', time)).toBe(true);
  // St Andrew's Day: nobody works
  expect(await one.book('d', whenIs('2026-11-30', 600))).toBeNull();
});
