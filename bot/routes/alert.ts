/** `/alert/:token`: one of the team says they have an alarm. Opening it changes nothing; only the button does. */
import type { Request, Response, Server } from 'restify';
import { z } from 'zod';
import { ALARM_ONWARDS, alarmPage } from '../../dialogs/content/alarms';
import type { Alarms, AlarmView } from '../../services/alarms/alarms';
import { sayTime } from '../../services/calendar/say';
import { type Html, html } from '../../web/server/html';
import { bar, type PageParts, pageHeaders } from '../../web/server/page';
import { makeBrowsers } from '../channels/webchat/browsers';
import { makeLimiter } from '../channels/webchat/limiter';
import { makeAllowsOrigin } from '../channels/webchat/origins';
import { respond } from '../http/respond';

export interface AlertPageDeps {
  readonly alarms: Pick<Alarms, 'lookAt' | 'acknowledge'>;
  /** ms since 1970 */
  readonly clock: () => number;
  readonly page: (parts: PageParts) => string;
  /** where this server is reached, when it stands behind something: a form on any other site stops no alarm (B5) */
  readonly publicUrl?: string;
}

/** Pages one connection address may ask for in a minute. */
const PER_MINUTE = 60;
const tokenShape = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

function body(view: AlarmView, token: string, now: number): { readonly status: number; readonly body: Html } {
  const { heading, lines } = alarmPage[view.kind];
  const said = lines.map((line) => html`<p>${line}</p>`);
  if (view.kind === 'unknown')
    return { status: 404, body: html`${bar()}<main class="sheet answer"><h1>${heading}</h1>${said}</main>` };
  const { event, level, raisedAt } = view.alarm;
  const facts = html`<p class="small">${alarmPage.facts(event, level, sayTime(raisedAt, now))}</p>`;
  const ask =
    view.kind === 'open'
      ? html`<form method="post" action="/alert/${token}"><button class="main">${alarmPage.open.button}</button></form><p class="small">${alarmPage.open.cannot}</p>`
      : html``;
  // signed in first, there: nothing of the person is behind this link
  const leads = view.kind !== 'open' && (view.alarm.kind === 'danger' || view.alarm.kind === 'handoff');
  const onwards = leads ? html`<p><a href="/advisor/alarms/${token}">${ALARM_ONWARDS}</a></p>` : html``;
  return {
    status: 200,
    body: html`${bar()}<main class="sheet answer"><h1>${heading}</h1>${facts}${said}${ask}${onwards}</main>`,
  };
}

/** Puts the page on the server. */
export function mountAlertPage(server: Server, deps: AlertPageDeps): void {
  const allow = makeLimiter(PER_MINUTE, 60_000, deps.clock);
  const { askedFrom } = makeBrowsers(deps.publicUrl, makeAllowsOrigin(deps.publicUrl, []));
  const answer = (use: (token: string) => Promise<AlarmView>) => async (req: Request, res: Response) => {
    const read = tokenShape.safeParse(z.looseObject({ token: z.unknown() }).parse(req.params).token);
    const known = read.success && allow(req.socket.remoteAddress ?? '');
    const strange = req.method === 'POST' && askedFrom(req) === 'elsewhere';
    const view: AlarmView = known ? await (strange ? deps.alarms.lookAt : use)(read.data) : { kind: 'unknown' };
    const made = body(view, read.success ? read.data : '', deps.clock());
    respond(res, strange ? 403 : made.status, deps.page({ body: made.body, kind: 'answering' }), pageHeaders());
  };
  server.get('/alert/:token', answer(deps.alarms.lookAt));
  server.post('/alert/:token', answer(deps.alarms.acknowledge));
}
