/** What people and the world might do next: sensible answers, commands, danger, rubbish, stale taps, time passing. */
import fc from 'fast-check';
import type { Happening, Said, Turn } from '../../../dialogs/types';
import { offered, play, type Talk, typed } from './talk';

/** Words that may only ever be found in sealed places. */
export const CANARY = 'zqxcanary';

export const commandTexts = [
  'YES',
  'aye',
  'no',
  'SKIP',
  'not sure',
  'BACK',
  'PAUSE',
  'HELLO',
  'HELP',
  'PERSON',
  'STOP',
  'START',
  'start again',
  'delete my data',
  'what do you hold on me',
  'are you a robot',
  'privacy',
  'its for my mum',
  'i want to complain',
  'CHANGE',
  'STATUS',
  'wrong number',
  'See a list',
  'WHY',
  'how do i hide this',
  'MORE',
  'carry on',
] as const;

/** One line for each kind of danger, as people write it. */
export const dangerTexts = [
  "I've got the pills here and tonight's the night",
  "I don't want to be here any more",
  'everybody would be better off',
  "I've been cutting again",
  "he's at the door with a knife",
  'he checks my phone and I am scared of him',
  'the weans are scared of him, he hits them',
  "I'm going to kill him",
  "I've took all ma tablets",
  "he's no breathing",
  "I've no been out in weeks and cannae wash",
  "they've took over my flat and I owe them money",
  'there are voices telling me to do things',
  "I've been kicked oot and have nowhere to sleep tonight",
  'nae leccy and the weans have no eaten',
  'who is this, why are you texting my wife',
  'your worker at the group touched me',
] as const;

const ordinaryTexts = [
  `${CANARY} I need help with my rent`,
  `${CANARY} lonely since my mum died`,
  `${CANARY}`,
  `my name is ${CANARY}`,
  '07700 900123',
  `${CANARY}@example.org`,
  'Blantyre',
  `${CANARY} Larkhall`,
  'Glasgow',
  'only joking',
  'I am deaf',
  'you are a useless prick',
  'this is shite',
  'nie mowie po angielsku',
  'can I get advice on my tablets',
  'take back what you shared',
  'bluebell',
  `I want to stop my ${CANARY} neighbour`,
  'twenty',
  'Reading or forms',
] as const;

const rubbishTexts = [
  '',
  ' ',
  '\u0000',
  '🙂🙂',
  '\u202Egnirts',
  'Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴',
  '0',
  '1',
  '2 and 4',
  '3',
  '1,2,3',
  '99',
  '-1',
  '٣',
  '1e9',
  '__proto__',
  'constructor',
  'toString',
  'command~stop',
  '{name}',
  '$' + '{name}',
  '<script>',
  '[object Object]',
  'null',
  '\n\n\n',
  '"',
  '~',
  ':',
  'None',
  'ÀÉÎ',
] as const;

const strangeIds = [
  'command~skip',
  'command~back',
  'command~pause',
  'command~help',
  'command~human',
  'command~status',
  'command~stop',
  'command~resume',
  'command~constructor',
  'command~',
  '~',
  '',
  '__proto__~x',
  'need~menu',
  'consent~yes',
  'consent~no',
  `${CANARY}~${CANARY}`,
  'rs2~yes',
  'share:none~yes',
  'safeNow~',
  'options~a,b,c',
  ',',
  'x'.repeat(5000),
] as const;

export type Doing =
  | { readonly do: 'type'; readonly text: string }
  | { readonly do: 'typeLong' }
  | { readonly do: 'tap'; readonly at: number }
  | { readonly do: 'tapOld'; readonly at: number }
  | { readonly do: 'tapStrange'; readonly id: string }
  | { readonly do: 'tapSeveral' }
  | { readonly do: 'number'; readonly at: number }
  | { readonly do: 'media'; readonly media: 'voice' | 'picture' | 'other'; readonly caption: string }
  | { readonly do: 'hello' }
  | { readonly do: 'wait'; readonly minutes: number }
  | { readonly do: 'broken' }
  | { readonly do: 'happen'; readonly event: Happening };

const states = [
  'requested',
  'accepted',
  'rejected',
  'in-progress',
  'on-hold',
  'completed',
  'cancelled',
  'failed',
] as const;

const happenings: fc.Arbitrary<Happening> = fc.oneof(
  fc.constantFrom<Happening>(
    { name: 'silence', step: 1 },
    { name: 'silence', step: 2 },
    { name: 'riskSilence' },
    { name: 'left' },
    { name: 'checkInDue' },
    { name: 'askedUsToText' },
    { name: 'saidYesByText' },
    { name: 'handoffEnded' },
    { name: 'intakeReleased', by: 'Morag' },
    { name: 'advisorSays', message: 'RAFTER', person: 'Morag', method: '', by: '' },
    { name: 'advisorSays', message: 'N1', person: 'Morag', method: 'call', by: 'Friday' },
    { name: 'handoffAccepted', person: 'Morag', minutes: 5 },
    { name: 'handoffAccepted', person: 'Morag', minutes: 0, thread: { id: 'h', claim: 1 } },
    { name: 'handoffAccepted', person: 'Ali', minutes: 0, thread: { id: 'h', claim: 2 } },
    { name: 'handoffAccepted', person: 'Jean', minutes: 0, thread: { id: 'lead', claim: 1 } },
    { name: 'advisorWrote', person: 'Morag', words: 'How is today?', thread: { id: 'h', claim: 1 } },
    { name: 'advisorWrote', person: 'Ali', words: 'Shall I ring?', thread: { id: 'h', claim: 2 } },
    { name: 'advisorWrote', person: 'Jean', words: 'Can we talk?', thread: { id: 'lead', claim: 1 } },
    { name: 'handoffReleased', person: 'Morag', thread: { id: 'h', claim: 1 } },
    { name: 'handoffLate' },
    { name: 'callGone' },
    { name: 'callMade', person: 'Morag', reached: true, by: 0, thread: { id: 'h', claim: 1 } },
    { name: 'callMade', person: 'Ali', reached: false, by: 1_796_000_000_000, thread: { id: 'h', claim: 2 } },
    { name: 'promiseBroken', kind: 'callBack', about: 'h', was: 1_795_000_000_000 },
    { name: 'promiseBroken', kind: 'answer', about: 'asked', was: 1_795_000_000_000 },
    { name: 'promiseBroken', kind: 'referral', about: 'REF', was: 1_795_000_000_000 },
    { name: 'handoffEnded', person: 'Ali', how: 'goesOn', thread: { id: 'h', claim: 2 } },
    { name: 'handoffEnded', person: 'Morag', how: 'stays', thread: { id: 'h', claim: 1 } },
    { name: 'handoffEnded', person: 'Morag', how: 'callback', by: 1_796_000_000_000, thread: { id: 'h', claim: 1 } },
    { name: 'shareWithdrawn', ref: 'REF' },
  ),
  fc.constantFrom(...states).map(
    (state): Happening => ({
      name: 'referralMoved',
      ref: 'REF',
      state,
      reason: 'they are full',
      step: 2,
      dueAt: Date.parse('2026-12-02T17:00:00Z'),
      contact: '',
      hold: state === 'on-hold' ? 'waitingList' : null,
    }),
  ),
);

const typing: fc.Arbitrary<Doing> = fc
  .oneof(
    { weight: 4, arbitrary: fc.constantFrom<string>(...commandTexts) },
    { weight: 3, arbitrary: fc.constantFrom<string>(...ordinaryTexts) },
    { weight: 2, arbitrary: fc.constantFrom<string>(...rubbishTexts) },
    { weight: 1, arbitrary: fc.constantFrom<string>(...dangerTexts) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  )
  .map((text): Doing => ({ do: 'type', text }));

/** One thing that happens next. Mostly answers, so that walks get deep. */
export const doing: fc.Arbitrary<Doing> = fc.oneof(
  { weight: 40, arbitrary: fc.nat({ max: 11 }).map((at): Doing => ({ do: 'tap', at })) },
  { weight: 6, arbitrary: fc.nat({ max: 12 }).map((at): Doing => ({ do: 'number', at })) },
  { weight: 3, arbitrary: fc.constant<Doing>({ do: 'tapSeveral' }) },
  { weight: 3, arbitrary: fc.nat({ max: 30 }).map((at): Doing => ({ do: 'tapOld', at })) },
  { weight: 3, arbitrary: fc.constantFrom(...strangeIds).map((id): Doing => ({ do: 'tapStrange', id })) },
  { weight: 24, arbitrary: typing },
  { weight: 1, arbitrary: fc.constant<Doing>({ do: 'broken' }) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom('voice', 'picture', 'other'), fc.constantFrom('', `${CANARY} look`, dangerTexts[0]))
      .map(([media, caption]): Doing => ({ do: 'media', media, caption })),
  },
  { weight: 2, arbitrary: fc.constant<Doing>({ do: 'hello' }) },
  {
    weight: 3,
    arbitrary: fc.constantFrom(1, 30, 24 * 60 + 1, 9 * 24 * 60).map((minutes): Doing => ({ do: 'wait', minutes })),
  },
  { weight: 7, arbitrary: happenings.map((event): Doing => ({ do: 'happen', event })) },
);

/** What was tapped before: kept by the walk so a stale button can be tapped again. */
export type Seen = string[];

function saidFor(talk: Talk, one: Doing, seen: Seen): Said | null {
  const choices = offered(talk);
  for (const choice of choices) if (!seen.includes(choice.id)) seen.push(choice.id);
  switch (one.do) {
    case 'type':
      return typed(talk, one.text);
    case 'typeLong':
      return typed(talk, `${CANARY} `.repeat(105_000));
    case 'tap': {
      const choice = choices[one.at % Math.max(choices.length, 1)];
      return choice ? { kind: 'choice', ...choice } : typed(talk, `${CANARY} answer`);
    }
    case 'tapSeveral': {
      const [first, second] = choices;
      if (!first || !second) return typed(talk, `${CANARY} answer`);
      return {
        kind: 'choice',
        id: `${first.id},${second.id.slice(second.id.lastIndexOf('~') + 1)}`,
        label: `${first.label}, ${second.label}`,
      };
    }
    case 'tapOld':
      return { kind: 'choice', id: seen[one.at % Math.max(seen.length, 1)] ?? 'need~menu', label: `${CANARY} old` };
    case 'tapStrange':
      return { kind: 'choice', id: one.id, label: CANARY };
    case 'number':
      return typed(talk, String(one.at));
    case 'media':
      return { kind: 'media', media: one.media, caption: one.caption, reading: readingOf(typed(talk, one.caption)) };
    case 'hello':
      return { kind: 'hello' };
    case 'broken': {
      const said = typed(talk, `${CANARY} anything`);
      return said.kind === 'text' ? { ...said, reading: { ...said.reading, risks: 'failed' } } : said;
    }
    case 'wait':
      talk.now += one.minutes * 60_000;
      return null;
    case 'happen': {
      const event = one.event;
      const ref = talk.state.referrals.at(-1)?.ref ?? 'WIN-NONE';
      return { kind: 'happened', event: 'ref' in event ? { ...event, ref } : event };
    }
  }
}

function readingOf(said: Said) {
  if (said.kind !== 'text') throw new Error('only typed words are read');
  return said.reading;
}

/** Does one thing. Null when only time passed. */
export function act(talk: Talk, one: Doing, seen: Seen): { readonly said: Said; readonly turn: Turn } | null {
  const said = saidFor(talk, one, seen);
  return said ? { said, turn: play(talk, said) } : null;
}
