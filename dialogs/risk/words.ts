/** What danger is heard in: one message and its reading. */
import type { Reading } from '../types';

/** A message with what was made of it. */
export interface Words {
  readonly text: string;
  readonly reading: Reading;
  /** written before the question now on the table was put */
  readonly crossed?: boolean;
}
