/** Answers whatever is asked, whatever order the questions come in, until a question is on the table. */
import { splitKey } from '../../../dialogs/catalogue/question';
import type { ChannelKind, Turn } from '../../../dialogs/types';
import { newTalk, offered, play, type Talk, type TalkParts, typed } from './talk';

/** Question id to what they say: a choice's id, several joined with "+", or words. What is not here is skipped. */
export type Answers = Readonly<Record<string, string>>;

const always: Answers = { start: 'yes', consent: 'yes', safeNow: 'yes', leaveFast: 'carryOn', summary: 'yes' };

/** One answer to the question on the table: a tap where that is one of its choices, else words. */
export function answer(talk: Talk, said: string): Turn {
  const key = talk.state.asked?.key ?? '';
  const ids = said.split('+').map((one) => `${key}~${one}`);
  const shown = offered(talk).map((choice) => choice.id);
  if (ids.every((id) => shown.includes(id))) return play(talk, { kind: 'choice', id: ids.join(','), label: said });
  return play(talk, typed(talk, said));
}

/** Goes on until one of these is asked or the talk ends; throws when it goes round in circles. */
export function walk(talk: Talk, answers: Answers, until: readonly string[]): Turn[] {
  const turns: Turn[] = [];
  for (let step = 0; step < 90; step += 1) {
    const key = talk.state.asked?.key;
    const { id } = splitKey(key ?? '');
    if (key !== undefined && (until.includes(id) || until.includes(key))) return turns;
    if (talk.state.mode === 'finished') return turns;
    turns.push(answer(talk, key === undefined ? 'hello' : (answers[key] ?? answers[id] ?? always[id] ?? 'SKIP')));
  }
  throw new Error(`It never came to ${until.join(' or ')}: ${talk.state.asked?.key}`);
}

/** A talk that has come to one of these questions. */
export function walked(parts: TalkParts | ChannelKind, answers: Answers, ...until: readonly string[]): Talk {
  const talk = newTalk(typeof parts === 'string' ? { channel: parts } : parts);
  walk(talk, answers, until);
  return talk;
}
