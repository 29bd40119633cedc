/** The talk so far counts: unease is carried from message to message and fades, so that two uneasy messages ask. */

/** What is left of unease after each further message. */
const FADES = 0.7;
/** A message less uneasy than this adds nothing: ordinary talk must not add up to a worry. */
const LEAST = 0.35;
/** From here the talk as a whole is asked about gently; one message alone never reaches it without being raised itself. */
const ASKS = 0.6;

/** Unease after a message, 0 to 2: what is left of the unease before it, and its own (`Reading.unease`). */
export function nextUnease(before: number, unease: number | undefined): number {
  const own = unease === undefined || unease < LEAST ? 0 : unease;
  return Math.min(2, before * FADES + own);
}

/**
 * Does this message, on top of the talk before it, call for a gentle check although it raised none itself?
 * `before`: the unease carried into it. It must be uneasy itself: an old worry alone is not asked about again.
 */
export function callsForCheck(before: number, unease: number | undefined): boolean {
  return unease !== undefined && unease >= LEAST && before * FADES + unease >= ASKS && before >= LEAST;
}
