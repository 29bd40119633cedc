/** Says what day and time it is in Scotland, so that nothing else has to think about time zones. */
import type { Moment } from '../../dialogs/types';
import { isHoliday } from './holidays';

const ZONE = 'Europe/London';
const MINUTE = 60_000;

const parts = new Intl.DateTimeFormat('en-GB', {
  timeZone: ZONE,
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
});

type Minute = Omit<Moment, 'at'>;

/** Minutes already worked out: asking the time zone is the slow part of a turn, and a minute never changes. */
const known = new Map<number, Minute>();
const MOST_KNOWN = 2_000;

/** A date as everybody in Scotland would give it now. Throws RangeError on an invalid Date. */
export function momentAt(date: Date): Moment {
  const at = date.getTime();
  const minute = Math.floor(at / MINUTE);
  const before = known.get(minute);
  if (before) return { at, ...before };
  if (known.size >= MOST_KNOWN) known.clear();
  const found = minuteOf(date);
  known.set(minute, found);
  return { at, ...found };
}

function minuteOf(date: Date): Minute {
  const found = new Map(parts.formatToParts(date).map((part) => [part.type, part.value]));
  const day = `${found.get('year')}-${found.get('month')}-${found.get('day')}`;
  return {
    date: day,
    weekday: weekdayOf(day),
    minutes: Number(found.get('hour')) * 60 + Number(found.get('minute')),
    holiday: isHoliday(day),
  };
}

/** The same for milliseconds since 1970. */
export function momentOf(at: number): Moment {
  return momentAt(new Date(at));
}

/** Milliseconds since 1970 of a time on the clock in Scotland: `minutes` since midnight on `date` (YYYY-MM-DD). Of two, the first. */
export function whenIs(date: string, minutes: number): number {
  const asIfUtc = Date.parse(`${date}T00:00:00Z`) + minutes * MINUTE;
  // Scotland is at UTC or an hour ahead of it; the clock itself says which
  const summer = asIfUtc - 60 * MINUTE;
  const isSaid = (at: number) => {
    const heard = momentOf(at);
    return heard.date === dateAfter(date, Math.floor(minutes / 1440)) && heard.minutes === minutes % 1440;
  };
  if (isSaid(summer)) return summer;
  // in spring the clock jumps over an hour: a time in it is the moment of the jump
  return isSaid(asIfUtc) ? asIfUtc : asIfUtc - (minutes % 60) * MINUTE;
}

/** 1 Monday to 7 Sunday. */
export function weekdayOf(date: string): number {
  return new Date(`${date}T12:00:00Z`).getUTCDay() || 7;
}

/** The date (YYYY-MM-DD) so many days after another; negative goes back. */
export function dateAfter(date: string, days: number): string {
  const noon = new Date(`${date}T12:00:00Z`);
  noon.setUTCDate(noon.getUTCDate() + days);
  return noon.toISOString().slice(0, 10);
}
