/** A file that somebody sent us, shown by itself: what a browser plays or draws, and anything else only to be kept. Nothing in it runs. */
import type { Response } from 'restify';
import { respond } from '../../http/respond';

/** What every browser shows and none runs. A picture of lines (SVG) can hold a script, so it is not one of them. */
const SHOWN = /^(?:image\/(?:jpeg|png|gif|webp)|audio\/(?:ogg|mpeg|mp4|aac|amr|wav|webm|x-m4a))$/;

export function sendFile(
  res: Response,
  { bytes, contentType, name }: { readonly bytes: Buffer; readonly contentType: string; readonly name: string },
): void {
  const shown = SHOWN.test(contentType);
  respond(res, 200, bytes, {
    'Content-Type': shown ? contentType : 'application/octet-stream',
    'Content-Disposition': `${shown ? 'inline' : 'attachment'}; filename="${name}"`,
    // the player of a browser is a page with one source, which is the file itself
    'Content-Security-Policy':
      "default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'",
  });
}
