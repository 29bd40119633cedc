/** `/r/:token`: a partner answers an introduction with no sign-in. Opening it changes nothing; only sending a form does. */
import type { Request, Response, Server } from 'restify';
import { z } from 'zod';
import { partnerSay as say } from '../../dialogs/content/partner';
import type { Happening } from '../../dialogs/types';
import { momentOf } from '../../services/calendar/moment';
import { sayDate, sayTime } from '../../services/calendar/say';
import { type LinkView, partnerAnswer } from '../../services/referrals/answer';
import type { Referral } from '../../services/referrals/referral';
import type { Referrals } from '../../services/referrals/referrals';
import type { Html } from '../../web/server/html';
import { type PageParts, pageHeaders } from '../../web/server/page';
import { makeBrowsers } from '../channels/webchat/browsers';
import { makeLimiter } from '../channels/webchat/limiter';
import { makeAllowsOrigin } from '../channels/webchat/origins';
import { readBody } from '../http';
import { respond } from '../http/respond';
import { agreedBody, calmBody, type Missing, openBody, type PartnerPage } from './answerPage';

export interface AnswerPageDeps {
  readonly referrals: Pick<Referrals, 'lookAt' | 'answer' | 'markTold'>;
  /** says the news in the person's conversation; when it throws, the sweep of `untold` says it later */
  readonly answered: (happening: Happening, conversationId: string) => Promise<void>;
  /** ms since 1970 */
  readonly clock: () => number;
  /** our own team's number and hours, on every page */
  readonly team: { readonly phone: string; readonly hours: string };
  /** the page shell of web/server/page */
  readonly page: (parts: PageParts) => string;
  /** where this server is reached, when it stands behind something: a form on any other site answers for nobody (B5) */
  readonly publicUrl?: string;
  /** names of events only: never a token, a number or a word */
  readonly log?: (event: string) => void;
  /** pages one connection address may ask for in a minute; 120 when absent, for partners behind one proxy */
  readonly perMinute?: number;
}

const LARGEST = 8_192;
const formFields = z.record(z.string(), z.string());

function readForm(text: string): unknown {
  if (!text.startsWith('{')) return Object.fromEntries(new URLSearchParams(text));
  // a body parser was here before us
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** What a link shows when there is nothing to answer. */
function calm(
  view: Exclude<LinkView, { kind: 'open' | 'agreed' }>,
  here: PartnerPage,
): { readonly status: number; readonly body: Html } {
  const ref = 'ref' in view ? view.ref : '';
  const page = (status: number, heading: string, ...lines: readonly string[]) => ({
    status,
    body: calmBody(heading, lines, here),
  });
  switch (view.kind) {
    case 'answered': {
      const heading = say(view.said === 'yes' ? 'answeredYes' : 'answeredNo');
      return page(200, heading, say('answeredBody', { ref }), say('answeredMore'));
    }
    case 'withdrawn':
      return page(410, say('withdrawn'), say('withdrawnBody', { ref }), say('withdrawnMore'));
    case 'closed':
      return page(410, say('closed'), say('closedBody', { ref }), say('closedMore'));
    case 'expired':
      return page(410, say('expired'), say('expiredBody'), say('expiredMore'));
    case 'unknown':
      return page(404, say('unknown'), say('unknownBody'), say('unknownMore'));
  }
}

function answerBy({ answerDue }: Referral, now: number): string {
  return answerDue > now ? `by ${sayTime(answerDue, now)}` : 'today, if you can';
}

/** What the form that came had no answer to. */
function missingIn(fields: Readonly<Record<string, string>>): Missing {
  return fields['say'] === 'notYet' ? 'day' : 'reason';
}

/** Puts the partner's one-time page on the server. */
export function mountAnswerPage(server: Server, deps: AnswerPageDeps): void {
  const allow = makeLimiter(deps.perMinute ?? 120, 60_000, deps.clock);
  const { askedFrom } = makeBrowsers(deps.publicUrl, makeAllowsOrigin(deps.publicUrl, []));
  const send = (res: Response, status: number, body: Html): void => {
    respond(res, status, deps.page({ body, kind: 'answering' }), pageHeaders());
  };
  const here = (): PartnerPage => ({ ...deps.team, today: momentOf(deps.clock()).date });
  const tooMany = (req: Request, res: Response): boolean => {
    if (allow(req.socket.remoteAddress ?? '')) return false;
    send(res, 429, calmBody(say('tooMany'), [say('tooManyBody')], here()));
    return true;
  };
  const dayOf = ({ holdUntil }: Referral): string => (holdUntil === null ? '' : sayDate(holdUntil));
  const showOpen = (res: Response, status: number, referral: Referral, token: string, missing: Missing): void => {
    const by = answerBy(referral, deps.clock());
    send(res, status, openBody(referral, by, dayOf(referral), `/r/${token}`, missing, here()));
  };
  const showAgreed = (res: Response, status: number, referral: Referral, token: string, first: boolean): void => {
    const by = referral.promisedBy === null ? '' : sayTime(referral.promisedBy, deps.clock());
    send(res, status, agreedBody(referral, by, first, `/r/${token}`, here()));
  };
  const showView = (res: Response, view: LinkView, token: string, status: number, missing: Missing): void => {
    if (view.kind === 'open') showOpen(res, status, view.referral, token, missing);
    else if (view.kind === 'agreed') showAgreed(res, status === 403 ? 403 : 200, view.referral, token, false);
    else {
      const page = calm(view, here());
      send(res, status === 403 ? 403 : page.status, page.body);
    }
  };
  /** Said once, right after "not yet". */
  const showHeld = (res: Response, referral: Referral): void => {
    const done = { moreInfo: 'moreDone', waitingList: 'listDone', notReached: 'triedDone' } as const;
    const words = say(done[referral.hold ?? 'moreInfo'], { day: dayOf(referral) });
    send(res, 200, calmBody(say('heldDone'), [words], here()));
  };
  const tokenOf = (req: Request): string => z.object({ token: z.string() }).parse(req.params).token;

  /** The answer is kept by now; if telling fails, the sweep tells it. */
  const tell = async (referral: Referral, happening: Happening): Promise<void> => {
    try {
      await deps.answered(happening, referral.conversationId);
      await deps.referrals.markTold(referral.id);
    } catch {
      deps.log?.('partner answer kept but not told yet');
    }
  };

  const guarded =
    (handle: (req: Request, res: Response) => Promise<void>) =>
    async (req: Request, res: Response): Promise<void> => {
      if (tooMany(req, res)) return;
      try {
        await handle(req, res);
      } catch {
        deps.log?.('partner page failed');
        send(res, 503, calmBody(say('broken'), [say('brokenBody')], here()));
      }
    };

  const show = guarded(async (req, res) => {
    const token = tokenOf(req);
    showView(res, await deps.referrals.lookAt(token), token, 200, null);
  });

  const take = guarded(async (req, res) => {
    const token = tokenOf(req);
    const body = await readBody(req, LARGEST);
    // a link in somebody's hands is theirs to answer, on our own page and with their own press
    if (askedFrom(req) === 'elsewhere') return showView(res, await deps.referrals.lookAt(token), token, 403, null);
    const fields = formFields.safeParse(body.kind === 'read' ? readForm(body.text) : null);
    const answer = partnerAnswer.safeParse(fields.success ? fields.data : null);
    if (!answer.success)
      return showView(res, await deps.referrals.lookAt(token), token, 422, missingIn(fields.data ?? {}));
    const outcome = await deps.referrals.answer(token, answer.data);
    if (outcome.kind !== 'moved') return showView(res, outcome, token, 200, null);
    await tell(outcome.referral, outcome.happening);
    if (answer.data.say === 'no') return send(res, 200, calmBody(say('noDone'), [say('noDoneBody')], here()));
    if (answer.data.say === 'notYet') return showHeld(res, outcome.referral);
    showAgreed(res, 200, outcome.referral, token, true);
  });

  server.get('/r/:token', show);
  server.head('/r/:token', show);
  server.post('/r/:token', take);
}
