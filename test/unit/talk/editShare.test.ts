/** At the box of what would be passed on, what they ask to leave out or change is changed, and the box is shown again. */
import { textOf } from '../../../dialogs/content/copy';
import type { ChannelKind, Turn } from '../../../dialogs/types';
import { play, type Talk, typed } from '../engine/talk';
import { walked } from '../engine/walk';

const say = (talk: Talk, text: string) => play(talk, typed(talk, text));
const told = (turn: Turn) => turn.replies.map(textOf).join('\n');
const asked = (talk: Talk) => talk.state.asked?.key ?? '';
const whole = {
  need: 'I need help with money, the bills are piling up',
  pace: 'now',
  area: 'blantyre',
  options: '1',
  ageBand: 'over18',
  sharedDevice: 'no',
  name: 'Tam Gilchrist',
  contactBy: 'text',
  number: '07700 900123',
  safeNumber: 'yes',
  voicemail: 'no',
  window: 'anyTime',
  senderStyle: 'win',
};
const come = (channel: ChannelKind = 'web') => walked(channel, whole, 'share');

/** What a partner was sent, after a yes. */
function passed(talk: Talk): string {
  const turn = say(talk, 'yes');
  return turn.effects.find((effect) => effect.kind === 'refer')?.secret ?? '';
}

function expectBoxAgain(talk: Talk, turn: Turn, before: string): void {
  expect(asked(talk)).toBe(before);
  expect(talk.state.referrals).toEqual([]);
  expect(told(turn)).toContain('would only see');
}

describe.each(['web', 'whatsapp'] as const)('on %s', (channel) => {
  it.each([
    'leave my name out please',
    'dont tell them my name',
    'take out my name',
    'can you take my name off it',
    'yes but not my name',
    "i'd rather you didn't give them my name",
    'everyone but my name is fine, keep my name out of it',
    'aye but no my name',
    'without my name',
    'no name please',
  ])('"%s" leaves the name out', (text) => {
    const talk = come(channel);
    const before = asked(talk);
    expectBoxAgain(talk, say(talk, text), before);
    const lines = passed(talk);
    expect(lines).toContain('"field":"need"');
    expect(lines.split('"shown"')[0]).not.toContain('Tam');
  });

  it.each([
    'only my first name',
    'first name only',
    'just use my first name',
    "don't give them my surname",
    'leave out my last name',
    'first name is enough',
  ])('"%s" leaves the first name', (text) => {
    const talk = come(channel);
    const before = asked(talk);
    expectBoxAgain(talk, say(talk, text), before);
    const lines = passed(talk);
    expect(lines).toContain('Tam');
    expect(lines).not.toContain('Gilchrist');
  });

  it.each(['take my own words out', 'not my own words', 'leave out what i said', 'dont tell them what i wrote'])(
    '"%s" leaves their own words out',
    (text) => {
      const talk = come(channel);
      const before = asked(talk);
      expectBoxAgain(talk, say(talk, text), before);
      expect(passed(talk)).not.toContain('piling up');
    },
  );
});

it.each(['not my number', 'dont give them my number', 'leave my number out', 'keep my phone number private'])(
  '"%s" leaves the number out, and is no wrong number',
  (text) => {
    const talk = come();
    const before = asked(talk);
    expectBoxAgain(talk, say(talk, text), before);
    expect(talk.state.contact).toBe('OPEN');
    expect(passed(talk)).not.toContain('900123');
  },
);

it.each(['leave out my name and number', 'not my name or my number'])('"%s" leaves both out', (text) => {
  const talk = come();
  say(talk, text);
  expect([...talk.state.struck].sort()).toEqual(['contact', 'name']);
});

it('what was left out is put back when they say so', () => {
  const talk = come();
  say(talk, 'leave my name out');
  say(talk, 'put my name back in');
  expect(talk.state.struck).toEqual([]);
});

it.each([
  "actually i'd rather they phone than text",
  'can they phone instead',
  'call not text',
  'tell them to ring me',
  'i prefer a call',
])('"%s" changes the way, and nothing is dropped', (text) => {
  const talk = come();
  const before = asked(talk);
  say(talk, text);
  expect(talk.state.answers['contactBy']?.choices).toEqual(['call']);
  expect(talk.state.answers).not.toHaveProperty([before]);
  expect(asked(talk)).toBe(before);
  expect(passed(talk)).toContain('phone, 07700 900123');
});

it.each([
  'thats the wrong number its 07700 900999',
  'use 07700 900999',
  'my number has changed, 07700 900999',
  'no its 07700 900999',
])('"%s" changes the number, asks if it is safe, and shows the box', (text) => {
  const talk = come();
  say(talk, 'first name only');
  const before = asked(talk);
  say(talk, text);
  expect(asked(talk)).toBe('safeNumber');
  say(talk, 'yes');
  expect(asked(talk)).toBe(before);
  const lines = passed(talk);
  expect(lines).toContain('07700 900999');
  expect(lines).not.toContain('900123');
});

it.each(['no', 'dont tell them anything', 'not now', 'no thanks'])('"%s" is still a no', (text) => {
  const talk = come();
  const before = asked(talk);
  say(talk, text);
  expect(talk.state.referrals).toEqual([]);
  expect(talk.state.answers[before]?.choices).toEqual(['no']);
});

it.each(['can you take that bit out', 'leave some of it out'])(
  '"%s" brings the list of what can be left out',
  (text) => {
    const talk = come();
    say(talk, text);
    expect(asked(talk)).toMatch(/^shareEdit:/);
  },
);

it.each(['take my number off your list', 'stop texting my number'])(
  '"%s" is about us, and no line of the box',
  (text) => {
    const talk = come('whatsapp');
    say(talk, text);
    expect(talk.state.struck).toEqual([]);
    expect(talk.state.referrals).toEqual([]);
  },
);
