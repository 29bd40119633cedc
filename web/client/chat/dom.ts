/** Small makers of page parts for the chat. */
import { type Piece, splitNumbers } from '../../server/numbers';

/** A part every chat page has; its absence is a bug. */
export function need(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`The page has no ${id}`);
  return found;
}

export function element(name: string, className: string, text = ''): HTMLElement {
  return Object.assign(document.createElement(name), { className, textContent: text });
}

const kept = (piece: Piece): Node =>
  piece.whole ? element('span', 'whole', piece.text) : document.createTextNode(piece.text);

/** The same words and links the server makes of ours. */
export function wordsWithNumbers(text: string): Node[] {
  return splitNumbers(text).map((piece) =>
    piece.dial === undefined
      ? kept(piece)
      : Object.assign(document.createElement('a'), { href: `tel:${piece.dial}`, textContent: piece.text }),
  );
}

/** The same words the server makes of a person's: numbers stay whole, and nothing is a link. */
export function wordsKeptWhole(text: string): Node[] {
  return splitNumbers(text).map(kept);
}

/** A number as a button a cold thumb can hit. */
export function callButton(label: string, dial: string): HTMLElement {
  return Object.assign(document.createElement('a'), { className: 'call', href: `tel:${dial}`, textContent: label });
}
