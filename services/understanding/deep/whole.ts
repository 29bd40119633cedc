/** A message of any length: the network looks at stretches that overlap, and the most worrying of them counts. */
import { putApart } from '../danger/apart';
import { asRead } from './asRead';
import type { DeepClient } from './client';
import type { Margins } from './stored';

/** Words looked at together, and how far on the next stretch begins: about 64 pieces, so one look is about 40 ms. */
const STRETCH = 48;
const ON = 36;
/** A longer message than this is judged by its beginning and its end; the fast stage reads all of it. */
const MOST = 4;

/** Margins of the stretch with the highest first margin (any danger). */
export function marginsOfWhole(look: Margins, text: string): readonly number[] {
  return stretches(asRead(putApart(text)))
    .map(look)
    .reduce(worse);
}

const worse = (worst: readonly number[], one: readonly number[]) => ((one[0] ?? 0) > (worst[0] ?? 0) ? one : worst);

/**
 * The same, of a stage that others ask too: one stretch after another, so that a long message never keeps a short one
 * waiting. What is not there after `withinMs` counts no more; null when nothing is.
 */
export function askWhole(
  ask: DeepClient['ask'],
  withinMs: number,
): (text: string) => Promise<readonly number[] | null> {
  return async (text) => {
    const began = performance.now();
    let worst: readonly number[] | null = null;
    const all = stretches(asRead(putApart(text)));
    for (const stretch of all) {
      const left = withinMs - (performance.now() - began);
      const margins = left > 0 ? await ask(stretch, left, all.length > 1) : null;
      if (margins === null) break;
      worst = worst === null ? margins : worse(worst, margins);
    }
    return worst;
  };
}

function stretches(text: string): readonly [string, ...string[]] {
  const words = text.split(' ');
  if (words.length <= STRETCH) return [text];
  const starts = Array.from({ length: Math.ceil((words.length - STRETCH) / ON) + 1 }, (_, n) => n * ON);
  const kept = starts.length <= MOST ? starts : [...starts.slice(0, MOST / 2), ...starts.slice(-MOST / 2)];
  const [first = '', ...others] = kept.map((from) => words.slice(from, from + STRETCH).join(' '));
  return [first, ...others];
}
