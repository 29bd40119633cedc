/** `/r/:token`: a partner answers an introduction with no sign-in. Opening it changes nothing; only sending a form does. */
import type { Request, Response, Server } from 'restify';
import { z } from 'zod';
import type { Happening } from '../../dialogs/types';
import { sayTime } from '../../services/calendar/say';
import { type LinkView, partnerAnswer } from '../../services/referrals/answer';
import type { Referral } from '../../services/referrals/referral';
import type { Referrals } from '../../services/referrals/referrals';
import type { Html } from '../../web/server/html';
import { type PageParts, pageHeaders } from '../../web/server/page';
import { makeLimiter } from '../channels/webchat/limiter';
import { readBody } from '../http';
import { calmBody, openBody, thanksForNoBody, thanksForYesBody } from './answerPage';

export interface AnswerPageDeps {
  readonly referrals: Pick<Referrals, 'lookAt' | 'answer' | 'markTold'>;
  /** says the news in the person's conversation; when it throws, the sweep of `untold` says it later */
  readonly answered: (happening: Happening, conversationId: string) => Promise<void>;
  /** ms since 1970 */
  readonly clock: () => number;
  /** the page shell of web/server/page */
  readonly page: (parts: PageParts) => string;
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
function calm(view: Exclude<LinkView, { kind: 'open' }>): { readonly status: number; readonly body: Html } {
  switch (view.kind) {
    case 'answered':
      return {
        status: 200,
        body: calmBody(view.said === 'yes' ? 'You said yes. Thank you' : 'You said no. Thank you', [
          `Your answer for ${view.ref} is with us. The details are no longer shown here, to keep the person safe.`,
          'To change it, or if you did not note something down, write back to our mail or ring our team.',
        ]),
      };
    case 'withdrawn':
      return {
        status: 410,
        body: calmBody('They have changed their mind', [
          `The person behind ${view.ref} took this back. That is fine, and it is not about you.`,
          'Please stop using the details we passed on, and delete them.',
        ]),
      };
    case 'closed':
      return {
        status: 410,
        body: calmBody('We found another way', [
          `Some time has passed, so we are looking at another way with the person behind ${view.ref}.`,
          'There is nothing more for you to do. Thank you.',
        ]),
      };
    case 'expired':
      return {
        status: 410,
        body: calmBody('This link has run out', [
          'Links work for 14 days, to keep people safe.',
          'Please write back to our mail or ring our team, and we will sort it out.',
        ]),
      };
    case 'unknown':
      return {
        status: 404,
        body: calmBody('We do not know this link', [
          'It may have been cut short. Please try the whole link from our mail.',
          'If that does not work, write back to our mail or ring our team.',
        ]),
      };
  }
}

function answerBy(referral: Referral, now: number): string {
  const due = referral.nextAction === 'chase' ? referral.nextActionAt : null;
  return due !== null && due > now ? `by ${sayTime(due, now)}` : 'today, if you can';
}

/** Puts the partner's one-time page on the server. */
export function mountAnswerPage(server: Server, deps: AnswerPageDeps): void {
  const allow = makeLimiter(deps.perMinute ?? 120, 60_000, deps.clock);
  const send = (res: Response, status: number, body: Html): void => {
    res.sendRaw(status, deps.page({ body, kind: 'answering' }), { ...pageHeaders() });
  };
  const tooMany = (req: Request, res: Response): boolean => {
    if (allow(req.socket.remoteAddress ?? '')) return false;
    send(res, 429, calmBody('One moment', ['That was a lot at once. Please wait a minute, then open the link again.']));
    return true;
  };
  const showOpen = (res: Response, status: number, referral: Referral, token: string, missing: boolean): void =>
    send(res, status, openBody(referral, answerBy(referral, deps.clock()), `/r/${token}`, missing));
  const showCalm = (res: Response, view: Exclude<LinkView, { kind: 'open' }>): void => {
    const { status, body } = calm(view);
    send(res, status, body);
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
        const lines = ['Nothing was lost. Please wait a minute, then open the link again.'];
        send(res, 503, calmBody('This is not working just now', lines));
      }
    };

  const show = guarded(async (req, res) => {
    const token = tokenOf(req);
    const view = await deps.referrals.lookAt(token);
    if (view.kind === 'open') return showOpen(res, 200, view.referral, token, false);
    showCalm(res, view);
  });

  const take = guarded(async (req, res) => {
    const token = tokenOf(req);
    const body = await readBody(req, LARGEST);
    const fields = formFields.safeParse(body.kind === 'read' ? readForm(body.text) : null);
    const answer = partnerAnswer.safeParse(fields.success ? fields.data : null);
    if (!answer.success) {
      const view = await deps.referrals.lookAt(token);
      return view.kind === 'open' ? showOpen(res, 422, view.referral, token, true) : showCalm(res, view);
    }
    const outcome = await deps.referrals.answer(token, answer.data);
    if (outcome.kind !== 'moved') return showCalm(res, outcome);
    await tell(outcome.referral, outcome.happening);
    if (answer.data.say === 'no') return send(res, 200, thanksForNoBody());
    const { promisedBy } = outcome.referral;
    const by = promisedBy === null ? 'the time you chose' : sayTime(promisedBy, deps.clock());
    send(res, 200, thanksForYesBody(outcome.referral, by));
  });

  server.get('/r/:token', show);
  server.head('/r/:token', show);
  server.post('/r/:token', take);
}
