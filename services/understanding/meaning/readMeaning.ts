/** What a message means apart from danger: facts, feelings and, by and by, everything else ordinary words say. */
import { readFacts, slotOf } from '../../../dialogs/reading/facts';
import { feelingsIn } from '../../../dialogs/reading/feelings';
import type { Reading } from '../../../dialogs/types';

export type Meaning = Pick<Reading, 'facts' | 'feelings'>;

/** Reads the meaning of one message at the question `asking` (its catalogue key), or at none. */
export function readMeaning(text: string, asking: string | null): Meaning {
  const feelings = feelingsIn(text);
  return { facts: readFacts(text, slotOf(asking)), ...(feelings.length > 0 ? { feelings } : {}) };
}
