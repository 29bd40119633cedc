/** Sends pages and their files, compressed as the browser likes: data costs the person money. */
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Request, Response } from 'restify';
import { siteAssets } from '../../../web/server/assets';
import { respond, sendError } from '../../http/respond';

type Coding = 'br' | 'gzip' | 'plain';

function codingOf(req: Request): Coding {
  const accepted = String(req.headers['accept-encoding'] ?? '').toLowerCase();
  if (/\bbr\b/.test(accepted)) return 'br';
  return /\bgzip\b/.test(accepted) ? 'gzip' : 'plain';
}

const encoding = (coding: Coding): Readonly<Record<string, string>> =>
  coding === 'plain' ? {} : { 'Content-Encoding': coding };

function send(res: Response, status: number, body: Buffer, headers: Readonly<Record<string, string>>): void {
  respond(res, status, body, { ...headers, Vary: 'Accept-Encoding' });
}

/** A page, compressed now. `headers` come from `pageHeaders`. */
export function sendPage(
  req: Request,
  res: Response,
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
  send(res, status, body, { ...headers, ...encoding(coding) });
}

/** A file of a page: compressed once at start, and kept by the browser for a year because its name holds its hash. */
export function sendAsset(req: Request, res: Response, fileName: string): void {
  const asset = siteAssets().find(fileName);
  if (asset === null) {
    sendError(res, 404, 'NotFound', 'No such file');
    return;
  }
  const coding = codingOf(req);
  const body = coding === 'br' ? asset.brotli : coding === 'gzip' ? asset.gzip : asset.plain;
  send(res, 200, body, {
    'Content-Type': asset.type,
    'Cache-Control': 'public, max-age=31536000, immutable',
    ...encoding(coding),
  });
}
