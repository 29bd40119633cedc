/** A question of theirs is answered, and is never taken for the yes or the no we asked for. */
import type { Turn } from '../../../dialogs/types';
import { newTalk, play, type Talk, typed } from '../engine/talk';
import { walked } from '../engine/walk';

const say = (talk: Talk, text: string) => play(talk, typed(talk, text));
const idsOf = (turn: Turn) => turn.replies.flatMap((reply) => reply.parts.map((one) => one.id));
const asked = (talk: Talk) => talk.state.asked?.key ?? '';
const whole = {
  need: 'I need help with money',
  pace: 'now',
  area: 'blantyre',
  options: '1',
  ageBand: 'over18',
  sharedDevice: 'no',
  name: 'Tam',
  contactBy: 'text',
  number: '07700 900123',
  safeNumber: 'yes',
  voicemail: 'no',
  window: 'anyTime',
  senderStyle: 'win',
};

const ABOUT_KEEPING = [
  'how long do you keep it',
  'where do you keep it',
  'who do you pass it to',
  'do you keep it forever',
  'is it ok to say what i like',
  'aye but who do you pass it to',
  'i want to know how long you keep it first',
  'ok so who gets it',
  'will you tell them at my work',
  'can you pass it to the polis',
  'do you tell them all what i say',
  'so if i say aye who keeps it',
];

describe.each(['consent', 'consentMore'])('at %s', (question) => {
  const come = () => {
    const talk = newTalk({ channel: 'web' });
    play(talk, { kind: 'hello' });
    if (question === 'consentMore') say(talk, 'tell me more');
    return talk;
  };

  it.each(ABOUT_KEEPING)('"%s" is answered, and we ask again', (text) => {
    const talk = come();
    const ids = idsOf(say(talk, text));
    expect(talk.state.answers['consent']?.choices ?? []).not.toContain('yes');
    expect(talk.state.answers['consent']?.choices ?? []).not.toContain('no');
    expect(talk.state.answers['consentMore']).toBeUndefined();
    expect(['consent', 'consentMore']).toContain(asked(talk));
    expect(ids.some((id) => /^(?:Q-|X22|X21|B3-MORE|W-IF)/.test(id))).toBe(true);
  });

  it.each([
    'youse are all the same, the social, the jobcentre, pass me pillar to post for years',
    'they just pass the buck every time',
  ])('"%s" is no refusal', (text) => {
    const talk = come();
    say(talk, text);
    expect(talk.state.answers['consent']?.choices ?? []).not.toContain('no');
    expect(talk.state.answers['consentMore']?.choices ?? []).not.toContain('no');
  });

  it.each(['you can keep it', 'aye keep it', 'keep what you like', 'why not', 'yes please', 'ok what now'])(
    '"%s" is still a yes',
    (text) => {
      const talk = come();
      say(talk, text);
      expect(asked(talk)).toBe('safeNow');
    },
  );

  it.each(['pass', 'no, who would say yes to that', "don't keep it", "I'll pass thanks"])(
    '"%s" is still a no',
    (text) => {
      const talk = come();
      say(talk, text);
      expect(asked(talk)).toBe('refused');
    },
  );
});

describe('at the share box', () => {
  const come = () => walked('web', whole, 'share');

  it.each([
    'how long will they keep it',
    'who do they pass it to',
    'where do they keep it',
    'do they keep it all',
    'will they tell them at the jobcentre',
    'aye but who reads it',
    'what do they need it for',
    'will they pass it on',
    'tell me how long they keep it',
    'is it them that keep it',
  ])('"%s" is answered, and the same box is asked for again', (text) => {
    const talk = come();
    const before = asked(talk);
    expect(before).toMatch(/^share:/);
    const ids = idsOf(say(talk, text));
    expect(talk.state.referrals).toEqual([]);
    expect(asked(talk)).toBe(before);
    expect(talk.state.answers).not.toHaveProperty([before]);
    expect(ids[0]).toMatch(/^(?:Q-|X22)/);
    expect(ids).not.toContain('Q-HOW-LONG');
  });

  it.each(['pass it on', 'aye pass it on', 'can you pass it on please', 'yes', 'go ahead', 'you can tell them'])(
    '"%s" is still a yes',
    (text) => {
      const talk = come();
      say(talk, text);
      expect(talk.state.referrals.length).toBe(1);
    },
  );
});

describe('at is it a good time', () => {
  it.each(['is it ok if i do this at work', 'can he see this', 'will it show up on my phone', 'what if he comes in'])(
    '"%s" is neither a yes nor a no',
    (text) => {
      const talk = walked('web', {}, 'safeNow');
      say(talk, text);
      expect(talk.state.answers['safeNow']).toBeUndefined();
      expect(asked(talk)).toBe('safeNow');
    },
  );
});

describe('a second and a third question in its place are still no answer', () => {
  const QUESTIONS = [
    'who do you pass it to',
    'how long do you keep it',
    'is it ok if i do this at work',
    'who reads it',
  ];

  it.each(['consent', 'consentMore'])('at %s', (question) => {
    const talk = newTalk({ channel: 'web' });
    play(talk, { kind: 'hello' });
    if (question === 'consentMore') say(talk, 'tell me more');
    for (const text of QUESTIONS) say(talk, text);
    expect(asked(talk)).toBe(question);
    say(talk, 'yes');
    expect(asked(talk)).toBe('safeNow');
  });

  it('at the share box', () => {
    const talk = walked('web', whole, 'share');
    const before = asked(talk);
    for (const text of [
      'how long will they keep it',
      'who do they pass it to',
      'why do they need it',
      'what is it for',
    ])
      say(talk, text);
    expect(asked(talk)).toBe(before);
    expect(talk.state.referrals).toEqual([]);
    say(talk, 'yes');
    expect(talk.state.referrals.length).toBe(1);
  });
});

it('at the share box, words we cannot follow are no refusal', () => {
  const talk = walked('web', whole, 'share');
  const before = asked(talk);
  for (const text of ['the purple heather', 'purple heather on the hill', 'heather']) say(talk, text);
  expect(asked(talk)).toBe(before);
  expect(talk.state.referrals).toEqual([]);
});

it('at is it a good time, question after question shuts no door', () => {
  const talk = walked('web', {}, 'safeNow');
  const ids = [
    'is it ok if i do this at work',
    'can he see this',
    'what if he comes in',
    'will it show on the bill',
  ].map((text) => idsOf(say(talk, text)));
  expect(ids[1]).toContain('C6-WEB');
  expect(talk.state.answers['safeNow']).toBeUndefined();
  expect(talk.state.contact).toBe('OPEN');
  say(talk, 'aye its just me');
  expect(asked(talk)).toBe('need');
});
