/** Every danger flow, walked to its ends: nothing repeated, no closed line, no empty promise, nothing left unanswered. */
import fc from 'fast-check';
import { textOf } from '../../../dialogs/content/copy';
import { helplines, lineIsOpen } from '../../../dialogs/content/helplines';
import { wayBack } from '../../../dialogs/facts';
import type { ChannelKind, RiskCategory, RiskFlag, Said, Turn } from '../../../dialogs/types';
import { momentAt } from '../../../services/calendar/moment';
import { newTalk, offered, play, type Talk, typed, worldOf } from './talk';

const categories: readonly (readonly [RiskCategory, RiskFlag['level'], boolean])[] = [
  ['suicide_act', 'P0', false],
  ['suicide_act', 'P0', true],
  ['suicide_thoughts', 'P1', false],
  ['suicide_thoughts', 'P1', true],
  ['self_harm', 'P1', false],
  ['self_harm', 'P1', true],
  ['danger_now', 'P0', false],
  ['domestic_abuse', 'P1', false],
  ['child_at_risk', 'P1', false],
  ['harm_to_others', 'P1', false],
  ['medical_emergency', 'P0', false],
  ['medical_emergency', 'P0', true],
  ['self_neglect', 'P2', false],
  ['exploitation', 'P1', false],
  ['psychosis_distress', 'P1', false],
  ['no_shelter_tonight', 'P1', false],
  ['no_food_or_heat', 'P1', false],
  ['concern_about_us', 'P1', false],
];

const times = {
  'Tuesday at ten': Date.parse('2026-11-24T10:00:00Z'),
  'Saturday night': Date.parse('2026-11-28T22:30:00Z'),
  'a holiday': Date.parse('2026-11-30T11:00:00Z'),
};

/** What people write back; taps are tried too, wherever there are any. */
const words = [
  'aye',
  'naw',
  "I'm scared",
  "am on ma own an it's dark",
  'what do I say to them',
  'when will they call',
  'ok',
  '07700 900123',
  'never mind',
  'nae credit',
  'im 16',
  'tell me more',
  'hello',
];

interface Step {
  readonly said: string;
  readonly before: readonly string[];
  readonly turn: Turn;
  readonly talk: Talk;
}

const textsWithout = (turn: Turn, id: string) =>
  turn.replies.filter((reply) => !reply.parts.some((one) => one.id === id)).map(textOf);

/** What is wrong with one turn; empty when nothing is. */
function faultsOf({ said, before, turn, talk }: Step): readonly string[] {
  const faults: string[] = [];
  const now = momentAt(new Date(talk.now));
  const { team } = worldOf(talk);
  const texts = turn.replies.map(textOf);
  const all = texts.join('\n');
  const ids = turn.replies.map((reply) => reply.parts.map((one) => one.id).join('+'));
  // a question may be put a second time; a line may not
  const question = talk.state.asked?.message;
  const again = ids.filter((id) => before.includes(id) && id !== question && !id.startsWith('W-STATUS'));
  if (again.length > 0 && talk.state.safety?.holds) faults.push(`the same line twice running: ${again.join()}`);
  for (const line of helplines) {
    const closed = !lineIsOpen(line, now) && line.numbers.some((number) => number.length > 5 && all.includes(number));
    if (closed) faults.push(`a closed line: ${line.name}`);
  }
  if (!team.open && /\b(?:call|look at this|you) today\b|by \d+(?:\.\d+)?[ap]m today/.test(all))
    faults.push('"today" while shut');
  const promised = all
    .split(/(?<=[.?])\s/)
    .some((one) => !one.endsWith('?') && /be in touch|get back to you|(?:aim|will|to) (?:to )?contact you/.test(one));
  if (promised && wayBack({ state: talk.state, world: worldOf(talk) }) === '')
    faults.push('a promise without a way back');
  // "Could you say it another way?" leads into the question put again; it is never said at a question about danger
  const asked = textsWithout(turn, 'X26').join('\n');
  if ((asked.match(/\?/g) ?? []).length > 1) faults.push('two questions');
  const mayBeSilent = talk.state.contact === 'STOPPED';
  if (turn.replies.length === 0 && !mayBeSilent) faults.push('no answer');
  return faults.map((fault) => `${fault} | after "${said}": ${all}`);
}

function begin(channel: ChannelKind, from: number, one: (typeof categories)[number], check: boolean): Talk {
  const talk = newTalk({ channel, from });
  play(talk, { kind: 'hello' });
  const [category, level, aboutOther] = one;
  const flag: RiskFlag = { category, level, rule: 'test', words: 'their words', aboutOther, unclear: false };
  const reading = { risks: check ? [] : [flag], checks: check ? [flag] : [], command: null, needs: [], moments: [] };
  const said: Said = { kind: 'text', text: 'their words', reading, isCodeWord: false };
  if (channel !== 'web') play(talk, typed(talk, 'yes'));
  play(talk, said);
  return talk;
}

function answersOf(talk: Talk): readonly Said[] {
  const taps = offered(talk).map(({ id, label }): Said => ({ kind: 'choice', id, label }));
  return [...taps, ...words.map((text) => typed(talk, text))];
}
const saidOf = (said: Said) => (said.kind === 'text' ? said.text : said.kind === 'choice' ? `[${said.label}]` : '');
const idsOf = (talk: Talk) => talk.last.map((reply) => reply.parts.map((one) => one.id).join('+'));

/** Walks every answer to a depth, and says what went wrong on the way. */
function walk(talk: Talk, depth: number, path: string): readonly string[] {
  if (depth === 0) return [];
  return answersOf(talk).flatMap((said) => {
    const copy: Talk = { ...talk };
    const before = idsOf(copy);
    const turn = play(copy, said);
    const here = faultsOf({ said: saidOf(said), before, turn, talk: copy }).map((fault) => `${path}: ${fault}`);
    return [...here, ...walk(copy, depth - 1, `${path} > ${saidOf(said)}`)];
  });
}

describe.each(Object.entries(times))('P-H4 P-H5 P-H7 P-H21 P-H22: on %s', (_when, from) => {
  it.each(categories)('danger: %s (%s, somebody else: %s), two answers deep', (...one) => {
    const faults = (['web', 'sms'] as const)
      // a holiday differs in what is open, not in how it is said by text
      .filter((channel) => channel === 'web' || from !== times['a holiday'])
      .flatMap((channel) => walk(begin(channel, from, one, false), 2, channel));
    expect(faults.slice(0, 5)).toEqual([]);
  });

  it.each(categories)('a worry: %s (%s, somebody else: %s), two answers deep', (...one) => {
    const faults = walk(begin('web', from, one, true), 2, 'web');
    expect(faults.slice(0, 5)).toEqual([]);
  });
});

it('long talks in danger, at random: nothing repeated, closed, empty or left', () => {
  const pick = fc.array(fc.nat(30), { minLength: 4, maxLength: 9 });
  fc.assert(
    fc.property(
      fc.constantFrom(...categories),
      fc.constantFrom<ChannelKind>('web', 'sms', 'whatsapp'),
      fc.constantFrom(...Object.values(times)),
      fc.boolean(),
      pick,
      (one, channel, from, check, picks) => {
        const talk = begin(channel, from, one, check);
        for (const n of picks) {
          const all = answersOf(talk);
          const said = all[n % all.length];
          if (!said) return;
          const before = idsOf(talk);
          const turn = play(talk, said);
          expect(faultsOf({ said: saidOf(said), before, turn, talk })).toEqual([]);
        }
      },
    ),
    { seed: 20261129, numRuns: 250 },
  );
});
