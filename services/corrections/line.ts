/** A rewrite as a line of the corpus: the shape of services/understanding/meaning/lines. Pure. */

import type { Rewrite } from './collection';
import { wordsOf } from './rewrite';

/** Who wrote a line, as the corpus names its writers: figures are made by leaving one out. */
export const writerOf = (name: string): string => `r-${wordsOf(name).join('-')}`;

/** One line of JSON, without who it is about and without the talk it was written after. */
export function corpusLine({ text, risk, needs, reviewerName }: Rewrite): string {
  const meaning = risk ?? { needs: needs ?? [] };
  return JSON.stringify({ text, ...meaning, style: 'plain', writer: writerOf(reviewerName) });
}
