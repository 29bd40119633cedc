/** The packages of the stock bot that the benchmarks measure against; it has its own, so that ours stay ours. */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { explain } from './install.mjs';
import { root, runNpm, say } from './run.mjs';

const folder = join(root, 'bench', 'stock');
const stampFile = join(folder, 'node_modules', '.win-stamp');
const lockHash = () =>
  createHash('sha256')
    .update(readFileSync(join(folder, 'package-lock.json')))
    .digest('hex');

export function needed() {
  try {
    return readFileSync(stampFile, 'utf8') !== lockHash();
  } catch {
    return true;
  }
}

export async function get() {
  say('Installing the stock bot to measure against (200 MB, about a minute).');
  const args = ['install', '--no-save', '--ignore-scripts', '--loglevel=error'];
  const done = await runNpm(args, { cwd: folder, show: true, still: 'still installing' });
  if (done.code !== 0) return { kind: 'failed', why: explain(done.output) };
  writeFileSync(stampFile, lockHash());
  return { kind: 'done' };
}
