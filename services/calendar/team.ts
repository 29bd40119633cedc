/** Works out what can truthfully be promised now: whether anybody is there, and by when a person will act. */
import type { Due, Level, Moment, Team } from '../../dialogs/types';
import { isHoliday } from './holidays';
import { dateAfter, momentOf, weekdayOf, whenIs } from './moment';
import { sayClock, sayTime, sayWeekday, sayWhen } from './say';
import { afterMinutesOpen, byHours, closesOn, isOpenAt, nextOpenAt, type SpansOn, workingDateAfter } from './times';
import { OFFICE_HOURS, type WorkingHours } from './working';

/** Who works when. Nobody is taken to be on duty unless `onDuty` says so. */
export interface Rota {
  readonly hours: WorkingHours;
  /** the hours, as people say them */
  readonly hoursText: string;
  /** when somebody is truly at work, where a rota was made; by the hours where none was */
  readonly spansOn?: SpansOn;
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
  const on = worked(rota);
  const open = isOpenAt(now.at, on);
  const opensAt = nextOpenAt(now.at, on);
  return {
    open,
    onDuty: rota.onDuty,
    opens: open ? 'today' : `${sayWhen(opensAt, now.at)}${whyNotSooner(now, opensAt, hours)}`,
    today: open ? today(now, rota) : null,
    personBy: open ? (today(now, rota) ?? closingOn(nextDay(now, rota), now, rota)) : closingOn(opensAt, now, rota),
    hours: rota.hoursText,
    replyBy: replyBy(now, rota, open, opensAt),
    workingDay: {
      1: endOfWorkingDay(now, 1, on),
      2: endOfWorkingDay(now, 2, on),
      3: endOfWorkingDay(now, 3, on),
    },
  };
}

const worked = ({ spansOn, hours }: Rota): SpansOn => spansOn ?? byHours(hours);

/** The end of the day somebody works, that holds this moment; the hours say when where nobody does. */
const closing = (at: number, rota: Rota): number =>
  closesOn(momentOf(at).date, worked(rota)) ?? whenIs(momentOf(at).date, rota.hours.to);

/** By when a person can be in touch today; null when there is less than an hour of today left. */
function today(now: Moment, rota: Rota): Due | null {
  const closes = closing(now.at, rota);
  return closes - now.at >= 60 * 60_000 ? said(closes, now.at) : null;
}

const nextDay = (now: Moment, rota: Rota) => nextOpenAt(closing(now.at, rota), worked(rota));

/** The end of the working day that holds this moment. */
const closingOn = (at: number, now: Moment, rota: Rota): Due => said(closing(at, rota), now.at);

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
  const on = worked(rota);
  const minutes = (count: number) => now.at + count * 60_000;
  const firstHour = opensAt + 60 * 60_000;
  const urgent = (inHours: number, onCall: number): Due => {
    if (open) return { ...promise(minutes(inHours), now, rota), at: minutes(inHours) };
    return rota.onCall ? said(minutes(onCall), now.at) : said(firstHour, now.at);
  };
  return {
    P0: urgent(2, 10),
    P1: urgent(15, 60),
    P2: said(open ? afterMinutesOpen(now.at, 4 * 60, on) : firstHour, now.at),
    P3: endOfWorkingDay(now, 1, on),
    P4: endOfWorkingDay(now, 3, on),
  };
}

/** In hours with nobody known to be there, a person is told a time we can keep, though the alarm goes off sooner. */
function promise(at: number, now: Moment, rota: Rota): Due {
  if (rota.onDuty !== null) return said(at, now.at);
  const closes = closing(now.at, rota);
  if (closes - now.at >= 60 * 60_000) return said(closes, now.at);
  return said(nextOpenAt(closes, worked(rota)) + 60 * 60_000, now.at);
}

function endOfWorkingDay(now: Moment, days: number, on: SpansOn): Due {
  return said(closesOn(workingDateAfter(now.date, days, on), on) ?? now.at, now.at);
}

/** A due time rounded up to the next five minutes, because nobody says "by 3.07pm". */
function said(at: number, now: number): Due {
  const five = 5 * 60_000;
  const rounded = Math.ceil(at / five) * five;
  return { at, told: rounded, text: sayTime(rounded, now) };
}
