/** The usual week of one of the team, as a manager writes it: "9:00-12:00, 12:45-17:00" is a shift with a break. Pure. */
import { dateAfter } from '../calendar/moment';
import type { Shift, StaffRota } from './rota';

const DAY = 24 * 60;
type Hours = Pick<Shift, 'from' | 'to' | 'breaks'>;

function minutesOf(text: string): number | null {
  const [, hour = '', minute = '00'] = /^(\d{1,2})(?:[:.](\d{2}))?$/.exec(text.trim()) ?? [];
  const minutes = Number(hour) * 60 + Number(minute);
  return hour === '' || Number(minute) > 59 || minutes > DAY ? null : minutes;
}

/** What these words say, in minutes since midnight; past midnight where the end is before the beginning. Null when they say nothing of the kind. */
export function hoursIn(text: string): Hours | null {
  const parts = text.split(',').map((part) => part.split(/\s*(?:-|\u2013|to)\s*/).map(minutesOf));
  const stretches: { from: number; to: number }[] = [];
  for (const [from = null, to = null, ...more] of parts) {
    if (from === null || to === null || more.length > 0) return null;
    const before = stretches.at(-1)?.to ?? 0;
    const begins = from < before ? from + DAY : from;
    stretches.push({ from: begins, to: to <= begins % DAY ? to + DAY : to + (begins >= DAY ? DAY : 0) });
  }
  const [first, last] = [stretches[0], stretches.at(-1)];
  if (first === undefined || last === undefined || last.to > 2 * DAY) return null;
  const breaks = stretches.slice(1).map(({ from }, n) => ({ from: stretches[n]?.to ?? from, to: from }));
  return { from: first.from, to: last.to, breaks: breaks.filter(({ from, to }) => from < to) };
}

const clock = (minutes: number): string =>
  `${Math.floor((minutes % DAY) / 60)}:${String(minutes % 60).padStart(2, '0')}`;

/** The same the other way round. */
export function hoursOf({ from, to, breaks }: Hours): string {
  const marks = [from, ...breaks.flatMap((pause) => [pause.from, pause.to]), to];
  const pairs = marks.flatMap((mark, n) => (n % 2 === 0 ? [`${clock(mark)}-${clock(marks[n + 1] ?? mark)}`] : []));
  return pairs.join(', ');
}

const goesOn = ({ until }: Shift, today: string) => until === null || until >= today;
const isUsual = (shift: Shift, today: string): boolean =>
  shift.kind === 'work' && shift.weekday !== null && goesOn(shift, today);

/** The usual week as it stands: 1 Monday to 7 Sunday. */
export function usualWeek({ shifts }: Pick<StaffRota, 'shifts'>, today: string): ReadonlyMap<number, Shift> {
  return new Map(
    shifts.flatMap((shift) => (isUsual(shift, today) && shift.weekday !== null ? [[shift.weekday, shift]] : [])),
  );
}

/** Another usual week from today on; what was before today stays as it was. `id` makes a name for each new shift. */
export function withUsualWeek(
  shifts: readonly Shift[],
  week: ReadonlyMap<number, Hours>,
  today: string,
  id: () => string,
): readonly Shift[] {
  const usual = usualWeek({ shifts: [...shifts] }, today);
  const stays = (shift: Shift): boolean => {
    const wanted = week.get(shift.weekday ?? 0);
    return wanted !== undefined && hoursOf(wanted) === hoursOf(shift);
  };
  const before = shifts.flatMap((shift) => {
    if (!isUsual(shift, today) || stays(shift)) return [shift];
    return shift.date < today ? [{ ...shift, until: dateAfter(today, -1) }] : [];
  });
  const fresh = [...week].flatMap(([weekday, hours]): readonly Shift[] => {
    const there = usual.get(weekday);
    if (there !== undefined && stays(there)) return [];
    return [{ id: id(), kind: 'work', weekday, date: today, until: null, onHolidays: false, ...hours }];
  });
  return [...before, ...fresh];
}
