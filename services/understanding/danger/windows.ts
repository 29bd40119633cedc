/** Cuts what is too long to be read at once into parts that overlap, so that no word of a message goes unread. */

/** Longest text read in one go by the rules, in characters, and how much of it the next part reads again. */
const CHUNK = 3_000;
const CHUNK_OVERLAP = 400;

/** The whole text in parts of at most CHUNK characters, cut between words where there are any. */
export function chunksOf(text: string): readonly string[] {
  if (text.length <= CHUNK) return [text];
  const parts: string[] = [];
  for (let from = 0; from < text.length; ) {
    const end = Math.min(text.length, from + CHUNK);
    const cut = end === text.length ? end : wordEnd(text, end);
    parts.push(text.slice(from, cut));
    if (cut === text.length) break;
    from = wordEnd(text, cut - CHUNK_OVERLAP);
  }
  return parts;
}

function wordEnd(text: string, at: number): number {
  const space = text.lastIndexOf(' ', at);
  return space > at - 100 ? space : at;
}

export interface Part {
  readonly plain: string;
  /** where it starts in the whole */
  readonly offset: number;
}

/** Longest message the learned stage reads whole, in characters of plain words; longer ones in windows of WINDOW. */
const WHOLE = 700;
const WINDOW = 600;
const STRIDE = 470;

/** The plain words in overlapping windows, each starting and ending between words. */
export function windowsOf(plain: string): readonly Part[] {
  if (plain.trim() === '') return [];
  if (plain.length <= WHOLE) return [{ plain, offset: 0 }];
  const parts: Part[] = [];
  for (let from = 0; from < plain.length - 1; ) {
    const end = Math.min(plain.length, from + WINDOW);
    const space = end === plain.length ? end : plain.lastIndexOf(' ', end) + 1;
    const to = space > from + STRIDE ? space : end;
    parts.push({ plain: plain.slice(from, to), offset: from });
    if (to >= plain.length) break;
    const next = plain.indexOf(' ', from + STRIDE);
    from = next < 0 || next >= to ? from + STRIDE : next;
  }
  return parts;
}
