/** Turns margins into likelihoods, and chooses from which margins something is done. */
import { OUTRIGHT } from '../danger/hear';
import type { Thresholds } from '../danger/model';

/** Slope and shift of 1 / (1 + e^-(slope x margin + shift)) that fit best (Platt), by Newton steps. */
export function platt(margins: readonly number[], yes: readonly boolean[]): { slope: number; shift: number } {
  let [slope, shift] = [1, 0];
  for (let step = 0; step < 50; step += 1) {
    let [ga, gb, haa, hab, hbb] = [0, 0, 1e-6, 0, 1e-6];
    margins.forEach((margin, i) => {
      const p = 1 / (1 + Math.exp(-(slope * margin + shift)));
      const off = p - (yes[i] === true ? 1 : 0);
      const w = p * (1 - p);
      ga += off * margin;
      gb += off;
      haa += w * margin * margin;
      hab += w * margin;
      hbb += w;
    });
    const det = haa * hbb - hab * hab;
    if (det <= 0) break;
    const da = (hbb * ga - hab * gb) / det;
    const db = (haa * gb - hab * ga) / det;
    slope -= da;
    shift -= db;
    if (Math.abs(da) + Math.abs(db) < 1e-6) break;
  }
  return { slope, shift };
}

/** One line as the thresholds see it: its margin from a model that had not seen its writer. */
export interface Seen {
  readonly margin: number;
  readonly danger: boolean;
  readonly ordinary: boolean;
  readonly spoke: RuleVoice;
}

/** What the rules said: nothing, something, or most of the message in so many words. */
export type RuleVoice = 'none' | 'some' | 'outright';

/** Most false alarms allowed on writers not learned from: a little under what the product must show. */
export interface Limits {
  /** share of hard negatives raised at all, and of ordinary replies */
  readonly raised: number;
  readonly ordinary: number;
  /** share of hard negatives taken for certain */
  readonly certain: number;
}

/** How much less margin is asked for when a rule spoke too. */
const RULE_HELPS = { check: 0.3, certain: 1.6 };

/** The lowest thresholds within the limits. */
export function chooseThresholds(seen: readonly Seen[], limits: Limits): Thresholds {
  const grid = Array.from({ length: 161 }, (_, n) => rounded(-3 + n * 0.05));
  const hard = seen.filter(({ danger, ordinary }) => !danger && !ordinary);
  const ordinary = seen.filter((one) => one.ordinary);
  const check = grid.find((at) => {
    const limit = checksAt(at);
    return (
      shareOf(hard, (one) => isRaised(one, limit)) <= limits.raised &&
      shareOf(ordinary, (one) => isRaised(one, limit)) <= limits.ordinary
    );
  });
  const certain = grid.find((at) => shareOf(hard, (one) => isCertain(one, certainAt(at))) <= limits.certain);
  return { ...checksAt(check ?? 9), ...certainAt(certain ?? 9) };
}

const checksAt = (check: number) => ({ check, ruleCheck: rounded(check - RULE_HELPS.check) });
const certainAt = (certain: number) => ({ certain, ruleCertain: rounded(certain - RULE_HELPS.certain) });

export function isRaised({ margin, spoke }: Seen, limit: Pick<Thresholds, 'check' | 'ruleCheck'>): boolean {
  return spoke === 'outright' || margin >= (spoke === 'some' ? limit.ruleCheck : limit.check);
}

export function isCertain({ margin, spoke }: Seen, limit: Pick<Thresholds, 'certain' | 'ruleCertain'>): boolean {
  if (spoke === 'outright') return margin >= OUTRIGHT;
  return margin >= (spoke === 'some' ? limit.ruleCertain : limit.certain);
}

function shareOf(seen: readonly Seen[], is: (one: Seen) => boolean): number {
  return seen.filter(is).length / Math.max(1, seen.length);
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
