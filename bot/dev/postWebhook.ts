/** Sends a stand-in carrier's webhook to our own server on this machine, whatever address the carrier was given. */
import { request } from 'node:http';
import type { Webhook } from './carrierWebhooks';

/** As long as Twilio waits for an answer (channel-contracts 3.6). */
const WAIT_MS = 15_000;

/**
 * POSTs to host and port with the path and query of the webhook's own address. True when the answer was 2xx.
 * Never throws: refused, cut off and too late are all false.
 */
export function postHere(host: string, port: number, webhook: Webhook, waitMs = WAIT_MS): Promise<boolean> {
  const { pathname, search } = new URL(webhook.url);
  return new Promise((done) => {
    const outgoing = request(
      {
        host,
        port,
        method: 'POST',
        path: `${pathname}${search}`,
        headers: { ...webhook.headers, 'Content-Length': String(Buffer.byteLength(webhook.body)) },
        timeout: waitMs,
      },
      (answer) => {
        answer.resume();
        answer.on('end', () => done((answer.statusCode ?? 500) < 300));
        answer.on('error', () => done(false));
      },
    );
    outgoing.on('timeout', () => outgoing.destroy());
    outgoing.on('error', () => done(false));
    outgoing.end(webhook.body);
  });
}
