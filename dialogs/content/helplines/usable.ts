/** Decides which phone lines may be given to a person at this moment: fresh enough to trust and open now. */
import type { Moment } from '../../types';
import type { LineId } from './lines';
import { dayNumber, helplines, type Line } from './registry';

/** Past its expiry (rule D1). The fail-safe four never are. */
export function isStale(line: Line, now: Moment): boolean {
  return !line.failSafe && now.date > line.expiresOn;
}

/** Is somebody answering this line now (rule D2)? */
export function lineIsOpen(line: Line, now: Moment): boolean {
  if (line.hours === 'always') return true;
  if (now.holiday && line.closesOnHolidays) return false;
  if (now.holiday && line.opensAllHolidays) return true;
  const yesterday = now.weekday === 1 ? 7 : now.weekday - 1;
  return line.hours.some(
    ({ days, from, to }) =>
      (days.includes(now.weekday) && now.minutes >= from && now.minutes < to) ||
      (days.includes(yesterday) && now.minutes + 1440 >= from && now.minutes + 1440 < to),
  );
}

/** The lines that may be shown now. Always holds the fail-safe four: 999, 111, 116 123 and SHOUT to 85258. */
export function usableLines(now: Moment): ReadonlySet<LineId> {
  return new Set(helplines.filter((line) => !isStale(line, now) && lineIsOpen(line, now)).map((line) => line.id));
}

/** Lines that go stale within so many days, or already are: the list the build warns about. */
export function expiringSoon(now: Moment, days: number): readonly Line[] {
  return helplines.filter((line) => !line.failSafe && dayNumber(line.expiresOn) - dayNumber(now.date) <= days);
}
