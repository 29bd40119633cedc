/** Several texts sent one after another arrive as one message: its lines, and which of them count. */
import { plain } from './labels';

/** More lines than this is a letter, not an answer and its afterthoughts. */
const MOST_LINES = 12;

/** The lines with something in them; none when there are too many to be texts. */
export function linesOf(text: string): readonly string[] {
  const lines = text
    .split(/\r\n?|\n/)
    .map((line) => line.trim())
    .filter(Boolean);
  return lines.length > MOST_LINES ? [] : lines;
}

const polite: ReadonlySet<string> = new Set(
  'thanks|thank you|thank u|ty|thx|ta|cheers|many thanks|thanks a lot|please|pls|sorry|hi|hello|hiya|x|xx|xxx|lol|mate|pal|hen'.split(
    '|',
  ),
);

/** Manners and kisses: nothing is answered by them. A smile or a heart has no letters at all. */
export function isPolite(line: string): boolean {
  const said = plain(line);
  return said === '' || polite.has(said);
}

/** The one thing these all say; 'several' when they differ, null when there is none. */
export function theOne<T>(found: readonly T[]): T | 'several' | null {
  const [first, ...rest] = found;
  if (first === undefined) return null;
  return rest.every((one) => JSON.stringify(one) === JSON.stringify(first)) ? first : 'several';
}
