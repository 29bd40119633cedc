/** HTML that is safe by default: every value put into a page is escaped unless it was made here. */

/** A piece of HTML that may go into a page as it is. */
export interface Html {
  readonly html: string;
}

type Piece = Html | string | number | false | null | undefined | readonly Piece[];

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? '');
}

function write(piece: Piece): string {
  if (piece === false || piece === null || piece === undefined) return '';
  if (typeof piece === 'string') return escapeHtml(piece);
  if (typeof piece === 'number') return String(piece);
  if ('html' in piece) return piece.html;
  return piece.map(write).join('');
}

/** A page template: `` html`<p>${words}</p>` ``. Strings are escaped, Html is kept, lists are joined, false and null vanish. */
export function html(strings: TemplateStringsArray, ...pieces: readonly Piece[]): Html {
  return { html: strings.reduce((before, after, i) => before + write(pieces[i - 1]) + after) };
}
