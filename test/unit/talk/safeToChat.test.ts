/** "Is it OK to chat just now?": only a yes, or somebody calling on us, shows a helpline; a question is answered and put again. */

import { forbidsNumber } from '../../../dialogs/risk/safeToChat';
import type { Turn } from '../../../dialogs/types';
import { newTalk, play, type Talk, typed } from '../engine/talk';

const say = (talk: Talk, text: string) => play(talk, typed(talk, text));
const idsOf = (turn: Turn) => turn.replies.flatMap((reply) => reply.parts.map((one) => one.id));
const key = (talk: Talk) => talk.state.asked?.key;
const HELPLINE = ['RDA2', 'W-RDA2-NOW'];

/** A talk that has come to these words. */
function talkAfter(channel: 'web' | 'sms', ...said: readonly string[]): Talk {
  const talk = newTalk({ channel });
  for (const one of said) say(talk, one);
  return talk;
}
const ABUSE = 'he gets angry when i go out and checks my phone';
const CONTROL = 'my partner battered me last week';

describe.each([ABUSE, CONTROL])('after "%s"', (told) => {
  test.each([
    'why are you asking',
    'why d ye ask that',
    'how come you want to know',
    'what is this for',
    'can he see this',
    'will she be able to read these',
    'does this show on my bill',
    'is this private',
    'what if my man sees it',
    'someone might read this, he looks at my phone',
    'i have a blue coat',
    'can I have a code word',
  ])('"%s" is no yes: nothing is shown, and it is asked again', (text) => {
    const talk = talkAfter('sms', told);
    expect(key(talk)).toBe('rda1');
    const ids = idsOf(say(talk, text));
    expect(ids.filter((id) => HELPLINE.includes(id))).toEqual([]);
    expect(ids).toContain('RDA1');
    expect(key(talk)).toBe('rda1');
  });

  test.each([
    'yes',
    'aye go on',
    'im scared',
    'please help',
    'where can i go',
    'what do i do',
    'need to get out of here',
    'i want to leave',
    "it's ok, he's at work",
    "he's away out",
  ])('"%s" is somebody who can talk', (text) => {
    const talk = talkAfter('sms', told);
    expect(idsOf(say(talk, text)).some((id) => HELPLINE.includes(id))).toBe(true);
  });

  test.each(['no', 'not now', 'naw not safe', 'later', 'no a good time', 'not sure', 'hes in the room'])(
    '"%s" stops it',
    (text) => {
      expect([['C1-NO'], ['W-SOMEONE-COMING']]).toContainEqual(idsOf(say(talkAfter('sms', told), text)));
    },
  );
});

test('asked twice without a yes, it is left there', () => {
  const talk = talkAfter('sms', ABUSE, 'i have a blue coat');
  expect(idsOf(say(talk, 'and a red hat'))).toEqual(['C1-NO']);
});

test('whether it can be seen is answered in the words for that phone', () => {
  expect(idsOf(say(talkAfter('sms', ABUSE), 'can he see this'))).toEqual(['C6-SMS', 'RDA1']);
});

describe('asked whether we may call', () => {
  test.each([
    'why are you asking',
    'can he see this',
    'who would it be?',
    'what would they say to me',
    'will it show on the phone bill',
  ])('"%s" is no yes to a call', (text) => {
    const talk = talkAfter('web', ABUSE, 'yes');
    say(talk, text);
    expect(['rda2', 'rda2More']).toContain(key(talk));
  });

  test.each([
    'please dont ring my mobile he checks it',
    "don't phone the house",
    'no my mobile, he looks at it, dont call that',
    'dinnae phone ma mobile',
    'dont ring 07700 900111 he has it',
    "you can't call my number",
  ])('"%s" is heard, and another number asked for', (text) => {
    for (const said of [['yes'], ['yes', 'yes']]) {
      const talk = talkAfter('web', ABUSE, ...said);
      expect(idsOf(say(talk, text))).toEqual(['W-NOT-THAT', 'W-RISK-NUMBER']);
      expect(key(talk)).toBe('riskNumber');
      expect(talk.state.secrets['said/riskNumber']).toBeUndefined();
    }
  });

  test.each(['my work is 0141 496 0123 till 4', 'use 0141 496 0123', "don't ring my mobile, use 0141 496 0123"])(
    '"%s" is taken wherever it is said',
    (text) => {
      for (const said of [
        ['yes', 'yes'],
        ['yes', 'yes', 'dont ring my mobile'],
        ['yes', 'yes', '0141 496 0999'],
      ]) {
        const talk = talkAfter('web', ABUSE, ...said);
        expect(idsOf(say(talk, text))).toContain('W-GOT-NUMBER');
        expect(talk.state.secrets['said/riskNumber']).toBe(text);
      }
    },
  );
});

test.each(["i don't have a phone", "I don't want a call", "don't know my number"])('"%s" forbids no number', (text) => {
  expect(forbidsNumber(text)).toBe(false);
});
