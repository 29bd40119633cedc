/** Where someone is: never stored, always worked out from their answers, so a changed set of questions asks only what is missing. */
import { goodbye } from './catalogue/closing';
import { needsInWords, needsNoted } from './catalogue/needs';
import { lookForOptions } from './catalogue/playBack';
import { type Asking, type Catalogue, type Question, questionFor, splitKey } from './catalogue/question';
import { type MessageId, part, textOf } from './content/copy';
import type { Choice } from './content/words';
import { bubble, type Context, type Draft, keepSecret, put, say, unanswer } from './draft';
import { answered, chosen } from './facts';
import { SAID_BACK } from './listen/held';
import { SHORTER } from './listen/shorter';

/** Keys of a journey question that are due and unanswered, in order. */
function keysDue(c: Context, question: Question): readonly string[] {
  if (question.subjects)
    return question
      .subjects(c)
      .map((subject) => `${question.id}:${subject}`)
      .filter((key) => !answered(c, key));
  return question.askIf?.(c) && !answered(c, question.id) ? [question.id] : [];
}

/** Everything that stops the ordinary questions: a hold after danger, a person holding the thread, a stop, a no. */
export function journeyRests(c: Context): boolean {
  const { state } = c;
  if (state.safety?.holds) return true;
  if (state.mode !== 'bot' || state.paused || state.contact === 'STOPPED') return true;
  return answered(c, 'consent') && !saidYes(c);
}

function saidYes(c: Context): boolean {
  const yes = (key: string) => c.state.answers[key]?.choices[0] === 'yes';
  return yes('consent') || yes('consentMore');
}

/** The next question of the journey; null when all is answered. */
export function nextInJourney(c: Context, catalogue: Catalogue): string | null {
  for (const question of catalogue.journey) {
    const key = keysDue(c, question)[0];
    if (key !== undefined) return key;
  }
  return null;
}

/** About how many questions are left before ideas are shown; 0 once what we heard was read back. */
export function questionsToGo(c: Context, catalogue: Catalogue): number {
  if (answered(c, 'summary') || answered(c, 'quietSummary')) {
    return answered(c, 'equalityOk') ? dueFrom(c, catalogue, 'equalityOk', null) : 0;
  }
  const before = dueFrom(c, catalogue, null, 'summary');
  return before === 0 ? 0 : before + 1 + (answered(c, 'pace') ? 0 : 1);
}

/** How many are due from one question on, up to another. */
function dueFrom(c: Context, catalogue: Catalogue, from: string | null, to: string | null): number {
  const at = (id: string | null, otherwise: number) => {
    const found = catalogue.journey.findIndex((one) => one.id === id);
    return found < 0 ? otherwise : found;
  };
  return catalogue.journey
    .slice(at(from, 0), at(to, catalogue.journey.length))
    .reduce((sum, question) => sum + keysDue(c, question).length, 0);
}

/** What was put to them, kept word for word until it is answered. */
export interface Frozen {
  readonly text: string;
  readonly choices: readonly Choice[];
}

/** The question as it was asked: what they saw is what they answer, whatever the catalogue says now. */
export function frozenAsked(c: Context): Frozen {
  const raw = c.state.secrets['asked'];
  if (raw === undefined) return { text: '', choices: [] };
  const parsed: unknown = JSON.parse(raw);
  return isFrozen(parsed) ? parsed : { text: '', choices: [] };
}

function isFrozen(value: unknown): value is Frozen {
  return (
    typeof value === 'object' &&
    value !== null &&
    'text' in value &&
    typeof value.text === 'string' &&
    'choices' in value &&
    Array.isArray(value.choices)
  );
}

/** Silent after it was put twice running: then only that there is no rush. */
const RUNNING = 3;

/**
 * Puts the question on the table once more, in its shorter form. Never a third time running: then a line that says
 * there is no rush, and it stays open.
 */
export function putAgain(d: Draft, catalogue: Catalogue, key: string, as?: MessageId): void {
  const misses = (d.state.asked?.key === key ? d.state.asked.misses : 0) + 1;
  if (d.state.asked?.key === key && misses % RUNNING === RUNNING - 1) {
    put(d, { asked: { ...d.state.asked, misses } });
    say(d, part('W-READY'));
    return;
  }
  putQuestion(d, catalogue, key, true, as ?? SHORTER[splitKey(key).id]);
  if (d.state.asked) put(d, { asked: { ...d.state.asked, misses } });
}

/** Puts one question: says what comes before it (unless asked again), then the question with its choices. */
export function putQuestion(d: Draft, catalogue: Catalogue, key: string, again: boolean, shorter?: MessageId): void {
  const question = questionFor(catalogue, key);
  if (!question) return;
  const { subject } = splitKey(key);
  // asked again, it has no answer yet
  if (answered(d, key)) unanswer(d, key);
  const asking: Asking = question.ask(d, subject);
  if (!again) for (const before of asking.before ?? []) say(d, ...before);
  const many = question.kind === 'many' && question.tapOne !== true;
  const shown = asking.numbered ? [] : asking.choices.map((choice) => ({ ...choice, id: `${key}~${choice.id}` }));
  const inJourney = catalogue.journey.includes(question);
  const toGo = inJourney && answered(d, 'need') ? questionsToGo(d, catalogue) : 0;
  const asked = asking.parts.at(-1)?.id ?? '';
  // a menu by text is its own short form: its numbers are in its words
  const parts = shorter && !asking.numbered ? [{ id: shorter, params: {} }] : asking.parts;
  const reply = bubble(d.world, parts, shown, many, toGo);
  d.replies.push(reply);
  put(d, {
    asked: {
      key,
      at: d.world.now.at,
      message: asked,
      misses: again ? (d.state.asked?.misses ?? 0) : 0,
    },
    agenda: d.state.agenda.filter((one) => one !== key),
  });
  if (inJourney) put(d, { journeyKey: key });
  keepSecret(d, 'asked', JSON.stringify({ text: textOf(reply), choices: asking.choices }));
}

/** Somebody who opened with "I need help with my rent" is not asked what they need a second time. */
function hearFirstWords(d: Draft, catalogue: Catalogue): void {
  const words = d.state.secrets['firstWords'];
  if (words === undefined || nextInJourney(d, catalogue) !== 'need') return;
  keepSecret(d, 'said/need', words);
  keepSecret(d, 'firstWords', null);
  const answer = { n: d.state.turns, at: d.world.now.at, choices: [], skipped: false, message: 'A1' };
  put(d, { answers: { ...d.state.answers, need: answer } });
  const needs = needsInWords(d.state.needs);
  const saidBack = d.state.secrets[SAID_BACK] === needs;
  keepSecret(d, SAID_BACK, null);
  say(d, saidBack ? part('W-CAME-FOR', { needs }) : needsNoted(d));
}

/** They asked for a bit more first: about how many that is, said once. */
function sayHowMany(d: Draft, catalogue: Catalogue): void {
  if (d.state.answers['pace']?.n !== d.state.turns || chosen(d, 'pace') !== 'more') return;
  const count = questionsToGo(d, catalogue);
  if (count > 1) say(d, part('W-PACE-MORE', { count: String(count) }));
}

/** Asks whatever comes next: an aside first, then the journey, then goodbye. */
export function askNext(d: Draft, catalogue: Catalogue): void {
  if (d.settled) return;
  for (const key of d.state.agenda) {
    if (questionFor(catalogue, key)) {
      // already on the table: put again, in fewer words, and never a third time running
      if (d.state.asked?.key === key && !answered(d, key)) putAgain(d, catalogue, key);
      else putQuestion(d, catalogue, key, false);
      return;
    }
    put(d, { agenda: d.state.agenda.filter((one) => one !== key) });
  }
  if (journeyRests(d)) return;
  lookForOptions(d);
  hearFirstWords(d, catalogue);
  const key = nextInJourney(d, catalogue);
  if (key !== null) {
    sayHowMany(d, catalogue);
    putQuestion(d, catalogue, key, d.state.journeyKey === key);
    return;
  }
  for (const parts of goodbye(d)) say(d, ...parts);
  put(d, { mode: 'finished', asked: null });
}
