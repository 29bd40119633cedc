/** A line a reviewer wrote by hand: it may share no run of words with what the person wrote, and hold nothing that leads to anybody. Pure. */
import { emailIn, numberIn as spokenNumber } from '../../dialogs/reading/contact';

/** So many words in a row are somebody's own. */
export const RUN = 5;

export type WrongLine = 'empty' | 'tooLong' | 'theirWords' | 'theirName' | 'number' | 'email' | 'postcode' | 'link';

const longest = 2_000;
const NUMBER = /\d(?:[\s().\-\u2010-\u2015/]{0,3}\d){5,}/;
/** A whole postcode, or the first half of one of ours */
const POSTCODE = /\b(?:[a-z]{1,2}\d[a-z\d]?\s*\d[a-z]{2}|(?:g|ml)\d{1,2})\b/i;
const LINK = /https?:|www\.|\b[a-z0-9-]{2,}\.(?:com|org|net|uk|scot|co|gov|info|io|me|app)\b/i;

/** The words of a text as they are compared: small letters, no accents, no marks. */
export function wordsOf(text: string): readonly string[] {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['\u2018\u2019]/g, '');
  return plain.match(/[\p{L}\p{N}]+/gu) ?? [];
}

const runsOf = (words: readonly string[]): readonly string[] =>
  words.slice(0, Math.max(0, words.length - RUN + 1)).map((_word, at) => words.slice(at, at + RUN).join(' '));

/** Whether a line shares a run of words with one of these messages, or is a whole short one of them again. */
export function sharesWords(line: string, theirs: readonly string[]): boolean {
  const own = wordsOf(line);
  const [runs, whole] = [new Set(runsOf(own)), own.join(' ')];
  return theirs.map(wordsOf).some((words) => {
    if (words.length === 0) return false;
    return words.length < RUN ? words.join(' ') === whole : runsOf(words).some((run) => runs.has(run));
  });
}

/** What is wrong with the line; null where it may be kept. `name`: as they like to be called, '' where they did not say. */
export function wrongWith(
  line: string,
  { theirs, name }: { readonly theirs: readonly string[]; readonly name: string },
): WrongLine | null {
  const words = wordsOf(line);
  if (words.length === 0) return 'empty';
  if (line.length > longest) return 'tooLong';
  if (line.includes('@') || emailIn(line) !== undefined) return 'email';
  if (LINK.test(line)) return 'link';
  if (NUMBER.test(line) || spokenNumber(line) !== undefined) return 'number';
  if (POSTCODE.test(line)) return 'postcode';
  if (sharesWords(line, theirs)) return 'theirWords';
  if (wordsOf(name).some((one) => one.length > 1 && words.includes(one))) return 'theirName';
  return null;
}
