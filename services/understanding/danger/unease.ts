/** How uneasy one message makes us, for dialogs/safety/unease to carry over a talk. */
import { ANY } from './hear';

/** 0 to 1; 0 when nothing was scored. */
export function uneaseOf(scores: Readonly<Record<string, number>>): number {
  return Math.round((scores[ANY] ?? 0) * 100) / 100;
}
