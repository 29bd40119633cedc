/** `/start`: on a development machine, the way in and the letters partners would have got. Not there in production. */
import type { Request, Response, Server } from 'restify';
import { roleNames } from '../../dialogs/content/staff/access';
import { readOutbox } from '../../services/delivery/outbox';
import { html } from '../../web/server/html';
import { bar, type PageParts, pageHeaders } from '../../web/server/page';
import { respond } from '../http/respond';
import { calmBody } from './answerPage';

export interface StartPageDeps {
  readonly production: boolean;
  /** the folder letters are written to */
  readonly outbox: string;
  /** where people reach this server, with no slash at the end */
  readonly publicUrl: string;
  /** there is a stand-in phone at /dev/phone */
  readonly phone: boolean;
  /** one-time links that sign sample people in */
  readonly staff: () => readonly {
    readonly name: string;
    readonly role: keyof typeof roleNames;
    readonly path: string;
  }[];
  readonly page: (parts: PageParts) => string;
}

const MOST_LETTERS = 20;
const KINDS: Readonly<Record<string, string>> = {
  asked: 'Someone would like your help',
  reminder: 'A reminder',
  withdrawn: 'They changed their mind',
  alarm: 'An alarm to our own team',
};

/** Only a link to this server is made clickable, whatever a file in the folder says. */
function ours(link: string | null, publicUrl: string): string | null {
  const known = link?.startsWith(`${publicUrl}/r/`) || link?.startsWith(`${publicUrl}/alert/`);
  return link !== null && known ? link.slice(publicUrl.length) : null;
}

/** Puts the start page on the server; in production it answers 404 like any page that is not there. */
export function mountStartPage(server: Server, deps: StartPageDeps): void {
  server.get('/start', async (_req: Request, res: Response) => {
    if (deps.production) {
      const missing = deps.page({ body: calmBody('This page is not here', ['Try the front page.']), kind: 'plain' });
      respond(res, 404, missing, pageHeaders());
      return;
    }
    const letters = await readOutbox(deps.outbox, MOST_LETTERS);
    const items = letters.map((letter) => {
      const link = ours(letter.link, deps.publicUrl);
      const title = `${KINDS[letter.kind] ?? 'A letter'}, ${letter.ref}`;
      return html`<li><strong>${title}</strong><br>${letter.to}<br>${link === null ? html`<span class="small">No link in this one.</span>` : html`<a href="${link}">${letter.kind === 'alarm' ? 'Open the page that stops it' : "Open the partner's page"}</a>`} <span class="small">${letter.file}</span></li>`;
    });
    const body = html`${bar()}<main class="sheet"><h1>Start here</h1>
<p>This page is only on a development machine.</p>
<p><a class="button main" href="/">Open the chat</a></p>
${deps.phone ? html`<p><a class="button" href="/dev/phone">Open the phone</a></p>` : ''}
<h2>Sign in as a sample person</h2>
<p class="small">Each link signs in once, within an hour. Open this page again for fresh ones.</p>
<ul>${deps.staff().map(({ name, role, path }) => html`<li><a href="${path}">${name}, ${roleNames[role]}</a></li>`)}</ul>
<h2>Letters to sample partners, and alarms</h2>
${letters.length === 0 ? html`<p>None yet. Finish a chat, pick an idea and say yes to passing your details on. The letter shows here.</p>` : html`<ol class="letters">${items}</ol>`}
<p class="small">Letters are kept as files in <code>${deps.outbox}</code>, newest first.</p>
</main>`;
    respond(res, 200, deps.page({ body, kind: 'plain' }), pageHeaders());
  });
}
