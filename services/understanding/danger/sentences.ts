/** Sentences that speak of danger by themselves, so that ordinary talk round them does not drown them out (H12). */
import { detectRisk } from '../../../dialogs/safety/detectRisk';

/** Sentences read by themselves in one part of a message; more say nothing new. */
const MOST = 12;

/** The sentences of a text of several in which a rule hears danger. */
export function sentencesAtRisk(text: string, recentlyFlagged: boolean): readonly string[] {
  // most messages hold nothing, and one look at the whole says so
  if (detectRisk(text, recentlyFlagged).length === 0) return [];
  const sentences = text
    .split(/[.!?;\n]+/)
    .map((one) => one.trim())
    .filter((one) => one.length > 3);
  if (sentences.length < 2) return [];
  return [...new Set(sentences)].filter((one) => detectRisk(one, recentlyFlagged).length > 0).slice(0, MOST);
}
