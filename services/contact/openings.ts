/** How a message they did not just ask for begins: the first 40 characters give nothing away (guide.md 3.2, 3.5, H5). */
import { part, wordsOf } from '../../dialogs/content/copy';
import type { Reply } from '../../dialogs/content/words';
import type { ConversationState } from '../../dialogs/types';

const bubble = (...parts: Reply['parts']): Reply => ({ parts, choices: [], many: false, from: 'bot', toGo: 0 });

/** By their choice at H5; no name at all unless they asked for one. */
export function openingFor(state: ConversationState | null): Reply {
  const style = state?.answers['senderStyle']?.choices[0];
  const person = state?.secrets['person'];
  if (style === 'win') return bubble(part('W-OPEN-NAMED'));
  return bubble(style === 'firstName' && person ? part('W-OPEN-PERSON', { person }) : part('W-OPEN'));
}

const [plain, named, byPerson, ...nudges] = [
  part('W-OPEN'),
  part('W-OPEN-NAMED'),
  part('W-OPEN-PERSON', { person: '#' }),
  part('X2'),
  part('X3'),
  part('A1-OUT'),
].map(wordsOf);
const openings = [plain, named, ...nudges].filter((one) => one !== undefined);
const [beforeName = '', afterName = ''] = (byPerson ?? '').split('#');

/** "Hi, it's Sam. You asked us ...": one first name and nothing else in between. */
function opensByPerson(text: string): boolean {
  const end = text.indexOf(afterName);
  return text.startsWith(beforeName) && end > 0 && /^\p{L}[\p{L}' -]{0,20}$/u.test(text.slice(beforeName.length, end));
}

/** Whether these words begin as one of ours that may be seen by anyone. */
export function opensNeutrally(text: string): boolean {
  return text === '' || openings.some((opening) => text.startsWith(opening)) || opensByPerson(text);
}
