/** The question now on the table: whether one is open, and whether words name one of its choices. */
import type { Draft } from './draft';
import { answered } from './facts';
import { frozenAsked } from './journey';

/** A question was put and has no answer yet. */
export function questionOpen(d: Draft): boolean {
  return d.state.asked !== null && !answered(d, d.state.asked.key);
}

/** "Carry on" or "Help out" typed where that is one of the choices is the choice. STOP is always STOP. */
export function namesAChoice(d: Draft, text: string, command: string): boolean {
  if (!questionOpen(d) || command === 'stop' || command === 'wrong_number') return false;
  const said = text.trim().toLowerCase();
  return frozenAsked(d).choices.some((choice) => choice.label.toLowerCase() === said);
}
