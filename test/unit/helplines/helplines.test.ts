/** Phone lines: none malformed, none stale, none closed, never more than three at once. */
import {
  contactsIn,
  dayNumber,
  expiringSoon,
  helplines,
  isStale,
  LINES,
  lineIsOpen,
  lineOf,
  lineSchema,
  usableLines,
} from '../../../dialogs/content/helplines';
import { momentOf, whenIs } from '../../../services/calendar/moment';

const at = (date: string, hour: number, minute = 0) => momentOf(whenIs(date, hour * 60 + minute));
const LATE = at('2029-06-04', 12);

test('every line is well formed', () => {
  expect(helplines.length).toBe(Object.keys(LINES).length);
  for (const line of helplines) expect(line.checkedBy).not.toBe('');
});

test.each([
  ['a number with letters', { numbers: ['0800 CALL'] }],
  ['no number', { numbers: [] }],
  ['an unverified mark', { mark: 'U' }],
  ['an expiry that is not 90 days on', { expiresOn: '2027-03-20' }],
  ['hours that end before they begin', { hours: [{ days: [1], from: 600, to: 500 }] }],
  ['a word we do not know', { colour: 'red' }],
])('%s is refused', (_what, change) => {
  expect(lineSchema.safeParse({ ...LINES.childline, ...change }).success).toBe(false);
});

test('the fail-safe four never go stale and never close', () => {
  expect([...usableLines(LATE)].sort()).toEqual(['emergency', 'nhs24', 'samaritans', 'shout']);
  expect(usableLines(at('2026-12-25', 3)).has('samaritans')).toBe(true);
});

test('a line is stale the day after it expires', () => {
  expect(isStale(lineOf('childline'), at('2027-02-20', 23))).toBe(false);
  expect(isStale(lineOf('childline'), at('2027-02-21', 0))).toBe(true);
});

test('the council lines hand over at 4.45pm, and on holidays', () => {
  const day = lineOf('councilHomelessDay');
  const night = lineOf('councilHomelessNight');
  const open = (date: string, hour: number, minute: number) =>
    [day, night].map((line) => lineIsOpen(line, at(date, hour, minute)));
  expect(open('2026-11-23', 16, 44)).toEqual([true, false]);
  expect(open('2026-11-23', 16, 45)).toEqual([false, true]);
  expect(open('2026-11-24', 3, 0)).toEqual([false, true]);
  expect(open('2026-11-24', 8, 45)).toEqual([true, false]);
  expect(open('2026-11-28', 12, 0)).toEqual([false, true]);
  expect(open('2026-12-25', 12, 0)).toEqual([false, true]);
});

test('Breathing Space is open through the weekend and shut on a weekday afternoon', () => {
  const line = lineOf('breathingSpace');
  const open = (date: string, hour: number) => lineIsOpen(line, at(date, hour));
  expect([open('2026-11-23', 15), open('2026-11-23', 19), open('2026-11-24', 1), open('2026-11-24', 3)]).toEqual([
    false,
    true,
    true,
    false,
  ]);
  expect([open('2026-11-28', 4), open('2026-11-29', 15), open('2026-11-30', 5), open('2026-11-30', 7)]).toEqual([
    true,
    true,
    true,
    false,
  ]);
});

test('lines near expiry are listed for the build to warn about', () => {
  expect(expiringSoon(at('2026-11-23', 12), 14)).toEqual([]);
  expect(expiringSoon(at('2027-02-10', 12), 14).map(({ id }) => id)).toContain('socialWork');
  expect(expiringSoon(LATE, 0).some(({ failSafe }) => failSafe)).toBe(false);
});

test('days are counted across months and leap years', () => {
  expect(dayNumber('2028-03-01') - dayNumber('2028-02-28')).toBe(2);
  expect(dayNumber('2027-01-01') - dayNumber('2026-01-01')).toBe(365);
});

test('contacts in a message are found, and other numbers are not', () => {
  expect(contactsIn('Call Samaritans on 116 123, or 111. If you would rather text, send SHOUT to 85258.')).toEqual([
    '116123',
    '111',
    '85258',
  ]);
  expect(contactsIn('Call 0303 123 1012 (option 5) before 4.45pm, or 0800 24 20 24 any other time.')).toHaveLength(2);
  expect(contactsIn('press 55 when asked. About 3 to go. We reply in 1 month. 16 and over. The year 2026.')).toEqual(
    [],
  );
  expect(contactsIn('jo@samaritans.org or 999bsl.co.uk')).toHaveLength(2);
});
