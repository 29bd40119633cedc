/** Works out what can truthfully be promised now: whether anybody is there, and by when a person will act. */
import type { Due, Level, Moment, Team } from '../../dialogs/types';
import { isHoliday } from './holidays';
import { dateAfter, momentOf, weekdayOf, whenIs } from './moment';
import { sayClock, sayTime, sayWeekday, sayWhen } from './say';
import { addWorkingDays, addWorkingMinutes, isOpen, nextOpen, OFFICE_HOURS, type WorkingHours } from './working';

/** Who works when. Nobody is taken to be on duty unless `onDuty` says so. */
export interface Rota {
  readonly hours: WorkingHours;
  /** the hours, as people say them */
  readonly hoursText: string;
  /** who takes a handoff now, when somebody truly can */
  readonly onDuty: Team['onDuty'];
  /** an on-call rota exists out of hours (guide 2.2); without one we say so and promise the next opening */
  readonly onCall: boolean;
}

/** The default: office hours, nobody known to be on duty, no on-call rota. */
export const OFFICE_ROTA: Rota = {
  hours: OFFICE_HOURS,
  hoursText: `Monday to Friday, ${sayClock(OFFICE_HOURS.from)} to ${sayClock(OFFICE_HOURS.to)}`,
  onDuty: null,
  onCall: false,
};

/** The team as it is at a moment. `at` is the clock staff are held to; `text` is what a person is told, never sooner. */
export function teamAt(now: Moment, rota: Rota = OFFICE_ROTA): Team {
  const { hours } = rota;
  const open = isOpen(now.at, hours);
  const opensAt = nextOpen(now.at, hours);
  return {
    open,
    onDuty: rota.onDuty,
    opens: open ? 'today' : `${sayWhen(opensAt, now.at)}${whyNotSooner(now, opensAt, hours)}`,
    today: open ? today(now, rota) : null,
    personBy: open ? (today(now, rota) ?? closingOn(nextDay(now, rota), now, rota)) : closingOn(opensAt, now, rota),
    hours: rota.hoursText,
    replyBy: replyBy(now, rota, open, opensAt),
    workingDay: {
      1: endOfWorkingDay(now, 1, hours),
      2: endOfWorkingDay(now, 2, hours),
      3: endOfWorkingDay(now, 3, hours),
    },
  };
}

/** By when a person can be in touch today; null when there is less than an hour of today left. */
function today(now: Moment, rota: Rota): Due | null {
  const closes = whenIs(now.date, rota.hours.to);
  return closes - now.at >= 60 * 60_000 ? said(closes, now.at) : null;
}

const nextDay = (now: Moment, { hours }: Rota) => nextOpen(whenIs(now.date, hours.to), hours);

/** The end of the working day that holds this moment. */
function closingOn(at: number, now: Moment, { hours }: Rota): Due {
  return said(whenIs(momentOf(at).date, hours.to), now.at);
}

/** " (Monday is a holiday)", where a day they would be expected on is one. */
function whyNotSooner(now: Moment, opensAt: number, hours: WorkingHours): string {
  const names: string[] = [];
  for (let date = now.date; date < momentOf(opensAt).date; date = dateAfter(date, 1)) {
    if (hours.days.includes(weekdayOf(date)) && isHoliday(date))
      names.push(date === now.date ? 'today' : sayWeekday(weekdayOf(date)));
  }
  if (names.length === 0) return '';
  return ` (${names.join(' and ')} ${names.length === 1 ? 'is a holiday' : 'are holidays'})`;
}

/** The clocks of guide 2.2. */
function replyBy(now: Moment, rota: Rota, open: boolean, opensAt: number): Readonly<Record<Level, Due>> {
  const { hours } = rota;
  const minutes = (count: number) => now.at + count * 60_000;
  const firstHour = opensAt + 60 * 60_000;
  const urgent = (inHours: number, onCall: number): Due => {
    if (open) return { ...promise(minutes(inHours), now, rota), at: minutes(inHours) };
    return rota.onCall ? said(minutes(onCall), now.at) : said(firstHour, now.at);
  };
  return {
    P0: urgent(2, 10),
    P1: urgent(15, 60),
    P2: said(open ? addWorkingMinutes(now.at, 4 * 60, hours) : firstHour, now.at),
    P3: endOfWorkingDay(now, 1, hours),
    P4: endOfWorkingDay(now, 3, hours),
  };
}

/** In hours with nobody known to be there, a person is told a time we can keep, though the alarm goes off sooner. */
function promise(at: number, now: Moment, rota: Rota): Due {
  if (rota.onDuty !== null) return said(at, now.at);
  const closes = whenIs(now.date, rota.hours.to);
  if (closes - now.at >= 60 * 60_000) return said(closes, now.at);
  return said(nextOpen(closes, rota.hours) + 60 * 60_000, now.at);
}

function endOfWorkingDay(now: Moment, days: number, hours: WorkingHours): Due {
  return said(whenIs(addWorkingDays(now.date, days, hours), hours.to), now.at);
}

/** A due time rounded up to the next five minutes, because nobody says "by 3.07pm". */
function said(at: number, now: number): Due {
  const five = 5 * 60_000;
  const rounded = Math.ceil(at / five) * five;
  return { at, told: rounded, text: sayTime(rounded, now) };
}
