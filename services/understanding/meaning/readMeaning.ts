/** What a message means apart from danger: facts, needs, yes and no, questions of us, feelings. */
import { recogniseMoments } from '../../../dialogs/commands/awkward';
import type { Facts, Found } from '../../../dialogs/reading';
import { readFacts, slotOf } from '../../../dialogs/reading/facts';
import { feelingsIn } from '../../../dialogs/reading/feelings';
import type { Need, Reading } from '../../../dialogs/types';
import { commandAt } from './commandAt';
import { plainOf } from './features';
import { hearNeeds, hearPolarity, hearTopic } from './hear';

export type Meaning = Pick<Reading, 'facts' | 'feelings' | 'polarity' | 'asks' | 'commandStrength'>;

/** Reads the meaning of one message at the question `asking` (its catalogue key), or at none. */
export function readMeaning(text: string, asking: string | null): Meaning {
  const feelings = feelingsIn(text);
  return { facts: readFacts(text, slotOf(asking)), ...(feelings.length > 0 ? { feelings } : {}) };
}

/** The same with all that is learned: to be told to the turn once every talk has been read with it. */
export function readLearned(text: string, asking: string | null): Meaning {
  const plain = plainOf(text);
  const feelings = feelingsIn(text);
  const polarity = hearPolarity(text, plain, asking);
  // "what is the right dose" asks for advice, which has an answer of its own
  const asked = hearTopic(text, plain);
  const asks = asked !== undefined && recogniseMoments(text).includes('advice') ? undefined : asked;
  const command = commandAt(text, asking);
  return {
    facts: withNeeds(readFacts(text, slotOf(asking)), hearNeeds(text, plain)),
    ...(feelings.length > 0 ? { feelings } : {}),
    ...(polarity === undefined ? {} : { polarity }),
    ...(asks === undefined ? {} : { asks }),
    ...(command === null ? {} : { commandStrength: command.strength }),
  };
}

/** The needs a message names, the surest first. */
export function needsIn(text: string): readonly Need[] {
  return hearNeeds(text, plainOf(text)).map(({ value }) => value);
}

function withNeeds(facts: Facts, needs: readonly Found<Need>[]): Facts {
  const [first] = needs;
  if (first === undefined) return facts;
  return {
    ...facts,
    needs: { value: needs.map(({ value }) => value), words: first.words, confidence: first.confidence },
  };
}
