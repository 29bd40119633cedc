/** When somebody of the team is at work, day by day: by office hours, or by a rota where one was made. */
import { dateAfter, momentOf, whenIs } from './moment';
import { isWorkingDay, type WorkingHours } from './working';

/** Stretches of one date (YYYY-MM-DD), in order, from (in it) to (not in it), ms since 1970. */
export type SpansOn = (date: string) => readonly { readonly from: number; readonly to: number }[];

export const byHours =
  (hours: WorkingHours): SpansOn =>
  (date) =>
    isWorkingDay(date, hours) ? [{ from: whenIs(date, hours.from), to: whenIs(date, hours.to) }] : [];

/** Days looked ahead for the next one that is worked. */
const farthest = 2_000;

/** The end of the last stretch of a date; null when nobody works on it. */
export const closesOn = (date: string, on: SpansOn): number | null => on(date).at(-1)?.to ?? null;

export const isOpenAt = (at: number, on: SpansOn): boolean =>
  on(momentOf(at).date).some(({ from, to }) => from <= at && at < to);

/** The date of the working day `days` after one; 0 is the date itself when worked, else the next one that is. */
export function workingDateAfter(date: string, days: number, on: SpansOn): string {
  let day = days === 0 ? date : dateAfter(date, 1);
  let left = Math.max(days, 1);
  for (let step = 0; step < farthest; step += 1) {
    if (on(day).length > 0) left -= 1;
    if (left === 0) return day;
    day = dateAfter(day, 1);
  }
  throw new RangeError('nobody ever works');
}

/** The next time somebody is at work: `at` itself while somebody is. */
export function nextOpenAt(at: number, on: SpansOn): number {
  const { date } = momentOf(at);
  const later = on(date).find(({ to }) => to > at);
  if (later !== undefined) return Math.max(at, later.from);
  return on(workingDateAfter(dateAfter(date, 1), 0, on))[0]?.from ?? at;
}

/** So many minutes at work later. */
export function afterMinutesOpen(at: number, minutes: number, on: SpansOn): number {
  let left = minutes * 60_000;
  let date = momentOf(at).date;
  for (let step = 0; step < farthest; step += 1) {
    for (const { from, to } of on(date)) {
      const begins = Math.max(from, at);
      if (begins >= to) continue;
      if (left <= to - begins) return begins + left;
      left -= to - begins;
    }
    date = dateAfter(date, 1);
  }
  throw new RangeError('too many minutes at work to count');
}
