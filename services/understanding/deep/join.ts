/**
 * Rules, fast stage and deep stage as one judgement. The deep stage may add a check, quieten one that only likeness raised,
 * or turn a certainty it strongly doubts into a question; it never silences what a rule heard. Needs, commands and the topic
 * of a question are joined likewise. Absent, late or broken, the fast reading stands.
 */
import { isLikeness } from '../../../dialogs/risk/checks';
import { isForOther } from '../../../dialogs/safety/scopes';
import { isSmallThanks } from '../../../dialogs/safety/smallThanks';
import { normalise } from '../../../dialogs/safety/words/normalise';
import type { Command, Reading, RiskFlag } from '../../../dialogs/types';
import { ANY, EMERGENCY } from '../danger/hear';
import { meaningOf, OWN_DANGERS } from '../danger/labels';
import { withoutLater } from '../danger/notTonight';
import { tellsNeeds } from '../meaning/tellsNeeds';
import { joinNeeds } from './joinNeeds';
import { joinTopic } from './joinTopic';
import { type JoinContext, likelihood, logit, type Named, shares } from './odds';
import { shiftAt } from './questions';
import type { DeepThresholds } from './thresholds';

/** The reading with what the deep stage says. Pure. */
export function joinDeep(reading: Reading, named: Named, context: JoinContext): Reading {
  if (reading.risks === 'failed') return reading;
  const withDanger = joinDanger(reading, named, context);
  if (withDanger.risks.length > 0) return withDanger;
  if (withDanger.checks === undefined) return joinMeaning(withDanger, named, context);
  // beside what only likeness asks about, what they need is heard all the same; and what they ask of us beside any check
  const isGuess = withDanger.checks.every(({ rule }) => isLikeness(rule));
  const told = isGuess && tellsNeeds(context.text, context.asking) ? joinNeeds(withDanger, named, context) : withDanger;
  return joinTopic(told, named, context);
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
  const raises = margin >= thresholds.asks + (isSmallThanks(normalise(text).plain) ? MORE_FOR_THANKS : 0);
  const stay = raises
    ? asked
    : asked.filter(({ rule }) => !rule.startsWith('model:') || doubted.some((one) => one.rule === rule));
  const own = raises && kept.length === 0 ? flagOf(reading, named, text) : null;
  const found = own === null || stay.some(({ category }) => category === own.category) ? stay : [...stay, own];
  const scores = { ...reading.scores, [ANY]: any, ...kinds(named) };
  const all = withoutLater(found, text, scores);
  return {
    ...rest,
    risks: kept,
    ...(all.length > 0 ? { checks: all } : {}),
    scores,
    unease: Math.round(any * 100) / 100,
  };
}

/** The deep stage is easily moved by thanks: a small one takes this much more to be asked about. */
const MORE_FOR_THANKS = 1;

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
