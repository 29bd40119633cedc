/** No credit, no bed, no food: a number that can be called now, and food for the weans whatever else is done. */
import type { Turn } from '../../../dialogs/types';
import { newTalk, play, type Talk, typed } from '../engine/talk';

const say = (talk: Talk, text: string) => play(talk, typed(talk, text));
const idsOf = (turn: Turn) => turn.replies.flatMap((reply) => reply.parts.map((one) => one.id));
const key = (talk: Talk) => talk.state.asked?.key;

function at(when: string, channel: 'web' | 'sms', ...said: readonly string[]): Talk {
  const talk = newTalk({ channel, from: Date.parse(when) });
  for (const one of said) say(talk, one);
  return talk;
}
const BED = 'just got out of barlinnie this morning got nowhere to go tonight';
const DAY = '2026-11-24T16:30:00Z';
const NIGHT = '2026-11-24T20:00:00Z';

describe.each([
  [DAY, 'W-FREE-SHELTER'],
  [NIGHT, 'W-FREE-COUNCIL'],
  ['2026-11-28T12:00:00Z', 'W-FREE-COUNCIL'],
])('nowhere to sleep, at %s', (when, line) => {
  test.each(['no credit', 'nae credit', 'my credit is away', "can't afford to phone", 'ran out of minutes'])(
    '"%s" gets a free number',
    (text) => {
      expect(idsOf(say(at(when, 'sms', BED), text))).toContain(line);
    },
  );
});

test.each([
  'whats the free number',
  'what is the free number?',
  'is there a freephone number',
  'which number is free',
  'nae credit on ma phone',
  'what number can i call thats free',
])('"%s", asked for a number of theirs, is answered and the question stays', (text) => {
  const talk = at(NIGHT, 'web', BED, 'yes');
  expect(key(talk)).toBe('riskNumber');
  expect(idsOf(say(talk, text))).toEqual(['W-FREE-COUNCIL', 'W-RISK-NUMBER']);
  expect(key(talk)).toBe('riskNumber');
});

test.each(['can you phone them', 'could yous call for me', 'gonnae you ring the council'])(
  '"%s" is told when, and how to reach us',
  (text) => {
    expect(idsOf(say(at(DAY, 'sms', BED, 'no credit'), text))).toEqual(['W-HOLD-WHEN']);
  },
);

test.each([
  'weans havent eaten since yesterday',
  'my kids are hungry, money runs out thursday',
  'my wee ones are starving and theres nothing in',
  'the weans went to bed hungry',
  'my boys have not eaten today',
])('"%s" is met with food, and the team told as of a child', (text) => {
  const talk = newTalk({ channel: 'web', from: Date.parse(DAY) });
  const turn = say(talk, text);
  expect(idsOf(turn)).toEqual(['RFOOD1']);
  expect(turn.effects.filter(({ kind }) => kind === 'raiseRisk').length).toBe(1);
  expect(turn.effects).toContainEqual(expect.objectContaining({ kind: 'alert' }));
  expect(idsOf(say(talk, 'nothing to eat'))).toEqual(['RFOOD2']);
  say(talk, 'yes');
  expect(talk.state.safety?.level).toBe('P1');
});

test.each([
  'she leaves her kids hungry and on their own all night',
  "next door's weans are always starving, begging at doors",
])('"%s" is a child to keep safe, as before', (text) => {
  const talk = newTalk({ channel: 'web', from: Date.parse(DAY) });
  expect(idsOf(say(talk, text))).toEqual(['RCP1']);
});

test.each(['is there anywhere i can get food', 'i need food for them', 'where is the foodbank'])(
  '"%s" at a question about a child gets food help too',
  (text) => {
    for (const said of [[], ['yes']]) {
      const talk = at(DAY, 'web', 'she leaves her kids hungry and on their own all night', ...said);
      expect(idsOf(say(talk, text))).toContain('RFOOD2');
    }
  },
);

test.each(['no just me', 'aye', 'not really'])('"%s" after cold alone is helped with heat', (text) => {
  const talk = at(DAY, 'web', 'no heat in the house and no money for the meter');
  expect(key(talk)).toBe('rfood1');
  expect(idsOf(say(talk, text))).toEqual(['W-HEAT']);
});
