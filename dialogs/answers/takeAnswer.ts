/** Keeps an answer with the exact words that asked for it, then lets the question say what it changes. */
import { type Catalogue, type Heard, questionFor, splitKey } from '../catalogue/question';
import { type Draft, keepSecret, put } from '../draft';
import { answered } from '../facts';
import { passToPerson } from '../handOver';
import { frozenAsked } from '../journey';

export interface Given {
  readonly choices: readonly string[];
  readonly text?: string;
  readonly skipped?: boolean;
  readonly needs?: Heard['needs'];
}

/** Takes what was given as the answer to the question on the table. Does nothing when there is none. */
export function takeAnswer(d: Draft, given: Given, catalogue: Catalogue): void {
  const asked = d.state.asked;
  if (!asked) return;
  const { choices, text = '', skipped = false, needs = [] } = given;
  const { key } = asked;
  const question = questionFor(catalogue, key);
  const frozen = frozenAsked(d);
  const stands = skipped && question?.whenSkipped !== undefined ? [question.whenSkipped] : choices;
  if (stands[0] === 'person') {
    // asking for a person is not an answer: the question is still there if they carry on
    const held = d.state.safety?.holds === true;
    passToPerson(
      d,
      question?.person?.reason ?? 'asked',
      held ? (d.state.safety?.level ?? 'P1') : (question?.person?.level ?? 'P4'),
    );
    return;
  }
  const hidden = question?.hidden === true;
  if (hidden) d.hideSaid = true;
  put(d, {
    answers: {
      ...d.state.answers,
      [key]: { n: d.state.turns, at: d.world.now.at, choices: hidden ? [] : stands, skipped, message: asked.message },
    },
    asked: null,
  });
  keepSecret(d, 'asked', null);
  if (!hidden) {
    keepSecret(d, `shown/${key}`, [frozen.text, ...frozen.choices.map((choice) => `- ${choice.label}`)].join('\n'));
    keepSecret(d, `said/${key}`, text || null);
  }
  question?.heard?.(d, {
    key,
    subject: splitKey(key).subject,
    choice: stands[0] ?? null,
    choices: stands,
    text,
    skipped,
    needs,
  });
  answerForUnsure(d, key, stands[0] ?? null, catalogue);
}

/** "See a list", "skip this one": what X5 offers is done to the question it came from. */
function answerForUnsure(d: Draft, key: string, choice: string | null, catalogue: Catalogue): void {
  if (key !== 'unsure' || choice !== 'skip' || d.state.journeyKey === null || answered(d, d.state.journeyKey)) return;
  put(d, { asked: { key: d.state.journeyKey, at: d.world.now.at, message: 'X5', misses: 0 } });
  takeAnswer(d, { choices: [], skipped: true }, catalogue);
}
