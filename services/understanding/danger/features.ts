/** What the learned stage looks at in a message: its words and pieces of words, kinds of word, ideas, and what rules say. */
import { gateOf } from '../../../dialogs/safety/gate';
import { CONCEPTS } from './concepts';
import { kindOf } from './kinds';
import { readAs } from './spellings';

/** How many columns a model has; features share them by hash, which needs no vocabulary. */
export const COLUMN_BITS = 18;
export const COLUMNS = 1 << COLUMN_BITS;

/** The features of one stretch of plain words, side by side: column, value, and the stretch of it they came from. */
export interface Features {
  readonly columns: Int32Array;
  readonly values: Float32Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
}

interface Token {
  readonly word: string;
  readonly kind: string | null;
  readonly from: number;
  readonly to: number;
}

/** Weight of each block of features against the others, chosen by cross-validation by writer (docs/understanding.md). */
const BLOCKS = { words: 1, kinds: 0.7, pieces: 0.85, ideas: 0.3 };

const EDGE = '^';
const BREAK = '|';

/** The block that last used each column: cheaper than a set, because reading must be quick. Blocks fill one at a time. */
const STAMPS = new Int32Array(COLUMNS);
let lastStamp = 0;

/** Gathers one block; each column counts once. */
class Block {
  readonly columns: number[] = [];
  readonly values: number[] = [];
  readonly from: number[] = [];
  readonly to: number[] = [];
  private readonly stamp: number;

  constructor() {
    lastStamp = lastStamp >= 0x7fffffff ? 1 : lastStamp + 1;
    if (lastStamp === 1) STAMPS.fill(0);
    this.stamp = lastStamp;
  }

  add(hash: number, value: number, from: number, to: number): void {
    this.addColumn(mix(hash), value, from, to);
  }

  addColumn(column: number, value: number, from: number, to: number): void {
    if (STAMPS[column] === this.stamp) return;
    STAMPS[column] = this.stamp;
    this.columns.push(column);
    this.values.push(value);
    this.from.push(from);
    this.to.push(to);
  }

  /** The factor that gives this block its weight whatever the length of the message. */
  scale(weight: number): number {
    let sum = 0;
    for (const value of this.values) sum += value * value;
    return sum === 0 ? 0 : weight / sum ** LENGTH_COUNTS;
  }
}

/** 0.5 would make every message the same length; a little less lets long ones weigh a little more. */
const LENGTH_COUNTS = 0.45;

/**
 * The features of `plain` (dialogs/safety/words); the same words give the same features. What rules found is no feature:
 * with it, writers not learned from were heard worse (docs/understanding.md).
 */
export function featuresOf(plain: string): Features {
  const tokens = tokensOf(plain);
  const words = new Block();
  addWords(words, tokens);
  const kinds = new Block();
  addKinds(kinds, tokens);
  const pieces = new Block();
  const known = new Set<string>();
  for (const { word, from, to } of tokens) {
    if (word === BREAK || known.has(word)) continue;
    known.add(word);
    for (const column of piecesOf(word)) pieces.addColumn(column, 1, from, to);
  }
  const ideas = new Block();
  addIdeas(ideas, plain, tokens);
  return joined([
    [words, words.scale(BLOCKS.words)],
    [kinds, kinds.scale(BLOCKS.kinds)],
    [pieces, pieces.scale(BLOCKS.pieces)],
    [ideas, BLOCKS.ideas],
  ]);
}

function joined(blocks: readonly (readonly [Block, number])[]): Features {
  const count = blocks.reduce((sum, [block]) => sum + block.columns.length, 0);
  const all = {
    columns: new Int32Array(count),
    values: new Float32Array(count),
    from: new Int32Array(count),
    to: new Int32Array(count),
  };
  let at = 0;
  for (const [block, scale] of blocks)
    for (let n = 0; n < block.columns.length; n += 1, at += 1) {
      all.columns[at] = block.columns[n] ?? 0;
      all.values[at] = (block.values[n] ?? 0) * scale;
      all.from[at] = block.from[n] ?? 0;
      all.to[at] = block.to[n] ?? 0;
    }
  return all;
}

function tokensOf(plain: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  for (const written of plain.split(' ')) {
    if (written !== '') {
      const word = readAs(written);
      tokens.push({ word, kind: word === BREAK ? null : kindOf(word), from: at, to: at + written.length });
    }
    at += written.length + 1;
  }
  return tokens;
}

const W1 = seed('w');
const W2 = seed('p');
const W3 = seed('t');
const WG = seed('g');
const K1 = seed('k');
const K2 = seed('q');
const K3 = seed('r');
const KS = seed('s');
const C = seed('c');
const IDEA = seed('!');
const FAR = 5;

function addWords(words: Block, tokens: readonly Token[]): void {
  let one: Token | null = null;
  let two: Token | null = null;
  for (const token of tokens) {
    if (token.word === BREAK) {
      if (one !== null) words.add(over(over(W2, one.word), ' $'), 0.5, one.from, one.to);
      one = null;
      two = null;
      continue;
    }
    const { word, from, to } = token;
    words.add(over(W1, word), 1, from, to);
    words.add(over(over(over(W2, one?.word ?? EDGE), ' '), word), 0.8, one?.from ?? from, to);
    if (one !== null && two !== null) {
      words.add(over(over(over(over(over(W3, two.word), ' '), one.word), ' '), word), 0.6, two.from, to);
      words.add(over(over(over(WG, two.word), ' '), word), 0.5, two.from, to);
    }
    two = one;
    one = token;
  }
}

function addKinds(kinds: Block, tokens: readonly Token[]): void {
  let one: Token | null = null;
  let two: Token | null = null;
  for (const [n, token] of tokens.entries()) {
    if (token.word === BREAK) {
      one = null;
      two = null;
      continue;
    }
    const { kind, from, to } = token;
    const sort = kind ?? token.word;
    if (kind !== null) kinds.add(over(K1, kind), 1, from, to);
    if (one !== null) {
      const before = one.kind ?? one.word;
      kinds.add(over(over(over(K2, before), ' '), sort), 0.8, one.from, to);
      if (two !== null)
        kinds.add(over(over(over(over(over(K3, two.kind ?? two.word), ' '), before), ' '), sort), 0.6, two.from, to);
    }
    if (kind !== null) addFar(kinds, tokens, n, token);
    two = one;
    one = token;
  }
}

/** Two kinds of word near one another in a sentence, in order. */
function addFar(kinds: Block, tokens: readonly Token[], n: number, token: Token): void {
  for (let back = 2; back <= FAR; back += 1) {
    const before = tokens[n - back];
    if (before === undefined || before.word === BREAK || tokens[n - back + 1]?.word === BREAK) return;
    if (before.kind !== null)
      kinds.add(over(over(over(KS, before.kind), ' '), token.kind ?? ''), 0.5, before.from, token.to);
  }
}

/** Columns of the pieces of words met before: words come again and again. */
const PIECES = new Map<string, Int32Array>();
const MOST_WORDS_KNOWN = 20_000;
/** Of a word longer than any word, only the start is cut into pieces. */
const LONGEST_WORD = 40;

function piecesOf(word: string): Int32Array {
  const known = PIECES.get(word);
  if (known !== undefined) return known;
  const columns: number[] = [];
  const padded = `<${word.slice(0, LONGEST_WORD)}>`;
  if (word.length >= 3)
    for (let start = 0; start + 3 <= padded.length; start += 1) {
      let hash = over(C, padded.slice(start, start + 2));
      for (let size = 3; size <= 5 && start + size <= padded.length; size += 1) {
        hash = overCode(hash, padded.charCodeAt(start + size - 1));
        columns.push(mix(hash + size));
      }
    }
  const made = Int32Array.from(columns);
  if (PIECES.size >= MOST_WORDS_KNOWN) PIECES.clear();
  PIECES.set(word, made);
  return made;
}

const gate = gateOf(CONCEPTS.map(({ says }) => says));

function addIdeas(ideas: Block, plain: string, tokens: readonly Token[]): void {
  const found: string[] = [];
  const open = gate(plain);
  for (const [n, concept] of CONCEPTS.entries()) {
    if (open[n] !== 1) continue;
    concept.says.lastIndex = 0;
    const match = concept.says.exec(plain);
    if (match === null) continue;
    found.push(concept.name);
    ideas.add(over(IDEA, concept.name), 1, match.index + 1, match.index + match[0].length);
  }
  const who = aboutWhom(tokens);
  for (const name of found) ideas.add(over(over(IDEA, name), who), 0.7, 0, 0);
  for (let a = 0; a < found.length; a += 1)
    for (let b = a + 1; b < found.length; b += 1)
      ideas.add(over(over(over(IDEA, found[a] ?? ''), '+'), found[b] ?? ''), 0.5, 0, 0);
  ideas.add(over(IDEA, who), 1, 0, 0);
  ideas.add(over(IDEA, `long ${lengthOf(tokens.length)}`), 1, 0, 0);
  ideas.add(over(IDEA, `ideas ${Math.min(5, found.length)}`), 1, 0, 0);
}

function lengthOf(count: number): number {
  return count <= 3 ? 0 : count <= 6 ? 1 : count <= 12 ? 2 : count <= 25 ? 3 : count <= 60 ? 4 : 5;
}

/** Who is spoken of: the person, somebody else, both, a child, or nobody. */
function aboutWhom(tokens: readonly Token[]): string {
  let self = false;
  let other = false;
  let kid = false;
  for (const { kind } of tokens) {
    if (kind === '<i>') self = true;
    else if (kind === '<he>' || kind === '<kin>' || kind === '<partner>' || kind === '<friend>') other = true;
    else if (kind === '<kid>') kid = true;
  }
  return `who${self ? 'I' : ''}${other ? 'O' : ''}${kid ? 'K' : ''}`;
}

function seed(name: string): number {
  return over(0x811c9dc5, `${name} `);
}

/** FNV-1a over more letters. */
function over(hash: number, text: string): number {
  let h = hash;
  for (let n = 0; n < text.length; n += 1) h = Math.imul(h ^ text.charCodeAt(n), 0x01000193);
  return h;
}

function overCode(hash: number, code: number): number {
  return Math.imul(hash ^ code, 0x01000193);
}

function mix(hash: number): number {
  let h = hash ^ (hash >>> 15);
  h = Math.imul(h, 0x2c1b3c6d);
  h ^= h >>> 13;
  h = Math.imul(h, 0x297a2d39);
  h ^= h >>> 16;
  return h & (COLUMNS - 1);
}
