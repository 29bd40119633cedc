/** Counts per key in a time window, in memory, bounded; forgets by itself. */
import { LRUCache } from 'lru-cache';

/** Gives back `true` while `key` has been counted at most `most` times in `windowMs` milliseconds. */
export function makeLimiter(most: number, windowMs: number, clock: () => number): (key: string) => boolean {
  const windows = new LRUCache<string, { readonly since: number; count: number }>({ max: 20_000 });
  return (key) => {
    const now = clock();
    const window = windows.get(key);
    if (window === undefined || now - window.since >= windowMs) {
      windows.set(key, { since: now, count: 1 });
      return true;
    }
    window.count += 1;
    return window.count <= most;
  };
}
