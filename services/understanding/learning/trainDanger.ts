/** Trains the fast stage of danger from the corpus: cross-validation by writer first, then all of it. */
import { detectRisk } from '../../../dialogs/safety/detectRisk';
import { normalise } from '../../../dialogs/safety/words/normalise';
import { COLUMNS, type Features, featuresOf } from '../danger/features';
import { ANY, EMERGENCY, saysOutright } from '../danger/hear';
import type { Output } from '../danger/model';
import type { Card } from '../danger/weights';
import { chooseThresholds, isCertain, isRaised, platt, type RuleVoice, type Seen } from './calibrate';
import { corpusFingerprint, LABELS, type Line, readCorpus } from './corpus';
import { type Example, type Fitted, fitLogistic, marginOf } from './logistic';

/** What a mistake costs, and how often the lines are gone through; chosen by cross-validation by writer. */
const COST = { any: 6, label: 4 };
const PASSES = 12;
/** Under the limits of the issue (15%, 3%, 3%), because a new writer is always a little worse. */
const LIMITS = { raised: 0.148, ordinary: 0.065, certain: 0.03 };

/** Writers left out together: the one who wrote danger only with the one who wrote none of it. */
const TOGETHER: Readonly<Record<string, string>> = { w7: 'w6', w8: 'w9' };

interface Head {
  readonly name: string;
  readonly cost: number;
  /** null: this head does not learn from that line */
  readonly truth: (line: Line) => boolean | null;
}

const HEADS: readonly Head[] = [
  { name: ANY, cost: COST.any, truth: (line) => line.risk !== 'none' },
  { name: EMERGENCY, cost: COST.label, truth: (line) => (line.risk === 'none' ? null : line.level === 'emergency') },
  ...LABELS.map((label) => ({
    name: label,
    cost: COST.label,
    truth: (line: Line) => (line.risk === 'none' ? null : line.risk === label),
  })),
];

export interface Trained {
  readonly card: Card;
  readonly weights: Int8Array;
}

/** Trains everything; `told` hears how far it is. The same corpus gives the same weights. */
export function trainDanger(told: (what: string) => void): Trained {
  const lines = readCorpus();
  told(`${lines.length} lines read; making features`);
  const features = lines.map(({ text }) => featuresOf(normalise(text).plain));
  const outputs: Output[] = [];
  const weights = new Int8Array(COLUMNS * HEADS.length);
  let margins: readonly number[] = [];
  for (const [k, head] of HEADS.entries()) {
    const unseen = crossValidate(head, lines, features);
    if (head.name === ANY) margins = unseen;
    const learned = lines.map((_, i) => i).filter((i) => truthOf(head, lines[i]) !== null);
    const { slope, shift } = platt(
      learned.map((i) => unseen[i] ?? 0),
      learned.map((i) => truthOf(head, lines[i]) === true),
    );
    const fitted = fitHead(head, lines, features, learned);
    const step = quantise(fitted, weights, k);
    outputs.push({ name: head.name, bias: fitted.bias, step, slope: rounded(slope), shift: rounded(shift) });
    told(`${k + 1} of ${HEADS.length}: ${head.name}`);
  }
  const seen = lines.map(
    (line, i): Seen => ({
      margin: margins[i] ?? 0,
      danger: line.risk !== 'none',
      ordinary: line.ordinary,
      spoke: ruleVoice(line.text),
    }),
  );
  const thresholds = chooseThresholds(seen, LIMITS);
  const card: Card = {
    about: 'Fast stage of danger: docs/understanding.md. Made by npm run train; do not edit.',
    columns: COLUMNS,
    corpus: corpusFingerprint(),
    lines: lines.length,
    outputs,
    thresholds,
    crossValidation: figures(seen, lines, thresholds),
  };
  return { card, weights };
}

function ruleVoice(text: string): RuleVoice {
  const flags = detectRisk(text, false);
  if (flags.length === 0) return 'none';
  return flags.some((flag) => saysOutright(flag, text)) ? 'outright' : 'some';
}

function truthOf(head: Head, line: Line | undefined): boolean | null {
  return line === undefined ? null : head.truth(line);
}

function fitHead(head: Head, lines: readonly Line[], features: readonly Features[], on: readonly number[]): Fitted {
  const examples = on.flatMap((i): Example[] => {
    const one = features[i];
    const yes = truthOf(head, lines[i]);
    return one === undefined || yes === null ? [] : [{ features: one, yes, cost: head.cost }];
  });
  return fitLogistic(examples, COLUMNS, PASSES);
}

/** The margin of every line from a model that saw no line of its writer. */
function crossValidate(head: Head, lines: readonly Line[], features: readonly Features[]): readonly number[] {
  const folds = lines.map(({ writer }) => TOGETHER[writer] ?? writer);
  const margins = new Array<number>(lines.length).fill(0);
  for (const fold of new Set(folds)) {
    const kept = folds.flatMap((one, i) => (one !== fold && truthOf(head, lines[i]) !== null ? [i] : []));
    const fitted = fitHead(head, lines, features, kept);
    folds.forEach((one, i) => {
      const of = features[i];
      if (one === fold && of !== undefined) margins[i] = marginOf(fitted, of);
    });
  }
  return margins;
}

/** Into 8 bits; what rounds to nothing is dropped. */
function quantise({ weights }: Fitted, into: Int8Array, k: number): number {
  let most = 0;
  for (const weight of weights) most = Math.max(most, Math.abs(weight));
  const step = rounded(most / 127) || 1;
  for (let c = 0; c < COLUMNS; c += 1)
    into[c * HEADS.length + k] = Math.max(-127, Math.min(127, Math.round((weights[c] ?? 0) / step)));
  return step;
}

function rounded(value: number): number {
  return Number(value.toPrecision(6));
}

type Limits = Card['thresholds'];

function figures(seen: readonly Seen[], lines: readonly Line[], limits: Limits): Record<string, number> {
  const share = (of: (line: Line) => boolean, is: (one: Seen) => boolean) => {
    const them = seen.filter((_, i) => lines[i] !== undefined && of(lines[i]));
    return rounded(them.filter(is).length / Math.max(1, them.length));
  };
  const raised = (of: (line: Line) => boolean) => share(of, (one) => isRaised(one, limits));
  const certain = (of: (line: Line) => boolean) => share(of, (one) => isCertain(one, limits));
  const isDanger = (line: Line) => line.risk !== 'none';
  const isHard = (line: Line) => line.risk === 'none' && !line.ordinary;
  return {
    recallRaised: raised(isDanger),
    recallCertain: certain(isDanger),
    emergenciesRaised: raised(({ level }) => level === 'emergency'),
    emergenciesCertain: certain(({ level }) => level === 'emergency'),
    hardNegativesRaised: raised(isHard),
    hardNegativesCertain: certain(isHard),
    ordinaryRaised: raised(({ ordinary }) => ordinary),
    ordinaryCertain: certain(({ ordinary }) => ordinary),
    ...Object.fromEntries(LABELS.map((label) => [`raised ${label}`, raised(({ risk }) => risk === label)])),
  };
}
