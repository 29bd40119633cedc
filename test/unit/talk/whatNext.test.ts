/** "What happens next?" is about us while nothing is under way, and about their news once something is. */
import type { Turn } from '../../../dialogs/types';
import { play, type Talk, typed } from '../engine/talk';
import { walked } from '../engine/walk';

const say = (talk: Talk, text: string) => play(talk, typed(talk, text));
const idsOf = (turn: Turn) => turn.replies.flatMap((reply) => reply.parts.map((one) => one.id));
const asked = (talk: Talk) => talk.state.asked?.key;

it.each(['area', 'summary', 'options'])('at %s it is answered, and the question comes again', (question) => {
  const talk = walked('web', { need: 'I am lonely', pace: 'now', area: 'blantyre' }, question);
  const before = asked(talk);
  expect(idsOf(say(talk, 'what happens next?'))[0]).toBe('Q-NEXT');
  expect(asked(talk)).toBe(before);
});

it('the answer after it is taken as one', () => {
  const talk = walked('web', { need: 'I am lonely', pace: 'now', area: 'blantyre' }, 'options');
  say(talk, 'what happens next?');
  const ids = idsOf(say(talk, 'the first one'));
  expect(ids).not.toContain('W-STATUS-NONE');
  expect(talk.state.answers['options']?.choices.length).toBe(1);
});

it('"status" is still a command', () => {
  const talk = walked('web', { need: 'I am lonely', pace: 'now', area: 'blantyre' }, 'options');
  expect(idsOf(say(talk, 'status'))).not.toContain('Q-NEXT');
});
