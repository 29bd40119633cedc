/** The shell of every staff page: who is signed in, where one can go, what has just happened, and the page. */
import { shell } from '../../../dialogs/content/staff/access';
import { goodNotes, type NoteName, notes } from '../../../dialogs/content/staff/notes';
import type { Assets } from '../assets';
import { type Html, html } from '../html';
import { mark } from '../icon';
import { page } from '../page';
import { button, form } from './fields';
import { flash } from './parts';

export interface Place {
  readonly path: string;
  readonly words: string;
}

/** Who is signed in, as the shell shows them. */
export interface Me {
  readonly name: string;
  readonly places: readonly Place[];
}

export interface StaffPage {
  readonly title: string;
  readonly body: Html;
  /** null: nobody is signed in yet */
  readonly me: Me | null;
  readonly csrf: string;
  /** the place this page belongs to */
  readonly at?: string;
  readonly note?: NoteName | null;
  /** `narrow` for forms, `wide` for lists; `desk` fits a thread into a large screen, with nothing to scroll to */
  readonly width?: 'narrow' | 'plain' | 'wide' | 'desk';
  readonly scripts?: readonly string[];
}

function top({ me, csrf, at }: StaffPage): Html {
  const home = html`<a class="home" href="${me === null ? '/staff/sign-in' : '/staff'}">${mark}<span>WIN</span><span class="place">${shell.place}</span></a>`;
  if (me === null) return html`<header class="bar">${home}</header>`;
  const link = ({ path, words }: Place) =>
    html`<li><a href="${path}"${path === at ? html` aria-current="page"` : null}>${words}</a></li>`;
  return html`<header class="bar">${home}<nav aria-label="${shell.pages}"><ul>${me.places.map(link)}</ul></nav><div class="me"><span>${me.name}</span>${form('/staff/sign-out', csrf, button(shell.signOut, 'quiet'))}</div></header>`;
}

/** A whole staff page as text. */
export function staffPage(given: StaffPage, assets?: Assets): string {
  const { title, note = null, width = 'plain', scripts = [] } = given;
  const said = note === null ? null : flash(notes[note], goodNotes.has(note) ? 'good' : 'wait');
  const body = html`<a class="skip" href="#main">${shell.skip}</a>
${top(given)}
<main id="main" class="${width === 'desk' ? 'wide desk' : width}" tabindex="-1">${said}
<h1>${title}</h1>
${given.body}
</main>`;
  return page({ title: `${title} - WIN`, body, kind: 'staff', styles: ['staff.css'], scripts }, assets);
}
