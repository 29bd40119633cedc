/** Three ordinary words that carry a conversation to another phone (guide.md 3.5 asks for words that look like nothing). */
import { PHRASE_WORDS } from './content/phraseWords';

function stir(text: string, salt: number): number {
  let hash = 0x811c9dc5 ^ Math.imul(salt + 7, 0x9e3779b1);
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** Three words from a fresh seed; two seeds almost never give the same three. */
export function makePhrase(seed: string): string {
  return [1, 2, 3].map((at) => PHRASE_WORDS[stir(seed, at * 31) % PHRASE_WORDS.length] ?? 'river').join(' ');
}

/** The phrase in a message that is nothing but three of our words; null otherwise. */
export function phraseIn(text: string): string | null {
  const words = text.toLowerCase().match(/[a-z]+/g) ?? [];
  return words.length === 3 && words.every((word) => PHRASE_WORDS.includes(word)) ? words.join(' ') : null;
}
