/** Cuts a long text into pieces that fit, at the end of a sentence where it can and of a word where it must. */

/** Says whether a piece fits. If a text fits, everything it begins with must fit too. */
export type Fits = (text: string) => boolean;

/** No piece is ever longer than this, whatever the channel, in UTF-16 units: it bounds the work of finding a cut. */
const LONGEST_LOOK = 4_200;

/** What comes after a sentence, or a line. */
const SENTENCE_END = /[.!?]["')]?\s+|\n+/g;
const WORD_END = /\s+/g;

/** The longest beginning that fits, in UTF-16 units; at least one. */
function reach(text: string, fits: Fits): number {
  let low = 1;
  let high = Math.min(text.length, LONGEST_LOOK);
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(text.slice(0, middle).trimEnd())) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Where the last match that ends within `most` ends; 0 when there is none. */
function lastEnd(text: string, end: RegExp, most: number): number {
  let found = 0;
  // one look past the edge, so that a space just beyond it counts
  for (const match of text.slice(0, most + 1).matchAll(end)) {
    if (match.index + match[0].trimEnd().length <= most) found = match.index + match[0].length;
  }
  return found;
}

/** An unbroken run: cut between two characters as people see them, never inside one that fits. */
function insideWord(text: string, most: number): number {
  let found = 0;
  for (const { index, segment } of new Intl.Segmenter('en').segment(text.slice(0, most + 40))) {
    if (index + segment.length > most) break;
    found = index + segment.length;
  }
  return found > 0 ? found : most;
}

function cutAt(text: string, fits: Fits): number {
  const most = reach(text, fits);
  const sentence = lastEnd(text, SENTENCE_END, most);
  // a sentence that ends near the start would leave a scrap: then a word end serves people better
  if (sentence > most / 3) return sentence;
  const word = lastEnd(text, WORD_END, most);
  return word > 0 ? word : insideWord(text, most);
}

/** The pieces in order, none empty; joined again they are the text, but for the spaces at the cuts. */
export function splitToFit(text: string, fits: Fits): readonly string[] {
  const pieces: string[] = [];
  let rest = text.trim();
  while (rest !== '') {
    if (rest.length <= LONGEST_LOOK && fits(rest)) return [...pieces, rest];
    const cut = cutAt(rest, fits);
    pieces.push(rest.slice(0, cut).trim());
    rest = rest.slice(cut).trim();
  }
  return pieces;
}

/** The text before its last sentence or line, and that sentence; null when there is only one. */
export function lastSentence(text: string): readonly [string, string] | null {
  const cut = lastEnd(text, SENTENCE_END, text.length - 1);
  return cut > 0 ? [text.slice(0, cut).trim(), text.slice(cut)] : null;
}
