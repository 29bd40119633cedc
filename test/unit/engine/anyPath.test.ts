/** Whatever people do, in any order, on any channel: what must always be so. */
import fc from 'fast-check';
import { wholeCatalogue } from '../../../dialogs/catalogue';
import { splitKey } from '../../../dialogs/catalogue/question';
import { messages, riskReplyIds, textOf } from '../../../dialogs/content/copy';
import { risk } from '../../../dialogs/content/messages/risk';
import { takeTurn } from '../../../dialogs/turn/takeTurn';
import type { ChannelKind, ConversationState, Said, Turn } from '../../../dialogs/types';
import { effectKind, openState } from '../../../services/store/collections/conversationState';
import { act, CANARY, type Doing, doing, type Seen } from './doings';
import { newTalk, type Talk, type TalkParts, worldOf } from './talk';

interface Step {
  readonly before: ConversationState;
  readonly said: Said;
  readonly turn: Turn;
  readonly talk: Talk;
}

const channels = ['web', 'sms', 'whatsapp', 'phone'] as const;
const journey = new Set(wholeCatalogue.journey.map((question) => question.id));

const setting = fc.record({
  channel: fc.constantFrom<ChannelKind>(...channels),
  onDuty: fc.boolean(),
  emptyDirectory: fc.integer({ min: 0, max: 5 }).map((n) => n === 0),
  everyEqualityQuestion: fc.boolean(),
  /** a morning, a night, a holiday */
  from: fc
    .constantFrom('2026-11-24T10:00:00Z', '2026-11-24T23:30:00Z', '2026-12-25T12:00:00Z')
    .map((one) => Date.parse(one)),
});

/** How many walks, and how many things happen in each. */
const WALKS = 120;
const LENGTH = 40;

type Law = (step: Step) => void;
const laws = new Map<string, { readonly check: Law; readonly broken: string[] }>();

/** A law every step of every walk is held to. */
function always(law: string, check: Law): void {
  const broken: string[] = [];
  laws.set(law, { check, broken });
  test(law, () => expect(broken).toEqual([]));
}

function sayStep({ before, said, turn }: Step): string {
  const what =
    said.kind === 'text'
      ? `types "${said.text.slice(0, 60)}"`
      : said.kind === 'choice'
        ? `taps ${said.id.slice(0, 60)}`
        : JSON.stringify(said).slice(0, 120);
  const ids = turn.replies.map((reply) => reply.parts.map((one) => one.id).join('+')).join(' | ');
  return `at ${before.asked?.key ?? 'nothing'} (${before.contact}, ${before.mode}${before.safety?.holds ? ', held' : ''}${before.paused ? ', paused' : ''}) ${what} -> ${ids || 'silence'}`;
}

/** Plays one walk, holding every step to every law. The last few steps of a walk that breaks one are kept to read. */
function walk(parts: TalkParts, doings: readonly Doing[]): void {
  const talk = newTalk(parts);
  const seen: Seen = [];
  const story: string[] = [];
  for (const one of doings) {
    const before = talk.state;
    const done = act(talk, one, seen);
    if (!done) continue;
    const step = { before, said: done.said, turn: done.turn, talk };
    story.push(sayStep(step));
    for (const { check, broken } of laws.values()) {
      try {
        check(step);
      } catch (broke) {
        const why = broke instanceof Error ? broke.message.split('\n').slice(0, 8).join(' ') : String(broke);
        if (broken.length < 5) broken.push([parts.channel, ...story.slice(-5), why].join('\n'));
      }
    }
  }
}

beforeAll(() => {
  const walks = fc.sample(fc.tuple(setting, fc.array(doing, { minLength: LENGTH, maxLength: LENGTH })), {
    numRuns: WALKS,
    seed: 20261124,
  });
  for (const [parts, doings] of walks) walk(parts, [{ do: 'hello' }, ...doings]);
}, 120_000);

/** "Could you say it another way?" is not a new question: the one before it is put again under it. */
function questionMarks(turn: Turn): number {
  return turn.replies
    .filter((reply) => reply.parts[0]?.id !== 'X26')
    .map((reply) => textOf(reply).match(/\?/g)?.length ?? 0)
    .reduce((sum, one) => sum + one, 0);
}

const isRisk = (said: Said) =>
  (said.kind === 'text' || said.kind === 'media') && Array.isArray(said.reading.risks) && said.reading.risks.length > 0;

always('what is remembered is plain data the database will take back', ({ turn }) => {
  const again: unknown = JSON.parse(JSON.stringify(turn.state));
  expect(again).toEqual(turn.state);
  const { secrets, ...open } = turn.state;
  expect(() => openState.parse(open)).not.toThrow();
  expect(Object.values(secrets).every((value) => typeof value === 'string')).toBe(true);
  for (const effect of turn.effects) effectKind.parse(effect.kind);
});

always("a person's own words are only ever in sealed places", ({ turn }) => {
  const { secrets: _sealed, ...open } = turn.state;
  expect(JSON.stringify(open)).not.toContain(CANARY);
  expect(JSON.stringify(turn.effects.map(({ kind, data }) => ({ kind, data })))).not.toContain(CANARY);
});

always('a turn is at most four bubbles, asks at most one thing, and asks it last', ({ turn }) => {
  expect(turn.replies.length).toBeLessThanOrEqual(4);
  expect(questionMarks(turn)).toBeLessThanOrEqual(1);
  const withChoices = turn.replies.findIndex((reply) => reply.choices.length > 0);
  if (withChoices >= 0) expect(withChoices).toBe(turn.replies.length - 1);
});

always('every message said is one we wrote, with nothing left unfilled', ({ turn }) => {
  for (const reply of turn.replies) {
    for (const one of reply.parts) expect(Object.hasOwn(messages, one.id)).toBe(true);
    // their own words said back are theirs, whatever they are
    if (reply.parts.some((one) => one.id === 'W-KEPT')) continue;
    expect(textOf(reply)).not.toMatch(/\{\w+\}(?!\n)|undefined|\[object/);
    expect(textOf(reply).trim()).not.toBe('');
  }
});

const risky = new Set([...Object.keys(risk), 'W-FAILSAFE', 'W-AFTER-STOP', 'W-HOME-SHUT', 'W-HOME-YOUNG']);

always(
  'after STOP there is silence, but for one fixed reply to each message of danger and to what it asks, until START or HELLO',
  ({ before, said, turn }) => {
    if (before.contact !== 'STOPPED') return;
    if (turn.state.contact === 'STOPPED') {
      // a reply to danger asks something: their answer is of that danger, until the day is over
      const [, , , toldAt = '0'] = (before.secrets['afterStop'] ?? '').split(' ');
      const answers = said.kind === 'text' && turn.state.secrets['afterStop'] !== undefined && Number(toldAt) > 0;
      const allowed = (isRisk(said) || answers) && !before.locked ? 1 : 0;
      const wrongNumber = said.kind === 'text' && said.isCodeWord;
      if (!wrongNumber) expect(turn.replies.length).toBeLessThanOrEqual(allowed);
      if (!wrongNumber) for (const reply of turn.replies) expect(risky.has(reply.parts[0]?.id ?? '')).toBe(true);
    } else {
      const command = said.kind === 'text' || said.kind === 'media' ? said.reading.command : null;
      expect(['start', 'resume']).toContain(command);
    }
  },
);

always(
  'after grave danger no ordinary question is asked until a person of the team says so',
  ({ before, turn, talk }) => {
    const { asked, safety } = turn.state;
    if (!before.safety?.holds || !safety?.holds || !asked) return;
    if (asked.at === talk.now && asked !== before.asked)
      expect({ asked: asked.key, journey: journey.has(splitKey(asked.key).id) }).toEqual({
        asked: asked.key,
        journey: false,
      });
  },
);

always('in quiet mode nothing that happens elsewhere makes us write, but an advisor', ({ before, said, turn }) => {
  if (before.contact !== 'QUIET' || said.kind !== 'happened') return;
  if (['advisorSays', 'advisorWrote', 'cameByPhrase'].includes(said.event.name)) return;
  expect({ event: said.event.name, ids: turn.replies.flatMap((reply) => reply.parts.map((one) => one.id)) }).toEqual({
    event: said.event.name,
    ids: [],
  });
});

const fixed = new Set([...riskReplyIds, 'X29', 'X16', 'W-HOLD']);

always('words that show danger always bring fixed words and a record', ({ before, said, turn }) => {
  if (!isRisk(said) || said.kind === 'happened' || (said.kind === 'text' && said.isCodeWord)) return;
  const recorded = turn.effects.some((effect) => effect.kind === 'raiseRisk' || effect.kind === 'noteRiskAnswer');
  const answersChoice = before.asked !== null && turn.state.answers[before.asked.key] !== undefined;
  expect(recorded || answersChoice).toBe(true);
  if (before.contact === 'STOPPED') return;
  const ids = turn.replies.flatMap((reply) => reply.parts.map((one) => one.id));
  // a worry noted for the team is no danger yet
  const certain = turn.effects.some((effect) => effect.kind === 'raiseRisk' && effect.data['grade'] !== 'check');
  if (certain) expect(ids.some((id) => fixed.has(id))).toBe(true);
});

always('nobody who may be written to is left without a word', ({ before, said, turn }) => {
  if (said.kind === 'happened' || before.contact === 'STOPPED' || turn.state.contact === 'STOPPED') return;
  if (before.mode === 'advisor') return;
  if (
    (before.asked?.key === 'rda1' || before.asked?.key === 'rx1' || before.asked?.key === 'okTime') &&
    turn.state.answers[before.asked.key]
  )
    return;
  expect(turn.replies.length).toBeGreaterThan(0);
});

/** News of who of the team is there: the only happenings that say something of that while they hold the thread. */
const ofTheTeam = new Set([
  'advisorSays',
  'advisorWrote',
  'handoffAccepted',
  'handoffReleased',
  'handoffEnded',
  'intakeReleased',
]);

always(
  'while one of the team holds the thread the bot says nothing but fixed words to danger',
  ({ before, said, turn }) => {
    if (before.mode !== 'advisor' || turn.state.mode !== 'advisor') return;
    if (said.kind === 'happened' && ofTheTeam.has(said.event.name)) return;
    const ids = turn.replies.flatMap((reply) => reply.parts.map((one) => one.id));
    expect(ids.filter((id) => !riskReplyIds.has(id) && id !== 'X29')).toEqual([]);
  },
);

always(
  'a thread has one writer: an older claim, and anybody else meanwhile, says nothing',
  ({ before, said, turn }) => {
    if (said.kind !== 'happened' || said.event.name !== 'advisorWrote') return;
    const { thread } = said.event;
    const known = before.thread;
    const past = known !== null && (known.id === thread.id ? thread.claim < known.claim : before.mode === 'advisor');
    if (!past) return;
    expect(turn.replies).toEqual([]);
    expect({ ...turn.state, turns: 0 }).toEqual({ ...before, turns: 0 });
  },
);

always('after STOP, and while they are away, nobody of the team can write to them', ({ before, said, turn }) => {
  if (said.kind !== 'happened' || said.event.name !== 'advisorWrote') return;
  if (before.contact === 'STOPPED' || before.left || before.agenda.includes('returnSafe'))
    expect(turn.replies).toEqual([]);
});

always('the same words in the same place always bring the same turn', ({ before, said, turn, talk }) => {
  const now = { ...talk, state: before };
  expect(takeTurn(before, said, worldOf(now))).toEqual(turn);
});
