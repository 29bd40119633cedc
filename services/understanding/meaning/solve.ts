/** Trains a linear model: a support vector machine for each output, solved by dual coordinate descent. */
import { COLUMNS, type Features } from './features';
import { emptyWeights, type LinearModel, logistic, type Output } from './linear';

export interface Example {
  readonly features: Features;
  /** the outputs that are true of it */
  readonly names: ReadonlySet<string>;
  /** how much it counts, 1 for a line of the task's own corpus */
  readonly weight: number;
}

export interface Settings {
  /** how hard an example may pull (C of the literature) */
  readonly pull: number;
  /** how much harder a positive pulls, to make up for how few there are */
  readonly positives: number;
  readonly rounds: number;
  readonly folds: number;
}

interface Solved {
  readonly weights: Float64Array;
  readonly bias: number;
}

/** mulberry32: the same seed, the same order. */
function shuffler(seed: number): () => number {
  let a = seed;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** L2-regularised squared-hinge loss in the dual (Hsieh and others, ICML 2008). Deterministic. */
function solve(examples: readonly Example[], name: string, { pull, positives, rounds }: Settings): Solved {
  const weights = new Float64Array(COLUMNS);
  let bias = 0;
  const n = examples.length;
  const alpha = new Float64Array(n);
  const sign = examples.map((one) => (one.names.has(name) ? 1 : -1));
  const soft = examples.map((one, i) => 0.5 / (pull * one.weight * ((sign[i] ?? 0) > 0 ? positives : 1)));
  const norm = examples.map((one, i) => 1 + one.features.values.reduce((sum, v) => sum + v * v, 0) + (soft[i] ?? 0));
  const random = shuffler(7);
  const order = Array.from({ length: n }, (_, i) => i);
  for (let round = 0; round < rounds; round += 1) {
    shuffle(order, random);
    let moved = 0;
    for (const i of order) {
      const example = examples[i];
      const y = sign[i] ?? 0;
      if (example === undefined) continue;
      const { columns, values } = example.features;
      let dot = bias;
      for (let f = 0; f < columns.length; f += 1) dot += (weights[columns[f] ?? 0] ?? 0) * (values[f] ?? 0);
      const before = alpha[i] ?? 0;
      const after = Math.max(0, before - (y * dot - 1 + (soft[i] ?? 0) * before) / (norm[i] ?? 1));
      const step = (after - before) * y;
      if (step === 0) continue;
      alpha[i] = after;
      moved = Math.max(moved, Math.abs(step));
      bias += step;
      for (let f = 0; f < columns.length; f += 1) {
        const column = columns[f] ?? 0;
        weights[column] = (weights[column] ?? 0) + step * (values[f] ?? 0);
      }
    }
    if (moved < 1e-3) break;
  }
  return { weights, bias };
}

function shuffle(order: number[], random: () => number): void {
  for (let i = order.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1));
    const held = order[i] ?? 0;
    order[i] = order[j] ?? 0;
    order[j] = held;
  }
}

function margin({ weights, bias }: Solved, { columns, values }: Features): number {
  let sum = bias;
  for (let f = 0; f < columns.length; f += 1) sum += (weights[columns[f] ?? 0] ?? 0) * (values[f] ?? 0);
  return sum;
}

/** Likelihood from margin, by Newton's method on lines not trained on (Platt 1999). */
function calibrate(margins: readonly number[], truths: readonly boolean[]): { slope: number; shift: number } {
  const positives = truths.filter(Boolean).length;
  const high = (positives + 1) / (positives + 2);
  const low = 1 / (truths.length - positives + 2);
  let slope = 2;
  let shift = 0;
  for (let round = 0; round < 100; round += 1) {
    let [ga, gb, haa, hab, hbb] = [0, 0, 1e-6, 0, 1e-6];
    margins.forEach((m, i) => {
      const p = logistic(slope * m + shift);
      const miss = p - (truths[i] ? high : low);
      const spread = p * (1 - p);
      ga += miss * m;
      gb += miss;
      haa += spread * m * m;
      hab += spread * m;
      hbb += spread;
    });
    const det = haa * hbb - hab * hab;
    const stepA = (hbb * ga - hab * gb) / det;
    const stepB = (haa * gb - hab * ga) / det;
    slope -= Math.max(-1, Math.min(1, stepA));
    shift -= Math.max(-1, Math.min(1, stepB));
    if (Math.abs(stepA) + Math.abs(stepB) < 1e-6) break;
  }
  return { slope, shift };
}

/** The likelihood that gives the best F1 on lines not trained on. */
function bestThreshold(likely: readonly number[], truths: readonly boolean[]): number {
  const sorted = likely.map((p, i) => ({ p, truth: truths[i] === true })).sort((a, b) => b.p - a.p);
  const positives = truths.filter(Boolean).length;
  let hits = 0;
  let best = 0;
  let threshold = 0.5;
  sorted.forEach(({ p, truth }, n) => {
    if (truth) hits += 1;
    const f1 = (2 * hits) / (n + 1 + positives);
    if (f1 > best) {
      best = f1;
      threshold = (p + (sorted[n + 1]?.p ?? 0)) / 2;
    }
  });
  return Math.round(Math.min(0.8, Math.max(0.1, threshold)) * 1e4) / 1e4;
}

const rounded = (x: number) => Number(x.toPrecision(8));

/** Features seen in one line only teach nothing about another: they are left out. */
function withoutRare(examples: readonly Example[]): readonly Example[] {
  const seen = new Uint32Array(COLUMNS);
  for (const { features } of examples) for (const column of features.columns) seen[column] = (seen[column] ?? 0) + 1;
  return examples.map((one) => {
    const kept = one.features.columns.map((column) => (seen[column] ?? 0) > 1);
    return {
      ...one,
      features: {
        columns: one.features.columns.filter((_, i) => kept[i]),
        values: one.features.values.filter((_, i) => kept[i]),
      },
    };
  });
}

/** Trains every output; likelihoods and thresholds are fitted on lines left out, every `folds`-th in turn. */
export function train(all: readonly Example[], names: readonly string[], settings: Settings): LinearModel {
  const examples = withoutRare(all);
  const weights = emptyWeights(names.length);
  const own = examples.map((one) => one.weight >= 1);
  const outputs = names.map((name, k): Output => {
    const margins = new Array<number>(examples.length).fill(0);
    for (let leftOut = 0; leftOut < settings.folds; leftOut += 1) {
      const solved = solve(
        examples.filter((_, i) => i % settings.folds !== leftOut),
        name,
        settings,
      );
      examples.forEach((one, i) => {
        if (i % settings.folds === leftOut) margins[i] = margin(solved, one.features);
      });
    }
    const truths = examples.map((one) => one.names.has(name)).filter((_, i) => own[i]);
    const seen = margins.filter((_, i) => own[i]);
    const { slope, shift } = calibrate(seen, truths);
    const threshold = bestThreshold(
      seen.map((m) => logistic(slope * m + shift)),
      truths,
    );
    const whole = solve(examples, name, settings);
    const step = whole.weights.reduce((max, w) => Math.max(max, Math.abs(w)), 1e-9) / 127;
    whole.weights.forEach((w, column) => {
      weights[column * names.length + k] = Math.round(w / step);
    });
    return {
      name,
      bias: rounded(whole.bias),
      step: rounded(step),
      slope: rounded(slope),
      shift: rounded(shift),
      threshold,
    };
  });
  return { outputs, weights };
}
