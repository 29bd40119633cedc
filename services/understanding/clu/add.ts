/** What the cloud heard, laid beside what we heard: it may add, never remove. Where they differ is told in labels alone. */
import { riskLabel } from '../../../dialogs/safety/labels';
import type { Reading, RiskFlag } from '../../../dialogs/types';
import { meaningOf } from '../danger/labels';
import type { Intent } from './ask';
import { type Meant, meantBy } from './intents';

/** Labels only, of our own vocabulary: nothing in it can be anybody's words. */
export interface Disagreement {
  readonly task: Meant['task'];
  readonly ours: string;
  readonly theirs: string;
}

export interface Added {
  readonly reading: Reading;
  readonly disagreements: readonly Disagreement[];
}

/** From here a danger of this minute that only the cloud hears is certain; under it, it is asked about. */
const CERTAIN = 0.9;
const SURE_OF_NEED = 0.75;
const SURE_OF_COMMAND = 0.9;
const MOST_NEEDS = 4;
/** A command is a short thing to say, in words. */
const LONGEST_COMMAND = 8;
const NONE = 'none';
/** Longest quotation in a record of risk, in characters. */
const QUOTE = 200;

/** The reading with what the intents add to it. */
export function addClu(reading: Reading, text: string, intents: readonly Intent[]): Added {
  const heard = intents.flatMap(({ name, confidence }) => {
    const meant = meantBy(name);
    return meant === null ? [] : [{ meant, confidence }];
  });
  const added = heard.reduce((now, { meant, confidence }) => addOne(now, reading, text, meant, confidence), reading);
  return {
    reading: added,
    disagreements: disagreementsOf(
      reading,
      heard.map(({ meant }) => meant),
    ),
  };
}

/** `ours` is the reading before anything was added. */
function addOne(now: Reading, ours: Reading, text: string, meant: Meant, confidence: number): Reading {
  switch (meant.task) {
    case 'risk':
      return addRisk(now, flagOf(meant, text), meant.now && confidence >= CERTAIN);
    case 'need': {
      if (confidence < SURE_OF_NEED || now.needs.includes(meant.need) || now.needs.length >= MOST_NEEDS) return now;
      return { ...now, needs: [...now.needs, meant.need] };
    }
    case 'command': {
      const says = confidence >= SURE_OF_COMMAND && text.trim().split(/\s+/).length <= LONGEST_COMMAND;
      const isFree = now.command === null && saysNothingElse(ours);
      return says && isFree ? { ...now, command: meant.command } : now;
    }
  }
}

function saysNothingElse({ needs, checks = [], facts = {}, polarity, asks }: Reading): boolean {
  const isEmpty = needs.length === 0 && checks.length === 0 && Object.keys(facts).length === 0;
  return isEmpty && polarity === undefined && asks === undefined;
}

function addRisk(now: Reading, flag: RiskFlag, certain: boolean): Reading {
  const { risks, checks = [] } = now;
  const isSame = ({ category }: RiskFlag) => category === flag.category;
  if (risks === 'failed' || risks.some(isSame)) return now;
  if (!certain) return checks.some(isSame) ? now : { ...now, checks: [...checks, { ...flag, unclear: true }] };
  const { checks: _before, ...rest } = now;
  const others = checks.filter((one) => !isSame(one));
  return { ...rest, risks: [...risks, flag], ...(others.length > 0 ? { checks: others } : {}) };
}

function flagOf({ label, now }: Extract<Meant, { task: 'risk' }>, text: string): RiskFlag {
  const { category, level } = meaningOf({ [label]: 1 }, now);
  const words = text.slice(0, QUOTE);
  return { category, level, rule: `clu:${label}`, words, aboutOther: false, unclear: category === 'suicide_thoughts' };
}

/** What one heard and the other did not, both ways. */
function disagreementsOf(reading: Reading, heard: readonly Meant[]): readonly Disagreement[] {
  const flags = reading.risks === 'failed' ? [] : [...reading.risks, ...(reading.checks ?? [])];
  const theirs = (task: Meant['task']) => heard.filter((one) => one.task === task).map(labelOf);
  return [
    ...differ(
      'risk',
      flags.map(({ category }) => riskLabel(category)),
      theirs('risk'),
    ),
    ...differ('need', reading.needs, theirs('need')),
    ...differ('command', reading.command === null ? [] : [reading.command], theirs('command')),
  ];
}

function labelOf(meant: Meant): string {
  if (meant.task === 'need') return meant.need;
  return meant.task === 'command' ? meant.command : meant.label;
}

function differ(task: Meant['task'], ours: readonly string[], theirs: readonly string[]): readonly Disagreement[] {
  const only = (one: readonly string[], other: readonly string[]) =>
    [...new Set(one)].filter((label) => !other.includes(label));
  return [
    ...only(theirs, ours).map((label) => ({ task, ours: ours[0] ?? NONE, theirs: label })),
    ...only(ours, theirs).map((label) => ({ task, ours: label, theirs: theirs[0] ?? NONE })),
  ];
}
