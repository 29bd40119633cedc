/** The usual week as a manager writes it. */
import fc from 'fast-check';
import { hoursIn, hoursOf, usualWeek, withUsualWeek } from '../../../services/rota/week';
import { aShift } from './aRota';

test.each([
  ['9:00-17:00', { from: 540, to: 1_020, breaks: [] }],
  ['9-17', { from: 540, to: 1_020, breaks: [] }],
  ['9.30 to 12, 12:45-17:00', { from: 570, to: 1_020, breaks: [{ from: 720, to: 765 }] }],
  ['22:00-6:00', { from: 1_320, to: 1_800, breaks: [] }],
  ['22:00-1:00, 2:00-6:00', { from: 1_320, to: 1_800, breaks: [{ from: 1_500, to: 1_560 }] }],
  ['', null],
  ['nine to five', null],
  ['9:00', null],
  ['9:75-17:00', null],
  ['25-26', null],
])('%s', (text, hours) => {
  expect(hoursIn(text)).toEqual(hours);
});

test('what is written is read as it was', () => {
  const marks = fc.uniqueArray(fc.integer({ min: 0, max: 1_439 }), { minLength: 2, maxLength: 6 });
  fc.assert(
    fc.property(marks, (all) => {
      const even = all.length % 2 === 0 ? all : all.slice(1);
      const [from = 0, ...rest] = even.toSorted((a, b) => a - b);
      const to = rest.at(-1) ?? 0;
      const inner = rest.slice(0, -1);
      const breaks = inner.flatMap((mark, n) => (n % 2 === 0 ? [{ from: mark, to: inner[n + 1] ?? mark }] : []));
      expect(hoursIn(hoursOf({ from, to, breaks }))).toEqual({ from, to, breaks });
    }),
  );
});

describe('another week from today on', () => {
  const today = '2026-11-25';
  const named = (() => {
    let n = 0;
    return () => `new${++n}`;
  })();

  test('a day that is as it was stays, one that changed ends yesterday, one that is gone ends too', () => {
    const [monday, tuesday] = [aShift({ weekday: 1 }), aShift({ weekday: 2 })];
    const week = new Map([
      [1, { from: 540, to: 1_020, breaks: [] }],
      [3, { from: 600, to: 900, breaks: [] }],
    ]);
    const next = withUsualWeek([monday, tuesday], week, today, named);
    expect(next).toMatchObject([monday, { ...tuesday, until: '2026-11-24' }, { weekday: 3, date: today, until: null }]);
    expect([...usualWeek({ shifts: [...next] }, today).keys()]).toEqual([1, 3]);
  });

  test('what was made today and changed again leaves nothing behind; other shifts are not touched', () => {
    const extra = aShift({ weekday: null, date: '2026-12-05' });
    const call = aShift({ weekday: 5, kind: 'onCall' });
    const next = withUsualWeek([aShift({ weekday: 1, date: today }), extra, call], new Map(), today, named);
    expect(next).toEqual([extra, call]);
  });
});
