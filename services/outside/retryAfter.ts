/** How long the other side asks us to wait (RFC 9110, 10.2.3). */

/** The longest wait taken from anybody, ms: a slip of theirs holds nothing up for days. */
const LONGEST_WAIT = 60 * 60_000;

/** Retry-After in ms, from seconds or a date; null where there is none to read. `now` in ms since 1970. */
export function retryAfter(header: string | null, now: number): number | null {
  const text = header?.trim() ?? '';
  const wait = /^\d{1,9}$/.test(text) ? Number(text) * 1_000 : Date.parse(text) - now;
  return Number.isFinite(wait) && wait >= 0 ? Math.min(wait, LONGEST_WAIT) : null;
}
