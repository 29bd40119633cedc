/** One route answered before restify's router: the busiest one, where routing cost a tenth of a turn. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Server } from 'restify';
import { sendTrouble } from './http/respond';

export type RawHandler = (req: IncomingMessage, res: ServerResponse) => Promise<void>;

/** Puts `handler` in front for POST at this path, with or without a slash at its end; everything else goes to restify as before. A throw is answered calmly. */
export function mountRaw(server: Server, path: string, handler: RawHandler, failed: (error: unknown) => void): void {
  const http = server.server;
  const others = http.listeners('request');
  http.removeAllListeners('request');
  http.on('request', (req: IncomingMessage, res: ServerResponse) => {
    if (req.method === 'POST' && pathOf(req) === path) {
      handler(req, res).catch((error: unknown) => {
        failed(error);
        sendTrouble(req, res, 500);
      });
      return;
    }
    for (const other of others) Reflect.apply(other, http, [req, res]);
  });
}

/** The path with no slash at its end, as restify takes it everywhere else. */
const pathOf = (req: IncomingMessage): string => (req.url ?? '').replace(/\?.*$/s, '').replace(/(?<=[^/])\/+$/, '');
