/** The same words as a thumb, a hurry or a joke may leave them: how well danger is heard through each. Pure and seeded. */

/** A generator of numbers from 0 up to 1 (mulberry32): the same seed, the same slips. */
export function chanceOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

type Spoil = (text: string, chance: () => number) => string;

/** Letters between slips, on average: two or three in a sentence. */
const LETTERS_A_SLIP = 18;
/** Words between the spoilt ones where only some are. */
const WORDS_EACH = 4;

/** Two letters swapped, one lost, or one doubled. */
const typos: Spoil = (text, chance) => {
  const letters = [...text];
  for (let slips = Math.max(1, Math.round(letters.length / LETTERS_A_SLIP)); slips > 0; slips -= 1) {
    const at = Math.floor(chance() * Math.max(1, letters.length - 1));
    const [one = '', next = ''] = letters.slice(at, at + 2);
    const kinds = [[next, one], [next], [one, one, next]];
    letters.splice(at, 2, ...(kinds[Math.floor(chance() * kinds.length)] ?? []));
  }
  return letters.join('');
};

/** One space in three is lost. */
const droppedSpaces: Spoil = (text, chance) => text.replace(/ /g, (space) => (chance() < 1 / 3 ? '' : space));

const someWords = (text: string, chance: () => number, change: (word: string) => string): string =>
  text.replace(/\p{L}{3,}/gu, (word) => (chance() < 1 / WORDS_EACH ? change(word) : word));

/** "soooo tireddd": the last letter of a word, over and over. */
const repeatedLetters: Spoil = (text, chance) =>
  someWords(text, chance, (word) => word + word.slice(-1).repeat(1 + Math.floor(chance() * 4)));

const EMOJI = ['\u{1F614}', '\u{1F62D}', '\u{1F494}', '\u{1F643}', '\u{2764}\u{FE0F}', '\u{1F937}'];
/** A picture in the middle of a word. */
const emojiInside: Spoil = (text, chance) =>
  someWords(text, chance, (word) => {
    const at = 1 + Math.floor(chance() * (word.length - 1));
    return word.slice(0, at) + (EMOJI[Math.floor(chance() * EMOJI.length)] ?? '') + word.slice(at);
  });

/** Cyrillic and Greek letters, digits and signs that look like ours. */
const LOOKS_LIKE: Readonly<Record<string, string>> = {
  a: '\u0430',
  e: '\u0435',
  o: '\u043e',
  i: '1',
  s: '$',
  c: '\u0441',
  p: '\u0440',
  x: '\u0445',
  y: '\u0443',
  u: '\u03c5',
  l: '|',
  t: '7',
};
/** Half the letters of some words are others that look the same. */
const lookAlikes: Spoil = (text, chance) =>
  someWords(text, chance, (word) => word.replace(/[a-z]/g, (one) => (chance() < 0.5 ? (LOOKS_LIKE[one] ?? one) : one)));

/** SHOUTED, or lIkE tHiS. */
const letterCase: Spoil = (text, chance) => {
  if (chance() < 0.5) return text.toUpperCase();
  return [...text].map((one) => (chance() < 0.5 ? one.toUpperCase() : one.toLowerCase())).join('');
};

export const SPOILS = { typos, droppedSpaces, repeatedLetters, emojiInside, lookAlikes, letterCase } as const;
export type SpoilName = keyof typeof SPOILS;
export const SPOIL_NAMES: readonly SpoilName[] = [
  'typos',
  'droppedSpaces',
  'repeatedLetters',
  'emojiInside',
  'lookAlikes',
  'letterCase',
];

/** The texts, each spoilt in this way; the same every time. */
export function spoilt(texts: readonly string[], name: SpoilName): readonly string[] {
  const chance = chanceOf(SPOIL_NAMES.indexOf(name) + 17);
  return texts.map((text) => SPOILS[name](text, chance));
}
