/** Finds phone numbers and WIN numbers in words, so that a cold thumb can tap them and no line ends inside one. */

export interface Piece {
  readonly text: string;
  /** digits to dial; absent for plain words */
  readonly dial?: string;
  /** a number that stays on one line: one to dial, or somebody's own, or a WIN number to quote */
  readonly whole?: true;
}

// 999, 111, 101, 116 123, Childline's eight digits, and UK numbers of 10 or 11 however they are spaced; a mobile is
// somebody's own, not a line to call
const DIAL =
  '(?:999|111|101|116 ?123|0800 ?1111|0(?!7)(?:\\d{2,4} ?\\d{3} ?\\d{3,4}|\\d{3,4} ?\\d{2} ?\\d{2} ?\\d{2,3}|\\d{3} ?\\d{4} ?\\d{3}|\\d{3} ?\\d{3} ?\\d{2} ?\\d{2}))(?![\\d.]\\d)(?!\\d)';
// WIN-7F3K4, a mobile, and a number as it is written abroad
const OWN = '\\bwin-[a-z0-9]{4,6}\\b|(?:07(?: ?\\d){9}|\\+\\d(?: ?(?:\\(0\\) ?)?\\d){7,14})(?!\\d)';
const NUMBER = new RegExp(`(${DIAL})|${OWN}`, 'gi');

/** The text in pieces, in order; joined again they are the text. */
export function splitNumbers(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const found of text.matchAll(NUMBER)) {
    // the end of a longer number; asked here, as Safari before 16.4 knows no lookbehind and would lose the whole script
    if (/[\d.]/.test(text.charAt(found.index - 1))) continue;
    if (found.index > from) pieces.push({ text: text.slice(from, found.index) });
    const dial = found[1]?.split(' ').join('');
    pieces.push({ text: found[0], whole: true, ...(dial === undefined ? {} : { dial }) });
    from = found.index + found[0].length;
  }
  if (from < text.length) pieces.push({ text: text.slice(from) });
  return pieces;
}
