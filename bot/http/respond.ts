/** The one responder: what is sent, with its length, and the one way to say that something is not there or did not work. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { helpNow, troubleOf } from '../../dialogs/content/troubles';
import { errorPage, pageHeaders } from '../../web/server/page';
import { lighten } from './protect';

type Headers = Readonly<Record<string, string>>;

/** Sends an answer. `headers` take the place of those every answer begins with (`protect`). One that has begun is only ended. */
export function respond(res: ServerResponse, status: number, body: string | Buffer, headers: Headers = {}): void {
  if (res.writableEnded) return;
  if (res.headersSent) {
    res.end();
    return;
  }
  lighten(res, headers['Content-Type'] ?? '');
  res.writeHead(status, { ...headers, 'Content-Length': Buffer.byteLength(body) });
  res.end(body);
}

export function sendJson(res: ServerResponse, status: number, body: unknown): void {
  respond(res, status, JSON.stringify(body), { 'Content-Type': 'application/json; charset=utf-8' });
}

/** An error in Direct Line's shape. The message is for engineers and says nothing of the person. */
export function sendError(res: ServerResponse, status: number, code: string, message: string): void {
  sendJson(res, status, { error: { code, message } });
}

/** Sends somebody on, and tells nobody where they came from. */
export function sendOn(res: ServerResponse, to: string): void {
  respond(res, 303, '', { Location: to });
}

/** True for a browser that shows a page to somebody: it asks for HTML by name. */
function wantsPage(req: IncomingMessage): boolean {
  return /\btext\/html\b/i.test(req.headers.accept ?? '');
}

interface Written {
  readonly headers: Headers;
  readonly text: string;
}

/** What is said for a status of 400 or more; nothing of what was sent is in it. */
export function writeTrouble(req: IncomingMessage, status: number): Written {
  const { heading, line } = troubleOf(status);
  if (wantsPage(req)) return { headers: { ...pageHeaders(), Vary: 'Accept' }, text: errorPage(heading, [line]) };
  const message = status >= 500 ? `${line} ${helpNow}` : line;
  const headers = { 'Content-Type': 'application/json; charset=utf-8', Vary: 'Accept' };
  return { headers, text: JSON.stringify({ error: { code: String(status), message } }) };
}

/** Answers with it. */
export function sendTrouble(req: IncomingMessage, res: ServerResponse, status: number): void {
  const { headers, text } = writeTrouble(req, status);
  respond(res, status, text, headers);
}
