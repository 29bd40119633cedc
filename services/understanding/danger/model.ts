/** The learned stage: one weight a column and output, small, exact to repeat, able to say which words counted. */
import type { Features } from './features';

/** What the model gives for every message: any danger at all, danger this minute, and each label. */
export interface Output {
  readonly name: string;
  readonly bias: number;
  /** what one step of an 8-bit weight is worth */
  readonly step: number;
  /** from margin to likelihood: 1 / (1 + e^-(slope x margin + shift)), fitted on lines the model had not seen */
  readonly slope: number;
  readonly shift: number;
}

/** Margins of the first output from which something is done, chosen on writers not learned from. */
export interface Thresholds {
  /** ask gently */
  readonly check: number;
  /** act */
  readonly certain: number;
  /** a rule that spoke is acted on */
  readonly ruleCertain: number;
  /** a rule that spoke is asked about */
  readonly ruleCheck: number;
}

export interface DangerModel {
  readonly outputs: readonly Output[];
  readonly thresholds: Thresholds;
  /** COLUMNS x outputs, row by row */
  readonly weights: Int8Array;
}

/** The margin of each output, in their order: 0 is as likely as not. */
export function marginsOf({ outputs, weights }: DangerModel, { columns, values }: Features): Float64Array {
  const wide = outputs.length;
  const sums = new Float64Array(wide);
  for (let n = 0; n < columns.length; n += 1) {
    const row = (columns[n] ?? 0) * wide;
    const value = values[n] ?? 0;
    for (let k = 0; k < wide; k += 1) sums[k] = (sums[k] ?? 0) + value * (weights[row + k] ?? 0);
  }
  outputs.forEach(({ step, bias }, k) => {
    sums[k] = (sums[k] ?? 0) * step + bias;
  });
  return sums;
}

/** The margin of one output alone. */
export function marginOf({ outputs, weights }: DangerModel, { columns, values }: Features, output: number): number {
  const wide = outputs.length;
  let sum = 0;
  for (let n = 0; n < columns.length; n += 1)
    sum += (values[n] ?? 0) * (weights[(columns[n] ?? 0) * wide + output] ?? 0);
  const { step = 0, bias = 0 } = outputs[output] ?? {};
  return sum * step + bias;
}

/** A margin as a likelihood, 0 to 1. */
export function likelihood({ slope, shift }: Output, margin: number): number {
  return 1 / (1 + Math.exp(-(slope * margin + shift)));
}

/** The stretch of `plain` that spoke most for an output, whole words of one sentence. */
export function loudest(
  { outputs, weights }: DangerModel,
  features: Features,
  plain: string,
  output: number,
): { readonly from: number; readonly to: number } {
  const wide = outputs.length;
  const weight = new Float64Array(plain.length + 1);
  for (let n = 0; n < features.columns.length; n += 1) {
    const from = features.from[n] ?? 0;
    const to = features.to[n] ?? 0;
    if (to <= from) continue;
    const each = ((features.values[n] ?? 0) * (weights[(features.columns[n] ?? 0) * wide + output] ?? 0)) / (to - from);
    for (let at = from; at < to; at += 1) weight[at] = (weight[at] ?? 0) + each;
  }
  return heaviest(plain, weight);
}

function heaviest(plain: string, weight: Float64Array): { from: number; to: number } {
  let best = 0;
  let found = { from: 0, to: plain.length };
  let sum = 0;
  let start = 0;
  for (let at = 0; at < plain.length; at += 1) {
    if (plain[at] === '|' || sum <= 0) {
      sum = 0;
      start = at;
    }
    if (plain[at] === '|') continue;
    sum += weight[at] ?? 0;
    if (sum > best) {
      best = sum;
      found = { from: start, to: at + 1 };
    }
  }
  const from = plain.lastIndexOf(' ', found.from) + 1;
  const end = plain.indexOf(' ', found.to);
  return { from, to: end < 0 ? plain.length : end };
}
