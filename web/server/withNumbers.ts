/** Words as a page shows them: no line ends inside a number, and in ours a number to call is a link. */
import { type Html, html } from './html';
import { type Piece, splitNumbers } from './numbers';

const kept = ({ text, whole }: Piece): Html => (whole ? html`<span class="whole">${text}</span>` : html`${text}`);

/** Our words, with their phone numbers as links to call. */
export function withNumbers(text: string): readonly Html[] {
  return splitNumbers(text).map((piece) =>
    piece.dial === undefined ? kept(piece) : html`<a href="tel:${piece.dial}">${piece.text}</a>`,
  );
}

/** Words of a person, or about one: nothing in them is a link, for a slip of the thumb must ring nobody. */
export function keptWhole(text: string): readonly Html[] {
  return splitNumbers(text).map(kept);
}
