/** Who works when: by the clock on the wall, through breaks, leave, holidays and the two nights the clock changes. */
import fc from 'fast-check';
import { isHoliday } from '../../../services/calendar/holidays';
import { dateAfter, momentOf, weekdayOf, whenIs } from '../../../services/calendar/moment';
import { isOpen, OFFICE_HOURS } from '../../../services/calendar/working';
import {
  coverIn,
  coverOn,
  dutiesIn,
  holdsOn,
  onShift,
  type Shift,
  type StaffRota,
  uncovered,
  whyBad,
} from '../../../services/rota/rota';
import { holds, joined, type Span, within, without } from '../../../services/rota/spans';
import { aShift, hour, minute, oneOf, weekdays } from './aRota';

/** ordinary weeks, Christmas, and the weeks of the nights the clocks change */
const mondays = ['2026-11-23', '2026-12-21', '2026-10-19', '2027-03-22', '2027-10-25'];
const monday = fc.constantFrom(...mondays);
const quarter = (most: number) => fc.integer({ min: 0, max: most / 15 }).map((n) => n * 15);

const shift = fc
  .record({
    kind: fc.constantFrom('work' as const, 'onCall' as const),
    weekday: fc.option(fc.integer({ min: 1, max: 7 })),
    week: monday,
    day: fc.integer({ min: 0, max: 6 }),
    from: quarter(1_425),
    long: fc.integer({ min: 1, max: 96 }),
    pause: fc.option(fc.tuple(quarter(600), fc.integer({ min: 1, max: 8 }))),
    onHolidays: fc.boolean(),
    id: fc.uuid(),
  })
  .map(({ week, day, long, pause, from, ...rest }): Shift => {
    const to = from + long * 15;
    const begins = from + (pause?.[0] ?? 0);
    const ends = Math.min(to, begins + (pause?.[1] ?? 0) * 15);
    const breaks = begins < ends ? [{ from: begins, to: ends }] : [];
    const date = rest.weekday === null ? dateAfter(week, day) : '2026-01-01';
    return { ...rest, date, until: null, from, to, breaks };
  });
const leave = fc
  .record({ id: fc.uuid(), week: monday, day: fc.integer({ min: 0, max: 6 }), from: quarter(1_425), days: fc.nat(3) })
  .map(({ id, week, day, from, days }) => {
    const date = dateAfter(week, day);
    return { id, date, from, until: dateAfter(date, days), to: days === 0 ? 1_440 : from };
  });
const team = fc.array(
  fc.record({
    id: fc.constantFrom('morag', 'ali', 'jean'),
    room: fc.integer({ min: 1, max: 5 }),
    shifts: fc.array(shift, { maxLength: 6 }),
    leave: fc.array(leave, { maxLength: 2 }),
  }),
  { maxLength: 3 },
);
const moment = fc
  .tuple(monday, fc.integer({ min: 0, max: 7 * 24 * 60 }))
  .map(([week, after]) => whenIs(week, 0) + after * minute);

/** The hour that is there twice or not at all: a time on the wall does not say which. */
function isOddHour(at: number): boolean {
  const { date, minutes } = momentOf(at);
  const odd = date === '2026-10-25' || date === '2027-03-28' || date === '2027-10-31';
  return odd && minutes >= 60 && minutes < 180;
}

/** By the clock on the wall alone. */
function worksByTheWall({ shifts, leave: off }: StaffRota, at: number): boolean {
  const { date, minutes } = momentOf(at);
  const isAway = off.some((one) => {
    const now = `${date} ${String(minutes).padStart(4, '0')}`;
    const mark = (on: string, min: number) => `${on} ${String(min).padStart(4, '0')}`;
    return mark(one.date, one.from) <= now && now < mark(one.until, one.to);
  });
  const at2 = (one: Shift, on: string, min: number) =>
    holdsOn(one, on) &&
    one.from <= min &&
    min < one.to &&
    !one.breaks.some((pause) => pause.from <= min && min < pause.to);
  return !isAway && shifts.some((one) => at2(one, date, minutes) || at2(one, dateAfter(date, -1), minutes + 1_440));
}

describe('stretches of time', () => {
  const span = fc.tuple(fc.nat(60), fc.nat(20)).map(([from, long]): Span => ({ from, to: from + long }));
  const spans = fc.array(span, { maxLength: 6 });
  const has = (all: readonly Span[], at: number) => all.some((one) => holds(one, at));

  test('joined, cut out and kept to are so at every moment, in order and apart', () => {
    fc.assert(
      fc.property(spans, spans, span, (a, b, inside) => {
        for (let at = 0; at < 85; at += 1) {
          expect(has(joined(a), at)).toBe(has(a, at));
          expect(has(without(a, b), at)).toBe(has(a, at) && !has(b, at));
          expect(has(within(a, inside), at)).toBe(has(a, at) && holds(inside, at));
        }
        for (const found of [joined(a), without(a, b), within(a, inside)])
          for (const [n, one] of found.entries()) {
            expect(one.from).toBeLessThan(one.to);
            expect(one.from).toBeGreaterThan(found[n - 1]?.to ?? -1);
          }
      }),
    );
  });
});

test('somebody is at work or on call when the clock on the wall says so', () => {
  fc.assert(
    fc.property(team, moment, (rota, at) => {
      fc.pre(!isOddHour(at));
      const there = onShift(rota, at);
      for (const id of ['morag', 'ali', 'jean'])
        expect(there.has(id)).toBe(rota.some((one) => one.id === id && worksByTheWall(one, at)));
    }),
    { numRuns: 300 },
  );
});

test('at a moment and over a stretch the same is so', () => {
  fc.assert(
    fc.property(team, moment, fc.integer({ min: 1, max: 3_000 }), fc.nat(3_000), (rota, from, long, into) => {
      const span = { from, to: from + long * minute };
      const at = Math.min(span.to - 1, from + into * minute);
      const now = new Set(
        dutiesIn(rota, span)
          .filter((one) => holds(one, at))
          .map(({ staffId }) => staffId),
      );
      expect(now).toEqual(new Set(onShift(rota, at).keys()));
    }),
  );
});

describe('the nights the clocks change', () => {
  const nights = ['2026-10-24', '2027-03-27', '2027-10-30'];

  test.each([
    ['2026-10-24', 9],
    ['2027-03-27', 7],
    ['2026-11-24', 8],
  ])('a night from 10 to 6 that begins on %s is %s hours long', (date, hours) => {
    const night = aShift({ weekday: null, date, from: 22 * 60, to: 30 * 60 });
    const [duty] = dutiesIn([oneOf('morag', night)], { from: whenIs(date, 0), to: whenIs(date, 3 * 24 * 60) });
    expect((duty?.to ?? 0) - (duty?.from ?? 0)).toBe(hours * hour);
  });

  test('the clock on the wall never goes back, and a time it jumps over is the moment of the jump', () => {
    for (const date of nights.map((night) => dateAfter(night, 1)))
      for (let min = 1; min <= 1_440; min += 1) expect(whenIs(date, min)).toBeGreaterThanOrEqual(whenIs(date, min - 1));
    expect(whenIs('2027-03-28', 90)).toBe(Date.UTC(2027, 2, 28, 1));
  });

  test('no minute is lost where one shift follows another, and none is there twice', () => {
    fc.assert(
      fc.property(fc.constantFrom(...nights), fc.uniqueArray(quarter(1_425), { maxLength: 8 }), (night, cuts) => {
        const date = dateAfter(night, 1);
        const marks = [0, ...cuts.filter((cut) => cut > 0), 1_440].toSorted((a, b) => a - b);
        const shifts = marks.slice(1).map((to, n) => aShift({ weekday: null, date, from: marks[n] ?? 0, to }));
        const day = { from: whenIs(date, 0), to: whenIs(date, 1_440) };
        const duties = dutiesIn([oneOf('morag', ...shifts)], day);
        expect(coverOn([oneOf('morag', ...shifts)], date)).toEqual([day]);
        expect(duties.reduce((sum, { from, to }) => sum + to - from, 0)).toBe(day.to - day.from);
      }),
    );
  });
});

describe('hours promised to the public', () => {
  test('each is covered or told of, and none is told of that is covered, on a holiday or out of hours', () => {
    fc.assert(
      fc.property(team, monday, (rota, week) => {
        const gaps = uncovered(rota, OFFICE_HOURS, week);
        const end = whenIs(dateAfter(week, 7), 0);
        const cover = coverIn(rota, { from: whenIs(week, 0), to: end });
        for (let at = whenIs(week, 0); at < end; at += 15 * minute)
          expect(gaps.some((gap) => holds(gap, at))).toBe(isOpen(at) && !cover.some((one) => holds(one, at)));
        for (const gap of gaps) expect(momentOf(gap.from).date).toBe(gap.date);
      }),
      { numRuns: 60 },
    );
  });

  test('a break of the only one is a gap; with a second one there it is none', () => {
    const lunch = weekdays(9 * 60, 17 * 60, [{ from: 720, to: 765 }]);
    const alone = [oneOf('morag', ...lunch)];
    expect(uncovered(alone, OFFICE_HOURS, '2026-11-23')).toHaveLength(5);
    expect(uncovered([...alone, oneOf('ali', ...weekdays(12 * 60, 14 * 60))], OFFICE_HOURS, '2026-11-23')).toEqual([]);
  });

  test('on call is for danger: it covers nothing', () => {
    const call = weekdays(9 * 60, 17 * 60).map((one): Shift => ({ ...one, kind: 'onCall' }));
    expect(uncovered([oneOf('morag', ...call)], OFFICE_HOURS, '2026-11-23')).toHaveLength(5);
  });
});

test('a weekly shift rests on a public holiday unless it says otherwise; one for that day alone holds', () => {
  expect(isHoliday('2026-11-30') && weekdayOf('2026-11-30')).toBe(1);
  expect(holdsOn(aShift({ weekday: 1 }), '2026-11-30')).toBe(false);
  expect(holdsOn(aShift({ weekday: 1, onHolidays: true }), '2026-11-30')).toBe(true);
  expect(holdsOn(aShift({ weekday: null, date: '2026-11-30' }), '2026-11-30')).toBe(true);
});

describe('what cannot be taken', () => {
  test.each([
    ['ends', { shifts: [aShift({ from: 600, to: 600 })] }],
    ['ends', { shifts: [aShift({ date: '2026-12-02', until: '2026-12-01' })] }],
    ['long', { shifts: [aShift({ from: 60, to: 1_560 })] }],
    ['break', { shifts: [aShift({ breaks: [{ from: 500, to: 560 }] })] }],
    ['twice', { shifts: [aShift({ weekday: 2 }), aShift({ weekday: 2, from: 900, to: 1_080 })] }],
    ['twice', { shifts: [aShift({ weekday: 2 }), aShift({ weekday: null, date: '2026-11-24' })] }],
    ['leave', { leave: [{ id: 'l', date: '2026-11-24', from: 600, until: '2026-11-24', to: 600 }] }],
  ])('%s', (why, over) => {
    expect(whyBad({ shifts: [], leave: [], ...over })).toBe(why);
  });

  test('what is taken never has one person at work in two places at one time', () => {
    fc.assert(
      fc.property(fc.array(shift, { maxLength: 4 }), monday, (shifts, week) => {
        fc.pre(whyBad({ shifts, leave: [] }) === null);
        const span = { from: whenIs(week, 0), to: whenIs(dateAfter(week, 7), 0) };
        for (const kind of ['work', 'onCall']) {
          const mine = dutiesIn([oneOf('morag', ...shifts)], span).filter((one) => one.kind === kind);
          const sum = (all: readonly Span[]) => all.reduce((total, { from, to }) => total + to - from, 0);
          expect(sum(mine)).toBe(sum(joined(mine)));
        }
      }),
      { numRuns: 200 },
    );
  });
});
