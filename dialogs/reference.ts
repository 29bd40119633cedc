/** Makes the short number a person can quote, like WIN-7F3K4, from letters nobody mixes up. */

/** No 0 O, 1 I L, 5 S, 2 Z, 8 B: read aloud or copied by hand, each can only be itself. */
export const REFERENCE_LETTERS = '34679ACDEFGHJKMNPQRTUVWXY';

function stir(words: string, salt: number): number {
  let hash = 0x811c9dc5 ^ Math.imul(salt + 1, 0x9e3779b1);
  for (let at = 0; at < words.length; at += 1) hash = Math.imul(hash ^ words.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** A reference from a seed: the same seed gives the same reference, and a different one almost always a different one (25^5). */
export function makeRef(seed: string): string {
  const letters = [0, 1, 2, 3, 4].map((at) => REFERENCE_LETTERS[stir(seed, at) % REFERENCE_LETTERS.length] ?? 'X');
  return `WIN-${letters.join('')}`;
}

/** The reference in a message ("what's happening wi win-u46dk"), as we write it; null when there is none. */
export function refIn(text: string): string | null {
  const found = /\bwin[- ]?([34679acdefghjkmnpqrtuvwxy]{5})\b/i.exec(text.slice(0, 2_000));
  return found?.[1] === undefined ? null : `WIN-${found[1].toUpperCase()}`;
}
