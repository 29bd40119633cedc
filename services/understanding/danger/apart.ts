/**
 * Words whose space was lost ("iwantto die", "nothingleft") put apart again, and slips of the thumb ("tiredd", "wnat") mended,
 * by how common words are in the corpus. Names, numbers and everything that is a word already stay as they are. The fast
 * stage of danger and the deep stage read through it; nothing that is kept or said back does.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LRUCache } from 'lru-cache';
import { weightsFolder } from './weights';

/** The words of the corpus, the commonest first, one a line (`npm run train` writes it). */
export const WORDS_FILE = 'words.txt';

/** A shorter run of letters is left alone, and so is a longer one: nobody loses six spaces in a row. */
const SHORTEST = 4;
const LONGEST = 40;
/** Two letters and fewer are a part only where they are among this many commonest words: else "tired" would be "ti red". */
const COMMON = 150;
/** A part is never longer. */
const LONGEST_PART = 16;
/** Put apart only where the parts are this common for their letters, in log ranks. */
const COST_A_LETTER = 1.7;
/** Each space put in must be worth it. */
const COST_A_SPACE = 0.5;
const MOST_KNOWN = 2_000;
/** Nobody who loses their spaces writes more; and no text takes long, whatever is in it. */
const LONGEST_TEXT = 1_000;
const MOST_LOOKS = 60;

/** "Shoppin" and "bankin" are one word each. */
const AN_ENDING = /^(?:in|an|or|on)$/;

/** The cost of each word: the logarithm of its rank. */
type Costs = ReadonlyMap<string, number>;

export function costsOf(words: readonly string[]): Costs {
  return new Map(
    words.flatMap((word, rank) => (word.length > 2 || rank < COMMON ? [[word, Math.log(rank + 2)] as const] : [])),
  );
}

/** The cheapest way to cut a run of letters into known words; null where none is cheap enough. */
function cut(run: string, costs: Costs): readonly string[] | null {
  const best: ({ readonly cost: number; readonly from: number } | undefined)[] = [{ cost: 0, from: 0 }];
  for (let to = 1; to <= run.length; to += 1) {
    for (let from = Math.max(0, to - LONGEST_PART); from < to; from += 1) {
      const before = best[from];
      const word = costs.get(run.slice(from, to));
      if (before === undefined || word === undefined) continue;
      const cost = before.cost + word + COST_A_SPACE;
      if (cost < (best[to]?.cost ?? Number.POSITIVE_INFINITY)) best[to] = { cost, from };
    }
  }
  const whole = best[run.length];
  if (whole === undefined || whole.cost > run.length * COST_A_LETTER + COST_A_SPACE) return null;
  const parts: string[] = [];
  for (let to = run.length; to > 0; to = best[to]?.from ?? 0) parts.unshift(run.slice(best[to]?.from ?? 0, to));
  return parts.length === 2 && AN_ENDING.test(parts[1] ?? '') ? null : parts;
}

const LETTERS = [..."abcdefghijklmnopqrstuvwxyz'"];
/** A slip is mended only into a word among this many commonest. */
const COMMON_ENOUGH = 4_000;
/** A shorter run may be anything. */
const SHORTEST_MENDED = 4;

/** The commonest word that this is one slip away from: two letters swapped, one doubled, one lost. Null where there is none. */
function mended(run: string, costs: Costs): string | null {
  if (run.length < SHORTEST_MENDED) return null;
  const places = [...run].map((_, at) => at);
  const swapped = places.map((at) => `${run.slice(0, at)}${run[at + 1] ?? ''}${run[at] ?? ''}${run.slice(at + 2)}`);
  const doubled = places.filter((at) => run[at] === run[at + 1]).map((at) => run.slice(0, at) + run.slice(at + 1));
  const lost = [...places, run.length].flatMap((at) =>
    LETTERS.map((letter) => run.slice(0, at) + letter + run.slice(at)),
  );
  let best: { readonly word: string; readonly cost: number } | null = null;
  for (const word of [...swapped, ...doubled, ...lost]) {
    const cost = costs.get(word);
    if (cost !== undefined && cost < (best?.cost ?? Math.log(COMMON_ENOUGH))) best = { word, cost };
  }
  return best?.word ?? null;
}

/** A run of letters between blanks or stops: one with a picture, a digit or a look-alike inside is the plain spelling's business. */
const RUN = /(?<![^\s.,!?;:()"-])[\p{L}'\u2019]+(?![^\s.,!?;:()"-])/gu;
const PLAIN = /^[a-z'\u2019]+$/;

/**
 * Makes the function that puts words apart: into these, and never one of `others`, which are words too but seldom said. Pure; the
 * same text always gives the same.
 */
export function createApart(words: readonly string[], others: readonly string[] = []): (text: string) => string {
  const costs = costsOf(words);
  const known = new Set([...words, ...others]);
  const seen = new LRUCache<string, string>({ max: MOST_KNOWN });
  const apart = (run: string, mayLook: () => boolean): string => {
    const lower = run.toLowerCase();
    if (run.length < SHORTEST || run.length > LONGEST || known.has(lower) || !PLAIN.test(lower)) return run;
    const before = seen.get(lower);
    if (before !== undefined) return before;
    if (!mayLook()) return run;
    const found = cut(lower, costs)?.join(' ') ?? mended(lower, costs) ?? run;
    seen.set(lower, found);
    return found;
  };
  return (text) => {
    if (text.length > LONGEST_TEXT) return text;
    let looks = MOST_LOOKS;
    const mayLook = () => {
      looks -= 1;
      return looks >= 0;
    };
    return text.replace(RUN, (run) => apart(run, mayLook));
  };
}

/** Nothing where there is no such file. */
function linesOf(name: string): readonly string[] {
  const path = join(weightsFolder(), name);
  return existsSync(path) ? readFileSync(path, 'utf8').trim().split('\n') : [];
}

let shared: ((text: string) => string) | null = null;

/** With the committed words; without them every text stays as it is. */
export function putApart(text: string): string {
  if (shared === null) {
    shared = createApart(linesOf(WORDS_FILE), linesOf(join('deep', 'pieces.txt')));
  }
  return shared(text);
}
