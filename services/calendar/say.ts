/** Says times as people say them: "4pm Tuesday", "tomorrow at 9am". */
import { dateAfter, momentOf } from './moment';

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** 1 Monday to 7 Sunday, by name. */
export const sayWeekday = (weekday: number): string => DAYS[weekday - 1] ?? '';

/** A time of day as people say it: "9am", "4.45pm", "noon". Minutes since midnight. */
export function sayClock(minutes: number): string {
  const hour = Math.floor(minutes / 60) % 24;
  const past = minutes % 60;
  if (past === 0 && hour === 12) return 'noon';
  if (past === 0 && hour === 0) return 'midnight';
  const twelve = hour % 12 === 0 ? 12 : hour % 12;
  return `${twelve}${past === 0 ? '' : `.${String(past).padStart(2, '0')}`}${hour < 12 ? 'am' : 'pm'}`;
}

/** A day as people say it from where they stand: "today", "tomorrow", "Tuesday", "Tuesday 5 January". */
export function sayDay(at: number, now: number): string {
  const day = momentOf(at);
  const today = momentOf(now).date;
  if (day.date === today) return 'today';
  if (day.date === dateAfter(today, 1)) return 'tomorrow';
  const name = DAYS[day.weekday - 1] ?? '';
  if (day.date > today && day.date < dateAfter(today, 7)) return name;
  const month = MONTHS[Number(day.date.slice(5, 7)) - 1] ?? '';
  return `${name} ${Number(day.date.slice(8))} ${month}`;
}

/** A date that still says the same tomorrow: "Wed 2 Dec". */
export function sayDate(at: number): string {
  const day = momentOf(at);
  const name = (DAYS[day.weekday - 1] ?? '').slice(0, 3);
  const month = (MONTHS[Number(day.date.slice(5, 7)) - 1] ?? '').slice(0, 3);
  return `${name} ${Number(day.date.slice(8))} ${month}`;
}

/** For "by ...": "4pm today", "5pm on Wed 2 Dec". A text is read again days later, so it names the date. Both in ms. */
export function sayTime(at: number, now: number): string {
  const clock = sayClock(momentOf(at).minutes);
  return momentOf(at).date === momentOf(now).date ? `${clock} today` : `${clock} on ${sayDate(at)}`;
}

/** For "that was due ...": "earlier today", "yesterday", "on Tue 1 Dec". */
export function sayPast(at: number, now: number): string {
  const { date } = momentOf(at);
  const today = momentOf(now).date;
  if (date === today) return 'earlier today';
  return date === dateAfter(today, -1) ? 'yesterday' : `on ${sayDate(at)}`;
}

/** For "we are back ...": "today at 9am", "tomorrow at 9am", "on Tuesday at 9am". */
export function sayWhen(at: number, now: number): string {
  const day = sayDay(at, now);
  const lead = day === 'today' || day === 'tomorrow' ? day : `on ${day}`;
  return `${lead} at ${sayClock(momentOf(at).minutes)}`;
}

/** A moment in full, as papers say it: "24 November 2026, 4.45pm". */
export function sayMoment(at: number): string {
  const { date, minutes } = momentOf(at);
  const [year = '', month = '', day = ''] = date.split('-');
  return `${Number(day)} ${MONTHS[Number(month) - 1] ?? ''} ${year}, ${sayClock(minutes)}`;
}
