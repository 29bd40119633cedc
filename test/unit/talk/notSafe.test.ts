/** After a talk about suicide "I'm not safe" is danger again, in any words, also after a stop and a hello. */
import type { Turn } from '../../../dialogs/types';
import { newTalk, play, type Talk, typed } from '../engine/talk';

const say = (talk: Talk, text: string) => play(talk, typed(talk, text));
const idsOf = (turn: Turn) => turn.replies.flatMap((reply) => reply.parts.map((one) => one.id));
const alerts = (turn: Turn) => turn.effects.filter(({ kind }) => kind === 'alert');

function after(channel: 'web' | 'sms', ...said: readonly string[]): Talk {
  const talk = newTalk({ channel });
  for (const one of said) say(talk, one);
  return talk;
}

const OPEN = ['hi', 'yes', 'yes'];
const SAFE = [...OPEN, 'I want to die', 'yes safe', 'no'];

const NOT_SAFE = [
  'i lied im not safe',
  'im not safe any more',
  'i cant keep myself safe',
  'am no safe',
  "I don't feel safe",
  'i said i was safe but im not',
  'I cannae keep masel safe the night',
  "that was a lie, I'm not really safe",
  'not sure im safe now',
  'i lied',
  "I wasn't honest with you",
  "don't trust myself",
  'unsafe',
  "I'm scared of what I'll do",
];

test.each(NOT_SAFE)('"%s" after "yes safe" is met as danger this minute', (text) => {
  for (const channel of ['web', 'sms'] as const) {
    const talk = after(channel, ...SAFE);
    const turn = say(talk, text);
    expect(idsOf(turn)).toEqual(['RS1']);
    expect(talk.state.safety?.level).toBe('P0');
    expect(alerts(turn)).toContainEqual(expect.objectContaining({ data: expect.objectContaining({ level: 'P0' }) }));
  }
});

test.each(NOT_SAFE.slice(0, 7))('"%s" where a call is offered is heard too', (text) => {
  const talk = after('sms', ...OPEN, 'I want to die', 'yes safe');
  expect(idsOf(say(talk, text))).toEqual(['RS1']);
});

test.each(['im not ok', 'im really not ok', 'am no okay', "I'm not doing well", "it's getting worse", 'not alright'])(
  '"%s" is no thanks: they are asked if they are safe',
  (text) => {
    const turn = say(after('web', ...SAFE), text);
    expect(idsOf(turn)).toEqual(['RS3']);
    expect(alerts(turn)).toHaveLength(1);
  },
);

test.each(NOT_SAFE.slice(0, 4))('"%s" after stop, and after stop and hello', (text) => {
  const stopped = after('sms', ...SAFE, 'stop');
  expect(alerts(say(stopped, text))).toHaveLength(1);
  expect(idsOf(say(after('sms', ...SAFE, 'stop', 'hello'), text))).toEqual(['RS1']);
  expect(idsOf(say(after('sms', ...SAFE, 'stop', 'hello', 'yes'), text))).toEqual(['RS1']);
});

test.each(['i lied im not safe', 'actually im not safe'])('"%s" after a no to thoughts of suicide', (text) => {
  const talk = after('web', ...OPEN, 'whats the point any more', 'no');
  expect(idsOf(say(talk, text))).toEqual(['RS1']);
});

test.each([
  'no im safe',
  "don't worry, I'm safe",
  "I'm fine",
  'thanks',
  "it's not safe to chat",
  'my house is not safe, the stairs are broken',
  "he's not safe on the roads",
  'no bad thanks',
])('"%s" raises nothing new', (text) => {
  const turn = say(after('web', ...SAFE), text);
  expect(idsOf(turn)).not.toContain('RS1');
  expect(idsOf(turn)).not.toContain('RS3');
});

test('with nothing told before, "not safe" is left to the rules', () => {
  expect(idsOf(say(after('web', ...OPEN), 'I need a bike, mine is not safe'))).not.toContain('RS1');
});
