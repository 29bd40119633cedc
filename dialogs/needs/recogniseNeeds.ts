/** Guesses which of the twenty needs a person's own words name. The person always confirms. */
import type { Need } from '../types';

/** The needs a message seems to name, none when unsure. */
export function recogniseNeeds(_text: string): readonly Need[] {
  return [];
}
