/** Sends pages compressed as the browser likes: data costs the person money. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { respond } from './respond';

type Coding = 'br' | 'gzip' | 'plain';

/** How what is sent to this browser may be compressed. */
export function codingOf(req: IncomingMessage): Coding {
  const accepted = String(req.headers['accept-encoding'] ?? '').toLowerCase();
  if (/\bbr\b/.test(accepted)) return 'br';
  return /\bgzip\b/.test(accepted) ? 'gzip' : 'plain';
}

/** The headers that say so. */
export const encoding = (coding: Coding): Readonly<Record<string, string>> => ({
  ...(coding === 'plain' ? {} : { 'Content-Encoding': coding }),
  Vary: 'Accept-Encoding',
});

/** A page, compressed now. `headers` come from `pageHeaders`. */
export function sendPage(
  req: IncomingMessage,
  res: ServerResponse,
  status: number,
  text: string,
  headers: Readonly<Record<string, string>>,
): void {
  const coding = codingOf(req);
  const plain = Buffer.from(text);
  const body =
    coding === 'br'
      ? brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })
      : coding === 'gzip'
        ? gzipSync(plain)
        : plain;
  respond(res, status, body, { ...headers, ...encoding(coding) });
}
