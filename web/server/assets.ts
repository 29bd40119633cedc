/** The files a page needs (style, script, icon), with a name that changes when their content does, ready compressed. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

export interface Asset {
  /** address on our site, with the hash of the content in it */
  readonly url: string;
  readonly type: string;
  readonly plain: Buffer;
  readonly brotli: Buffer;
  readonly gzip: Buffer;
}

export interface Assets {
  /** the address of a file by its plain name, as `win.css`; throws when it was never built */
  url(name: string): string;
  /** the file at an address under /assets/, or null */
  find(fileName: string): Asset | null;
}

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

function read(folder: string, name: string): Asset {
  const plain = readFileSync(path.join(folder, name));
  const hash = createHash('sha256').update(plain).digest('base64url').slice(0, 10);
  const { name: stem, ext } = path.parse(name);
  return {
    url: `/assets/${stem}.${hash}${ext}`,
    type: TYPES[ext] ?? 'application/octet-stream',
    plain,
    brotli: brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
    gzip: gzipSync(plain, { level: 9 }),
  };
}

/** Where scripts/build-web.mjs puts its files, seen from compiled code (dist/web/server) and from the sources. */
export function builtAssetsFolder(): string {
  const folders = [path.join(__dirname, '../assets'), path.join(__dirname, '../../dist/web/assets')];
  return folders.find((folder) => existsSync(folder)) ?? path.join(__dirname, '../assets');
}

/** Reads every built file once and compresses it once. Throws when nothing was built. */
export function loadAssets(folder: string = builtAssetsFolder()): Assets {
  if (!existsSync(folder)) throw new Error('The pages were not built: run node scripts/build-web.mjs');
  const names = readdirSync(folder).filter((name) => path.extname(name) in TYPES);
  const byName = new Map(names.map((name) => [name, read(folder, name)]));
  const byFile = new Map([...byName.values()].map((asset) => [path.basename(asset.url), asset]));
  return {
    url(name) {
      const asset = byName.get(name);
      if (asset === undefined) throw new Error(`The page file ${name} was not built`);
      return asset.url;
    },
    find: (fileName) => byFile.get(fileName) ?? null,
  };
}

let loaded: Assets | null = null;

/** The built files of this server, read at the first page that needs them. */
export function siteAssets(): Assets {
  loaded ??= loadAssets();
  return loaded;
}
