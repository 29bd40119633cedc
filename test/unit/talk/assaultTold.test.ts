/** Told of a rape or sexual assault: safe first, then the lines for that, never a list of needs, and the police only if they wish. */
import { lineIsOpen, lineOf } from '../../../dialogs/content/helplines';
import { tellsOfAssault } from '../../../dialogs/risk/assault';
import type { Turn } from '../../../dialogs/types';
import { momentOf, whenIs } from '../../../services/calendar/moment';
import { createReader } from '../../../services/understanding/read';
import { newTalk, play, type Talk, typed } from '../engine/talk';
import { walked } from '../engine/walk';

const say = (talk: Talk, text: string) => play(talk, typed(talk, text));
const idsOf = (turn: Turn) => turn.replies.flatMap((reply) => reply.parts.map((one) => one.id));
const read = createReader();
const ASKING = [null, 'need', 'needMenu'];
const DAY = Date.parse('2026-11-24T11:00:00Z');
const EVENING = Date.parse('2026-11-24T20:00:00Z');

const TOLD = [
  'i was raped on saturday',
  'ive been raped',
  "I've been sexually assaulted",
  'a guy forced himself on me at a party',
  'i think i was raped',
  'i was groped on the bus',
  'my drink was spiked and i woke up with no clothes on',
  'he had sex with me when i was asleep',
  'i said no and he didnt stop',
];

describe.each(TOLD)('"%s"', (told) => {
  test.each(['no hes away now', "no he's gone", 'he is away', 'no', "I'm on my own", 'naw am fine', 'nobody here'])(
    'safe first; to "%s" come the lines for that',
    (text) => {
      for (const [from, id] of [
        [DAY, 'W-RAPE-DAY'],
        [EVENING, 'W-RAPE'],
      ] as const) {
        const talk = newTalk({ channel: 'web', from });
        const first = idsOf(say(talk, told));
        expect([['W-CHECK-DANGER'], ['W-RAPE-SAFE']]).toContainEqual(first);
        const turn = say(talk, text);
        expect(idsOf(turn)).toEqual([id]);
        expect(talk.state.safety?.level).toBe('P1');
      }
    },
  );

  test.each(['yes', 'not sure', 'he is outside the door'])('to "%s" it is 999', (text) => {
    const talk = newTalk({ channel: 'web', from: DAY });
    say(talk, told);
    expect(idsOf(say(talk, text))).toEqual(['RD1']);
  });
});

test('passed over, nothing is shown: it is not known who is near', () => {
  const talk = newTalk({ channel: 'web', from: DAY });
  say(talk, 'i was raped on saturday');
  expect(idsOf(say(talk, 'skip'))).toContain('W-CHECK-SKIP');
});

test('no list comes after it, and the police are their choice', () => {
  const talk = walked('web', {}, 'need');
  say(talk, 'i was raped on saturday');
  say(talk, 'no hes away now');
  for (const text of ['i dont want the police', 'dinnae want the polis involved', 'no', 'i feel dirty']) {
    const ids = idsOf(say(talk, text));
    expect(ids.filter((id) => id.startsWith('E') || id === 'W-KEPT' || id.startsWith('W-GOT'))).toEqual([]);
  }
  expect(talk.state.needs).not.toContain('justice');
});

test('"i dont want the police" is answered', () => {
  const talk = newTalk({ channel: 'web', from: DAY });
  for (const text of ['ive been raped', 'no']) say(talk, text);
  expect(idsOf(say(talk, 'i dont want the police'))[0]).toBe('Q-OFFICIALS');
});

test.each(['i dont want the police', 'no police', "don't want the polis", 'please not the police', 'never the police'])(
  '"%s" is no need',
  (text) => {
    for (const asking of ASKING) expect(read(text, { recentlyFlagged: false, asking }).needs).not.toContain('justice');
  },
);

test.each(['the police', 'police', 'its the courts'])('"%s" still is one', (text) => {
  expect(read(text, { recentlyFlagged: false, asking: 'need' }).needs).toContain('justice');
});

test.each([
  'i was raped years ago and still have nightmares',
  'my pal was raped at the weekend',
  'where is the rape crisis centre',
  'im being raped',
  'i volunteer with rape crisis',
])('"%s" is not told of here', (text) => {
  expect(tellsOfAssault(text)).toBe(false);
});

test('Rape Crisis Scotland is named only while it answers', () => {
  const open = (hour: number) => lineIsOpen(lineOf('rapeCrisis'), momentOf(whenIs('2026-11-24', hour * 60)));
  expect([12, 17, 18, 23].map(open)).toEqual([false, false, true, true]);
});
