/** The clock of the Adult Support and Protection (Scotland) Act 2007: the three points are thought about the same day, and what is met is passed on. Pure. */
import { dateAfter, momentOf, whenIs } from '../calendar/moment';
import type { Risk } from '../store/collections/safety';

export type AspClock =
  /** the three points are still to be thought about */
  | { readonly kind: 'think'; readonly dueAt: number; readonly isLate: boolean }
  /** all three are met, and nobody was told yet, nor why not */
  | { readonly kind: 'pass'; readonly dueAt: number; readonly isLate: boolean }
  | { readonly kind: 'done' };

/** The end of the day in Scotland on which it was heard. */
const sameDay = (at: number): number => whenIs(dateAfter(momentOf(at).date, 1), 0);

export function aspClock(now: Risk, at: number): AspClock {
  const dueAt = sameDay(now.detectedAt);
  if (now.closedAt !== null) return { kind: 'done' };
  if (now.aspThreePoint === null) return { kind: 'think', dueAt, isLate: at >= dueAt };
  const passedOn = now.sharedWith.length > 0 || now.reason !== null;
  if (now.aspThreePoint.test === 'met' && !passedOn) return { kind: 'pass', dueAt, isLate: at >= dueAt };
  return { kind: 'done' };
}
