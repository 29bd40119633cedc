/** Cuts a message into the word pieces the network knows: BERT's own rules, greedy, longest piece first. */

export interface Pieces {
  /** word pieces, with the marks of start and end, at most `longest` of them */
  readonly cut: (text: string, longest: number) => readonly number[];
}

/** A longer run of letters is one unknown word. */
const LONGEST_WORD = 100;

/** Makes the cutter from the list of pieces, in order. Throws when a mark is missing. */
export function createPieces(list: readonly string[]): Pieces {
  const places = new Map(list.map((piece, n) => [piece, n] as const));
  const placeOf = (mark: string): number => {
    const place = places.get(mark);
    if (place === undefined) throw new Error(`no ${mark} among the word pieces`);
    return place;
  };
  const start = placeOf('[CLS]');
  const end = placeOf('[SEP]');
  const unknown = placeOf('[UNK]');
  return {
    cut: (text, longest) => {
      const found: number[] = [];
      for (const word of wordsOf(text)) {
        if (found.length >= longest - 2) break;
        found.push(...piecesOf(word, places, unknown));
      }
      return [start, ...found.slice(0, longest - 2), end];
    },
  };
}

function piecesOf(word: string, places: ReadonlyMap<string, number>, unknown: number): readonly number[] {
  const signs = [...word];
  if (signs.length > LONGEST_WORD) return [unknown];
  const found: number[] = [];
  for (let from = 0; from < signs.length; ) {
    let to = signs.length;
    let place: number | undefined;
    for (; to > from; to -= 1) {
      const piece = signs.slice(from, to).join('');
      place = places.get(from === 0 ? piece : `##${piece}`);
      if (place !== undefined) break;
    }
    if (place === undefined) return [unknown];
    found.push(place);
    from = to;
  }
  return found;
}

const HIDDEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\ufffd]/gu;
const BLANK = /[\s\p{Zs}]+/gu;
const CHINESE =
  /[\u4e00-\u9fff\u3400-\u4dbf\u{20000}-\u{2a6df}\u{2a700}-\u{2b73f}\u{2b740}-\u{2b81f}\u{2b820}-\u{2ceaf}\uf900-\ufaff\u{2f800}-\u{2fa1f}]/gu;
const SIGN = /[!-/:-@[-`{-~]|\p{P}/gu;

function wordsOf(text: string): readonly string[] {
  return text
    .replace(BLANK, ' ')
    .replace(HIDDEN, '')
    .replace(CHINESE, ' $& ')
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replace(SIGN, ' $& ')
    .split(' ')
    .filter((word) => word !== '');
}
