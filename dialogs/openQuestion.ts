/** The question now on the table: whether one is open, and whether words name one of its choices. */
import { plain } from './answers/labels';
import type { Draft } from './draft';
import { answered } from './facts';
import { frozenAsked } from './journey';

/** A question was put and has no answer yet. */
export function questionOpen(d: Draft): boolean {
  return d.state.asked !== null && !answered(d, d.state.asked.key);
}

/** The words that carriers and people mean by a stop, with nothing else beside them. */
const BARE_STOP = /^(?:stop|stopall|unsubscribe|end|quit|cancel)$/;

/** "Carry on" or "Help out" typed where that is one of the choices is the choice. STOP is always STOP. */
export function namesAChoice(d: Draft, text: string, command: string): boolean {
  if (!questionOpen(d) || command === 'wrong_number') return false;
  const said = plain(text).replaceAll("'", '');
  if (BARE_STOP.test(said)) return false;
  return frozenAsked(d).choices.some((choice) => plain(choice.label).replaceAll("'", '') === said);
}
