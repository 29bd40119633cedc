/** Reads the times in what people are told, and the rota, in its own way: by the minute and the clock on the wall, with none of what made them. */
import { isHoliday } from '../../../services/calendar/holidays';
import type { Shift } from '../../../services/rota/rota';

const minute = 60_000;
const day = 24 * 60;
const wall = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
});

interface OnTheWall {
  readonly date: string;
  readonly minutes: number;
}
const known = new Map<number, OnTheWall>();

/** The date and the minute of the day on a clock in Scotland. */
function onTheWall(at: number): OnTheWall {
  const whole = Math.floor(at / minute);
  const before = known.get(whole);
  if (before !== undefined) return before;
  const read = readWall(at);
  known.set(whole, read);
  return read;
}

function readWall(at: number): OnTheWall {
  const part = Object.fromEntries(wall.formatToParts(at).map(({ type, value }) => [type, value]));
  return {
    date: `${part['year']}-${part['month']}-${part['day']}`,
    minutes: Number(part['hour']) * 60 + Number(part['minute']),
  };
}

const weekday = (date: string): number => new Date(`${date}T12:00:00Z`).getUTCDay() || 7;

/** One of these works at a moment, or (for danger) anybody is on call. */
export function worksAt(
  shifts: readonly { readonly id: string; readonly shift: Shift }[],
  ids: readonly string[],
  at: number,
  onCallToo: boolean,
): boolean {
  const { date, minutes } = onTheWall(at);
  return shifts.some(({ id, shift }) => {
    const counts = shift.kind === 'work' ? ids.includes(id) : onCallToo;
    if (!counts || shift.weekday !== weekday(date) || (isHoliday(date) && !shift.onHolidays)) return false;
    const pauses = shift.breaks.some(({ from, to }) => from <= minutes && minutes < to);
    return shift.from <= minutes && minutes < shift.to && !pauses;
  });
}

/** Every minute from one moment up to another. */
export function moments(from: number, to: number): readonly number[] {
  const first = Math.floor(from / minute) * minute;
  return Array.from({ length: Math.max(0, Math.floor((to - first) / minute)) }, (_none, n) => first + n * minute);
}

function minutesOf(said: string): number {
  if (said === 'noon') return 12 * 60;
  if (said === 'midnight') return 0;
  const [, hours = '0', past = '0', half] = /^(\d+)(?:\.(\d\d))?(am|pm)$/.exec(said) ?? [];
  return (Number(hours) % 12) * 60 + Number(past) + (half === 'pm' ? 12 * 60 : 0);
}

/** The first moment after `now` at which the wall says so, on a day that fits; it is looked for minute by minute. */
function next(now: number, minutes: number, fits: (date: string) => boolean): number {
  const first = Math.floor(now / minute) * minute;
  for (let n = 0; n < 30 * day; n += 1) {
    const at = first + n * minute;
    const seen = onTheWall(at);
    if (seen.minutes === minutes && fits(seen.date)) return at;
    // far away: in steps of what is left of the day, but for the nights the clocks change
    if (!fits(seen.date) && seen.minutes > 4 * 60 && seen.minutes < 22 * 60) n += 59;
  }
  throw new Error('No such time');
}

const CLOCK = '(noon|midnight|\\d+(?:\\.\\d\\d)?[ap]m)';
const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** The times by which something is promised: "by 5pm today", "by 10am on Wed 25 Nov". */
export function clockIn(text: string, now: number): readonly number[] {
  const found = text.matchAll(new RegExp(`by ${CLOCK} (?:(today)|on \\w{3} (\\d+) \\w{3})`, 'g'));
  return [...found].map(([, clock = '', today, date]) =>
    next(now, minutesOf(clock), (one) => (today ? one === onTheWall(now).date : Number(one.slice(8)) === Number(date))),
  );
}

/** The times at which the team is back: "back tomorrow at 9am", "back, on Tuesday at 9am". */
export function opensIn(text: string, now: number): readonly number[] {
  const found = text.matchAll(
    new RegExp(`back,? (?:(today)|(tomorrow)|on (\\w+day)(?: (\\d+) \\w+)?) at ${CLOCK}`, 'g'),
  );
  const today = onTheWall(now).date;
  const tomorrow = new Date(Date.parse(`${today}T12:00:00Z`) + day * minute).toISOString().slice(0, 10);
  return [...found].map(([, isToday, isTomorrow, name, date, clock = '']) =>
    next(now, minutesOf(clock), (one) => {
      if (isToday) return one === today;
      if (isTomorrow) return one === tomorrow;
      return date === undefined
        ? DAYS[weekday(one) - 1] === name && one > tomorrow
        : Number(one.slice(8)) === Number(date) && one > tomorrow;
    }),
  );
}
