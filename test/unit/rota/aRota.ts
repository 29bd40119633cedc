/** A rota of few words, for tests. */
import type { Shift, StaffRota } from '../../../services/rota/rota';

export const minute = 60_000;
export const hour = 60 * minute;

let shifts = 0;
/** Mondays, 9 to 5, unless it says otherwise. */
export const aShift = (over: Partial<Shift> = {}): Shift => ({
  id: `s${++shifts}`,
  kind: 'work',
  weekday: 1,
  date: '2026-01-01',
  until: null,
  from: 9 * 60,
  to: 17 * 60,
  breaks: [],
  onHolidays: false,
  ...over,
});

/** Monday to Friday, minutes since midnight. */
export const weekdays = (from: number, to: number, breaks: Shift['breaks'] = []): readonly Shift[] =>
  [1, 2, 3, 4, 5].map((weekday) => aShift({ weekday, from, to, breaks }));

export const oneOf = (id: string, ...all: readonly Shift[]): StaffRota => ({
  id,
  room: 3,
  shifts: [...all],
  leave: [],
});
