/** Who works when: shifts, breaks, leave and on-call as a value, and what is so at a moment. Pure; the clock is Scotland's. */
import { z } from 'zod';
import { isHoliday } from '../calendar/holidays';
import { dateAfter, momentOf, weekdayOf, whenIs } from '../calendar/moment';
import { isWorkingDay, type WorkingHours } from '../calendar/working';
import { holds, joined, type Span, within, without } from './spans';

const day = z.iso.date();
const DAY = 24 * 60;
/** minutes since midnight; past 1440 is the next day */
const minutes = z
  .number()
  .int()
  .min(0)
  .max(2 * DAY);
const stretch = z.object({ from: minutes, to: minutes });

export const shiftShape = z.object({
  id: z.string().min(1),
  /** work: at their console. onCall: for danger alone */
  kind: z.enum(['work', 'onCall']),
  /** 1 Monday to 7 Sunday, for every week; null for one day */
  weekday: z.number().int().min(1).max(7).nullable(),
  /** the day, or the first day it holds from */
  date: day,
  /** the last day it holds; null while it goes on */
  until: day.nullable(),
  from: minutes,
  to: minutes,
  breaks: z.array(stretch),
  /** on public holidays too; what is for one day alone always holds */
  onHolidays: z.boolean(),
});
export type Shift = z.infer<typeof shiftShape>;

/** Away, from a minute of one day to a minute of another. */
export const leaveShape = z.object({ id: z.string().min(1), date: day, from: minutes, until: day, to: minutes });

export type Leave = z.infer<typeof leaveShape>;

export const staffRotaShape = z.object({
  /** the account of one of the team */
  id: z.string().min(1),
  /** threads they hold at once while they work */
  room: z.number().int().min(1).max(20),
  shifts: z.array(shiftShape).max(200),
  leave: z.array(leaveShape).max(200),
});
/** One of the team. The rota of the team is a list of these. */
export type StaffRota = z.infer<typeof staffRotaShape>;

/** A stretch of one of the team at work or on call. */
export interface Duty extends Span {
  readonly staffId: string;
  readonly kind: Shift['kind'];
  readonly room: number;
}

export function holdsOn(shift: Shift, date: string): boolean {
  if (shift.weekday === null) return date === shift.date;
  if (date < shift.date || (shift.until !== null && date > shift.until)) return false;
  return weekdayOf(date) === shift.weekday && (shift.onHolidays || !isHoliday(date));
}

const spanOn = (date: string, { from, to }: { readonly from: number; readonly to: number }): Span => ({
  from: whenIs(date, from),
  to: whenIs(date, to),
});

const away = ({ leave }: StaffRota): readonly Span[] =>
  leave.map(({ date, from, until, to }) => ({ from: whenIs(date, from), to: whenIs(until, to) }));

/** Every day that touches a stretch, with the evening before: a shift may go on past midnight. */
function datesIn({ from, to }: Span): readonly string[] {
  const dates: string[] = [];
  const last = momentOf(to).date;
  for (let date = dateAfter(momentOf(from).date, -2); date <= last; date = dateAfter(date, 1)) dates.push(date);
  return dates;
}

/** What everybody does in a stretch of time, breaks and leave taken out. */
export function dutiesIn(rota: readonly StaffRota[], span: Span): readonly Duty[] {
  const dates = datesIn(span);
  return rota.flatMap((one) => {
    const off = away(one);
    const of = (shift: Shift) =>
      dates
        .filter((date) => holdsOn(shift, date))
        .flatMap((date) => {
          const breaks = shift.breaks.map((pause) => spanOn(date, pause));
          return within(without([spanOn(date, shift)], [...breaks, ...off]), span);
        })
        .map((part): Duty => ({ ...part, staffId: one.id, kind: shift.kind, room: one.room }));
    return one.shifts.flatMap(of);
  });
}

/** Who works, and who is on call, at a moment (ms). Somebody who works is not on call as well. */
export function onShift(rota: readonly StaffRota[], at: number): ReadonlyMap<string, Duty> {
  const now = dutiesIn(rota, { from: at, to: at + 1 }).filter((duty) => holds(duty, at));
  const order = [...now.filter(({ kind }) => kind === 'onCall'), ...now.filter(({ kind }) => kind === 'work')];
  return new Map(order.map((duty) => [duty.staffId, duty]));
}

/** When at least one of the team works, in a stretch of time. */
export const coverIn = (rota: readonly StaffRota[], span: Span): readonly Span[] =>
  joined(dutiesIn(rota, span).filter(({ kind }) => kind === 'work'));

/** When somebody works on a date. */
export function coverOn(rota: readonly StaffRota[], date: string): readonly Span[] {
  return coverIn(rota, { from: whenIs(date, 0), to: whenIs(date, DAY) });
}

/** The hours promised to the public on a date: none on a holiday. */
export const promisedOn = (hours: WorkingHours, date: string): readonly Span[] =>
  isWorkingDay(date, hours) ? [spanOn(date, hours)] : [];

export interface Gap extends Span {
  readonly date: string;
}

/** What of the hours promised to the public nobody works, in the seven days from a date (YYYY-MM-DD, a Monday). */
export function uncovered(rota: readonly StaffRota[], hours: WorkingHours, monday: string): readonly Gap[] {
  return [0, 1, 2, 3, 4, 5, 6].flatMap((n) => {
    const date = dateAfter(monday, n);
    return without(promisedOn(hours, date), coverOn(rota, date)).map((gap) => ({ ...gap, date }));
  });
}

/** Why a rota cannot be taken: a shift or a leave that ends before it begins, a break outside, or two at one time. */
export type WhyBad = 'ends' | 'long' | 'break' | 'twice' | 'leave';

const longest = 24 * 60;

function badShift({ from, to, breaks, date, until, weekday }: Shift): WhyBad | null {
  if (to <= from || (weekday !== null && until !== null && until < date)) return 'ends';
  if (to - from > longest) return 'long';
  return breaks.some((pause) => pause.to <= pause.from || pause.from < from || pause.to > to) ? 'break' : null;
}

/** Two of one kind that hold at one time on some day. Those of the night before count into the next day. */
function meet(a: Shift, b: Shift): boolean {
  if (a.kind !== b.kind) return false;
  const apart = (shift: Shift, other: Shift, days: number) =>
    shift.to <= other.from + days * DAY || other.to + days * DAY <= shift.from;
  return [-1, 0, 1].some((days) => {
    if (apart(a, b, days)) return false;
    if (a.weekday === null) return holdsOn(b, dateAfter(a.date, days));
    if (b.weekday === null) return holdsOn(a, dateAfter(b.date, -days));
    if ((a.weekday + days + 6) % 7 !== (b.weekday + 6) % 7) return false;
    const ends = (one: Shift) => one.until ?? '9999-12-31';
    return a.date <= ends(b) && b.date <= ends(a);
  });
}

/** What is wrong with one person's rota; null for nothing. */
export function whyBad({ shifts, leave }: Pick<StaffRota, 'shifts' | 'leave'>): WhyBad | null {
  const bad = shifts.map(badShift).find((why) => why !== null);
  if (bad !== undefined) return bad;
  if (shifts.some((one, n) => shifts.slice(n + 1).some((other) => meet(one, other)))) return 'twice';
  const ends = leave.some(({ date, from, until, to }) => whenIs(until, to) <= whenIs(date, from));
  return ends ? 'leave' : null;
}
