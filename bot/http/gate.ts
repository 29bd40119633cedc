/** The gate before every route: a request whose address makes no sense is refused here, and nothing thrown gets past. */
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import type { Protect } from './protect';
import { sendTrouble } from './respond';

/** A name, an IPv4 or an IPv6 address, with or without a port; what else RFC 3986 lets in no client of ours sends. */
const HOST = /^(?:[A-Za-z0-9._-]{1,253}|\[[0-9A-Fa-f:.]{2,45}\])(?::\d{1,5})?$/;

/** True for a Host header that an address can be made of. None, and an empty one, are for HTTP/1.0 and old probes. */
export function isHost(host: string | undefined): boolean {
  return host === undefined || host === '' || (HOST.test(host) && URL.canParse(`http://${host}/`));
}

/**
 * The path and query of a request target (RFC 9112, 3.2) to route by, or null where there is none: `/path`, `*`, or a
 * whole address of http or https, of which only path and query count.
 */
export function targetOf(url: string | undefined): string | null {
  if (url === undefined) return null;
  if (url === '*') return url;
  if (url.startsWith('/')) return URL.canParse(`http://localhost${url}`) ? url : null;
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) return null;
  const { pathname, search } = new URL(url);
  return pathname + search;
}

/** Two Host headers may be read as either by whoever stands before us. */
function saysHostOnce({ rawHeaders }: IncomingMessage): boolean {
  let times = 0;
  for (let i = 0; i < rawHeaders.length; i += 2) if (rawHeaders[i]?.toLowerCase() === 'host') times += 1;
  return times < 2;
}

/** Makes the request safe to route; false when it cannot be. */
function admit(req: IncomingMessage): boolean {
  const target = targetOf(req.url);
  if (target === null || !isHost(req.headers.host) || !saysHostOnce(req)) return false;
  req.url = target;
  // the answer to HEAD is that to GET; node leaves its body out, for it knows by now what was asked
  if (req.method === 'HEAD') req.method = 'GET';
  return true;
}

/** An answer on a bare socket, which then closes. Nothing of the request is in it. */
function endSocket(socket: Duplex, status: string): void {
  socket.on('error', () => socket.destroy());
  if (!socket.writable) {
    socket.destroy();
    return;
  }
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`, () => socket.destroy());
}

/** How long a socket has to close by itself once we stop, ms. */
const FAREWELL = 500;

const statusOf: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  HPE_CHUNK_EXTENSIONS_OVERFLOW: '413 Payload Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
};

export interface Gate {
  /** takes nothing new, waits for answers in hand, and closes what is idle, half sent or still open after `withinMs` */
  stop(withinMs: number): Promise<void>;
}

/**
 * Stands before the listeners the server has by now for requests and upgrades: call it when every route is mounted.
 * `failed` hears the fault of a listener that threw; whoever asked gets a calm answer. Every answer begins with what
 * `protect` sets.
 */
export function guard(http: Server, failed: (error: unknown) => void, protect: Protect): Gate {
  const inHand = new Map<ServerResponse, IncomingMessage>();
  const upgraded = new Set<Duplex>();
  let stopping = false;
  for (const event of ['request', 'checkContinue'] as const) {
    const listeners = http.listeners(event);
    http.removeAllListeners(event);
    http.on(event, (req: IncomingMessage, res: ServerResponse) => {
      protect(req, res);
      if (stopping) res.shouldKeepAlive = false;
      if (!admit(req)) {
        req.resume();
        res.shouldKeepAlive = false;
        return sendTrouble(req, res, 400);
      }
      inHand.set(res, req);
      res.once('close', () => inHand.delete(res));
      try {
        for (const listener of listeners) Reflect.apply(listener, http, [req, res]);
      } catch (error) {
        failed(error);
        sendTrouble(req, res, 500);
      }
    });
  }
  const upgrades = http.listeners('upgrade');
  http.removeAllListeners('upgrade');
  http.on('upgrade', (req: IncomingMessage, socket: Duplex, head: Buffer) => {
    if (stopping) return endSocket(socket, '503 Service Unavailable');
    if (!admit(req)) return endSocket(socket, '400 Bad Request');
    upgraded.add(socket);
    socket.once('close', () => upgraded.delete(socket));
    try {
      for (const listener of upgrades) Reflect.apply(listener, http, [req, socket, head]);
    } catch (error) {
      failed(error);
      endSocket(socket, '500 Internal Server Error');
    }
  });
  http.on('clientError', (error: Error & { readonly code?: string }, socket: Duplex) => {
    // the other side is gone: nobody is there to answer
    if (error.code === 'ECONNRESET') socket.destroy();
    else endSocket(socket, statusOf[error.code ?? ''] ?? '400 Bad Request');
  });
  // a tunnel is nothing we open
  http.on('connect', (_req: IncomingMessage, socket: Duplex) => endSocket(socket, '405 Method Not Allowed'));

  /** Somebody whose whole message is here still waits for an answer. */
  const answering = () => [...inHand].some(([res, req]) => req.complete && !res.writableEnded);
  return {
    async stop(withinMs) {
      stopping = true;
      for (const res of inHand.keys()) if (!res.headersSent) res.shouldKeepAlive = false;
      const closed = new Promise<void>((done) => http.close(() => done()));
      const until = performance.now() + withinMs;
      // a moment for sockets to say goodbye and for a body that is nearly here
      await Promise.race([closed, pause(FAREWELL)]);
      while (answering() && performance.now() < until) await pause(25);
      for (const socket of upgraded) socket.destroy();
      http.closeAllConnections();
      await closed;
    },
  };
}
