/** A linear model: one weight a column and output, small, and exact to repeat. */
import { COLUMNS, type Features } from './features';

export interface Output {
  readonly name: string;
  readonly bias: number;
  /** what one step of an 8-bit weight is worth */
  readonly step: number;
  /** from margin to likelihood: 1 / (1 + e^-(slope x margin + shift)), fitted on lines the model had not seen */
  readonly slope: number;
  readonly shift: number;
  /** the likelihood from which we act on this output */
  readonly threshold: number;
}

export interface LinearModel {
  readonly outputs: readonly Output[];
  /** COLUMNS x outputs, row by row */
  readonly weights: Int8Array;
}

export interface Likely {
  readonly name: string;
  /** as it was learned, for the likeliest of several that exclude one another */
  readonly margin: number;
  /** 0 to 1 */
  readonly likelihood: number;
  readonly threshold: number;
}

/** How likely each output is for a message, the widest margin first. */
export function likelihoods(model: LinearModel, { columns, values }: Features): readonly Likely[] {
  const { outputs, weights } = model;
  const wide = outputs.length;
  const sums = new Float64Array(wide);
  for (let n = 0; n < columns.length; n += 1) {
    const row = (columns[n] ?? 0) * wide;
    const value = values[n] ?? 0;
    for (let k = 0; k < wide; k += 1) sums[k] = (sums[k] ?? 0) + value * (weights[row + k] ?? 0);
  }
  return outputs
    .map(({ name, slope, step, bias, shift, threshold }, k) => {
      const margin = (sums[k] ?? 0) * step + bias;
      return { name, margin, likelihood: logistic(slope * margin + shift), threshold };
    })
    .sort((a, b) => b.margin - a.margin);
}

export const logistic = (x: number) => 1 / (1 + Math.exp(-x));

export function emptyWeights(outputs: number): Int8Array {
  return new Int8Array(COLUMNS * outputs);
}
