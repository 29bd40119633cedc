/** Hears needs, commands, yes and no, and questions of us in ordinary words: the learned recognisers, and the rules with them. */
import { recogniseCommand } from '../../../dialogs/commands/recogniseCommand';
import { spokenCommands } from '../../../dialogs/commands/sentences';
import { putPlainly } from '../../../dialogs/needs/figures';
import { NEED_PHRASES } from '../../../dialogs/needs/phrases';
import type { CommandStrength, Found, Polarity } from '../../../dialogs/reading';
import { hasCondition } from '../../../dialogs/reading/polarity';
import { asksLike } from '../../../dialogs/reading/questionForm';
import { TOPICS } from '../../../dialogs/reading/topics';
import type { Command } from '../../../dialogs/types';
import type { Need } from '../../../dialogs/vocabulary';
import { asksFeatures, commandFeatures, needFeatures, polarityFeatures, topicFeatures } from './examples';
import { plainOf } from './features';
import { type Likely, likelihoods } from './linear';
import { takesAnyWords } from './openQuestions';
import { type Models, readWeights } from './weights';

let loaded: Models | null = null;
/** Read once, when first needed. */
const models = (): Models => {
  loaded ??= readWeights().models;
  return loaded;
};

/** From this likelihood a need is heard; one line for all, because each need's own was fitted to one writer's mixture. */
const NEED_HEARD = 0.35;
/** What is named beside it must be surer, or every "rent" would be money too. */
const NEXT_HEARD = 0.55;
/** A few words name one thing: a second must be as good as sure. */
const FEW = 5;
const FEW_HEARD = 0.55;
/** More than this many at once is a guess, not an answer. */
const MOST_NEEDS = 5;

/** Every need a message names, the surest first. */
export function hearNeeds(text: string, plain: string): readonly Found<Need>[] {
  // the needs of one message are asked for twice
  if (lastNeeds.text !== text) lastNeeds = { text, found: needsOf(text, plain) };
  return lastNeeds.found;
}

let lastNeeds: { readonly text: string; readonly found: readonly Found<Need>[] } = { text: '', found: [] };

/** What the fast stage makes of each need, as log odds: for whoever joins it with another opinion. */
export function needOdds(text: string): ReadonlyMap<Need, number> {
  return new Map(
    likelihoods(models().needs, needFeatures(text, putPlainly(plainOf(text)))).flatMap(({ name, likelihood }) =>
      isNeed(name) ? [[name, logit(likelihood)] as const] : [],
    ),
  );
}

/** What the fast stage makes of each topic, likewise. */
export function topicOdds(text: string): ReadonlyMap<string, number> {
  const features = topicFeatures(text, plainOf(text));
  return new Map(likelihoods(models().topics, features).map(({ name, likelihood }) => [name, logit(likelihood)]));
}

/** And of whether anything is asked of us. */
export function askOdds(text: string): number {
  return logit(likelihoods(models().asks, asksFeatures(text, plainOf(text)))[0]?.likelihood ?? 0.5);
}

function logit(share: number): number {
  const inside = Math.min(0.9999, Math.max(0.0001, share));
  return Math.log(inside / (1 - inside));
}

function needsOf(text: string, plain: string): readonly Found<Need>[] {
  return likelihoods(models().needs, needFeatures(text, putPlainly(plain)))
    .toSorted((a, b) => b.likelihood - a.likelihood)
    .filter(({ likelihood }, n) => likelihood >= (n === 0 ? NEED_HEARD : nextHeard(plain)))
    .slice(0, MOST_NEEDS)
    .flatMap(({ name, likelihood }) => (isNeed(name) ? [{ value: name, words: text, confidence: likelihood }] : []));
}

/** How sure a second need must be. */
function nextHeard(plain: string): number {
  const words = plain.trim().split(' ').length;
  return words <= 1 ? 1 : words <= FEW ? FEW_HEARD : NEXT_HEARD;
}

const isNeed = (name: string): name is Need => name in NEED_PHRASES;

export interface HeardCommand {
  readonly command: Command;
  readonly strength: CommandStrength;
}

/** A command in a longer message than this is part of a story. */
const MOST_WORDS = 24;
/** How much likelier "no command" must be before it is believed. */
const LEANS = 0.4;
const LEANS_SAID = 0.9;
/** These undo or end something: never by likeness alone. */
const HEAVY: ReadonlySet<string> = new Set(['stop', 'delete_my_data', 'restart', 'human', 'wrong_number']);
const SURE = -0.05;
const LIKE = -0.45;
const LIKE_PLAINLY = -0.25;
/** So much likelier than none it must be where it is not very likely. */
const CLEARLY = 0.1;

/** The command a message gives: said bare, inside a sentence, or only likely. */
export function hearCommand(text: string, plain: string): HeardCommand | null {
  const whole = recogniseCommand(text);
  if (whole !== null) return { command: whole, strength: isLong(plain) && whole === 'stop' ? 'sentence' : 'bare' };
  if (plain.trim() === '' || plain.trim().split(' ').length > MOST_WORDS || !/[\p{L}]/u.test(text)) return null;
  const ranked = likelihoods(models().commands, commandFeatures(text, plain));
  const best = ranked.find(({ name }) => name !== 'none');
  const none = ranked.find(({ name }) => name === 'none');
  const said = spokenCommands(plain);
  if (best === undefined || none === undefined || best.margin < -0.8) return null;
  // what is said in so many words needs less likeness behind it
  const leans =
    said.some((one) => one === best.name) && !HEAVY.has(best.name) && best.name !== 'resume' ? LEANS_SAID : LEANS;
  if (best.margin < none.margin - leans) return null;
  const command = COMMANDS.find((one) => one === best.name);
  if (command === undefined) return null;
  const spoken = said.includes(command);
  // one word is a command only when it is one of the words we tell people
  if (!spoken && !/\p{L}[^\p{L}'’-]+\p{L}/u.test(text)) return null;
  // yes and no have an ear of their own, which knows more of them
  if (command === 'yes' || command === 'no' || (command === 'dont_know' && !spoken))
    return leaning(text, plain, spoken);
  if (HEAVY.has(command) && !spoken && (best.margin < SURE || best.margin < none.margin)) return null;
  // "am done wi it aw" is no word about our texts
  if (command === 'stop' && !spoken && !OF_OURS.test(plain)) return null;
  // likeness alone, and not much of it, is no command
  if (!spoken && (best.margin < LIKE || (best.margin < LIKE_PLAINLY && best.margin < none.margin + CLEARLY)))
    return null;
  return { command, strength: spoken ? 'sentence' : 'weak' };
}

/** What of ours somebody may want stopped. */
const OF_OURS =
  / (?:texts?|texting|messages?|messaging|chat|conversation|list|number|contact\w*|away|finish|enough|off) /;

/** A yes, a no or a not-sure in words that are not the bare ones: as their own recogniser hears them. */
function leaning(text: string, plain: string, spoken: boolean): HeardCommand | null {
  const heard = hearPolarity(text, plain, null);
  if (heard === undefined || heard.value === 'conditional' || heard.confidence < 0.55) return null;
  const command = heard.value === 'unsure' ? 'dont_know' : heard.value;
  return { command, strength: spoken || heard.confidence > 0.8 ? 'sentence' : 'weak' };
}

/** "I want to stop", "that's me done": words that may be about something other than our texts. */
const isLong = (plain: string) => plain.trim().split(' ').length >= 3;

const COMMANDS: readonly Command[] = [
  'yes',
  'no',
  'skip',
  'dont_know',
  'back',
  'pause',
  'resume',
  'help',
  'human',
  'stop',
  'restart',
  'delete_my_data',
  'access_my_data',
  'who_are_you',
  'privacy',
  'someone_else',
  'complaint',
  'change_answer',
];

/** The kind of question, as the corpus names it, of a key in the catalogue. */
const KINDS: Readonly<Record<string, string>> = {
  start: 'start',
  consent: 'consent',
  consentMore: 'consent',
  safeNow: 'safe',
  leaveFast: 'leaveFast',
  safeNumber: 'safeNumber',
  voicemail: 'voicemail',
  measuresOk: 'measures',
  equalityOk: 'equality',
  checkIn: 'checkIn',
  news: 'news',
  share: 'share',
  nextOption: 'share',
  summary: 'confirm',
  carryOn: 'carryOn',
  trusted: 'trusted',
  talkItThrough: 'person',
};

/** Yes, no, yes-if or not sure, in any words; undefined when a message says none of them. */
export function hearPolarity(text: string, plain: string, asking: string | null): Found<Polarity> | undefined {
  const whole = recogniseCommand(text);
  if (whole === 'yes' || whole === 'no') return { value: whole, words: text.trim(), confidence: 0.95 };
  if (whole === 'dont_know') return { value: 'unsure', words: text.trim(), confidence: 0.9 };
  // "not Thursdays" at a question that takes any words is an answer in itself
  if (takesAnyWords(asking) || plain.trim().split(' ').length > 60) return undefined;
  const kind = KINDS[asking?.split(':')[0] ?? ''] ?? '';
  const [best, next] = likelihoods(models().polarity, polarityFeatures(text, kind, plain));
  if (best === undefined || best.name === 'none' || best.margin < -0.6) return undefined;
  const confidence = Math.min(0.95, 0.5 + 0.3 * Math.max(0, best.margin - (next?.margin ?? 0)));
  const value =
    best.name === 'no' ? 'no' : best.name === 'unsure' ? 'unsure' : hasCondition(plain) ? 'conditional' : 'yes';
  return { value, words: text.trim(), confidence };
}

/** What is asked of us: a topic, or 'unknown' for a question that fits none; undefined for a statement. */
export function hearTopic(text: string, plain: string): Found<string> | undefined {
  if (!/\p{L}{2}/u.test(text)) return undefined;
  const [asks] = likelihoods(models().asks, asksFeatures(text, plain));
  // without a question mark or a question's order of words it must be likelier
  if (asks === undefined || asks.likelihood < (asksLike(text) ? 0.5 : 0.75)) return undefined;
  const [best, next] = likelihoods(models().topics, topicFeatures(text, plain));
  const topic = best !== undefined && isKnown(best, next) ? TOPICS.find((one) => one === best.name) : undefined;
  return { value: topic ?? 'unknown', words: text.trim(), confidence: asks.likelihood };
}

/** Nothing like any topic: said to be unknown rather than answered with something else. */
function isKnown(best: Likely, next: Likely | undefined): boolean {
  return best.margin > -0.85 || best.margin - (next?.margin ?? -1) > 0.25;
}
