/** Takes chosen files out of an npm package file (.tgz). */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';

const block = 512;

/** Writes the files `wanted` says yes to under `folder`. Names are checked before they are used as paths. */
export function unpack(tgz, folder, wanted) {
  const tar = gunzipSync(tgz);
  for (let at = 0; at + block <= tar.length; ) {
    const text = (from, length) => tar.toString('utf8', at + from, at + from + length).split('\0', 1)[0];
    const name = [text(345, 155), text(0, 100)].filter(Boolean).join('/');
    if (name === '') return;
    const size = Number.parseInt(text(124, 12), 8);
    const isFile = text(156, 1) === '0' || text(156, 1) === '';
    if (isFile && wanted(name) && !name.split('/').includes('..')) {
      const path = join(folder, name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, tar.subarray(at + block, at + block + size));
    }
    at += block + Math.ceil(size / block) * block;
  }
}
