/** The few sums the measurements need. */

/** The value below which `share` (0 to 1) of the values lie. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const at = Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1));
  return sorted[at] ?? 0;
}

export const median = (values: readonly number[]): number => percentile(values, 0.5);

/** To `places` decimals, as a number. */
export const round = (value: number, places = 2): number => Number(value.toFixed(places));
