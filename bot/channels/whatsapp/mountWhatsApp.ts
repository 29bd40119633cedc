/** `GET` and `POST /channels/whatsapp`: Meta's handshake, and everything people write (channel-contracts 4.2 to 4.6). */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Request, Response, Server } from 'restify';
import type { Desk } from '../../../services/inbox/webhook';
import { readJson, readQuery } from '../../http';
import { respond, sendError, sendJson } from '../../http/respond';
import { faultName, type Log } from '../../log';
import { mountRaw } from '../../rawRoute';
import { readBytes } from './readBytes';
import { readWebhook } from './readWebhook';
import { answerHandshake, isSigned } from './verify';

export interface WhatsAppDeps {
  readonly desk: Desk;
  /** the app secret, and the one before or after it while it is being changed */
  readonly appSecrets: readonly string[];
  readonly verifyToken: string;
  /** Meta's id of our number; what is for any other is let be */
  readonly phoneNumberId: string;
  readonly log: Log;
}

const PATH = '/channels/whatsapp';
/** Meta sends at most 3 MB. */
const LARGEST = 3 * 1024 * 1024;

/** Puts both routes on the server. The POST goes in front of every parser, since the signature is over the raw bytes. */
export function mountWhatsApp(server: Server, deps: WhatsAppDeps): void {
  const { log } = deps;
  server.get(PATH, async (req: Request, res: Response) => {
    const challenge = answerHandshake(readQuery(req), deps.verifyToken);
    if (challenge === null) {
      log.warn('whatsapp.handshake.refused');
      return sendError(res, 403, 'Forbidden', 'We do not know who is calling.');
    }
    log.info('whatsapp.handshake.done');
    respond(res, 200, challenge, { 'Content-Type': 'text/plain' });
  });
  mountRaw(
    server,
    PATH,
    (req, res) => take(deps, req, res),
    (error) => log.error('request.failed', { error: faultName(error) }),
  );
}

async function take(deps: WhatsAppDeps, req: IncomingMessage, res: ServerResponse): Promise<void> {
  const { log } = deps;
  const body = await readBytes(req, LARGEST);
  if (body.kind === 'tooBig') return sendError(res, 413, 'TooLarge', 'That message is too large.');
  if (body.kind === 'broken') return sendError(res, 400, 'BadRequest', 'That did not arrive whole.');
  const header = req.headers['x-hub-signature-256'];
  const signature = typeof header === 'string' ? header : undefined;
  if (!isSigned(body.bytes, signature, deps.appSecrets)) {
    // either a stranger, or our secret is wrong and nobody on WhatsApp reaches us: somebody has to look
    log.error('whatsapp.signature.refused', { alert: true, header: signature === undefined ? 'missing' : 'wrong' });
    return sendError(res, 403, 'Forbidden', 'We do not know who is calling.');
  }
  const news = readWebhook(readJson(body.bytes.toString('utf8')), deps.phoneNumberId);
  if (news === null) {
    log.error('whatsapp.webhook.unreadable', { alert: true });
    return sendError(res, 400, 'BadRequest', 'That is not a webhook we can read.');
  }
  if (news.unread > 0) log.error('whatsapp.parts.unreadable', { alert: true, parts: news.unread });
  // both are handed over before the answer, so that Meta sends again whatever was not kept
  const kept = [
    news.left.length === 0 ? 'kept' : await deps.desk.left?.('meta', news.left),
    news.messages.length === 0 ? 'kept' : await deps.desk.take(news.messages),
    news.statuses.length === 0 ? 'kept' : await deps.desk.status(news.statuses),
  ];
  if (kept.includes('storeDown'))
    return sendError(res, 503, 'StoreDown', 'That could not be kept. Please send it again.');
  sendJson(res, 200, {});
}
