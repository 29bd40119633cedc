/** Puts a message into plain spelling, keeping the place of every word, so rules can be short and still quote the person. */
import { CONTRACTIONS, DOUBLES, LONG_WORDS, LOOK_ALIKES, PAIRS, PICTURES, SPELLINGS, STAND_INS } from './spellings';

/** A message as the rules see it: ` plain words | of each sentence `, and where each word came from. */
export interface Heard {
  readonly plain: string;
  /** the person's own words behind a stretch of `plain` */
  readonly quote: (from: number, to: number) => string;
}

interface Word {
  readonly word: string;
  readonly from: number;
  readonly to: number;
}

const BREAK = '|';
/** Half of what is looked at: the first and the last this many characters (a message is rarely longer than both). */
const WINDOW = 6000;

const INVISIBLE = /\p{Cf}|\p{M}|[\u115f\u1160\u3164]/u;
const PICTURE = /\p{Extended_Pictographic}|[\u{1f1e6}-\u{1f1ff}\u{1f3fb}-\u{1f3ff}]/u;
const LETTER = /[\p{L}\p{N}]/u;
const APOSTROPHE = /['’‘`´ʼ＇]/;

/** Folds a message into plain words. Looks at the head and the tail of anything very long. Never throws. */
export function normalise(text: string): Heard {
  // the readers of one message ask for the same text one after another; short ones are as quickly made again
  if (text.length < WORTH_KEEPING) return fold(text);
  const known = latest.find((one) => one.text === text);
  if (known !== undefined) return known.heard;
  const heard = fold(text);
  latest = [{ text, heard }, ...latest.slice(0, 1)];
  return heard;
}

const WORTH_KEEPING = 200;
let latest: readonly { readonly text: string; readonly heard: Heard }[] = [];

function fold(text: string): Heard {
  const seen = text.length <= WINDOW * 2 ? text : `${text.slice(0, WINDOW)}\n${text.slice(-WINDOW)}`;
  const words = pairUp(joinSpelledOut(split(seen)).flatMap(spellOut));
  const starts: number[] = [];
  let plain = ' ';
  for (const { word } of words) {
    starts.push(plain.length);
    plain += `${word} `;
  }
  return { plain, quote: (from, to) => quote(seen, words, starts, from, to) };
}

function quote(seen: string, words: readonly Word[], starts: readonly number[], from: number, to: number): string {
  let n = firstAfter(starts, from);
  if (n > 0 && (starts[n - 1] ?? 0) + (words[n - 1]?.word.length ?? 0) > from) n -= 1;
  const inside: Word[] = [];
  for (let word = words[n]; word !== undefined && (starts[n] ?? 0) < to; n += 1, word = words[n]) inside.push(word);
  const first = inside[0];
  const last = inside[inside.length - 1];
  return first === undefined || last === undefined ? '' : seen.slice(first.from, last.to).trim();
}

/** The first of these places, in rising order, that is at or after `at`. */
function firstAfter(places: readonly number[], at: number): number {
  let low = 0;
  for (let high = places.length; low < high; ) {
    const middle = (low + high) >> 1;
    if ((places[middle] ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Characters into words, in our alphabet and lower case, without what hides between letters. */
function split(seen: string): Word[] {
  const words: Word[] = [];
  let word = '';
  let from = 0;
  let at = 0;
  const end = (to: number) => {
    if (word !== '') words.push({ word, from, to });
    word = '';
  };
  for (const sign of seen) {
    const here = at;
    at += sign.length;
    const folded = foldSign(sign);
    if (folded === '') continue;
    const next = seen.charCodeAt(at);
    const inWord = word !== '' && isWordStart(seen, at, next);
    if (isWordSign(folded) || (APOSTROPHE.test(folded) && word !== '') || (inWord && '@$*!'.includes(folded))) {
      if (word === '') from = here;
      word += APOSTROPHE.test(folded) ? "'" : folded;
    } else if (PICTURE.test(folded)) {
      if (inWord) continue;
      end(here);
      const says = PICTURES[folded];
      if (says !== undefined) words.push({ word: says, from: here, to: at });
    } else {
      end(here);
      // "..." is a pause inside a thought, not the end of one
      const ends = '.!?;\n。؟'.includes(folded) && seen[here - 1] !== '.' && seen[at] !== '.' && folded !== '…';
      const breaks = sign === '\n' ? !isSpelledDown(words.at(-1), seen, at) : !isWordStart(seen, at, next);
      if (ends && words.at(-1)?.word !== BREAK && breaks) words.push({ word: BREAK, from: here, to: at });
    }
  }
  end(at);
  return words;
}

/** One letter above another: a word that is written downwards, and no line of its own. */
function isSpelledDown(above: Word | undefined, seen: string, at: number): boolean {
  return (
    isLone(above) && isWordStart(seen, at, seen.charCodeAt(at)) && !isWordStart(seen, at + 1, seen.charCodeAt(at + 1))
  );
}

function isWordStart(seen: string, at: number, code: number): boolean {
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
  return at < seen.length && LETTER.test(seen[at] ?? '');
}

function isWordSign(sign: string): boolean {
  const code = sign.charCodeAt(0);
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 48 && code <= 57);
  return LETTER.test(sign);
}

function foldSign(sign: string): string {
  const code = sign.charCodeAt(0);
  if (sign.length === 1 && code < 128) return code >= 65 && code <= 90 ? sign.toLowerCase() : sign;
  if (INVISIBLE.test(sign)) return '';
  if (sign === '…') return sign;
  const bare = sign.normalize('NFKD').toLowerCase().replace(/\p{M}/gu, '');
  return LOOK_ALIKES[bare] ?? bare;
}

/** "s u i c i d e" and "d.i.e" into one word each. */
function joinSpelledOut(words: readonly Word[]): Word[] {
  const joined: Word[] = [];
  for (let n = 0; n < words.length; n += 1) {
    let end = n;
    while (end < words.length && isLone(words[end])) end += 1;
    const first = words[n];
    const last = words[end - 1];
    if (end - n >= 3 && first !== undefined && last !== undefined) {
      joined.push({
        word: words
          .slice(n, end)
          .map(({ word }) => word)
          .join(''),
        from: first.from,
        to: last.to,
      });
      n = end - 1;
    } else if (first !== undefined) joined.push(first);
  }
  return joined;
}

function isLone(word: Word | undefined): boolean {
  return word !== undefined && word.word.length === 1 && word.word >= 'a' && word.word <= 'z';
}

/** Plain words of words met before: words come again and again, and the same always reads the same. */
const SPELLED = new Map<string, readonly string[]>();
const MOST_SPELLED = 20_000;
/** A longer one is no word, and not worth the room. */
const LONGEST_SPELLED = 24;

/** One written word into its plain words. */
function spellOut({ word, from, to }: Word): Word[] {
  if (word === BREAK) return [{ word, from, to }];
  const known = SPELLED.get(word);
  const plain = known ?? plainWordsOf(word);
  if (known === undefined && word.length <= LONGEST_SPELLED) {
    if (SPELLED.size >= MOST_SPELLED) SPELLED.clear();
    SPELLED.set(word, plain);
  }
  return plain.map((each) => ({ word: each, from, to }));
}

function plainWordsOf(word: string): readonly string[] {
  const short = CONTRACTIONS.get(word);
  if (short !== undefined) return short;
  const bare = loosen(unmask(word.replaceAll("'", '')));
  return bare === '' ? [] : (SPELLINGS.get(bare) ?? [nearest(bare)]);
}

/** "k1ll" and "su!cide": a stand-in counts as a letter only between letters. */
function unmask(word: string): string {
  if (!/[\d@$!]/.test(word) || /^\d/.test(word)) return word;
  return word.replace(/(?<=[a-z])[013457@$!](?=[a-z])/g, (sign) => STAND_INS[sign] ?? sign);
}

/** "helllp" and "killlll". */
function loosen(word: string): string {
  if (!/([a-z])\1\1/.test(word)) return word;
  const double = word.replace(/([a-z])\1{2,}/g, '$1$1');
  return DOUBLES.has(double) ? double : word.replace(/([a-z])\1{2,}/g, '$1');
}

/** True words that are one slip from another. */
const OTHER_WORDS = new Set([
  'hopeless',
  'breeding',
  'pleading',
  'tablet',
  'starring',
  'staring',
  'electrics',
  'breaching',
]);

/** A long word that matters, read through one slip. */
function nearest(word: string): string {
  if (word.length < 6 || word.length > 13 || OTHER_WORDS.has(word)) return word;
  return LONG_WORDS.find((known) => known !== word && isOneSlip(word, known)) ?? word;
}

function isOneSlip(word: string, known: string): boolean {
  if (word[0] !== known[0] || Math.abs(word.length - known.length) > 1) return false;
  let head = 0;
  while (head < word.length && word[head] === known[head]) head += 1;
  let tail = 0;
  while (tail < Math.min(word.length, known.length) - head && word.at(-1 - tail) === known.at(-1 - tail)) tail += 1;
  const left = word.length - head - tail;
  const right = known.length - head - tail;
  if (Math.max(left, right) <= 1) return !known.startsWith(word) && !word.startsWith(known);
  return left === 2 && right === 2 && word[head] === known[head + 1] && word[head + 1] === known[head];
}

const AFTER_I = new Set(
  `cant dont want need took take feel feels have just will would wish was wouldnt didnt hate think hope know cut hear did
  hurt only really keep owe never might could couldnt still got tried wont see sleep live went lost love had used promise
  swear gave havent need wanted stay`.split(/\s+/),
);

/** "i am" and "no one" into one word; Scots "a" before a verb is "i". */
function pairUp(words: readonly Word[]): Word[] {
  const out: Word[] = [];
  for (let n = 0; n < words.length; n += 1) {
    const word = words[n];
    const next = words[n + 1];
    if (word === undefined) continue;
    const pair = next === undefined ? undefined : PAIRS.get(`${word.word} ${next.word}`);
    if (pair !== undefined && next !== undefined) {
      for (const plain of pair) out.push({ word: plain, from: word.from, to: next.to });
      n += 1;
    } else if (word.word === 'a' && next !== undefined && AFTER_I.has(next.word)) out.push({ ...word, word: 'i' });
    else out.push(word);
  }
  return out;
}
