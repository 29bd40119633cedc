/** A real restify server with web chat on it, for tests: start it, stop it, start it again on the same port. */
import type { AddressInfo } from 'node:net';
import pino from 'pino';
import restify from 'restify';
import type { WebChatDeps } from '../../../bot/channels/webchat/deps';
import { mountWebChat } from '../../../bot/channels/webchat/mountWebChat';
import { guard } from '../../../bot/http/gate';
import { createProtect } from '../../../bot/http/protect';
import { type FakeConversations, firstScreen, makeFakeConversations, say } from './fakeConversations';

export interface WebChatServer {
  readonly fake: FakeConversations;
  readonly port: number;
  readonly origin: string;
  readonly domain: string;
  /** server errors that were answered, other than the 503 that is meant, and warnings that were logged */
  readonly faults: string[];
  /** stops it; `hard` cuts every connection as a crash does */
  stop(): Promise<void>;
}

export const SECRET = 'a secret only the server knows, 32 long';

export async function startWebChat(
  fake: FakeConversations = makeFakeConversations(),
  more: Partial<WebChatDeps> & { readonly port?: number } = {},
): Promise<WebChatServer> {
  const faults: string[] = [];
  // restify warns by writing down whole requests, tokens and all: none may ever be written
  const log = pino({ level: 'warn' }, { write: (line: string) => void faults.push(line.slice(-120)) });
  const options: restify.ServerOptions = {};
  // its types still name the logger it used before pino
  Reflect.set(options, 'log', log);
  const server = restify.createServer(options);
  server.on('after', (req: restify.Request, res: restify.Response) => {
    if (res.statusCode >= 500 && res.statusCode !== 503) faults.push(`${res.statusCode} ${req.method} ${req.url}`);
  });
  const { port: wanted = 0, ...deps } = more;
  const mounted = mountWebChat(server, {
    conversations: fake,
    say,
    firstScreen,
    secret: SECRET,
    clock: () => Date.now(),
    ...deps,
  });
  guard(server.server, () => undefined, createProtect(false));
  await new Promise<void>((resolve) => server.listen(wanted, '127.0.0.1', resolve));
  const address: AddressInfo = server.address();
  const origin = `http://127.0.0.1:${address.port}`;
  return {
    fake,
    port: address.port,
    origin,
    domain: `${origin}/v3/directline`,
    faults,
    async stop() {
      mounted.close();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      if ('closeAllConnections' in server.server) server.server.closeAllConnections();
      await closed;
    },
  };
}
