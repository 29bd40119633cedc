/** How a handoff ends, and what the team wrote down on the way. */
import type { Outcome } from './event';
import type { Handoff } from './handoff';
import { noted } from './parts';
import type { Staff } from './reasons';

/** So long one that has ended is kept, ms. */
export const keptAfter = 365 * 24 * 60 * 60_000;
/** The latest of many; what is older than these is in the handoffs before. */
const notesKept = 100;

export function withNote(handoff: Handoff, at: number, { name }: Staff, words: string): Handoff {
  const last = handoff.notes.at(-1);
  // nothing, or the same form sent twice
  if (words === '' || (last?.words === words && last.who === name)) return handoff;
  return { ...handoff, notes: [...handoff.notes, { at, who: name, words }].slice(-notesKept) };
}

export function ended(handoff: Handoff, at: number, outcome: Outcome, note: string, by: Staff): Handoff {
  const { name } = by;
  const closed: Handoff = {
    ...withNote(handoff, at, by, note),
    nextAction: '',
    state: 'closed',
    outcome,
    note,
    endedAt: at,
    waitingSince: null,
    expiresAt: at + keptAfter,
  };
  return noted(closed, { at, what: 'closed', who: name, detail: outcome });
}
