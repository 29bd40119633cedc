/** The HTTP server: limits, calm errors, nothing personal anywhere. */
import { createServer, type Request, type Response, type Server } from 'restify';
import type { Log } from './log';

const calm: Readonly<Record<number, string>> = {
  400: 'That did not arrive in a way we can read.',
  404: 'There is nothing here.',
  405: 'That is not something this address does.',
  413: 'That is too large.',
  415: 'That is a kind of file we do not take.',
  429: 'That is a lot at once. Please wait a minute.',
};

/** Makes the server with no routes yet. Errors never carry what was sent. */
export function createHttpServer(log: Log): Server {
  const server = createServer({ name: 'win', ignoreTrailingSlash: true });
  server.server.requestTimeout = 30_000;
  server.server.headersTimeout = 15_000;
  server.server.keepAliveTimeout = 65_000;
  server.pre((_req: Request, res: Response, next: () => void) => {
    res.removeHeader('Server');
    res.header('X-Content-Type-Options', 'nosniff');
    next();
  });
  server.on(
    'restifyError',
    (_req: Request, res: Response, error: { statusCode?: number; name?: string }, done: () => void) => {
      const status = error.statusCode ?? 500;
      if (status >= 500) log.error('request.failed', { error: error.name ?? 'unknown' });
      if (!res.headersSent) {
        const message =
          calm[status] ??
          "Something went wrong on our side. If you're in danger, call 999. To talk to someone now, call Samaritans free on 116 123.";
        res.send(status, { error: { code: String(status), message } });
      }
      done();
    },
  );
  return server;
}
