/** Sentences that speak of danger by themselves, so that ordinary talk round them does not drown them out (H12). */
import { detectRiskIn } from '../../../dialogs/safety/detectRisk';
import { type Heard, normalise } from '../../../dialogs/safety/words/normalise';
import type { RiskFlag } from '../../../dialogs/types';

/** Sentences read by themselves in one part of a message; more say nothing new. */
const MOST = 12;

/** One sentence, its plain words, and what rules hear in it. */
export interface Alone {
  readonly text: string;
  readonly heard: Heard;
  readonly flags: readonly RiskFlag[];
}

/** The sentences of a text of several in which a rule hears danger. */
export function sentencesAtRisk(text: string, recentlyFlagged: boolean): readonly Alone[] {
  const sentences = text
    .split(/[.!?;\n]+/)
    .map((one) => one.trim())
    .filter((one) => one.length > 3);
  if (sentences.length < 2) return [];
  const found: Alone[] = [];
  for (const sentence of new Set(sentences)) {
    const heard = normalise(sentence);
    const flags = detectRiskIn(heard, recentlyFlagged);
    if (flags.length > 0) found.push({ text: sentence, heard, flags });
    if (found.length === MOST) break;
  }
  return found;
}
