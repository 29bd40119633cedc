/** What is told by the rota: as before while none was made, and never a time nobody works once one was. */
import fc from 'fast-check';
import { dateAfter, momentOf, whenIs } from '../../../services/calendar/moment';
import { OFFICE_ROTA, teamAt } from '../../../services/calendar/team';
import { rotaCollection } from '../../../services/rota/collection';
import type { Shift } from '../../../services/rota/rota';
import { createRota } from '../../../services/rota/service';
import type { Present } from '../../../services/staff/presence';
import { createMemoryRecords } from '../../../services/store/memory/records';
import { aShift, hour, minute, weekdays } from './aRota';

/** a Tuesday, 10 in the morning */
const start = whenIs('2026-11-24', 600);
const present = (id: string, ...roles: Present['roles']): Present => ({
  id,
  name: id,
  roles,
  onShift: true,
  signedIn: true,
  seenAt: start,
  room: 4,
});
const people = [present('morag', 'advisor'), present('ali', 'advisor'), present('rab', 'manager')];

function aTeam() {
  const clock = { now: start };
  const audited: string[] = [];
  const rota = createRota({
    records: createMemoryRecords(rotaCollection),
    audit: async ({ actor, action, subject }) => void audited.push(`${actor} ${action} ${subject}`),
    now: () => clock.now,
  });
  const make = async (id: string, ...shifts: readonly Shift[]) => {
    const rev = (await rota.of(id))?.rev ?? 0;
    return rota.save('rab', id, { rev, room: 3, shifts: [...shifts], leave: [] });
  };
  const teamNow = async (at: number) => {
    clock.now = at;
    await rota.there(people, at);
    return teamAt(momentOf(at), rota.told(at));
  };
  return { rota, make, audited, clock, teamNow };
}

describe('while no rota was made', () => {
  test('who is signed in is at work, and the office hours are told', async () => {
    const { rota } = aTeam();
    expect(await rota.there(people, start)).toBe(people);
    expect(rota.told(start)).toBe(OFFICE_ROTA);
  });

  test('nor by one of somebody who works here no longer, or under which nobody works for two weeks', async () => {
    const { rota, make } = aTeam();
    await make('gone', ...weekdays(540, 1_020));
    await make('morag', aShift({ weekday: null, date: '2026-12-24' }));
    await make('rab', ...weekdays(540, 1_020));
    expect(await rota.there(people, start)).toBe(people);
    expect(rota.told(start)).toBe(OFFICE_ROTA);
  });
});

test('by a rota somebody is there when they are on it, and on call is for danger alone', async () => {
  const { rota, make } = aTeam();
  await make('morag', aShift({ weekday: 2, to: 720 }), aShift({ weekday: 3, kind: 'onCall' }));
  const see = async (at: number) => (await rota.there(people, at)).map(({ onShift, room }) => [onShift, room]);
  expect(await see(start)).toEqual([
    [true, 3],
    [false, 0],
    [false, 0],
  ]);
  expect(await see(whenIs('2026-11-24', 720))).toEqual(people.map(() => [false, 0]));
  expect((await see(whenIs('2026-11-25', 600)))[0]).toEqual([true, 0]);
  expect(rota.told(whenIs('2026-11-25', 600)).onCall).toBe(true);
  expect(rota.told(start).onCall).toBe(false);
});

test('whoever is on the rota and not signed in, or has said that they are away, is not there', async () => {
  const { rota, make } = aTeam();
  await make('morag', ...weekdays(540, 1_020));
  const gone = people.map((one) => ({ ...one, onShift: false, signedIn: false }));
  expect((await rota.there(gone, start)).map(({ onShift }) => onShift)).toEqual([false, false, false]);
});

test('one that covers every hour promised to the public tells what was told without one', async () => {
  const team = aTeam();
  await team.make('morag', ...weekdays(540, 720));
  await team.make('ali', ...weekdays(700, 1_020));
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: 120 * 24 * 60 }), async (after) => {
      const at = start + after * minute;
      expect(await team.teamNow(at)).toEqual(teamAt(momentOf(at)));
    }),
    { numRuns: 200 },
  );
});

test('it is open when one who answers people works, and what is told is a time somebody works', async () => {
  const shift = fc
    .tuple(fc.constantFrom('morag', 'ali', 'rab'), fc.integer({ min: 1, max: 7 }), fc.nat(1_300), fc.nat(600))
    .map(([id, weekday, from, long]) => ({ id, shift: aShift({ weekday, from, to: from + 30 + long }) }));
  await fc.assert(
    fc.asyncProperty(fc.array(shift, { minLength: 1, maxLength: 5 }), fc.nat(20 * 24 * 60), async (all, after) => {
      const team = aTeam();
      for (const id of ['morag', 'ali', 'rab'])
        await team.make(id, ...all.filter((one) => one.id === id).map((one) => one.shift));
      const at = start + after * minute;
      const now = await team.teamNow(at);
      const told = team.rota.told(at);
      fc.pre(told !== OFFICE_ROTA);
      const works = (await team.rota.there(people, at)).filter(({ room }) => room > 0);
      expect(now.open).toBe(works.some(({ roles }) => roles.includes('advisor')));
      for (const due of [now.replyBy.P3, now.workingDay[1], now.workingDay[3]]) {
        const { date } = momentOf(due.at - 1);
        const spans = [dateAfter(date, -1), date].flatMap((one) => told.spansOn?.(one) ?? []);
        expect(spans.some(({ from, to }) => from < due.at && due.at <= to)).toBe(true);
      }
    }),
    { numRuns: 150 },
  );
});

test('when the only one is at lunch nobody is told that we are there', async () => {
  const team = aTeam();
  await team.make('morag', ...weekdays(540, 1_020, [{ from: 720, to: 780 }]));
  expect(await team.teamNow(start)).toMatchObject({ open: true });
  expect(await team.teamNow(start + 2.5 * hour)).toMatchObject({ open: false, opens: 'today at 1pm', today: null });
});

describe('it is kept', () => {
  test('written in the audit before it is', async () => {
    const { make, audited } = aTeam();
    await make('morag', aShift());
    expect(audited).toEqual(['rab rotaChanged staff:morag']);
  });

  test('of two changes at once one is, and the other sees what it is now', async () => {
    const { rota } = aTeam();
    const change = (room: number) => rota.save('rab', 'morag', { rev: 0, room, shifts: [], leave: [] });
    const both = await Promise.all([change(2), change(3)]);
    expect(both.map(({ kind }) => kind).sort()).toEqual(['saved', 'stale']);
    expect(await change(4)).toMatchObject({ kind: 'stale', latest: { rev: 1 } });
  });

  test('what cannot be is not', async () => {
    const { rota, make, audited } = aTeam();
    expect(await make('morag', aShift({ to: 500 }))).toEqual({ kind: 'bad', why: 'ends' });
    expect(await rota.save('rab', 'morag', { rev: 0, room: 0, shifts: [], leave: [] })).toMatchObject({ why: 'shape' });
    expect(audited).toEqual([]);
  });

  test('what ended over a year ago goes with the next change, and what goes on stays', async () => {
    const { rota, make } = aTeam();
    await make(
      'morag',
      aShift({ weekday: null, date: '2025-11-20' }),
      aShift({ weekday: 3, date: '2020-01-01', until: '2025-11-01' }),
      aShift({ weekday: 2, date: '2020-01-01' }),
    );
    expect((await rota.of('morag'))?.shifts.map(({ weekday }) => weekday)).toEqual([2]);
  });
});
