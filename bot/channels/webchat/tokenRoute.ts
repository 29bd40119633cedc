/** `POST /chat/token`: how a page begins a conversation, or comes back to its own. */
import { createHmac, randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Request, Response, Server } from 'restify';
import { z } from 'zod';
import { ownOrigin, readBody, readJson } from '../../http';
import { sendError, sendJson } from '../../http/respond';
import type { Browsers } from './browsers';
import { type WebChatDeps, webAddress } from './deps';
import { makeLimiter } from './limiter';
import type { AllowsOrigin } from './origins';
import { soon } from './soon';
import { type Talk, TOKEN_SECONDS } from './talk';

const asked = z.object({
  /** a pass from before: come back to that conversation */
  place: z.string().max(2000).optional(),
  /** keep it for a week, because the person asked */
  keep: z.boolean().optional(),
});

/** False when there were too many new conversations from where this request comes. */
export type MayStart = (req: IncomingMessage) => Promise<boolean>;

/** Counts new conversations by where they come from, without keeping an address: only a keyed hash of it. */
export function makeStartCounter(deps: WebChatDeps, windowMs: number): MayStart {
  const addressOf = deps.addressOf ?? ((req) => req.socket.remoteAddress ?? '');
  if (deps.mayStart) {
    const { mayStart } = deps;
    return (req) => mayStart(addressOf(req));
  }
  const key = randomBytes(32);
  const allow = makeLimiter(deps.startsPerTenMinutes ?? 120, windowMs, deps.clock);
  return async (req) => allow(createHmac('sha256', key).update(addressOf(req)).digest('base64url'));
}

export function mountTokenRoute(
  server: Server,
  deps: WebChatDeps,
  talk: Talk,
  allows: AllowsOrigin,
  browsers: Browsers,
  mayStart: MayStart,
): void {
  server.post('/chat/token', async (req: Request, res: Response) => {
    if (!allows(req)) return sendError(res, 403, 'BadArgument', 'Not from this site');
    const body = await readBody(req, 4096);
    const read = asked.safeParse(body.kind === 'read' ? readJson(body.text) : undefined);
    if (!read.success) return sendError(res, 400, 'BadArgument', 'The body is not understood');
    const { place, keep } = read.data;

    const answer = (who: { readonly conv: string; readonly user: string }, kept: boolean, crowded = false) =>
      sendJson(res, 200, {
        token: talk.token({ conv: who.conv, user: who.user, ...(crowded ? { crowded } : {}) }),
        conversationId: who.conv,
        expires_in: TOKEN_SECONDS,
        domain: `${ownOrigin(req, deps.publicUrl)}/v3/directline`,
        place: talk.place(who, { kept, browser: browsers.markOf(req) }),
      });

    if (place === undefined) {
      if (!(await mayStart(req))) return sendError(res, 429, 'TooManyRequests', 'Too many new conversations from here');
      return answer(talk.newConversation(), false);
    }
    const pass = talk.passes.check('place', place);
    if (pass.kind === 'expired') return sendError(res, 403, 'TokenExpired', 'The place has expired');
    if (pass.kind === 'bad') return sendError(res, 403, 'BadArgument', 'The place is not good here');
    // its Origin was looked at above, and a site that may show this chat may ask for its own people
    if (!browsers.mayUse(req, pass.claims, 'here')) {
      return sendError(res, 403, 'BadArgument', 'The place is not good here');
    }
    if (talk.ended(pass.claims.conv)) return sendError(res, 404, 'NotFound', 'The conversation has ended');
    if (pass.claims.fresh === true) {
      // one too many may still write: what they write is looked through for danger, and begins a talk when there is room
      return answer(pass.claims, keep ?? false, !(await mayStart(req)));
    }
    // somebody who comes back while nothing can be read still has to be heard
    const found = await soon<{ readonly kind: string }>(
      deps.conversations.transcript(webAddress(pass.claims.conv), 0, 1),
      { kind: 'storeDown' },
    );
    if (found.kind === 'none') return sendError(res, 404, 'NotFound', 'The conversation is not known');
    if (keep !== undefined) browsers.keep(req, res, keep);
    answer(pass.claims, keep ?? pass.claims.kept ?? false);
  });
}
