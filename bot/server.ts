/** The HTTP server: limits, calm errors, nothing personal anywhere. */
import pino from 'pino';
import { createServer, type Request, type Response, type Server, type ServerOptions } from 'restify';
import { lighten } from './http/protect';
import { writeTrouble } from './http/respond';
import type { Log } from './log';

/** Makes the server with no routes yet. Errors never carry what was sent. */
export function createHttpServer(log: Log): Server {
  const options: ServerOptions = { name: 'win', ignoreTrailingSlash: true };
  // restify would write whole requests down; its types still name the logger it used before pino
  Reflect.set(options, 'log', pino({ level: 'silent' }));
  const server = createServer(options);
  server.server.requestTimeout = 30_000;
  server.server.headersTimeout = 15_000;
  server.server.keepAliveTimeout = 65_000;
  server.pre((_req: Request, res: Response, next: () => void) => {
    res.removeHeader('Server');
    next();
  });
  server.on(
    'restifyError',
    (req: Request, res: Response, error: { statusCode?: number; name?: string }, done: () => void) => {
      const status = error.statusCode ?? 500;
      if (status >= 500) log.error('request.failed', { error: error.name ?? 'unknown' });
      if (!res.headersSent) {
        const { headers, text } = writeTrouble(req, status);
        lighten(res, headers['Content-Type'] ?? '');
        // by restify's own way, for it answers by itself where it does not know that somebody did; it would say a header twice
        for (const name of Object.keys(headers)) if (name !== 'Vary') res.removeHeader(name);
        res.sendRaw(status, text, { ...headers });
      }
      done();
    },
  );
  return server;
}
