/** Says of many patterns at once which can match a text at all, in one walk over its letters. */
import { waysOf } from './mustHold';

/** Letters of plain text: a to z, the digits and a blank have a column each, all others share the last. */
const WIDTH = 38;
function columnOf(code: number): number {
  if (code >= 97 && code <= 122) return code - 97;
  if (code >= 48 && code <= 57) return code - 22;
  return code === 32 ? 36 : 37;
}

/** Which of the patterns, by place, may match (1); all others cannot. The array is used again at the next call. */
export type Gate = (plain: string) => Uint8Array;

/**
 * Makes the gate of these patterns: Aho and Corasick's walk over the pieces they cannot do without, and then for each
 * pattern whether all is there that one of its ways asks for. A pattern of which nothing can be said is let through.
 */
export function gateOf(patterns: readonly RegExp[]): Gate {
  const numbers = new Map<string, number>();
  const numberOf = (piece: string) => {
    const known = numbers.get(piece) ?? numbers.size;
    numbers.set(piece, known);
    return known;
  };
  const asked = patterns.map(({ source }) => waysOf(source).map((way) => way.map((some) => some.map(numberOf))));
  const { table, told } = walkOf([...numbers.keys()]);
  const seen = new Uint8Array(numbers.size);
  const open = new Uint8Array(patterns.length);
  return (plain) => {
    seen.fill(0);
    let at = 0;
    for (let n = 0; n < plain.length; n += 1) {
      at = table[at * WIDTH + columnOf(plain.charCodeAt(n))] ?? 0;
      const ended = told[at];
      if (ended !== undefined) for (let k = 0; k < ended.length; k += 1) seen[ended[k] ?? 0] = 1;
    }
    for (let n = 0; n < asked.length; n += 1) open[n] = isOpen(asked[n] ?? [], seen) ? 1 : 0;
    return open;
  };
}

/** Loops, not `some` and `every`: this is looked at for every pattern and message. */
function isOpen(ways: readonly (readonly (readonly number[])[])[], seen: Uint8Array): boolean {
  for (let w = 0; w < ways.length; w += 1) if (isMet(ways[w] ?? [], seen)) return true;
  return false;
}

function isMet(all: readonly (readonly number[])[], seen: Uint8Array): boolean {
  for (let a = 0; a < all.length; a += 1) {
    const some = all[a] ?? [];
    let n = 0;
    while (n < some.length && seen[some[n] ?? 0] !== 1) n += 1;
    if (n === some.length) return false;
  }
  return true;
}

function walkOf(pieces: readonly string[]) {
  const next: number[][] = [row()];
  const ends: number[][] = [[]];
  for (const [number, piece] of pieces.entries()) addPiece(next, ends, piece, number);
  const table = linked(next, ends);
  return { table, told: ends.map((some) => Int32Array.from(new Set(some))) };
}

const row = () => new Array<number>(WIDTH).fill(-1);

function addPiece(next: number[][], ends: number[][], piece: string, number: number): void {
  let at = 0;
  for (const letter of piece) {
    const column = columnOf(letter.charCodeAt(0));
    let to = next[at]?.[column] ?? -1;
    if (to < 0) {
      to = next.push(row()) - 1;
      ends.push([]);
      const own = next[at];
      if (own !== undefined) own[column] = to;
    }
    at = to;
  }
  ends[at]?.push(number);
}

/** The walk as one table: from each place each letter leads on, or back to the longest end that is still a beginning. */
function linked(next: readonly (readonly number[])[], ends: number[][]): Int32Array {
  const table = new Int32Array(next.length * WIDTH);
  const back = new Int32Array(next.length);
  const queue: number[] = [0];
  for (let n = 0; n < queue.length; n += 1) {
    const at = queue[n] ?? 0;
    for (let column = 0; column < WIDTH; column += 1) {
      const to = next[at]?.[column] ?? -1;
      const behind = at === 0 ? 0 : (table[(back[at] ?? 0) * WIDTH + column] ?? 0);
      table[at * WIDTH + column] = to < 0 ? behind : to;
      if (to < 0) continue;
      back[to] = behind;
      ends[to]?.push(...(ends[behind] ?? []));
      queue.push(to);
    }
  }
  return table;
}
