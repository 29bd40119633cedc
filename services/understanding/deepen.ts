/**
 * Where a deeper stage joins: it looks again, after the fast reading and off its path, at what the fast stage left open.
 * It may add a check, or quieten one that only the fast model raised; it never takes back what is certain or what a rule
 * heard. Late, broken or absent, the fast reading stands.
 */
import type { Reading, RiskFlag } from '../../dialogs/types';
import { ANY, EMERGENCY, meaningOf } from './danger/hear';

/** A second opinion: likelihoods, 0 to 1, under the names of `Reading.scores`; `words` are what spoke for it most. */
export interface Opinion {
  readonly scores: Readonly<Record<string, number>>;
  readonly words: string;
}

export interface Deeper {
  readonly look: (text: string) => Promise<Opinion>;
  /** longest it may take, in milliseconds */
  readonly budgetMs: number;
  /** likelihood of any danger from which it asks, and under which it quietens a check of the fast model alone */
  readonly asks: number;
  readonly quietens: number;
}

/** The reading after a deeper look, or the same reading when there is nothing to look at or no answer in time. */
export async function deepen(reading: Reading, text: string, deeper: Deeper): Promise<Reading> {
  if (reading.risks === 'failed' || reading.risks.length > 0) return reading;
  const opinion = await inTime(deeper, text);
  return opinion === null ? reading : joined(reading, opinion, deeper);
}

async function inTime({ look, budgetMs }: Deeper, text: string): Promise<Opinion | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), budgetMs);
  });
  try {
    return await Promise.race([look(text), late]);
  } catch {
    return null;
  } finally {
    clearTimeout(timer);
  }
}

function joined(reading: Reading, { scores, words }: Opinion, { asks, quietens }: Deeper): Reading {
  const any = scores[ANY] ?? 0;
  const { checks = [], ...rest } = reading;
  const kept = any < quietens ? checks.filter(({ rule }) => !rule.startsWith('model:')) : checks;
  const all = any >= asks && kept.length === 0 ? [flagOf(scores, words)] : kept;
  return all.length > 0 ? { ...rest, checks: all } : rest;
}

function flagOf(scores: Readonly<Record<string, number>>, words: string): RiskFlag {
  const { label, category, level } = meaningOf(scores, (scores[EMERGENCY] ?? 0) >= 0.5);
  return { category, level, rule: `deep:${label}`, words, aboutOther: false, unclear: true };
}
