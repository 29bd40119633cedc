/** Which sites may talk to this server from a browser, and the headers that tell the browser so. */
import type { IncomingMessage } from 'node:http';
import type { Server } from 'restify';
import { ownOrigin } from '../../http';

/** Says whether a browser at `origin` may use this server. No Origin at all is not a browser, and is fine. */
export type AllowsOrigin = (req: IncomingMessage) => boolean;

export function makeAllowsOrigin(publicUrl: string | undefined, others: readonly string[]): AllowsOrigin {
  const allowed = new Set(others.map((origin) => origin.replace(/\/+$/, '')));
  return (req) => {
    const origin = req.headers.origin;
    if (origin === undefined) return true;
    return origin === ownOrigin(req, undefined) || origin === ownOrigin(req, publicUrl) || allowed.has(origin);
  };
}

/**
 * Puts the CORS headers on every answer of web chat, also on errors (a browser hides a 403 without them), and answers
 * OPTIONS. In a `pre` hook because restify's own OPTIONS routes turn unknown addresses into 405 (channel-contracts 0).
 */
export function answerPreflights(server: Server, allows: AllowsOrigin): void {
  server.pre((req, res, next) => {
    const path = req.url ?? '';
    if (!path.startsWith('/v3/directline/') && !path.startsWith('/chat/token')) return next();
    res.setHeader('Vary', 'Origin');
    const origin = req.headers.origin;
    if (origin !== undefined && allows(req)) {
      res.setHeader('Access-Control-Allow-Origin', origin);
      res.setHeader('Access-Control-Allow-Methods', 'GET, POST, OPTIONS');
      res.setHeader('Access-Control-Allow-Headers', 'authorization, content-type, x-ms-bot-agent, x-requested-with');
      res.setHeader('Access-Control-Max-Age', '600');
    }
    if (req.method !== 'OPTIONS') return next();
    res.writeHead(204);
    res.end();
    return next(false);
  });
}
