/** The public holidays of Scotland, as dates, so that we never promise somebody an answer on a day nobody works. */
import { z } from 'zod';
import data from './holidays.json';

const day = z.iso.date();

const file = z.object({
  source: z.string(),
  /** when the list was put here; compare it with the source when a year is added */
  written: day,
  /** the years the file speaks for, both ends in it; the days after `until` are there for counting past New Year only */
  from: day,
  until: day,
  holidays: z.array(
    z.object({
      date: day,
      name: z.string().min(1),
      /** the day off given instead of a holiday that fell on a weekend; the day itself is listed too: a helpline that closes on Christmas Day closes on a Saturday one as well */
      substitute: z.boolean().default(false),
    }),
  ),
});

/** What services/calendar/holidays.json says, checked; throws when the file is not what it should be. */
export const HOLIDAY_FILE = file.parse(data);

const DATES: ReadonlySet<string> = new Set(HOLIDAY_FILE.holidays.map((holiday) => holiday.date));

/** Is this date (YYYY-MM-DD, in Scotland) a public holiday? */
export function isHoliday(date: string): boolean {
  return DATES.has(date);
}
