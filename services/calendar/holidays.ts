/** The public holidays of Scotland, as dates, so that we never promise somebody an answer on a day nobody works. */

interface Holiday {
  /** YYYY-MM-DD in Scotland */
  readonly date: string;
  readonly name: string;
  /** the day off given instead of a holiday that fell on a weekend */
  readonly substitute: boolean;
}

const on = (date: string, name: string): Holiday => ({ date, name, substitute: false });
const instead = (date: string, name: string): Holiday => ({ date, name, substitute: true });

/**
 * 1 January 2026 to 2 January 2029; past that every weekday looks like a working day, so add a year each autumn.
 * From the bank holiday lists of mygov.scot and GOV.UK (Scotland). Both the day itself and its substitute are listed:
 * a helpline that closes on Christmas Day closes on a Saturday one too.
 */
export const HOLIDAYS: readonly Holiday[] = [
  on('2026-01-01', "New Year's Day"),
  on('2026-01-02', '2nd January'),
  on('2026-04-03', 'Good Friday'),
  on('2026-05-04', 'Early May'),
  on('2026-05-25', 'Spring'),
  on('2026-08-03', 'Summer'),
  on('2026-11-30', "St Andrew's Day"),
  on('2026-12-25', 'Christmas Day'),
  on('2026-12-26', 'Boxing Day'),
  instead('2026-12-28', 'Boxing Day'),
  on('2027-01-01', "New Year's Day"),
  on('2027-01-02', '2nd January'),
  instead('2027-01-04', '2nd January'),
  on('2027-03-26', 'Good Friday'),
  on('2027-05-03', 'Early May'),
  on('2027-05-31', 'Spring'),
  on('2027-08-02', 'Summer'),
  on('2027-11-30', "St Andrew's Day"),
  on('2027-12-25', 'Christmas Day'),
  on('2027-12-26', 'Boxing Day'),
  instead('2027-12-27', 'Christmas Day'),
  instead('2027-12-28', 'Boxing Day'),
  on('2028-01-01', "New Year's Day"),
  on('2028-01-02', '2nd January'),
  instead('2028-01-03', "New Year's Day"),
  instead('2028-01-04', '2nd January'),
  on('2028-04-14', 'Good Friday'),
  on('2028-05-01', 'Early May'),
  on('2028-05-29', 'Spring'),
  on('2028-08-07', 'Summer'),
  on('2028-11-30', "St Andrew's Day"),
  on('2028-12-25', 'Christmas Day'),
  on('2028-12-26', 'Boxing Day'),
  // the first days of 2029, so that the last week of 2028 counts on past New Year
  on('2029-01-01', "New Year's Day"),
  on('2029-01-02', '2nd January'),
];

const DATES: ReadonlySet<string> = new Set(HOLIDAYS.map((holiday) => holiday.date));

/** Is this date (YYYY-MM-DD, in Scotland) a public holiday? */
export function isHoliday(date: string): boolean {
  return DATES.has(date);
}
