/** Small sums every score is made of. */

/** part of whole, to four places; 0 of nothing. */
export function share(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((part / whole) * 10_000) / 10_000;
}

/** The 95% interval of a share (Wilson), to three places. */
export function interval(part: number, whole: number): readonly [number, number] {
  if (whole === 0) return [0, 1];
  const z = 1.96;
  const p = part / whole;
  const middle = p + (z * z) / (2 * whole);
  const spread = z * Math.sqrt((p * (1 - p)) / whole + (z * z) / (4 * whole * whole));
  const over = 1 + (z * z) / whole;
  return [round3((middle - spread) / over), round3((middle + spread) / over)];
}

function round3(value: number): number {
  return Math.round(value * 1000) / 1000;
}

/** Counts of one label: found and there, found and not there, there and not found. */
export interface Counts {
  hit: number;
  wrong: number;
  missed: number;
}

export function f1({ hit, wrong, missed }: Counts): number {
  return share(2 * hit, 2 * hit + wrong + missed);
}
