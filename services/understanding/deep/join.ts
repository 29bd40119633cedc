/**
 * Rules, fast stage and deep stage as one judgement. The deep stage may add a check, quieten one that only likeness raised,
 * or turn a certainty it strongly doubts into a question; it never silences what a rule heard. Needs, commands and the topic
 * of a question are joined likewise. Absent, late or broken, the fast reading stands.
 */

import { asksForHelp, mentionedNeeds } from '../../../dialogs/needs/mentioned';
import { NEED_PHRASES } from '../../../dialogs/needs/phrases';
import { hasCondition } from '../../../dialogs/reading/polarity';
import { asksLike } from '../../../dialogs/reading/questionForm';
import { TOPICS } from '../../../dialogs/reading/topics';
import { isLikeness } from '../../../dialogs/risk/checks';
import { isForOther } from '../../../dialogs/safety/scopes';
import { normalise } from '../../../dialogs/safety/words/normalise';
import type { Command, Reading, RiskFlag } from '../../../dialogs/types';
import type { Need } from '../../../dialogs/vocabulary';
import { ANY, EMERGENCY, meaningOf, OWN_DANGERS } from '../danger/hear';
import { needOdds } from '../meaning/hear';
import { tellsNeeds } from '../meaning/tellsNeeds';
import { shiftAt } from './questions';
import type { DeepThresholds } from './thresholds';

/** Margins by the names of the outputs. */
export type Named = ReadonlyMap<string, number>;

export interface JoinContext {
  readonly text: string;
  /** catalogue id of the question on the table */
  readonly asking: string | null;
  readonly thresholds: DeepThresholds;
}

/** The reading with what the deep stage says. Pure. */
export function joinDeep(reading: Reading, named: Named, context: JoinContext): Reading {
  if (reading.risks === 'failed') return reading;
  const withDanger = joinDanger(reading, named, context);
  if (withDanger.risks.length > 0) return withDanger;
  if (withDanger.checks === undefined) return joinMeaning(withDanger, named, context);
  // beside what only likeness asks about, what they need is heard all the same
  const isGuess = withDanger.checks.every(({ rule }) => isLikeness(rule));
  return isGuess && tellsNeeds(context.text, context.asking) ? joinNeeds(withDanger, named, context) : withDanger;
}

/** How much the two stages weigh in the joined margin; fitted by logistic regression on writers neither had seen. */
const WEIGHS = { fast: 0.18, deep: 0.37, shift: 0.48 };

/** Log odds of any danger, of both stages together, at this question. */
export function joinedMargin(reading: Reading, named: Named, asking: string | null): number {
  const fast = logit(reading.scores?.[ANY] ?? 0.01);
  const deep = named.get(ANY) ?? -9;
  return WEIGHS.fast * fast + WEIGHS.deep * deep + WEIGHS.shift - shiftAt(asking ?? '');
}

type Certain = Reading & { readonly risks: readonly RiskFlag[] };

function joinDanger(reading: Reading, named: Named, { text, asking, thresholds }: JoinContext): Certain {
  const { checks = [], risks, ...rest } = reading;
  const flags = risks === 'failed' ? [] : risks;
  const margin = joinedMargin(reading, named, asking);
  const any = likelihood(margin);
  const doubted = flags.filter(({ rule }) => isDoubtable(rule) && margin < doubtsFrom(rule, thresholds));
  const kept = flags.filter((flag) => !doubted.includes(flag));
  const asked = [...checks, ...doubted.map((flag) => ({ ...flag, unclear: true }))];
  const raises = margin >= thresholds.asks;
  const stay = raises
    ? asked
    : asked.filter(({ rule }) => !rule.startsWith('model:') || doubted.some((one) => one.rule === rule));
  const own = raises && kept.length === 0 ? flagOf(reading, named, text) : null;
  const all = own === null || stay.some(({ category }) => category === own.category) ? stay : [...stay, own];
  const scores = { ...reading.scores, [ANY]: any, ...kinds(named) };
  return {
    ...rest,
    risks: kept,
    ...(all.length > 0 ? { checks: all } : {}),
    scores,
    unease: Math.round(any * 100) / 100,
  };
}

/** A certainty of likeness alone, which both stages together would not even ask about, is asked about. */
function doubtsFrom(rule: string, thresholds: DeepThresholds): number {
  return isLikeness(rule) ? thresholds.asks : thresholds.doubts;
}

/** A flag of likeness, or of a rule that hears bare words: what was meant may be told otherwise by the rest. */
export function isDoubtable(rule: string): boolean {
  return rule.startsWith('model:') || rule.endsWith('bare');
}

const KINDS = [
  'suicide_self_harm',
  'danger_now',
  'domestic_abuse',
  'child_at_risk',
  'harm_to_others',
  'medical_emergency',
  'exploitation',
  'no_shelter_tonight',
  'no_food_or_heat',
  'psychosis_distress',
] as const;

function kinds(named: Named): Readonly<Record<string, number>> {
  return Object.fromEntries(KINDS.map((kind) => [kind, likelihood(named.get(kind) ?? -9)]));
}

/** Longest quotation in a record of risk, in characters. */
const QUOTE = 200;

function flagOf(reading: Reading, named: Named, text: string): RiskFlag {
  const { label, category, level } = meaningOf(kinds(named), isNow(reading, named));
  return {
    category,
    level,
    rule: `deep:${label}`,
    words: text.slice(0, QUOTE).trim(),
    aboutOther: !OWN_DANGERS.has(category) && isForOther(normalise(text).plain),
    unclear: true,
  };
}

/** Danger this minute, as both stages weigh it: by one of them alone nobody is told to call 999. */
function isNow(reading: Reading, named: Named): boolean {
  const fast = logit(reading.scores?.[EMERGENCY] ?? 0.5);
  return WEIGHS.fast * fast + WEIGHS.deep * (named.get(EMERGENCY) ?? -9) >= 0;
}

/** At other questions only plain words of need count (read.ts): what is likely there is likelier the answer. */
function joinMeaning(reading: Reading, named: Named, context: JoinContext): Reading {
  const { asking } = context;
  const told = tellsNeeds(context.text, asking) ? joinNeeds(reading, named, context) : reading;
  if (asking !== null) return joinTopic(told, named, context);
  return joinTopic(joinCommand(told, named, context), named, context);
}

/** How much the two stages weigh in what is needed; fitted by logistic regression on writer w22, whom neither had seen. */
const NEED_WEIGHS = { fast: 0.5, deep: 0.7, shift: 0.44 };
/** More than this many at once is a guess, not an answer. */
const MOST_NEEDS = 4;

/** What is said in so many words stands from here on. */
const PLAINLY = -4;

/** From where the likeliest need is heard: less where one was asked for or is being asked for, more in a last remark. */
function leastOdds(text: string, asking: string | null, thresholds: DeepThresholds): number {
  if (asking === 'need') return thresholds.needAsked;
  if (asking === 'notes' || asking === 'anythingElse' || asking === 'alsoNeed') return thresholds.needBeside;
  return asksForHelp(text) ? thresholds.needAsked : thresholds.need;
}

/** The needs of both stages together, the likeliest first; plain words of a need stand where neither hears one. */
function joinNeeds(reading: Reading, named: Named, { text, asking, thresholds }: JoinContext): Reading {
  const fast = needOdds(text);
  const ranked = group(named, 'need', (margin) => margin)
    .flatMap(({ name, value }) => (isNeed(name) ? [{ need: name, deep: value }] : []))
    .map(({ need, deep }) => ({
      need,
      odds: NEED_WEIGHS.fast * (fast.get(need) ?? -9) + NEED_WEIGHS.deep * deep + NEED_WEIGHS.shift,
    }))
    .sort((a, b) => b.odds - a.odds);
  const least = leastOdds(text, asking, thresholds);
  const likely = ranked.filter(({ odds }, n) => odds >= (n === 0 ? least : thresholds.nextNeed)).slice(0, MOST_NEEDS);
  const plain = new Set(mentionedNeeds(text));
  const heard = [
    ...likely,
    ...ranked.filter((one) => !likely.includes(one) && plain.has(one.need) && one.odds >= PLAINLY),
  ];
  const [first] = heard;
  if (first === undefined) return asking === 'need' ? reading : withoutNeeds(reading);
  const needs = heard.map(({ need }) => need);
  const words = reading.facts?.needs?.words ?? text;
  const found = { value: needs, words, confidence: likelihood(first.odds) };
  return { ...reading, needs, facts: { ...reading.facts, needs: found } };
}

function withoutNeeds(reading: Reading): Reading {
  if (reading.facts?.needs === undefined) return { ...reading, needs: [] };
  const { needs: _needs, ...facts } = reading.facts;
  return { ...reading, needs: [], facts };
}

const isNeed = (name: string): name is Need => name in NEED_PHRASES;

/** A command in a longer message than this is part of a story. */
const MOST_WORDS = 24;
/** These undo or end something: never by likeness alone unless it is overwhelming. */
const HEAVY: ReadonlySet<string> = new Set(['stop', 'delete_my_data', 'restart', 'complaint', 'human', 'back']);

function joinCommand(reading: Reading, named: Named, { text, thresholds }: JoinContext): Reading {
  if (reading.commandStrength === 'bare' || text.trim().split(/\s+/).length > MOST_WORDS) return reading;
  const [best] = shares(named, 'command');
  if (best === undefined) return reading;
  const { command, commandStrength: _strength, ...rest } = reading;
  if (best.name === 'none') {
    return command !== null && best.value >= thresholds.noCommand ? { ...rest, command: null } : reading;
  }
  const found = COMMANDS.find((one) => one === best.name);
  if (found === undefined || found === command) return reading;
  const enough = HEAVY.has(found) ? thresholds.heavyCommand : thresholds.command;
  return best.value >= enough ? { ...rest, command: found, commandStrength: 'weak' } : reading;
}

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

function joinTopic(reading: Reading, named: Named, { text, asking, thresholds }: JoinContext): Reading {
  const [best] = shares(named, 'topic');
  if (best === undefined || best.value < thresholds.topic || hasCondition(text)) return reading;
  const topic = TOPICS.find((one) => one === best.name);
  if (topic === undefined || topic === reading.asks?.value) return reading;
  const asks = asksMargin(named.get('asks') ?? -9, best.value, text);
  if (reading.asks === undefined && asks < thresholds.asksUs) return reading;
  // where a talk is under way a wrong answer is worse than "I'll ask the team"
  if (asking !== null && best.value < thresholds.topicAt) return reading;
  // at a question the turn has ears of its own for what is an answer: what it hears asked is made plainer, else it is a guess
  if (reading.asks === undefined && asking !== null) return { ...reading, mayAsk: topic };
  return {
    ...reading,
    asks: {
      value: topic,
      words: text.trim(),
      confidence: Math.max(likelihood(asks), reading.asks?.confidence ?? 0),
    },
  };
}

/** How sure a topic and the form of a question make us that something is asked at all, in log odds. */
const ASKS_WEIGH = { topic: 0.5, form: 2 };
const asksMargin = (asks: number, topic: number, text: string): number =>
  asks + ASKS_WEIGH.topic * logit(topic) + (asksLike(text) ? ASKS_WEIGH.form : 0);

interface Found {
  readonly name: string;
  readonly value: number;
}

/** The outputs of one group, the likeliest first. */
function group(named: Named, prefix: string, as: (margin: number) => number): readonly Found[] {
  return [...named]
    .filter(([name]) => name.startsWith(`${prefix}:`))
    .map(([name, margin]) => ({ name: name.slice(prefix.length + 1), value: as(margin) }))
    .sort((a, b) => b.value - a.value);
}

/** The same as shares of one whole. */
function shares(named: Named, prefix: string): readonly Found[] {
  const raw = group(named, prefix, Math.exp);
  const whole = raw.reduce((sum, { value }) => sum + value, 0);
  return raw.map(({ name, value }) => ({ name, value: value / whole }));
}

function likelihood(margin: number): number {
  return 1 / (1 + Math.exp(-margin));
}

function logit(share: number): number {
  const inside = Math.min(0.9999, Math.max(0.0001, share));
  return Math.log(inside / (1 - inside));
}
