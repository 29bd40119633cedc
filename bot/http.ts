/** Small helpers round a request: its body with a limit, its bearer, its query. */
import type { IncomingMessage } from 'node:http';

export type Body =
  | { readonly kind: 'read'; readonly text: string }
  | { readonly kind: 'tooBig' }
  | { readonly kind: 'broken' };

/** The body as text, at most `limit` bytes. Works whether or not a body parser has already read it. */
export async function readBody(req: IncomingMessage, limit: number): Promise<Body> {
  const parsed: unknown = Reflect.get(req, 'rawBody') ?? Reflect.get(req, 'body');
  if (typeof parsed === 'string') return parsed.length > limit ? { kind: 'tooBig' } : { kind: 'read', text: parsed };
  if (Buffer.isBuffer(parsed)) return { kind: 'read', text: parsed.toString('utf8') };
  if (typeof parsed === 'object' && parsed !== null) return { kind: 'read', text: JSON.stringify(parsed) };
  return readStream(req, limit);
}

/** Bytes read and dropped of a body that is too big, before the connection is cut. */
const MOST_DROPPED = 32 * 1024 * 1024;

/** By events rather than `for await`, whose iterator costs more than most bodies. */
function readStream(req: IncomingMessage, limit: number): Promise<Body> {
  return new Promise((done) => {
    const chunks: Buffer[] = [];
    let size = 0;
    req.on('data', (piece: Buffer) => {
      size += piece.length;
      // the rest is read and dropped, so that the sender hears the answer
      if (size <= limit) chunks.push(piece);
      if (size > MOST_DROPPED) done({ kind: 'tooBig' });
    });
    req.on('end', () =>
      done(size > limit ? { kind: 'tooBig' } : { kind: 'read', text: Buffer.concat(chunks).toString('utf8') }),
    );
    req.on('error', () => done({ kind: 'broken' }));
    req.on('close', () => done({ kind: 'broken' }));
  });
}

/** The JSON in a text; undefined when it is not JSON, an empty object when there is nothing. */
export function readJson(text: string): unknown {
  if (text.trim() === '') return {};
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export function readQuery(req: IncomingMessage): URLSearchParams {
  return new URLSearchParams((req.url ?? '').split('?').slice(1).join('?'));
}

/** What follows `Bearer`, or null when the request has no Authorization at all. */
export function readBearer(req: IncomingMessage): string | null {
  const header = req.headers.authorization;
  if (header === undefined) return null;
  return /^bearer\s+(\S+)$/i.exec(header.trim())?.[1] ?? '';
}

/** Our own address as this request sees it, as `https://host`. `publicUrl` wins over the Host header. */
export function ownOrigin(req: IncomingMessage, publicUrl: string | undefined): string {
  if (publicUrl !== undefined) return publicUrl.replace(/\/+$/, '');
  const host = req.headers.host ?? '';
  const scheme = 'encrypted' in req.socket && req.socket.encrypted === true ? 'https' : 'http';
  return `${scheme}://${/^[A-Za-z0-9.:[\]-]{1,255}$/.test(host) ? host : 'localhost'}`;
}
