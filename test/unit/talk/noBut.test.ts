/** "No but kind of" at a question about danger is never a no, and what follows is the reply to danger. */
import type { Turn } from '../../../dialogs/types';
import { newTalk, play, type Talk, typed } from '../engine/talk';

const say = (talk: Talk, text: string) => play(talk, typed(talk, text));
const idsOf = (turn: Turn) => turn.replies.flatMap((reply) => reply.parts.map((one) => one.id));

function after(...said: readonly string[]): Talk {
  const talk = newTalk({ channel: 'web' });
  for (const one of ['hi', 'yes', 'yes', ...said]) say(talk, one);
  return talk;
}

const NO_BUT = [
  'no but kind of',
  'no but sometimes',
  'not really, sort of',
  'no... whiles',
  'not exactly',
  'naw no yet',
];

test.each(NO_BUT)('"%s" to thoughts of suicide', (text) => {
  const talk = after('whats the point any more');
  expect(talk.state.asked?.key).toBe('check:suicide_thoughts');
  const turn = say(talk, text);
  expect(idsOf(turn)).toEqual(['RS3']);
  expect(turn.effects.some(({ kind }) => kind === 'alert')).toBe(true);
});

test.each(NO_BUT)('"%s" to being hurt right now, of a friend', (text) => {
  const talk = after("my pal says she wants to die, I'm worried");
  expect(talk.state.asked?.key).toBe('rmThem');
  expect(idsOf(say(talk, text))).toContain('W-THIRD-999');
});

test('a friend who refuses a call is still in danger', () => {
  const talk = after("my pal says she wants to die, I'm worried");
  expect(talk.state.asked?.key).toBe('rmThem');
  expect(idsOf(say(talk, 'she said no to phoning anyone'))).toContain('W-THIRD-999');
});

test('a plain no goes on as before', () => {
  const talk = after('whats the point any more');
  expect(idsOf(say(talk, 'no but thanks'))).not.toContain('RS3');
  expect(talk.state.safety).toBeNull();
});
