/** Times at which one of us can ring somebody: what is on the rota, less what is taken, within the hours they said are safe. Pure. */
import type { SafeTimes } from '../../dialogs/types';
import { dateAfter, momentOf, whenIs } from '../calendar/moment';
import { ownHours } from '../contact/rules';
import { dutiesIn, type StaffRota } from '../rota/rota';
import { joined, type Span } from '../rota/spans';

/** How long each is, minutes: they begin on the hour and half past by the clock in Scotland. */
export const SLOT_MINUTES = 30;
const slotMs = SLOT_MINUTES * 60_000;
/** Somebody has to see it before it is due, ms. */
const notBefore = 60 * 60_000;
/** Looked ahead, days. */
export const AHEAD_DAYS = 10;

const DAYS = [/\bmon(?:day)?s?\b/, /\btue(?:s|sday)?s?\b/, /\bwed(?:nesday|s)?s?\b/, /\bthu(?:r|rs|rsday)?s?\b/];
const LATER = [/\bfri(?:day)?s?\b/, /\bsat(?:urday)?s?\b/, /\bsun(?:day)?s?\b/];
const weekdayWords = [...DAYS, ...LATER];
const noon = 12 * 60;
/** Minutes since midnight that a word of theirs is taken to mean, wide rather than narrow. */
const dayParts: readonly (readonly [RegExp, number, number])[] = [
  [/\b(?:early|mornings?|mornin|breakfast|before (?:noon|lunch))\b/, 0, noon],
  [/\b(?:lunch(?: ?time)?|dinner ?time|midday|noon)\b/, noon - 30, noon + 120],
  [/\b(?:afternoons?|efternoon|school|pick ?up)\b/, noon, 17 * 60],
  [/\b(?:evenings?|nights?|tea ?time|after (?:tea|work|five|six))\b/, 16 * 60 + 30, 24 * 60],
];

/** Whether a stretch is one they said to avoid: a day or a part of one they named. */
function isToAvoid(avoid: string, weekday: number, from: number, to: number): boolean {
  const said = avoid.toLowerCase();
  if (said === '') return false;
  const days = weekdayWords.flatMap((word, n) => (word.test(said) ? [n + 1] : []));
  const weekend = /\bweek ?ends?\b/.test(said) ? [6, 7] : [];
  const parts = dayParts.filter(([word]) => word.test(said));
  const named = [...days, ...weekend];
  const inPart = parts.some(([, begins, ends]) => from < ends && begins < to);
  // "Tuesday mornings" may mean both: whatever they named is left out, the day and the part
  if (named.includes(weekday)) return true;
  return inPart;
}

export function isSafe({ window, avoid }: SafeTimes, { from, to }: Span): boolean {
  const begins = momentOf(from);
  const ends = begins.minutes + (to - from) / 60_000;
  const hours = ownHours[window ?? 'anyTime'] ?? ownHours['skipped'];
  if (hours === undefined) return false;
  if (hours.weekdaysOnly && (begins.weekday > 5 || begins.holiday)) return false;
  return begins.minutes >= hours.from && ends <= hours.to && !isToAvoid(avoid, begins.weekday, begins.minutes, ends);
}

export interface Slot extends Span {
  /** who of the team could ring, the ones with the fewest calls that day first */
  readonly free: readonly string[];
}

/** What stands for one of the team at one time: two bookings of it have one name. */
export const slotId = (staffId: string, from: number): string => `${staffId}@${from}`;

/** Every slot with somebody free, from an hour from now on. `taken` are slot ids. */
export function slotsFrom(rota: readonly StaffRota[], taken: ReadonlySet<string>, now: number): readonly Slot[] {
  const ends = whenIs(dateAfter(momentOf(now).date, AHEAD_DAYS), 0);
  const span = { from: now, to: ends };
  const working = rota.map(({ id, ...one }) => ({
    id,
    spans: joined(dutiesIn([{ ...one, id }], span).filter(({ kind }) => kind === 'work')),
  }));
  const calls = [...taken].map((id) => ({
    who: id.slice(0, id.lastIndexOf('@')),
    at: Number(id.slice(id.lastIndexOf('@') + 1)),
  }));
  const load = (id: string, date: string) =>
    calls.filter(({ who, at }) => who === id && momentOf(at).date === date).length;
  const slots: Slot[] = [];
  for (let from = Math.ceil((now + notBefore) / slotMs) * slotMs; from + slotMs <= ends; from += slotMs) {
    const to = from + slotMs;
    const { date } = momentOf(from);
    const free = working
      .filter(({ spans }) => spans.some((one) => one.from <= from && to <= one.to))
      .map(({ id }) => id)
      .filter((id) => !taken.has(slotId(id, from)))
      .toSorted((a, b) => load(a, date) - load(b, date) || (a < b ? -1 : 1));
    if (free.length > 0) slots.push({ from, to, free });
  }
  return slots;
}
