/** Where a message is somebody telling us what they need, and the learned ear listens for it. */
import { polarityIn } from '../../../dialogs/answers/words/polarity';
import { plainOf } from './features';

/** Asked to tell, or to add to it. */
const TELLING: ReadonlySet<string> = new Set(['need', 'needMenu', 'notes', 'anythingElse', 'alsoNeed', 'priority']);
/** Before they are asked, people say what they came for in place of an answer. */
const OPENING: ReadonlySet<string> = new Set(['start', 'consent', 'consentMore']);
/** A shorter message there is an answer. */
const FEW = 4;

/** A choice among ideas, where a bare word of a need picks one. */
export const CHOOSES: ReadonlySet<string> = new Set(['options', 'nextOption', 'priority']);

/** Is this message, at the question `asking`, one that tells a need? */
export function tellsNeeds(text: string, asking: string | null): boolean {
  if (asking === null || TELLING.has(asking)) return true;
  if (!OPENING.has(asking)) return false;
  const plain = plainOf(text);
  return plain.trim().split(' ').length >= FEW && polarityIn(plain) === null;
}
