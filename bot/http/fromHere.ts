/** Whether a request was made on this machine, by somebody who meant it: the phone page is for nobody else. */
import type { IncomingMessage } from 'node:http';

const LOOPBACK = /^(127(\.\d{1,3}){3}|::1|::ffff:127(\.\d{1,3}){3})$/;
const HERE = /^(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/i;

/**
 * True for a loopback connection that no proxy passed on, to a name of this machine (a page elsewhere that points its
 * own name here is refused), and from a page of this machine or no page at all.
 */
export function isFromHere(req: IncomingMessage): boolean {
  if (!LOOPBACK.test(req.socket.remoteAddress ?? '')) return false;
  if (
    ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'].some(
      (name) => req.headers[name] !== undefined,
    )
  )
    return false;
  if (!HERE.test(req.headers.host ?? '')) return false;
  const { origin } = req.headers;
  return origin === undefined || HERE.test(origin.replace(/^https?:\/\//, ''));
}
