/** What people say before or beside the question it answers: kept, never asked again, and never made of a plain yes. */
import { textOf } from '../../../dialogs/content/copy';
import type { ChannelKind, Turn } from '../../../dialogs/types';
import { newTalk, play, type Talk, typed } from '../engine/talk';
import { type Answers, walk, walked } from '../engine/walk';

const say = (talk: Talk, text: string) => play(talk, typed(talk, text));
const told = (turn: Turn) => turn.replies.map(textOf).join('\n');
const asked = (talk: Talk) => talk.state.asked?.key.split(':')[0];
const at = (question: string, answers: Answers = {}, channel: ChannelKind = 'web') =>
  walked(channel, { need: 'I am lonely', pace: 'now', area: 'blantyre', options: '1', ...answers }, question);
const answerOf = (talk: Talk, key: string) => talk.state.answers[key]?.choices;

describe('what is only mentioned before we asked', () => {
  it.each([
    "aye that's fine",
    'yeah course',
    'as long as the polis never see it',
    "it's grand, been in care so there's a file",
  ])('at consent, "%s": what they need is still asked', (words) => {
    const talk = walked('sms', {}, 'consent');
    say(talk, words);
    if (asked(talk) === 'consent') say(talk, 'yes');
    walk(talk, {}, ['need', 'pace']);
    expect(asked(talk)).toBe('need');
  });

  it.each(['I am not at ease with computers, I must say', 'no good at this typing carry on, sorry'])(
    'how they manage this chat is no need of theirs: "%s"',
    (words) => {
      const talk = newTalk({ channel: 'web' });
      play(talk, { kind: 'hello' });
      say(talk, words);
      expect(talk.state.needs).toEqual([]);
    },
  );
});

describe('what they came for, told first', () => {
  it('is not asked again, and there is room for the rest before ideas', () => {
    const talk = newTalk({ channel: 'sms' });
    say(talk, 'hello, I need help with my debts');
    walk(talk, { pace: 'now', area: 'blantyre' }, ['need', 'alsoNeed']);
    expect(asked(talk)).toBe('alsoNeed');
    say(talk, "aye, I'm lonely as well");
    expect(talk.state.needs).toEqual(expect.arrayContaining(['money', 'loneliness']));
    walk(talk, { options: '1' }, ['anythingElse', 'ageBand']);
    expect(asked(talk)).toBe('ageBand');
  });

  it('is thanked for once: later it is only named, before the pace is asked', () => {
    const talk = newTalk({ channel: 'web' });
    play(talk, { kind: 'hello' });
    expect(told(say(talk, 'I am that lonely'))).toContain('Thank you for telling me. Company, got it.');
    say(talk, 'yes');
    const pace = told(say(talk, 'yes'));
    expect(asked(talk)).toBe('pace');
    expect(pace).toContain('You told me about company.');
    expect(pace).not.toMatch(/thank you/i);
  });

  it('who was asked what they need is not asked for the rest so early', () => {
    expect(answerOf(at('options'), 'alsoNeed')).toBeUndefined();
  });

  it('stands where a worry is asked about first', () => {
    const talk = newTalk({ channel: 'sms' });
    const said = typed(talk, 'I need help with my debts');
    if (said.kind !== 'text') return;
    const flag = { category: 'exploitation', level: 'P1', rule: 'deep:exploitation', words: 'debts' } as const;
    const checks = [{ ...flag, aboutOther: false, unclear: true }];
    play(talk, { ...said, reading: { ...said.reading, checks } });
    expect(asked(talk)).toBe('check');
    say(talk, "no, I'm fine");
    walk(talk, { pace: 'now' }, ['need', 'area']);
    expect(asked(talk)).toBe('area');
  });
});

describe('asked once', () => {
  it('a town told where the area was asked is not asked for', () => {
    const talk = at('area', { area: 'SKIP' });
    say(talk, 'East Kilbride, is that any use to you');
    expect(asked(talk)).not.toBe('areaOther');
    expect(talk.state.secrets['said/areaOther']).toBe('East Kilbride');
  });

  it('a town far away is met as one', () => {
    const talk = at('area', { area: 'SKIP' });
    say(talk, 'Inverness');
    expect(asked(talk)).toBe('outOfArea');
  });

  it('who they trust, named, is not asked for', () => {
    const reach = { pace: 'more', sharedDevice: 'no', name: 'Jo', contactBy: 'text', number: '07700 900123' };
    const talk = at('trusted', { ...reach, safeNumber: 'yes' });
    say(talk, 'my daughter Michelle');
    expect(asked(talk)).not.toBe('trustedPerson');
    expect(talk.state.secrets['said/trustedPerson']).toBe('my daughter Michelle');
  });

  it.each(['could it be by text', 'happy either way', 'not fussed'])(
    'the offer of a person: "%s" is a yes',
    (words) => {
      const talk = at('helpChoosing', { options: 'help' });
      say(talk, words);
      expect(answerOf(talk, 'helpChoosing')).toEqual(['yes']);
    },
  );

  it.each(['That is a fair summary.', 'a good account of it', 'accurate'])('the read-back: "%s" is a yes', (words) => {
    const talk = at('summary', { summary: 'SKIP' });
    say(talk, words);
    expect(answerOf(talk, 'summary')).toEqual(['yes']);
  });

  it.each([
    ['0900 to 1200', 'morning'],
    ['1400 to 1630 hours', 'afternoon'],
  ])('when: "%s" is %s', (words, part) => {
    const reach = { sharedDevice: 'no', name: 'Jo', contactBy: 'text', number: '07700 900123', safeNumber: 'yes' };
    const talk = at('window', reach);
    say(talk, words);
    expect(answerOf(talk, 'window')).toEqual([part]);
  });
});

it("a place in their own spelling is nobody's name", () => {
  const talk = at('area', { area: 'SKIP' });
  expect(told(say(talk, 'Ruthaglen, sorry Rutherglen'))).not.toMatch(/Thanks Ruthaglen/);
  expect(answerOf(talk, 'name')).toBeUndefined();
  expect(answerOf(talk, 'area')).toEqual(['rutherglen']);
});

it('a question where they are to say what they need is met as one, question mark or not', () => {
  const talk = at('need', { need: 'SKIP' });
  const said = told(say(talk, 'is it like the scouts tho'));
  expect(said).not.toMatch(/I'll keep that for the team/);
  expect(asked(talk)).toBe('need');
});
