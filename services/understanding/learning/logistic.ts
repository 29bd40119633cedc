/** Trains one linear yes/no model: L2-regularised logistic regression by dual coordinate descent, the same every time. */
import type { Features } from '../danger/features';

export interface Example {
  readonly features: Features;
  readonly yes: boolean;
  /** how much getting this one wrong costs */
  readonly cost: number;
}

export interface Fitted {
  readonly weights: Float32Array;
  readonly bias: number;
}

/** Value of the column that is always there. */
const BIAS = 1;

/** Fits by `passes` over the examples in a fixed shuffled order (Yu, Huang and Lin 2011, algorithm 5). */
export function fitLogistic(examples: readonly Example[], columns: number, passes: number): Fitted {
  const weights = new Float64Array(columns);
  let bias = 0;
  const count = examples.length;
  const alpha = new Float64Array(count);
  const norm = new Float64Array(count);
  examples.forEach(({ features, yes, cost }, i) => {
    let sum = BIAS * BIAS;
    for (const value of features.values) sum += value * value;
    norm[i] = sum;
    const start = Math.min(0.001 * cost, 1e-8);
    alpha[i] = start;
    const by = (yes ? 1 : -1) * start;
    for (let n = 0; n < features.columns.length; n += 1) {
      const c = features.columns[n] ?? 0;
      weights[c] = (weights[c] ?? 0) + by * (features.values[n] ?? 0);
    }
    bias += by * BIAS;
  });
  const order = Int32Array.from({ length: count }, (_, i) => i);
  const random = sequence(20261129);
  for (let pass = 0; pass < passes; pass += 1) {
    shuffle(order, random);
    for (const i of order) {
      const example = examples[i];
      if (example === undefined) continue;
      const { columns: at, values } = example.features;
      const sign = example.yes ? 1 : -1;
      let margin = bias * BIAS;
      for (let n = 0; n < at.length; n += 1) margin += (weights[at[n] ?? 0] ?? 0) * (values[n] ?? 0);
      const old = alpha[i] ?? 0;
      const now = step(old, example.cost, norm[i] ?? 1, sign * margin);
      const by = (now - old) * sign;
      if (by === 0) continue;
      alpha[i] = now;
      for (let n = 0; n < at.length; n += 1) {
        const c = at[n] ?? 0;
        weights[c] = (weights[c] ?? 0) + by * (values[n] ?? 0);
      }
      bias += by * BIAS;
    }
  }
  return { weights: Float32Array.from(weights), bias };
}

/** The best new dual variable between 0 and `cost`, by Newton's way on its derivative, kept inside the bounds. */
function step(old: number, cost: number, norm: number, margin: number): number {
  let low = 1e-12 * cost;
  let high = cost - low;
  let z = Math.min(high, Math.max(low, old));
  for (let n = 0; n < 12; n += 1) {
    const slope = norm * (z - old) + margin + Math.log(z / (cost - z));
    if (Math.abs(slope) < 1e-4) break;
    if (slope > 0) high = z;
    else low = z;
    const next = z - slope / (norm + cost / (z * (cost - z)));
    z = next > low && next < high ? next : (low + high) / 2;
  }
  return z;
}

export function marginOf({ weights, bias }: Fitted, features: Features): number {
  let sum = bias * BIAS;
  for (let n = 0; n < features.columns.length; n += 1)
    sum += (weights[features.columns[n] ?? 0] ?? 0) * (features.values[n] ?? 0);
  return sum;
}

function sequence(start: number): () => number {
  let state = start >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

function shuffle(order: Int32Array, random: () => number): void {
  for (let n = order.length - 1; n > 0; n -= 1) {
    const at = Math.floor(random() * (n + 1));
    const kept = order[n] ?? 0;
    order[n] = order[at] ?? 0;
    order[at] = kept;
  }
}
