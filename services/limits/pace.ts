/**
 * Slows down one talk that is written into faster than anybody can write, so that others are not kept waiting for it. What
 * comes is never dropped and always heard: danger in a flood is danger. Counted in each process by itself.
 */
import { LRUCache } from 'lru-cache';

export interface PaceRule {
  /** characters somebody may send at once; a long letter fits in it */
  readonly burst: number;
  /** characters a second after that */
  readonly perSecond: number;
  /** nobody waits longer than this for one message, ms: the answer to danger has its own time to keep */
  readonly longestWaitMs: number;
}

export const TALK_PACE: PaceRule = { burst: 30_000, perSecond: 4_000, longestWaitMs: 1_000 };

/** A message of a flooded talk up to this long is still somebody's own words, characters. */
export const SHORT_IN_A_FLOOD = 2_000;

/** How long to wait, ms, before this many characters of `key` are read; 0 for all that people do. */
export type Pace = (key: string, characters: number) => number;

/** Leaky buckets, one for each key. `now` in ms, steady. */
export function createPace({ burst, perSecond, longestWaitMs }: PaceRule, now: () => number): Pace {
  const buckets = new LRUCache<string, { readonly full: number; readonly at: number }>({ max: 20_000 });
  return (key, characters) => {
    const at = now();
    const before = buckets.get(key);
    const leaked = before === undefined ? 0 : Math.max(0, before.full - ((at - before.at) * perSecond) / 1000);
    const full = leaked + characters;
    // what was waited for is not owed again
    buckets.set(key, { full: Math.min(full, burst + (longestWaitMs * perSecond) / 1000), at });
    return full <= burst ? 0 : Math.min(longestWaitMs, ((full - burst) * 1000) / perSecond);
  };
}
