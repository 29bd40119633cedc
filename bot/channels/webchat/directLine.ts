/** Direct Line 3.0 over HTTP: what Microsoft's own clients call (channel-contracts 1.1). */
import { randomUUID } from 'node:crypto';
import type { Request, Response, Server } from 'restify';
import { z } from 'zod';
import { ownOrigin, readBearer, readBody, readJson, readQuery } from '../../http';
import { sendError, sendJson } from '../../http/respond';
import type { TurnFailed } from '../channel';
import { activityId } from './activities';
import type { WebChatDeps } from './deps';
import { readMark, readUnseen, tagOf, writeMark } from './history';
import { readPosted } from './inbound';
import type { AllowsOrigin } from './origins';
import { makeRoom, wordsOf } from './room';
import { type Talk, TOKEN_SECONDS } from './talk';
import type { MayStart } from './tokenRoute';
import type { Claims } from './tokens';
import { allowedHere } from './upgrades';

/** The largest activity taken, in bytes. */
const LARGEST = 64 * 1024;
const BASE = '/v3/directline';

const generateBody = z.object({ trustedOrigins: z.array(z.string().max(300)).max(20).optional() });

type Who = Claims | 'answered';

export function mountDirectLine(
  server: Server,
  deps: WebChatDeps,
  talk: Talk,
  allows: AllowsOrigin,
  mayStart: MayStart,
): void {
  const room = makeRoom(deps, mayStart);

  /** The person behind a request, or 'answered' when it was refused: 401 nothing given, 403 anything else. */
  function check(req: Request, res: Response): Who {
    const bearer = readBearer(req);
    if (bearer === null) return refuse(res, 401, 'Unauthorized', 'A token is missing');
    const pass = talk.passes.check('directline', bearer);
    if (pass.kind === 'expired') return refuse(res, 403, 'TokenExpired', 'The token has expired');
    if (pass.kind === 'bad') return refuse(res, 403, 'BadArgument', 'The token is not good here');
    const path: unknown = req.params?.id;
    if (path !== undefined && path !== pass.claims.conv) {
      return refuse(res, 403, 'BadArgument', 'The token is for another conversation');
    }
    if (!allowedHere(allows, req, req.headers.origin, pass.claims.origins)) {
      return refuse(res, 403, 'BadArgument', 'Not from this site');
    }
    if (talk.ended(pass.claims.conv)) return refuse(res, 404, 'NotFound', 'The conversation has ended');
    return pass.claims;
  }

  function refuse(res: Response, status: number, code: string, message: string): 'answered' {
    sendError(res, status, code, message);
    return 'answered';
  }

  function session(req: Request, who: Pick<Claims, 'conv' | 'user' | 'origins'>, watermark: string) {
    const base = ownOrigin(req, deps.publicUrl).replace(/^http/, 'ws');
    const ticket = talk.ticket(who);
    return {
      conversationId: who.conv,
      token: talk.token(who),
      expires_in: TOKEN_SECONDS,
      streamUrl: `${base}${BASE}/conversations/${who.conv}/stream?watermark=${watermark}&t=${ticket}`,
    };
  }

  /** Nothing could be kept: 503 with the crisis words in the body, so that a page can show them. */
  function sendStoreDown(res: Response, failed: TurnFailed, who: Claims, clientId: string | null): void {
    sendJson(res, 503, {
      error: { code: 'ServiceUnavailable', message: 'Nothing could be kept just now' },
      activities: talk.crisis(failed, who, clientId),
    });
  }

  /** Too many from here: 429, with the crisis words where these show danger, whatever the limit (S7). */
  function sendCrowded(
    res: Response,
    who: Pick<Claims, 'conv' | 'user'>,
    clientId: string | null,
    words: string,
  ): void {
    const replies = words === '' ? [] : (deps.ifDanger?.(words) ?? []);
    const activities = replies.length === 0 ? [] : talk.crisis({ kind: 'storeDown', replies }, who, clientId);
    sendJson(res, 429, {
      error: { code: 'TooManyRequests', message: 'Too many new conversations from here' },
      activities,
    });
  }

  server.post(`${BASE}/tokens/generate`, async (req: Request, res: Response) => {
    const bearer = readBearer(req);
    if (bearer === null) return sendError(res, 401, 'Unauthorized', 'The secret is missing');
    if (!talk.passes.isSecret(bearer)) return sendError(res, 403, 'BadArgument', 'The secret is not good here');
    const body = await readBody(req, LARGEST);
    const read = generateBody.safeParse(body.kind === 'read' ? readJson(body.text) : undefined);
    if (!read.success) return sendError(res, 400, 'BadArgument', 'The body is not understood');
    const { trustedOrigins: origins } = read.data;
    const who = { ...talk.newConversation(), ...(origins === undefined ? {} : { origins }) };
    sendJson(res, 200, { conversationId: who.conv, token: talk.token(who), expires_in: TOKEN_SECONDS });
  });

  server.post(`${BASE}/tokens/refresh`, async (req: Request, res: Response) => {
    const who = check(req, res);
    if (who === 'answered') return;
    sendJson(res, 200, { conversationId: who.conv, token: talk.token(who), expires_in: TOKEN_SECONDS });
  });

  server.post(`${BASE}/conversations`, async (req: Request, res: Response) => {
    const bySecret = talk.passes.isSecret(readBearer(req) ?? '');
    const who = bySecret ? talk.newConversation() : check(req, res);
    if (who === 'answered') return;
    if (!(await room.isThere(req, who))) return sendCrowded(res, who, null, '');
    // when nothing can be kept the conversation still opens: its socket shows the crisis words at once
    const begun = await talk.begin(who);
    sendJson(res, begun.kind === 'done' && begun.repeated ? 200 : 201, session(req, who, ''));
  });

  server.get(`${BASE}/conversations/:id`, async (req: Request, res: Response) => {
    const who = check(req, res);
    if (who === 'answered') return;
    const watermark = readQuery(req).get('watermark') ?? '';
    const found = await readUnseen(deps.conversations, talk.view(who), readMark(watermark));
    if (found.kind === 'none') return sendError(res, 404, 'NotFound', 'The conversation is not known');
    sendJson(res, 200, session(req, who, writeMark(readMark(watermark))));
  });

  server.get(`${BASE}/conversations/:id/activities`, async (req: Request, res: Response) => {
    const who = check(req, res);
    if (who === 'answered') return;
    const mark = readMark(readQuery(req).get('watermark'));
    // a polling client stops for ever on any 5xx, so trouble is an empty set (channel-contracts 1.4)
    const nothing = { activities: [], watermark: writeMark(mark) };
    try {
      const unseen = await readUnseen(deps.conversations, talk.view(who), mark);
      // it was there and is not any more: somebody left, here or on another device
      if (unseen.kind === 'none' && mark.item > 0) return sendError(res, 404, 'NotFound', 'The conversation has ended');
      if (unseen.kind !== 'found') return sendJson(res, 200, nothing);
      sendJson(res, 200, { activities: unseen.activities, watermark: writeMark(unseen.mark) });
    } catch {
      deps.log?.('pollNotRead');
      sendJson(res, 200, nothing);
    }
  });

  server.post(`${BASE}/conversations/:id/activities`, async (req: Request, res: Response) => {
    const who = check(req, res);
    if (who === 'answered') return;
    const body = await readBody(req, LARGEST);
    if (body.kind !== 'read') return sendError(res, 400, 'MessageSizeTooBig', 'The message is too big');
    const posted = readPosted(readJson(body.text));
    if (posted.kind === 'refused') return sendError(res, 400, 'BadArgument', 'The activity is not understood');
    if (posted.kind === 'aside') {
      const id = `${who.conv}|e${randomUUID()}`;
      talk.sockets.show(who.conv, [
        {
          type: posted.type,
          id,
          timestamp: new Date(deps.clock()).toISOString(),
          channelId: 'directline',
          from: { id: who.user, role: 'user' },
          conversation: { id: who.conv },
          channelData: posted.clientId === null ? {} : { clientActivityID: posted.clientId },
        },
      ]);
      return sendJson(res, 200, { id });
    }
    if (!(await room.isThere(req, who))) return sendCrowded(res, who, posted.clientId, wordsOf(posted.what));
    const result = await talk.say(who, posted.what, posted.clientId);
    if (result.kind === 'storeDown') return sendStoreDown(res, result, who, posted.clientId);
    const tag = tagOf(`web:${who.conv}`, result.conversationId);
    sendJson(res, 200, { id: activityId({ conversationId: who.conv, tag }, result.turn.firstItem) });
  });

  // no files: this service keeps none, and says so at once
  server.post(`${BASE}/conversations/:id/upload`, async (req: Request, res: Response) => {
    const who = check(req, res);
    if (who === 'answered') return;
    req.resume();
    sendError(res, 400, 'UploadNotAllowed', 'Files are not taken here');
  });

  // asked by the client for sign-in cards only, which we never send
  server.get(`${BASE}/session/getsessionid`, async (_req: Request, res: Response) =>
    sendError(res, 404, 'NotFound', 'No session'),
  );
}
