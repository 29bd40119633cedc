/** A message of any length: the network looks at stretches that overlap, and the most worrying of them counts. */
import { asRead } from './asRead';
import type { Margins } from './stored';

/** Words looked at together, and how far on the next stretch begins: about 64 pieces, so one look is about 40 ms. */
const STRETCH = 48;
const ON = 36;
/** A longer message than this is judged by its beginning and its end; the fast stage reads all of it. */
const MOST = 4;

/** Margins of the stretch with the highest first margin (any danger). */
export function marginsOfWhole(look: Margins, text: string): readonly number[] {
  const all = stretches(asRead(text)).map(look);
  return all.reduce((worst, one) => ((one[0] ?? 0) > (worst[0] ?? 0) ? one : worst));
}

function stretches(text: string): readonly [string, ...string[]] {
  const words = text.split(' ');
  if (words.length <= STRETCH) return [text];
  const starts = Array.from({ length: Math.ceil((words.length - STRETCH) / ON) + 1 }, (_, n) => n * ON);
  const kept = starts.length <= MOST ? starts : [...starts.slice(0, MOST / 2), ...starts.slice(-MOST / 2)];
  const [first = '', ...others] = kept.map((from) => words.slice(from, from + STRETCH).join(' '));
  return [first, ...others];
}
