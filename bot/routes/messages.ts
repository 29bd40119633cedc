/** `POST /api/messages`: Azure Bot Service through CloudAdapter, with a checked body and calm answers. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ActivityHandler, TurnContext } from 'botbuilder';
import { decode } from 'jsonwebtoken';
import type { Server } from 'restify';
import type { FrontDoorAdapter } from '../channels/azure/adapter';
import type { AnswersTo } from '../channels/azure/answerHosts';
import { type KnownActivity, knownActivity, rememberChecked } from '../channels/azure/readActivity';
import { readBody, readJson } from '../http';
import { sendError, sendJson } from '../http/respond';
import { createSlots } from '../http/slots';
import { mountRaw } from '../rawRoute';

export interface MessagesDeps {
  readonly adapter: FrontDoorAdapter;
  readonly bot: ActivityHandler;
  /** no app id is set, so callers are not checked: answers go back in the response or to this machine only */
  readonly unchecked: boolean;
  /** where answers may go */
  readonly answersTo: AnswersTo;
  readonly log: { error(event: string, facts?: Readonly<Record<string, string>>): void };
}

/** An activity is at most 256 K characters (Bot Framework limits). */
const LARGEST = 256 * 1024;

/** What people write is far below this, bytes; what is above it waits its turn, so that a flood of it holds nobody up. */
const SMALL = 16 * 1024;
const LARGE_AT_ONCE = 4;

/** A clock of theirs may be so far from ours, seconds. */
const SKEW = 300;

/** A bearer whose token has not run out, as far as can be seen without checking who signed it; that comes with the activity. */
function mayBeCaller(header: string | undefined): boolean {
  const token = /^bearer (\S+)$/i.exec(header?.trim() ?? '')?.[1];
  if (token === undefined) return false;
  const claims = decode(token);
  if (claims === null || typeof claims === 'string' || claims.exp === undefined) return false;
  return claims.exp + SKEW > Date.now() / 1_000;
}

/** Puts the route on the server. */
export function mountMessages(server: Server, deps: MessagesDeps): void {
  // the turn itself is safe by now; what failed is the way back, and the answer is there when they write again
  deps.adapter.onTurnError = async (_context, error) => {
    deps.log.error('bot.send.failed', { error: error.name });
  };
  const failed = (error: unknown) =>
    deps.log.error('request.failed', { error: error instanceof Error ? error.name : 'unknown' });
  const inTurn = createSlots(LARGE_AT_ONCE);
  const take = async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    // before a byte is read: somebody who cannot be the channel costs nothing (B15)
    if (!deps.unchecked && !mayBeCaller(req.headers.authorization)) {
      req.resume();
      res.shouldKeepAlive = false;
      return sendError(res, 401, 'Unauthorized', 'We do not know who is calling.');
    }
    const isSmall = Number(req.headers['content-length'] ?? LARGEST) <= SMALL;
    await (isSmall ? read(req, res) : inTurn(() => read(req, res)));
  };
  const read = async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    const body = await readBody(req, LARGEST);
    if (body.kind === 'tooBig') return sendError(res, 413, 'TooLarge', 'That message is too large.');
    if (body.kind === 'broken') return sendError(res, 400, 'BadRequest', 'That did not arrive whole.');
    const activity = knownActivity(readJson(body.text));
    if (activity === null) return sendError(res, 400, 'BadActivity', 'That is not an activity we can read.');
    if (!mayAnswer(activity, deps.answersTo))
      return sendError(res, 400, 'BadServiceUrl', 'There is no way to answer that.');
    const answer = await deps.adapter.take(
      req.headers.authorization ?? '',
      rememberChecked(activity),
      (context: TurnContext) => deps.bot.run(context),
    );
    if (answer.kind === 'unknownCaller') return sendError(res, 401, 'Unauthorized', 'We do not know who is calling.');
    if (answer.body !== undefined) return sendJson(res, answer.status, answer.body);
    res.statusCode = answer.status;
    res.end();
  };
  mountRaw(server, '/api/messages', take, failed);
}

/** A message that wants its answer elsewhere needs an address to send it to. */
function mayAnswer(activity: KnownActivity, answersTo: AnswersTo): boolean {
  if (activity.deliveryMode === 'expectReplies' || activity.type !== 'message') return true;
  return answersTo(activity.serviceUrl ?? '');
}
