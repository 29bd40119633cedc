/** The small sums between the big ones, over rows of 32-bit numbers in place. */

/** Taken out once: looked up each time they cost more than the sums, where globals are guarded (as in tests). */
const { abs, exp, floor, max, round, sign, sqrt } = Math;

/** Most an activation may be, in 12 bits: with 8-bit weights and rows of 2,048 their sum fits in 32. */
const MOST = 4095;

/** Each row in 12 bits, its scale beside it; rows from `rows` to `padded` become nothing. */
export function inWholeNumbers(
  from: Float32Array,
  to: Int16Array,
  scales: Float32Array,
  rows: number,
  padded: number,
  width: number,
): void {
  for (let row = 0; row < rows; row += 1) {
    const at = row * width;
    let most = 1e-9;
    for (let n = at; n < at + width; n += 1) most = max(most, abs(from[n] ?? 0));
    const times = MOST / most;
    for (let n = at; n < at + width; n += 1) to[n] = round((from[n] ?? 0) * times);
    scales[row] = most / MOST;
  }
  to.fill(0, rows * width, padded * width);
  scales.fill(0, rows, padded);
}

/** Layer norm of `values` (with `more` added to it first), each row to mean 0 and variance 1, then gain and bias. */
export function even(
  values: Float32Array,
  more: Float32Array | null,
  gain: Float32Array,
  bias: Float32Array,
  rows: number,
): void {
  const width = gain.length;
  for (let row = 0; row < rows; row += 1) {
    const at = row * width;
    let sum = 0;
    for (let n = 0; n < width; n += 1) {
      const value = (values[at + n] ?? 0) + (more === null ? 0 : (more[at + n] ?? 0));
      values[at + n] = value;
      sum += value;
    }
    const mean = sum / width;
    let squares = 0;
    for (let n = 0; n < width; n += 1) squares += ((values[at + n] ?? 0) - mean) ** 2;
    const over = 1 / sqrt(squares / width + 1e-12);
    for (let n = 0; n < width; n += 1)
      values[at + n] = ((values[at + n] ?? 0) - mean) * over * (gain[n] ?? 1) + (bias[n] ?? 0);
  }
}

/** Attention of each row to all: `looked` holds query, key and value of each row side by side; `scores` is scratch. */
export function attend(
  looked: Float32Array,
  gathered: Float32Array,
  scores: Float32Array,
  rows: number,
  width: number,
  heads: number,
): void {
  const size = width / heads;
  const line = width * 3;
  const scale = 1 / sqrt(size);
  gathered.fill(0, 0, rows * width);
  for (let head = 0; head < heads; head += 1) {
    const from = head * size;
    for (let row = 0; row < rows; row += 1) {
      const query = row * line + from;
      let most = -Infinity;
      for (let other = 0; other < rows; other += 1) {
        const key = other * line + width + from;
        let sum = 0;
        for (let n = 0; n < size; n += 1) sum += (looked[query + n] ?? 0) * (looked[key + n] ?? 0);
        scores[other] = sum * scale;
        most = max(most, sum * scale);
      }
      let whole = 0;
      for (let other = 0; other < rows; other += 1) {
        const share = exp((scores[other] ?? 0) - most);
        scores[other] = share;
        whole += share;
      }
      const to = row * width + from;
      for (let other = 0; other < rows; other += 1) {
        const share = (scores[other] ?? 0) / whole;
        const value = other * line + width * 2 + from;
        for (let n = 0; n < size; n += 1) gathered[to + n] = (gathered[to + n] ?? 0) + share * (looked[value + n] ?? 0);
      }
    }
  }
}

/** GELU by table: beyond 6 it is the number itself, or nothing. */
const STEPS = 512;
const REACH = 6;
const TABLE = Float32Array.from({ length: 2 * REACH * STEPS + 2 }, (_, n) => gelu(n / STEPS - REACH));

/** GELU of the first `count` values, in place. */
export function bend(values: Float32Array, count: number): void {
  for (let n = 0; n < count; n += 1) {
    const value = values[n] ?? 0;
    if (value >= REACH) continue;
    if (value <= -REACH) {
      values[n] = 0;
      continue;
    }
    const at = (value + REACH) * STEPS;
    const low = floor(at);
    const below = TABLE[low] ?? 0;
    values[n] = below + (at - low) * ((TABLE[low + 1] ?? 0) - below);
  }
}

function gelu(value: number): number {
  return value * 0.5 * (1 + erf(value / Math.SQRT2));
}

/** Abramowitz and Stegun 7.1.26, right to 1.5e-7. */
function erf(value: number): number {
  const t = 1 / (1 + 0.3275911 * abs(value));
  const tail = ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) * t;
  return sign(value) * (1 - tail * exp(-value * value));
}
