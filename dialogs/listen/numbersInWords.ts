/** A number from 0 to 10 however it is given: "7", "3/10", "seven", "a six I suppose". */
import { normalise } from '../safety/words/normalise';

const named: ReadonlyMap<string, number> = new Map(
  [
    'zero|nought|nil',
    'one|wan',
    'two|twa|twae',
    'three',
    'four|fower',
    'five|fev',
    'six',
    'seven',
    'eight|ate',
    'nine',
    'ten|10',
  ].flatMap((names, at) => names.split('|').map((name): [string, number] => [name, at])),
);

/** Null where no such number is named, or where two are ("a four or a five"): then the first stands. */
export function scoreIn(text: string): number | null {
  const outOf = /(\d{1,2})\s*(?:\/|out of|oot ?a|oot of)\s*(?:10|ten)/i.exec(text);
  if (outOf) return inScale(Number(outOf[1]));
  const { plain } = normalise(text);
  if (/ full marks /.test(plain)) return 10;
  const found = plain.split(' ').flatMap((word, at, all) => {
    // "out of ten" is the scale, not the answer
    if (all[at - 1] === 'of' && all[at - 2] === 'out') return [];
    if (/^\d{1,2}$/.test(word)) return inScale(Number(word)) ?? [];
    return named.get(word) ?? [];
  });
  return found[0] ?? null;
}

function inScale(number: number): number | null {
  return number >= 0 && number <= 10 ? number : null;
}
