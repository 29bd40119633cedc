/** What people say in a talk about danger is met for what it says: owning up, asking who we are, wanting a text, no luck with a line. */
import type { Turn } from '../../../dialogs/types';
import { newTalk, play, type Talk, typed } from '../engine/talk';

const say = (talk: Talk, text: string) => play(talk, typed(talk, text));
const idsOf = (turn: Turn) => turn.replies.flatMap((reply) => reply.parts.map((one) => one.id));
const key = (talk: Talk) => talk.state.asked?.key;

/** A talk by text that begins with these. */
function after(...said: readonly string[]): Talk {
  const talk = newTalk({ channel: 'sms' });
  for (const one of said) say(talk, one);
  return talk;
}

const FRIEND = ["asking for a pal. what should he do if he doesn't want to be alive any more", 'no, he is not hurt'];

test.each([
  "ok it's me. there's no pal",
  "it's masel",
  "I'm the pal",
  'there isnae a friend, am talking about me',
  'it was about me all along',
])('"%s" after asking for a friend is about them, and is asked about', (text) => {
  for (const start of [FRIEND.slice(0, 1), FRIEND]) {
    const talk = after(...start);
    const turn = say(talk, text);
    expect(idsOf(turn)).toContain('RS3');
    expect(turn.effects.some(({ kind }) => kind === 'raiseRisk')).toBe(true);
  }
});

test.each(["no it's fine", "it's me that has to look after him", "he's my pal since school"])(
  '"%s" is still about the friend',
  (text) => {
    expect(idsOf(say(after(...FRIEND), text))).not.toContain('RS3');
  },
);

test.each([
  ['is this a real person', 'Q-ROBOT'],
  ['are you a robot', 'Q-ROBOT'],
  ['dunno. ye gonnae tell ma maw?', 'Q-FAMILY'],
  ['will the polis come to ma door?', 'Q-OFFICIALS'],
  ['who sees this', 'Q-WHO-SEES'],
])('"%s" at a question about danger is answered, and the question stays', (text, id) => {
  for (const said of [['I want to be dead'], ['I want to be dead', 'no', 'no', 'yes please']]) {
    const talk = after(...said);
    const before = key(talk);
    if (before === undefined) continue;
    expect(idsOf(say(talk, text))).toContain(id);
    expect(key(talk)).toBe(before);
  }
});

test('asked in a talk that is held, it is answered too', () => {
  const talk = after('I want to be dead', 'yes', 'no');
  expect(talk.state.safety?.holds).toBe(true);
  expect(key(talk)).toBeUndefined();
  expect(idsOf(say(talk, 'will you tell my mum?'))).toContain('Q-FAMILY');
});

test.each(['can ye no just text', 'text me instead', 'id rather yous messaged, can you text'])(
  '"%s" at "can one of our team call" is a text',
  (text) => {
    const talk = after('I want to be dead', 'no', 'no');
    expect(key(talk)).toBe('rs2');
    expect(idsOf(say(talk, text))).toEqual(['W-RISK-TEXT']);
  },
);

test("don't text me is no wish for a text", () => {
  expect(idsOf(say(after('I want to be dead', 'no', 'no'), "don't text me, he sees it"))).not.toContain('W-RISK-TEXT');
});

test.each(['phoned them already, 40 minutes on hold', 'tried samaritans, cannae get through', 'naebody answered'])(
  '"%s" is heard before the next question',
  (text) => {
    const talk = after('I want to be dead', 'no');
    expect(idsOf(say(talk, text))[0]).toBe('W-HOLD-TRIED');
  },
);

test('what happens now, where a number is asked for, is answered', () => {
  const talk = newTalk({ channel: 'web' });
  for (const one of ['I want to be dead', 'no', 'no', 'yes']) say(talk, one);
  expect(key(talk)).toBe('riskNumber');
  expect(idsOf(say(talk, 'so what happens now'))).toEqual(['W-HOLD-WHEN']);
});

test('a decided calm the morning after is danger again', () => {
  const talk = after('I want to be dead', 'yes', 'no');
  const turn = say(talk, 'brilliant the day. made ma mind up and its all sorted, gave ma brother the dug');
  expect(idsOf(turn)).toEqual(['RS1']);
  expect(turn.effects).toContainEqual(expect.objectContaining({ kind: 'alert' }));
});

test('taken back and then silent: the numbers are sent, and a person told', () => {
  const talk = after('I want to be dead', 'only joking');
  expect(key(talk)).toBe('rjoke');
  const turn = play(talk, { kind: 'happened', event: { name: 'riskSilence' } });
  expect(idsOf(turn)).toEqual(['RS2']);
});

test('not sure, with a voice that orders harm, is not safe', () => {
  const talk = after("there's a man's voice keeps telling me to do away wi masel");
  expect(key(talk)).toBe('rp1');
  expect(idsOf(say(talk, 'not sure'))).toEqual(['RS1']);
});

test('a worry is met with the question, never beside a word about the one before it', () => {
  const talk = after('hi', 'yes', 'yes', 'yes', 'lost ma job, feel like nothing matters', 'eh whit');
  expect(idsOf(say(talk, 'how many paracetamol would be too many'))).toEqual(['RS3U']);
});

test('beside a question of theirs, what they say of themselves is met, and the question is let go', () => {
  const talk = after('I want to be dead', 'only joking', 'am fine', 'delete my data');
  expect(key(talk)).toBe('deleteCheck');
  expect(idsOf(say(talk, 'do you think I am mad'))).toEqual(['W-HOLD-HEARD']);
  expect(key(talk)).toBeUndefined();
});
