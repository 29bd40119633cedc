/** The deep stage as a second opinion on a message, asked before the turn is thought. */
import type { Reading } from '../../../dialogs/types';
import type { SecondOpinion } from '../clu/secondOpinion';
import { joinDeep } from './join';
import type { Named } from './odds';
import { isSettled } from './settled';
import type { DeepThresholds } from './thresholds';

/** How much of a message is looked at, in characters; the fast stage reads all of it. */
const LOOKED_AT = 6_000;

/** Makes the opinion; `outputs` are the names of the margins. Never throws, and never takes longer than the client does. */
export function createDeepOpinion(
  ask: (text: string) => Promise<readonly number[] | null>,
  outputs: readonly string[],
  thresholds: DeepThresholds,
): SecondOpinion {
  return async (text, reading, asking) => {
    if (isSettled(text, reading, asking)) return reading;
    const margins = await ask(text.slice(0, LOOKED_AT));
    if (margins === null) return preferCheck(reading);
    return joinDeep(reading, named(outputs, margins), { text, asking, thresholds });
  };
}

/** Margins under their names. */
export function named(outputs: readonly string[], margins: readonly number[]): Named {
  return new Map(outputs.map((name, n) => [name, margins[n] ?? -9]));
}

/** Without the deep stage, what only likeness is certain of is asked about first, unless it is this minute. */
function preferCheck(reading: Reading): Reading {
  if (reading.risks === 'failed') return reading;
  const isGuess = ({ rule, level }: (typeof reading.risks)[number]) => rule.startsWith('model:') && level !== 'P0';
  const guesses = reading.risks.filter(isGuess);
  if (guesses.length === 0) return reading;
  const risks = reading.risks.filter((flag) => !isGuess(flag));
  return {
    ...reading,
    risks,
    checks: [...(reading.checks ?? []), ...guesses.map((flag) => ({ ...flag, unclear: true }))],
  };
}
