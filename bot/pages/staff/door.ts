/** The door of the staff pages: who asks, whether they may, whether the form is our own; then the page, or where to go instead. */
import type { Request, Response, Server } from 'restify';
import { z } from 'zod';
import { refusedWords, shell } from '../../../dialogs/content/staff/access';
import { type NoteName, notes } from '../../../dialogs/content/staff/notes';
import type { Done } from '../../../services/audit/audit';
import type { Seen } from '../../../services/staff/sessions';
import { type Html, html } from '../../../web/server/html';
import { pageHeaders } from '../../../web/server/page';
import { type StaffPage, staffPage } from '../../../web/server/staff/shell';
import { makeBrowsers } from '../../channels/webchat/browsers';
import { makeLimiter } from '../../channels/webchat/limiter';
import { makeAllowsOrigin } from '../../channels/webchat/origins';
import { readBody, readQuery } from '../../http';
import { createEvents, type Listening } from '../../http/events';
import { sendOn, sendTrouble } from '../../http/respond';
import { sendPage } from '../../http/sendPage';
import { isStranger, makeSignedCookie, sameText, strangerValue } from '../../http/signedCookie';
import { faultName, type Log } from '../../log';
import { ACCESS, mayOpen, placesOf, type RouteName } from './access';
import { deviceOf } from './device';
import { sendFile } from './sendFile';

/** Requests one session may make in a minute, and one network all together that is not signed in. */
const PER_MINUTE = 600;
const LARGEST_FORM = 32 * 1024;
/** Where one may be sent on to after signing in. */
const NEXT = /^\/(?:staff|advisor|partner|insight)(?:\/[\w~%:-][\w~%:.-]*)*(?:\?[\w=&%.-]*)?$/;

export interface DoorDeps {
  /** who holds this; throws StoreDown */
  readonly look: (token: string) => Promise<Seen | null>;
  /** the same, without counting as a use of it */
  readonly peek: (token: string) => Promise<Seen | null>;
  /** a page of this session is on a screen */
  readonly here: (sessionId: string) => Promise<void>;
  readonly audit: (done: Done) => Promise<void>;
  readonly hash: (purpose: string, value: string) => string;
  readonly production: boolean;
  readonly publicUrl: string;
  readonly addressOf: (req: Request) => string;
  readonly log: Log;
  /** ms since 1970 */
  readonly now: () => number;
}

/** One request, as a page needs it. */
export interface Asking {
  /** null: nobody is signed in, not even half */
  readonly seen: Seen | null;
  /** what the browser holds: a session, or a number nobody is known by */
  readonly browser: string;
  readonly csrf: string;
  readonly form: URLSearchParams;
  readonly query: URLSearchParams;
  readonly params: Readonly<Record<string, string>>;
  readonly network: string;
  readonly device: string;
  /** where to go on to, if it is a page of ours */
  readonly next: string | null;
  /** asked by an open page that reads again, not by hand */
  readonly live: boolean;
}

export type Answer =
  | ({ readonly kind: 'page'; readonly status?: number } & Omit<StaffPage, 'me' | 'csrf'>)
  /** `token`: what the browser holds from now on; null: it is nobody again */
  | { readonly kind: 'go'; readonly to: string; readonly note?: NoteName; readonly token?: string | null }
  | { readonly kind: 'missing' }
  /** something to look at or listen to by itself, as it was sent to us */
  | { readonly kind: 'file'; readonly bytes: Buffer; readonly contentType: string; readonly name: string }
  /** to be kept on the reader's own computer, never shown in the browser */
  | { readonly kind: 'copy'; readonly name: string; readonly type: string; readonly text: string }
  /** news as it comes, for as long as the page is open */
  | ({ readonly kind: 'events' } & Listening);

export type Handler = (asking: Asking) => Promise<Answer>;

/** What other ways in need of the door: what a browser holds, and sending it on with something else to hold. */
export interface Door {
  readonly browserOf: (req: Request) => string | null;
  readonly deviceOf: (req: Request) => string;
  readonly go: (res: Response, to: string, token?: string) => void;
  /** ends what is open, so that the server can close */
  readonly close: () => void;
}

/** A page for somebody who is signed in. The matrix has made sure of it; what it has not is broken. */
export function signedIn(work: (asking: Asking & { readonly seen: Seen }) => Promise<Answer>): Handler {
  return async (asking) => {
    if (asking.seen === null) throw new Error('A page for somebody was opened by nobody');
    return work({ ...asking, seen: asking.seen });
  };
}

const isNote = (text: string | null): text is NoteName => text !== null && Object.hasOwn(notes, text);
const readNext = (text: string | null): string | null => (text !== null && NEXT.test(text) ? text : null);
const paramsOf = (req: Request) => z.record(z.string(), z.string()).catch({}).parse(req.params);

/** An address with a note for the page it leads to. */
const withNote = (to: string, note: NoteName | undefined): string =>
  note === undefined ? to : `${to}${to.includes('?') ? '&' : '?'}note=${note}`;

/** Puts every route of the matrix on the server, each behind the door. */
export function mountStaffPages(server: Server, deps: DoorDeps, pages: Readonly<Record<RouteName, Handler>>): Door {
  const { log } = deps;
  const origin = new URL(deps.publicUrl);
  const cookie = makeSignedCookie('win_staff', deps.production || origin.protocol === 'https:', deps.hash);
  const { askedFrom } = makeBrowsers(deps.publicUrl, makeAllowsOrigin(deps.publicUrl, []));
  const allow = makeLimiter(PER_MINUTE, 60_000, deps.now);
  const csrfOf = (browser: string) => deps.hash('staff csrf', browser);
  const events = createEvents({
    beat: stillHere,
    failed: (error) => log.warn('staff.events', { error: faultName(error) }),
  });

  function show(req: Request, res: Response, asking: Asking, answer: Extract<Answer, { kind: 'page' }>): void {
    const { seen, csrf, query } = asking;
    const { kind: _kind, status = 200, ...page } = answer;
    const asked = query.get('note');
    const me =
      seen === null || seen.session.stage === 'half'
        ? null
        : {
            name: seen.account.name,
            places: placesOf(seen).map((path) => ({ path, words: shell.places[path] })),
          };
    const note = page.note !== undefined ? page.note : isNote(asked) ? asked : null;
    sendPage(req, res, status, staffPage({ ...page, note, me, csrf }), pageHeaders());
  }

  const calm = (status: number, title: string, body: Html): Extract<Answer, { kind: 'page' }> => ({
    kind: 'page',
    status,
    title,
    body,
    note: null,
    width: 'narrow',
  });

  /** Asked again and again while a page is open: whether it may stay, and that it is there. */
  async function stillHere(browser: string): Promise<boolean> {
    const seen = await deps.peek(browser);
    if (seen === null) return false;
    await deps.here(seen.session.id);
    return true;
  }

  /** Who may not, and what they see instead; null when they may. */
  async function turnedAway(req: Request, row: (typeof ACCESS)[number], asking: Asking): Promise<Answer | null> {
    const access = mayOpen(row, asking.seen);
    if (access === 'yes') return null;
    if (access === 'home') return { kind: 'go', to: '/staff' };
    if (access === 'secondFactor') return { kind: 'go', to: '/staff/second-factor' };
    if (access === 'setUp') return { kind: 'go', to: '/staff/account', note: 'setUp' };
    if (access === 'signIn' || asking.seen === null) {
      // what a form held is gone; where it was is kept
      const here = req.method === 'GET' ? readNext(req.url ?? null) : null;
      const to = here === null ? '' : `?next=${encodeURIComponent(here)}`;
      return { kind: 'go', to: `/staff/sign-in${to}`, ...(isStranger(asking.browser) ? {} : { note: 'over' }) };
    }
    const { id } = asking.seen.account;
    await deps.audit({ actor: id, action: 'refused', subject: 'page', detail: { page: `${row.method} ${row.path}` } });
    const line = html`<p>${refusedWords.line}</p><p><a href="/staff">${refusedWords.back}</a></p>`;
    return calm(403, refusedWords.title, line);
  }

  async function handle(req: Request, res: Response, row: (typeof ACCESS)[number], page: Handler): Promise<void> {
    const address = deps.addressOf(req);
    const held = cookie.read(req);
    // a team behind one address is counted each by their own; what they hold was given by us, and cannot be made up
    if (!allow(held === null || isStranger(held) ? address : `session ${held}`)) return sendTrouble(req, res, 429);
    const browser = held ?? strangerValue();
    if (held === null) cookie.set(res, browser);
    const seen = isStranger(browser) ? null : await deps.look(browser);
    const body = row.method === 'POST' ? await readBody(req, LARGEST_FORM) : null;
    const form = new URLSearchParams(body?.kind === 'read' ? body.text : '');
    const query = readQuery(req);
    const asking: Asking = {
      seen,
      browser,
      csrf: csrfOf(browser),
      form,
      query,
      params: paramsOf(req),
      network: address,
      device: deviceOf(req.headers['user-agent']),
      next: readNext(form.get('next') ?? query.get('next')),
      live: req.headers['x-win-live'] !== undefined,
    };
    const ours =
      row.method === 'GET' || (askedFrom(req) !== 'elsewhere' && sameText(form.get('csrf') ?? '', asking.csrf));
    const answer: Answer =
      (await turnedAway(req, row, asking)) ??
      (ours ? await page(asking) : { kind: 'go', to: seen === null ? '/staff/sign-in' : '/staff', note: 'stale' });
    if (answer.kind === 'page') return show(req, res, asking, answer);
    if (answer.kind === 'missing') {
      const line = html`<p>${refusedWords.missingLine}</p><p><a href="/staff">${refusedWords.back}</a></p>`;
      return show(req, res, asking, calm(404, refusedWords.missing, line));
    }
    if (answer.kind === 'file') return sendFile(res, answer);
    if (answer.kind === 'copy') {
      const disposition = `attachment; filename="${answer.name}"`;
      const type = { 'Content-Type': answer.type, 'Content-Disposition': disposition };
      return sendPage(req, res, 200, answer.text, { ...pageHeaders(), ...type });
    }
    if (answer.kind === 'events') return events.open(res, browser, answer);
    if (answer.token !== undefined) cookie.set(res, answer.token ?? strangerValue());
    sendOn(res, withNote(answer.to, answer.note));
  }

  const handlers: ReadonlyMap<string, Handler> = new Map(Object.entries(pages));
  for (const row of ACCESS) {
    const page = handlers.get(`${row.method} ${row.path}`);
    if (page === undefined) throw new Error(`Nothing is shown at ${row.path}`);
    const route = async (req: Request, res: Response) => {
      try {
        await handle(req, res, row, page);
      } catch (error) {
        log.error('staff.failed', { page: row.path, error: faultName(error) });
        sendTrouble(req, res, 503);
      }
    };
    if (row.method === 'GET') server.get(row.path, route);
    else server.post(row.path, route);
  }
  return {
    close: events.close,
    browserOf: cookie.read,
    deviceOf: (req) => deviceOf(req.headers['user-agent']),
    go: (res, to, token) => {
      if (token !== undefined) cookie.set(res, token);
      sendOn(res, to);
    },
  };
}
