/** Times that are offered exist: inside a shift, not taken, in safe hours; none is lost or there twice over a change of clocks. */
import fc from 'fast-check';
import type { SafeTimes } from '../../../dialogs/types';
import { dateAfter, momentOf, whenIs } from '../../../services/calendar/moment';
import { isSafe, SLOT_MINUTES, slotId, slotsFrom } from '../../../services/callBacks/slots';
import { dutiesIn, type Shift } from '../../../services/rota/rota';
import { aShift, hour, minute, oneOf, weekdays } from '../rota/aRota';

/** a Tuesday, a Christmas, and just before the nights the clocks change */
const days = fc.constantFrom('2026-11-24', '2026-12-23', '2026-10-23', '2027-03-26');
const shift = fc
  .tuple(fc.integer({ min: 1, max: 7 }), fc.nat(1_380), fc.integer({ min: 20, max: 700 }), fc.boolean())
  .map(([weekday, from, long, work]): Shift => {
    const lunch = long > 200 ? [{ from: from + 90, to: from + 135 }] : [];
    return aShift({ weekday, from, to: from + long, breaks: lunch, kind: work ? 'work' : 'onCall' });
  });
const team = fc
  .tuple(fc.array(shift, { maxLength: 5 }), fc.array(shift, { maxLength: 5 }))
  .map(([a, b]) => [oneOf('morag', ...a), oneOf('ali', ...b)]);
const now = fc.tuple(days, fc.nat(1_439)).map(([date, minutes]) => whenIs(date, minutes));

test('each is half an hour in which somebody works the whole of it, from an hour from now on', () => {
  fc.assert(
    fc.property(team, now, (rota, at) => {
      for (const { from, to, free } of slotsFrom(rota, new Set(), at)) {
        expect(to - from).toBe(SLOT_MINUTES * minute);
        expect(momentOf(from).minutes % SLOT_MINUTES).toBe(0);
        expect(from).toBeGreaterThanOrEqual(at + hour);
        expect(free.length).toBeGreaterThan(0);
        for (let inside = from; inside < to; inside += 5 * minute)
          for (const id of free) {
            const mine = rota.filter((one) => one.id === id);
            const there = dutiesIn(mine, { from: inside, to: inside + 1 }).filter(({ kind }) => kind === 'work');
            expect(there).not.toEqual([]);
          }
      }
    }),
    { numRuns: 40 },
  );
});

test('what is taken is not offered, and taking one takes nothing else', () => {
  fc.assert(
    fc.property(team, now, fc.nat(), (rota, at, pick) => {
      const all = slotsFrom(rota, new Set(), at);
      const one = all[pick % Math.max(1, all.length)];
      fc.pre(one !== undefined);
      const id = slotId(one?.free[0] ?? '', one?.from ?? 0);
      const pairs = (slots: typeof all) => slots.flatMap(({ from, free }) => free.map((who) => slotId(who, from)));
      const left = pairs(slotsFrom(rota, new Set([id]), at));
      expect(new Set(left)).toEqual(new Set(pairs(all).filter((other) => other !== id)));
    }),
    { numRuns: 60 },
  );
});

test.each([
  ['2026-10-25', 50],
  ['2027-03-28', 46],
  ['2026-11-24', 48],
])('a day and a night at work on %s are %i of them, none lost and none twice', (date, count) => {
  const all = aShift({ weekday: null, date, from: 0, to: 1_440 });
  const slots = slotsFrom([oneOf('morag', all)], new Set(), whenIs(date, 0) - 3 * hour);
  expect(slots).toHaveLength(count);
  expect(new Set(slots.map(({ from }) => from)).size).toBe(count);
});

test('whoever has fewer calls that day is asked first', () => {
  const rota = [oneOf('ali', ...weekdays(540, 1_020)), oneOf('morag', ...weekdays(540, 1_020))];
  const ten = whenIs('2026-11-25', 600);
  const at = whenIs('2026-11-24', 600);
  expect(slotsFrom(rota, new Set(), at).find(({ from }) => from === ten)?.free).toEqual(['ali', 'morag']);
  const taken = new Set([slotId('ali', whenIs('2026-11-25', 900))]);
  expect(slotsFrom(rota, taken, at).find(({ from }) => from === ten)?.free).toEqual(['morag', 'ali']);
});

describe('safe times', () => {
  const at = (date: string, minutes: number) => ({ from: whenIs(date, minutes), to: whenIs(date, minutes + 30) });
  const tuesday = '2026-11-24';

  test.each<[string, SafeTimes['window'], number, boolean]>([
    ['a morning, asked for mornings', 'morning', 9 * 60, true],
    ['one that ends after the morning', 'morning', 11 * 60 + 45, false],
    ['an afternoon', 'afternoon', 16 * 60 + 30, true],
    ['noon, asked for evenings', 'evening', 720, false],
    ['any time', 'anyTime', 12 * 60, true],
    ['before 10 for somebody who did not say', 'skipped', 9 * 60 + 30, false],
    ['before it was asked', null, 9 * 60 + 30, true],
  ])('%s', (_what, window, minutes, safe) => {
    expect(isSafe({ window, avoid: '' }, at(tuesday, minutes))).toBe(safe);
  });

  test.each([
    ['no Tuesdays', tuesday, 600, false],
    ['no Tuesdays', '2026-11-25', 600, true],
    ['weds and fri please', '2026-11-25', 600, false],
    ['mornings, he is in', tuesday, 660, false],
    ['mornings, he is in', tuesday, 780, true],
    ['after tea', tuesday, 16 * 60 + 30, false],
    ['weekends', '2026-11-28', 780, false],
    ['school pick up', tuesday, 900, false],
    ['nae bother whenever', tuesday, 600, true],
  ])('to avoid: %s, %s at minute %i: %s', (avoid, date, minutes, safe) => {
    expect(isSafe({ window: 'anyTime', avoid }, at(date, minutes))).toBe(safe);
  });

  test('whatever they chose, one that is safe lies inside their hours and on no day they named', () => {
    const weekday = fc.constantFrom('mondays', 'Tuesday', 'wed', 'thursdays', 'fri', 'saturday', 'sundays');
    const named = ['mondays', 'Tuesday', 'wed', 'thursdays', 'fri', 'saturday', 'sundays'];
    const hours: Readonly<Record<string, readonly [number, number]>> = {
      morning: [540, 720],
      afternoon: [720, 1_020],
      evening: [1_020, 1_260],
      anyTime: [540, 1_260],
      skipped: [600, 960],
    };
    const window = fc.constantFrom('morning', 'afternoon', 'evening', 'anyTime', 'skipped');
    fc.assert(
      fc.property(window, weekday, fc.nat(60), fc.nat(1_409), (when, avoid, after, minutes) => {
        const slot = at(dateAfter('2026-10-20', after), minutes);
        if (!isSafe({ window: when, avoid }, slot)) return;
        const { weekday: day, minutes: begins } = momentOf(slot.from);
        const [from = 0, to = 0] = hours[when] ?? [];
        expect(begins).toBeGreaterThanOrEqual(from);
        expect(begins + 30).toBeLessThanOrEqual(to);
        expect(named[day - 1]).not.toBe(avoid);
      }),
    );
  });
});
