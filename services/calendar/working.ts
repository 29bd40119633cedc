/** Counts in working days and working hours, the only kind of day on which we can keep a promise. */
import { isHoliday } from './holidays';
import { dateAfter, momentOf, weekdayOf, whenIs } from './moment';

/** When the team works: weekdays 1 Monday to 7 Sunday, minutes since midnight in Scotland. */
export interface WorkingHours {
  readonly days: readonly number[];
  readonly from: number;
  readonly to: number;
}

/** Monday to Friday, 9am to 5pm. */
export const OFFICE_HOURS: WorkingHours = { days: [1, 2, 3, 4, 5], from: 9 * 60, to: 17 * 60 };

/** Is this date (YYYY-MM-DD) one the team works? Never a public holiday. */
export function isWorkingDay(date: string, hours: WorkingHours = OFFICE_HOURS): boolean {
  return hours.days.includes(weekdayOf(date)) && !isHoliday(date);
}

/** The working day `days` after a date; 0 is the date itself when worked, else the next one that is. */
export function addWorkingDays(date: string, days: number, hours: WorkingHours = OFFICE_HOURS): string {
  let day = days === 0 ? date : dateAfter(date, 1);
  let left = Math.max(days, 1);
  // a few years of days is more than any promise needs
  for (let step = 0; step < 2000; step += 1) {
    if (isWorkingDay(day, hours)) left -= 1;
    if (left === 0) return day;
    day = dateAfter(day, 1);
  }
  throw new RangeError('these hours have no working days');
}

/** Is the team at work at this moment (milliseconds since 1970)? */
export function isOpen(at: number, hours: WorkingHours = OFFICE_HOURS): boolean {
  const now = momentOf(at);
  return isWorkingDay(now.date, hours) && now.minutes >= hours.from && now.minutes < hours.to;
}

/** The next time the team starts work, strictly later than `at` unless it is at work already, when it is `at` itself. */
export function nextOpen(at: number, hours: WorkingHours = OFFICE_HOURS): number {
  if (isOpen(at, hours)) return at;
  const now = momentOf(at);
  const first = now.minutes < hours.from ? now.date : dateAfter(now.date, 1);
  return whenIs(addWorkingDays(first, 0, hours), hours.from);
}

/** The moment so many working minutes later, counting only time the team is at work. */
export function addWorkingMinutes(at: number, minutes: number, hours: WorkingHours = OFFICE_HOURS): number {
  let from = nextOpen(at, hours);
  let left = minutes;
  for (let step = 0; step < 400; step += 1) {
    const closes = whenIs(momentOf(from).date, hours.to);
    const room = (closes - from) / 60_000;
    if (left <= room) return from + left * 60_000;
    left -= room;
    from = nextOpen(closes, hours);
  }
  throw new RangeError('too many working minutes to count');
}

/** The same in hours. */
export function addWorkingHours(at: number, count: number, hours: WorkingHours = OFFICE_HOURS): number {
  return addWorkingMinutes(at, count * 60, hours);
}
