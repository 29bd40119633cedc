/** The short way: ideas first, then room for what nobody asked; and words at a choice heard as what they mean. */
import { textOf } from '../../../dialogs/content/copy';
import type { ChannelKind, Turn } from '../../../dialogs/types';
import { play, type Talk, typed } from '../engine/talk';
import { type Answers, walked } from '../engine/walk';

const say = (talk: Talk, text: string) => play(talk, typed(talk, text));
const told = (turn: Turn) => turn.replies.map(textOf).join('\n');
const asked = (talk: Talk) => talk.state.asked?.key.split(':')[0];
const answers: Answers = { need: 'I am lonely', pace: 'now', area: 'blantyre', options: '1', ageBand: 'over18' };
const at = (question: string, more: Answers = {}, channel: ChannelKind = 'sms') =>
  walked(channel, { ...answers, ...more }, question);

describe('danger is told where there is room for it', () => {
  it.each([
    ['goodWeek', 'one where i go to sleep on the sunday and dont wake up, nobody has to bother with me'],
    ['supports', "ma gran. she lets me stay when ma da's been at me wi the belt"],
    ['anythingElse', 'there is nothing in the house to eat the night if am honest'],
  ])('on the short way, at %s: "%s" is asked about or answered', (question, text) => {
    const talk = at(question);
    say(talk, text);
    expect([...talk.state.checks, talk.state.safety?.category ?? null].some((one) => one !== null)).toBe(true);
  });

  it.each(['sms', 'whatsapp', 'web'] as const)('the ideas still come first (%s)', (channel) => {
    const talk = at('options', {}, channel);
    expect(talk.state.answers['goodWeek']).toBeUndefined();
    expect(talk.turn).toBeLessThanOrEqual(channel === 'web' ? 8 : 9);
  });

  it('"no, that\'s all" goes on', () => {
    const talk = at('anythingElse');
    say(talk, "naw that's all");
    expect(asked(talk)).toBe('ageBand');
  });

  it('safe times are asked for on the short way when the way back is a phone', () => {
    const reach = { sharedDevice: 'no', name: 'Jo', contactBy: 'text', safeNumber: 'yes' };
    expect(asked(at('window', reach))).toBe('window');
    expect(asked(at('avoid', { ...reach, window: 'anyTime' }))).toBe('avoid');
  });
});

describe('any will do', () => {
  it.each(['any', 'whatever', "whatever's quickest", 'either one', 'not fussed', 'up to you', 'dont mind'])(
    '"%s" at the ideas begins with the first, and says so',
    (text) => {
      const talk = at('options');
      const first = talk.state.options[0];
      expect(told(say(talk, text))).toContain(`I'll start with ${first?.service}`);
      expect(talk.state.answers['options']?.choices).toEqual([first?.serviceId]);
      expect(talk.state.referrals).toEqual([]);
    },
  );

  it('words on none of the lines are kept, and a person who knows the places is offered', () => {
    const talk = at('options');
    const said = told(say(talk, 'somewhere I could bring my accordion'));
    expect(said).toContain('accordion');
    expect(asked(talk)).toBe('helpChoosing');
  });

  it.each(["I don't want to be a bother", 'i wouldnae want tae waste your time'])(
    '"%s" at the offer of a person is met with kindness, and asked once more',
    (text) => {
      const talk = at('helpChoosing', { options: 'help' });
      expect(told(say(talk, text))).toMatch(/no bother at all/);
      expect(asked(talk)).toBe('helpChoosing');
      say(talk, 'yes maybe');
      expect(talk.state.answers['helpChoosing']?.choices).toEqual(['yes']);
    },
  );
});

it('a number that is "not always" safe: only they write first, and which times is asked', () => {
  const talk = at('safeNumber', { sharedDevice: 'no', name: 'Jo', contactBy: 'text' });
  say(talk, 'It is just now. Not always');
  expect(talk.state.contact).toBe('QUIET');
  expect(asked(talk)).toBe('window');
});

it('a friend who phones them is no wish for a call from us', () => {
  const talk = at('supports');
  say(talk, 'God. And one woman from my country, she phone me');
  expect(talk.state.handoff).toBeNull();
  expect(asked(talk)).toBe('anythingElse');
});
