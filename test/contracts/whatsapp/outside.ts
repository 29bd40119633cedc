/** What the carrier and the media source talk to in these tests: Graph by nock, and small servers that misbehave. */
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Outgoing, Where } from '../../../services/contact/carrier';

export const GRAPH = 'https://graph.facebook.com';
export const SEND = '/v25.0/1001/messages';

export const toMaya: Where = { carrier: 'meta', channel: 'whatsapp', to: '+447700900123' };
export const hello: Outgoing = { kind: 'text', text: 'Hi, this is WIN. https://win.example is us.' };

/** An error as Graph gives it. */
export const graphError = (code: number, more: object = {}) => ({
  error: { code, message: 'what the person said +447700900123', type: 'OAuthException', fbtrace_id: 'AbC-1_', ...more },
});

/** A log that keeps every line as text. */
export function aLog() {
  const lines: string[] = [];
  const write = (event: string, facts: object = {}) => void lines.push(`${event} ${JSON.stringify(facts)}`);
  return { lines, log: { info: write, warn: write, error: write } };
}

/** A server on this machine that does as told; `stop` when done. */
export async function aServer(listener: RequestListener) {
  const server = createServer(listener);
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = server.address();
  const port = isAddress(address) ? address.port : 0;
  return {
    base: `http://127.0.0.1:${port}`,
    async stop() {
      server.closeAllConnections();
      await new Promise<void>((closed) => server.close(() => closed()));
    },
  };
}

function isAddress(address: string | AddressInfo | null): address is AddressInfo {
  return typeof address === 'object' && address !== null;
}
