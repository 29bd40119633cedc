/** Days and times as they stand in a form. */
import { whenIs } from '../../../services/calendar/moment';

export const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));

/** The moment (ms since 1970) of a day and a clock in Scotland; null where there is no such moment. */
export function momentIn(day: string, clock: string): number | null {
  const [, hours = '', minutes = ''] = /^(\d{1,2})[:.](\d{2})$/.exec(clock.trim()) ?? [];
  if (!isDay(day) || hours === '' || Number(hours) > 23 || Number(minutes) > 59) return null;
  return whenIs(day, Number(hours) * 60 + Number(minutes));
}
