/** Lets a browser open its WebSocket: with the right ticket, once, from a site that may. Everything else is refused. */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { LRUCache } from 'lru-cache';
import type { Server } from 'restify';
import { WebSocketServer } from 'ws';
import { readQuery } from '../../http';
import type { Activity } from './activities';
import { readMark } from './history';
import type { AllowsOrigin } from './origins';
import type { Sockets } from './sockets';
import { TICKET_SECONDS } from './talk';
import type { Passes } from './tokens';

const STREAM = /^\/v3\/directline\/conversations\/([^/?]{1,120})\/stream(?:\?|$)/;

function refuse(socket: Duplex): void {
  socket.on('error', () => socket.destroy());
  socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
}

export interface UpgradeDeps {
  readonly passes: Passes;
  readonly sockets: Sockets;
  readonly allows: AllowsOrigin;
  readonly ended: (conversationId: string) => boolean;
  /** what waits to be shown on the first socket (the crisis text of a start that could not be kept) */
  readonly waiting: (conversationId: string) => readonly Activity[];
}

/** Answers WebSocket upgrades of the Direct Line stream, the only WebSocket of this server; refuses all others. Returns how to stop. */
export function acceptUpgrades(server: Server, deps: UpgradeDeps): () => void {
  const { passes, sockets, allows, ended, waiting } = deps;
  // 4 KB: a browser only ever sends empty beats
  const acceptor = new WebSocketServer({ noServer: true, maxPayload: 4096, clientTracking: false });
  // tickets used in this process; a second process would have to be raced within the minute
  const used = new LRUCache<string, true>({ max: 50_000, ttl: TICKET_SECONDS * 2000 });

  const onUpgrade = (req: IncomingMessage, socket: Duplex, head: Buffer) => {
    const id = STREAM.exec(req.url ?? '')?.[1];
    if (id === undefined) return refuse(socket);
    const query = readQuery(req);
    const pass = passes.check('ticket', query.get('t') ?? '');
    const origin = req.headers.origin;
    const good =
      pass.kind === 'good' &&
      pass.claims.conv === id &&
      !used.has(pass.claims.jti) &&
      !ended(id) &&
      allowedHere(allows, req, origin, pass.claims.origins);
    if (!good) return refuse(socket);
    used.set(pass.claims.jti, true);
    acceptor.handleUpgrade(req, socket, head, (opened) => {
      sockets.open(opened, id, pass.claims.user, readMark(query.get('watermark')));
      const first = waiting(id);
      if (first.length > 0) sockets.show(id, first);
    });
  };
  server.server.on('upgrade', onUpgrade);
  return () => server.server.off('upgrade', onUpgrade);
}

/** A token made for certain sites works there and nowhere else; any other token works where the server allows. */
export function allowedHere(
  allows: AllowsOrigin,
  req: IncomingMessage,
  origin: string | undefined,
  only: readonly string[] | undefined,
): boolean {
  if (only !== undefined && origin !== undefined) return only.includes(origin);
  return allows(req);
}
