/** The one way to say that something is not there or did not work: a calm page for a person, calm JSON for a machine. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { helpNow, troubleOf } from '../../dialogs/content/troubles';
import { errorPage, pageHeaders } from '../../web/server/page';

/** True for a browser that shows a page to somebody: it asks for HTML by name. */
function wantsPage(req: IncomingMessage): boolean {
  return /\btext\/html\b/i.test(req.headers.accept ?? '');
}

interface Written {
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/** What is said for a status of 400 or more; nothing of what was sent is in it. */
export function writeTrouble(req: IncomingMessage, status: number): Written {
  const { heading, line } = troubleOf(status);
  if (wantsPage(req)) return { headers: { ...pageHeaders(), Vary: 'Accept' }, text: errorPage(heading, [line]) };
  const message = status >= 500 ? `${line} ${helpNow}` : line;
  const headers = {
    'Content-Type': 'application/json; charset=utf-8',
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    Vary: 'Accept',
  };
  return { headers, text: JSON.stringify({ error: { code: String(status), message } }) };
}

/** Answers with it. An answer that has begun is only ended. */
export function sendTrouble(req: IncomingMessage, res: ServerResponse, status: number): void {
  if (res.writableEnded) return;
  if (res.headersSent) {
    res.end();
    return;
  }
  const { headers, text } = writeTrouble(req, status);
  res.writeHead(status, { ...headers, 'Content-Length': Buffer.byteLength(text) });
  res.end(text);
}
