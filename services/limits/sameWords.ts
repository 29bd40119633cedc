/** When the same words over and over are a machine's: an answer by itself to each of ours, or a loop (W12). Pure. */

export const LOOP_WINDOW = 10 * 60_000;
/** Words as long as this, or longer, come again and again only from a machine; a "yes" answers many questions. */
const LONG = 15;
const MOST_EQUAL = { long: 3, short: 12 } as const;

/** Letters and digits alone, for comparing. */
export const bareWords = (text: string): string =>
  text
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();

/** What equal words have in common; an answering machine may tell the time, a person counts and gives numbers. */
export function sameWordsKey(text: string): string {
  // no more of it is compared, and a long text is not walked for nothing
  const words = bareWords(text.slice(0, 2_000));
  return (words.length >= 2 * LONG ? words.replace(/\d+/g, '#') : words).slice(0, 300);
}

/** How often these may come in ten minutes and still be answered. */
export const mostEqual = (key: string): number => (key.length >= LONG ? MOST_EQUAL.long : MOST_EQUAL.short);

/** A turn of the talk, as it is kept: any process sees the same. */
interface Kept {
  /** ms since 1970 */
  readonly at: number;
  readonly said: string | null;
}

/** True when these words came so often in the last turns of the talk, whichever process heard them, that only a machine sends them. */
export function isOverAndOver(text: string, recent: readonly Kept[], now: number): boolean {
  const key = sameWordsKey(text);
  if (key === '') return false;
  const same = recent.filter(({ at, said }) => said !== null && now - at < LOOP_WINDOW && sameWordsKey(said) === key);
  return same.length >= mostEqual(key);
}
