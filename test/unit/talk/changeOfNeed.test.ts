/** At "ideas now, or a bit more": another need, a wish to be forgotten and a change of mind are heard; places are put right. */
import { textOf } from '../../../dialogs/content/copy';
import type { ChannelKind, Turn } from '../../../dialogs/types';
import { play, type Talk, typed } from '../engine/talk';
import { walked } from '../engine/walk';

const say = (talk: Talk, text: string) => play(talk, typed(talk, text));
const told = (turn: Turn) => turn.replies.map(textOf).join('\n');
const idsOf = (turn: Turn) => turn.replies.flatMap((reply) => reply.parts.map((one) => one.id));
const asked = (talk: Talk) => talk.state.asked?.key ?? '';
const atPace = (channel: ChannelKind = 'web') => walked(channel, { need: 'I need help with money' }, 'pace');

describe.each(['web', 'sms'] as const)('at the pace question, by %s', (channel) => {
  it.each([
    ['actually no its more my housing', 'housing'],
    ['actually its my housing', 'housing'],
    ['no sorry, its really that im lonely', 'loneliness'],
    ['its not money its drink', 'addiction'],
    ["naw it's ma drinking really", 'addiction'],
    ['sorry i meant my house, its damp', 'housing'],
    ['its more about my flat', 'housing'],
    ['wait its my nerves', 'mental_health'],
  ])('"%s" is heard as the need that matters most, and the question stays', (text, need) => {
    const talk = atPace(channel);
    const ids = idsOf(say(talk, text));
    expect(talk.state.needs[0]).toBe(need);
    expect(ids).toContain('W-HEARD');
    expect(ids).not.toContain('W-MOVE-ON');
    expect(asked(talk)).toBe('pace');
    expect(talk.state.answers).not.toHaveProperty('pace');
  });

  it('said twice in other words, it is still no answer to the pace', () => {
    const talk = atPace(channel);
    say(talk, 'actually no its more my housing');
    const second = idsOf(say(talk, 'no sorry, its really that im lonely'));
    expect(second).not.toContain('W-MOVE-ON');
    expect(asked(talk)).toBe('pace');
    say(talk, 'ideas now');
    expect(talk.state.answers['pace']?.choices).toEqual(['now']);
    expect(talk.state.needs[0]).toBe('loneliness');
  });

  it('what is said to be no need is none', () => {
    const talk = atPace(channel);
    say(talk, 'its not money its drink');
    expect(talk.state.needs).toEqual(['addiction']);
  });

  it('one more need is one more', () => {
    const talk = atPace(channel);
    say(talk, 'also im lonely');
    expect(talk.state.needs).toEqual(['money', 'loneliness']);
  });

  it('not heard twice, the short way is taken, never the long one', () => {
    const talk = atPace(channel);
    say(talk, 'the purple heather');
    say(talk, 'the purple heather on the hill');
    expect(talk.state.answers['pace']?.choices).toEqual(['now']);
  });
});

it.each([
  'I want to delete everything i told you',
  'can you delete it all',
  'wipe all that please',
  'just delete what i told you',
  'get rid of what i said',
  'please bin everything i wrote',
])('"%s" is a wish to be forgotten, at the pace and after it', (text) => {
  for (const talk of [atPace(), walked('web', { need: 'I need help with money', pace: 'now' }, 'area')]) {
    say(talk, text);
    expect(asked(talk)).toBe('deleteCheck');
  }
});

describe.each(['ageBand', 'name', 'goodWeek', 'barriers'])('on the longer way, at %s', (question) => {
  it.each([
    'ideas now',
    'just show me the ideas',
    'can i see the ideas now',
    'skip to the ideas',
    'no more questions please',
    'i changed my mind, ideas please',
  ])('"%s" brings the short way', (text) => {
    const talk = walked('web', { need: 'I need help with money', pace: 'more', ageBand: 'over18' }, question);
    say(talk, text);
    expect(talk.state.answers['pace']?.choices).toEqual(['now']);
    expect(['area', 'summary']).toContain(asked(talk));
    expect(talk.state.secrets['said/notes'] ?? '').not.toContain('ideas');
  });
});

describe('a place put right at the read-back', () => {
  const at = (area: string, question = 'summary') =>
    walked('web', { need: 'I need help with money', pace: 'now', area }, question);

  it.each([
    'hold on I said cambuslang not rutherglen',
    'actually im in cambuslang',
    'cambuslang, not rutherglen',
    'wait i stay in cambuslang',
    'no no its cambuslang',
  ])('"%s" is heard', (text) => {
    const talk = at('rutherglen');
    say(talk, text);
    expect(talk.state.answers['area']?.choices).toEqual(['somewhereElse']);
    expect(talk.state.secrets['said/areaOther']).toMatch(/cambuslang/i);
  });

  it.each([
    'no wait its not rutherglen its blantyre',
    'blantyre not rutherglen',
    'its blantyre i stay in',
    'thats not right i live in blantyre',
    'i meant blantyre',
    'wrong, blantyre',
  ])('"%s" is heard, and it is read back again', (text) => {
    const talk = at('rutherglen');
    const turn = say(talk, text);
    expect(talk.state.answers['area']?.choices).toEqual(['blantyre']);
    expect(told(turn)).toContain("Here's what I've heard");
    expect(asked(talk)).toBe('summary');
  });

  it('at the ideas, new ones are looked for', () => {
    const talk = at('rutherglen', 'options');
    const before = talk.state.options;
    say(talk, 'i said blantyre not rutherglen');
    expect(talk.state.answers['area']?.choices).toEqual(['blantyre']);
    expect(asked(talk)).toBe('options');
    expect(talk.state.options).not.toEqual(before);
  });
});
