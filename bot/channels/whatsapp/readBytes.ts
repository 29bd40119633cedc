/** The raw bytes of a request: a signature is over what was sent, not over what a parser made of it. */
import type { IncomingMessage } from 'node:http';

export type Bytes =
  | { readonly kind: 'read'; readonly bytes: Buffer }
  | { readonly kind: 'tooBig' }
  | { readonly kind: 'broken' };

/** Bytes read and dropped of a body that is too big, before we stop listening. */
const MOST_DROPPED = 32 * 1024 * 1024;

/** The body, at most `limit` bytes. Only before any body parser: what one has read is gone. */
export function readBytes(req: IncomingMessage, limit: number): Promise<Bytes> {
  return new Promise((done) => {
    const pieces: Buffer[] = [];
    let size = 0;
    req.on('data', (piece: Buffer) => {
      size += piece.length;
      // the rest is read and dropped, so that the sender hears the answer
      if (size <= limit) pieces.push(piece);
      if (size > MOST_DROPPED) done({ kind: 'tooBig' });
    });
    req.on('end', () => done(size > limit ? { kind: 'tooBig' } : { kind: 'read', bytes: Buffer.concat(pieces) }));
    req.on('error', () => done({ kind: 'broken' }));
    req.on('close', () => done({ kind: 'broken' }));
  });
}
