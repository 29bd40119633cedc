/** What the deep stage says, by name, as odds and shares: what everything that joins the two stages works with. */
import type { DeepThresholds } from './thresholds';

/** Margins by the names of the outputs. */
export type Named = ReadonlyMap<string, number>;

export interface JoinContext {
  readonly text: string;
  /** catalogue id of the question on the table */
  readonly asking: string | null;
  readonly thresholds: DeepThresholds;
}

export interface Found {
  readonly name: string;
  readonly value: number;
}

/** The outputs of one group, the likeliest first. */
export function group(named: Named, prefix: string, as: (margin: number) => number): readonly Found[] {
  return [...named]
    .filter(([name]) => name.startsWith(`${prefix}:`))
    .map(([name, margin]) => ({ name: name.slice(prefix.length + 1), value: as(margin) }))
    .sort((a, b) => b.value - a.value);
}

/** The same as shares of one whole. */
export function shares(named: Named, prefix: string): readonly Found[] {
  const raw = group(named, prefix, Math.exp);
  const whole = raw.reduce((sum, { value }) => sum + value, 0);
  return raw.map(({ name, value }) => ({ name, value: value / whole }));
}

export function likelihood(margin: number): number {
  return 1 / (1 + Math.exp(-margin));
}

export function logit(share: number): number {
  const inside = Math.min(0.9999, Math.max(0.0001, share));
  return Math.log(inside / (1 - inside));
}
