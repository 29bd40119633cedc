/** What a learned recogniser looks at in a message: its words, their neighbours, kinds of word, and pieces of words. */
import { normalise } from '../../../dialogs/safety/words/normalise';
import { kindOfWord } from './wordKinds';

/** How many columns a model has; features share them by hash, which costs little and needs no vocabulary. */
export const COLUMNS = 1 << 17;

/** The features of one message, side by side. */
export interface Features {
  readonly columns: readonly number[];
  readonly values: readonly number[];
}

/** How much each kind of feature says beside a whole word; chosen by cross-validation. */
const WORD = 1;
const PAIR = 0.8;
const GAP = 0.5;
const KIND = 0.5;
const PIECE = 0.35;
const GIVEN = 1;
/** Longest message looked at whole, in words; of anything longer, the head and the tail. */
const MOST_WORDS = 160;
/** Long messages keep a little more weight in all, so that a buried sentence still counts. */
const LONG_COUNTS = 0.8;

class Growing {
  private readonly at = new Map<number, number>();
  readonly values: number[] = [];

  note(name: string, value: number): void {
    const column = columnOf(name);
    if (!this.at.has(column)) this.at.set(column, this.values.push(value) - 1);
  }

  done(): Features {
    const length = Math.sqrt(this.values.reduce((sum, value) => sum + value * value, 0)) || 1;
    const scale = 1 / length ** LONG_COUNTS;
    return { columns: [...this.at.keys()], values: this.values.map((value) => value * scale) };
  }
}

/** FNV-1a over the letters, folded into the columns. */
function columnOf(name: string): number {
  let hash = 0x811c9dc5;
  for (let n = 0; n < name.length; n += 1) hash = Math.imul(hash ^ name.charCodeAt(n), 0x01000193);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  hash ^= hash >>> 13;
  return (hash >>> 0) % COLUMNS;
}

/** Plain words, with the marks that tell a question from a statement kept as words of their own. */
export function plainOf(text: string): string {
  // the recognisers of one message ask for the same text one after another
  if (text !== last.text) {
    const { plain } = normalise(text);
    last = { text, plain: text.includes('?') ? `${plain}?q ` : plain };
  }
  return last.plain;
}

let last = { text: '', plain: ' ' };

/**
 * The features of a message in plain spelling. `given` are facts found by other means (a rule that fired, the question
 * on the table), one feature each. Never throws; the same text gives the same features.
 */
export function featuresOf(plain: string, given: readonly string[] = []): Features {
  const grown = new Growing();
  let before: string | null = null;
  let twoBefore: string | null = null;
  for (const word of wordsOf(plain)) {
    if (word === '|') {
      before = null;
      twoBefore = null;
      continue;
    }
    grown.note(`w ${word}`, WORD);
    const kind = kindOfWord(word);
    if (kind !== word) grown.note(`k ${kind}`, KIND);
    grown.note(`p ${before ?? '^'} ${word}`, PAIR);
    if (before !== null) grown.note(`q ${kindOfWord(before)} ${kind}`, KIND);
    if (twoBefore !== null && before !== null) {
      grown.note(`g ${twoBefore} ${word}`, GAP);
      grown.note(`t ${kindOfWord(twoBefore)} ${kindOfWord(before)} ${kind}`, KIND);
    }
    pieces(grown, word);
    twoBefore = before;
    before = word;
  }
  if (before !== null) grown.note(`p ${before} $`, PAIR);
  for (const fact of given) grown.note(`! ${fact}`, GIVEN);
  return grown.done();
}

function wordsOf(plain: string): readonly string[] {
  const words = plain
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => (/^\d{3,}$/.test(word) ? '#' : word));
  return words.length <= MOST_WORDS ? words : [...words.slice(0, MOST_WORDS / 2), ...words.slice(-MOST_WORDS / 2)];
}

function pieces(grown: Growing, word: string): void {
  if (word.length < 3 || word.length > 20) return;
  const padded = `<${word}>`;
  for (let size = 3; size <= 5; size += 1)
    for (let n = 0; n + size <= padded.length; n += 1) grown.note(`c ${padded.slice(n, n + size)}`, PIECE);
}
