/** Sends a file of a page as it was compressed when it was built, by send (the library beneath Express): no path leaves the folder, and what cannot be read is not there. */
import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import send from 'send';
import { builtAssetsFolder } from '../../web/server/assets';
import { lighten } from './protect';
import { sendError } from './respond';
import { codingOf, encoding } from './sendPage';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};
const ENDINGS = { br: '.br', gzip: '.gz', plain: '' } as const;

/**
 * `fileName` is what stands after /assets/ in the address. A browser keeps the file for a year, because its name holds its
 * hash. Done when the answer has gone: restify would answer for a handler that ended before.
 */
export async function sendAsset(
  req: IncomingMessage,
  res: ServerResponse,
  fileName: string,
  root = builtAssetsFolder(),
): Promise<void> {
  const coding = codingOf(req);
  const type = TYPES[path.extname(fileName)] ?? '';
  const headers = {
    'Content-Type': type,
    'Cache-Control': 'public, max-age=31536000, immutable',
    ...encoding(coding),
  };
  const missing = (): void => {
    if (res.headersSent) {
      // half of a file is worse than none
      res.destroy();
      return;
    }
    for (const name of ['ETag', ...Object.keys(headers)]) res.removeHeader(name);
    res.setHeader('Cache-Control', 'no-store');
    sendError(res, 404, 'NotFound', 'No such file');
  };
  if (type === '') {
    missing();
    return;
  }
  const options = {
    root,
    index: false,
    dotfiles: 'ignore',
    acceptRanges: false,
    lastModified: false,
    cacheControl: false,
  } as const;
  const gone = once(res, 'close');
  send(req, encodeURIComponent(fileName) + ENDINGS[coding], options)
    .on('error', missing)
    .on('directory', missing)
    .on('headers', () => {
      lighten(res, type);
      for (const [name, value] of Object.entries(headers)) res.setHeader(name, value);
    })
    .pipe(res);
  await gone;
}
