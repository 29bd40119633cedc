/** A deploy in the middle of conversations: questions swapped, added, retired and reworded lose and mis-assign nothing. */
import { wholeCatalogue } from '../../../dialogs/catalogue';
import type { Catalogue, Question } from '../../../dialogs/catalogue/question';
import { part } from '../../../dialogs/content/copy';
import { newConversation } from '../../../dialogs/newConversation';
import { takeTurn } from '../../../dialogs/turn/takeTurn';
import type { ConversationState, Said } from '../../../dialogs/types';
import { sampleSettings, worldAt } from '../../../services/calendar/world';
import { sampleSnapshot } from '../../../services/directory/sample/sampleDirectory';
import { match } from '../../../services/routing/match';
import { createReader } from '../../../services/understanding/read';

const read = createReader();
const sample = sampleSnapshot('2026-11-24');
const start = Date.parse('2026-11-24T10:00:00Z');

function next(state: ConversationState, said: Said, catalogue: Catalogue): ConversationState {
  const world = worldAt({
    now: new Date(start + state.turns * 20_000),
    channel: 'web',
    settings: sampleSettings,
    seed: `seed${String(state.turns).padStart(12, '0')}`,
    match: (query, today) => match(sample, query, today),
  });
  return JSON.parse(JSON.stringify(takeTurn(state, said, world, catalogue).state));
}

const text = (words: string): Said => ({
  kind: 'text',
  text: words,
  reading: read(words, { recentlyFlagged: false }),
  isCodeWord: false,
});

/** What somebody patient answers to whatever is on the table. */
function answerTo(state: ConversationState): Said {
  const key = state.asked?.key ?? '';
  const shown: { choices: { id: string; label: string }[] } = JSON.parse(state.secrets['asked'] ?? '{"choices":[]}');
  if (key === 'need') return text('am lonely and ma house is damp');
  if (key === 'name') return text('Maya');
  if (key === 'number') return text('07700 900123');
  const liked: Readonly<Record<string, string>> = {
    sharedDevice: 'no',
    ageBand: 'over18',
    pace: 'more',
    contactBy: 'text',
    detailHome: 'repairsOrDamp',
  };
  const pick =
    shown.choices.find((choice) => choice.id === liked[key]) ??
    shown.choices.find((choice) => choice.id === 'yes' || choice.id === 'carryOn') ??
    shown.choices[0];
  return pick && !['person', 'change', 'startAgain', 'help', 'skip'].includes(pick.id)
    ? { kind: 'choice', id: `${key}~${pick.id}`, label: pick.label }
    : text('a walk');
}

/** A conversation stopped after so many answers, with its question open. */
function openAfter(answers: number): ConversationState {
  let state = next(newConversation('web', start), { kind: 'hello' }, wholeCatalogue);
  for (let n = 0; n < answers && state.asked; n += 1) state = next(state, answerTo(state), wholeCatalogue);
  return state;
}

/** Goes on to the end; gives every question put on the way. */
function goOn(from: ConversationState, catalogue: Catalogue): { state: ConversationState; asked: string[] } {
  let state = from;
  const asked: string[] = [];
  for (let n = 0; n < 90 && state.asked && state.mode === 'bot'; n += 1) {
    state = next(state, answerTo(state), catalogue);
    if (state.asked) asked.push(state.asked.key);
  }
  return { state, asked };
}

const added: Question = {
  id: 'petToThinkOf',
  kind: 'choiceOrText',
  ask: () => ({ parts: [part('F2')], choices: [] }),
  askIf: (c) => c.state.answers['name'] !== undefined,
};

const changes: Readonly<Record<string, (now: Catalogue, state: ConversationState) => Catalogue>> = {
  'the order turned round after the opening': (now) => {
    const cut = now.journey.findIndex((question) => question.id === 'ageBand');
    const end = now.journey.findIndex((question) => question.id === 'contactBy');
    return {
      ...now,
      journey: [...now.journey.slice(0, cut), ...now.journey.slice(cut, end).reverse(), ...now.journey.slice(end)],
    };
  },
  'a question added': (now) => {
    const at = now.journey.findIndex((question) => question.id === 'pace');
    return { ...now, journey: [...now.journey.slice(0, at), added, ...now.journey.slice(at)] };
  },
  'the question on the table retired': (now, state) => ({
    journey: now.journey.filter(
      (question) => question.id !== state.asked?.key || question.id === 'consent' || question.id === 'need',
    ),
    asides: now.asides,
  }),
  'an answered question retired': (now) => ({
    ...now,
    journey: now.journey.filter((question) => question.id !== 'sharedDevice' && question.id !== 'pace'),
  }),
  'other choices for the question on the table': (now, state) => ({
    ...now,
    journey: now.journey.map((question) =>
      question.id === state.asked?.key
        ? {
            ...question,
            ask: (d, subject) => ({
              ...question.ask(d, subject),
              choices: [{ id: 'somethingNew', label: 'Something new' }],
            }),
          }
        : question,
    ),
  }),
};

const depths = Array.from({ length: 33 }, (_one, at) => at);

describe.each(Object.entries(changes))('%s', (_name, change) => {
  test.each(depths)(
    'after %i answers: all is kept, the answer goes where it was asked, only what is missing is asked',
    (depth) => {
      const open = openAfter(depth);
      if (!open.asked) return expect(open.mode).toBe('finished');
      const catalogue = change(wholeCatalogue, open);
      const key = open.asked.key;
      const said = answerTo(open);
      const after = next(open, said, catalogue);
      // the answer is under the question that was shown, with the words that were shown
      const shown: { text: string } = JSON.parse(open.secrets['asked'] ?? '{}');
      const hidden = ['ageRange', 'gender', 'ethnicity', 'disability', 'carer', 'workStatus'].includes(key);
      if (said.kind === 'choice')
        expect(after.answers[key]?.choices).toEqual(hidden ? [] : [said.id.slice(key.length + 1)]);
      else
        expect(after.secrets[`said/${key}`] ?? (hidden ? said.kind === 'text' && said.text : '')).toBe(
          said.kind === 'text' ? said.text : '',
        );
      if (!hidden) expect(after.secrets[`shown/${key}`]).toContain(shown.text);
      const { state, asked } = goOn(after, catalogue);
      // every answer given before the change is there, word for word
      for (const [old, answer] of Object.entries(open.answers)) {
        expect(state.answers[old]).toEqual(answer);
        expect(state.secrets[`shown/${old}`]).toBe(open.secrets[`shown/${old}`]);
      }
      // nothing already answered was asked again
      expect(asked.filter((one) => open.answers[one] !== undefined || one === key)).toEqual([]);
      expect(asked.length).toBe(new Set(asked).size);
      return expect(state.mode).toBe('finished');
    },
  );
});
