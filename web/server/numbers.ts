/** Finds phone numbers in our own words, so that a cold thumb can tap them. */

export interface Piece {
  readonly text: string;
  /** digits to dial; absent for plain words */
  readonly dial?: string;
}

// 999, 111, 101, 116 123, and UK numbers of 10 or 11 digits with or without spaces; a mobile is somebody's own, not a line to call
const NUMBER =
  /(?<![\d.])(?:999|111|101|116 ?123|0(?!7)\d{2,4} ?\d{3} ?\d{3,4}|0(?!7)\d{3} ?\d{2} ?\d{2} ?\d{2,3})(?![\d.]\d)(?!\d)/g;

/** The text in pieces, in order; joined again they are the text. */
export function splitNumbers(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const found of text.matchAll(NUMBER)) {
    if (found.index > from) pieces.push({ text: text.slice(from, found.index) });
    pieces.push({ text: found[0], dial: found[0].replaceAll(' ', '') });
    from = found.index + found[0].length;
  }
  if (from < text.length) pieces.push({ text: text.slice(from) });
  return pieces;
}
