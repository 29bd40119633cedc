/** Sentences that speak of danger by themselves, so that ordinary talk round them does not drown them out (H12). */
import type { SentenceAtRisk } from '../../../dialogs/safety/detectRisk';
import type { Heard } from '../../../dialogs/safety/words/normalise';

/** Sentences read by themselves in one part of a message; more say nothing new. */
const MOST = 12;
/** Fewer letters than this are no sentence. */
const SHORTEST = 4;

/** The different sentences of a message of several in which a rule heard danger, the first of them. */
export function ownSentences({ plain }: Heard, sentences: readonly SentenceAtRisk[]): readonly SentenceAtRisk[] {
  const [first] = sentences;
  if (first === undefined || isWhole(plain, first)) return [];
  const seen = new Map<string, SentenceAtRisk>();
  for (const one of sentences) {
    const words = plain.slice(one.from, one.to).trim();
    if (words.length >= SHORTEST && !seen.has(words)) seen.set(words, one);
    if (seen.size >= MOST) break;
  }
  return [...seen.values()];
}

function isWhole(plain: string, { from, to }: SentenceAtRisk): boolean {
  return plain.slice(0, from).trim() === '' && plain.slice(to).replaceAll('|', '').trim() === '';
}
