/** Microsoft's Web Chat as it is published, to test and to weigh against. */
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { explain } from './install.mjs';
import { root, runNpm, say } from './run.mjs';
import { unpack } from './unpack.mjs';

const name = 'botframework-webchat';
const version = '4.18.1';
const sha512 = '7jpEUJ7olT62Xm+8eh7BhhIcXVfU2xD4pZDaeBt8K4XcNy6K/83UGIxE9BFkXmHMZ4hDEVOzs5cre07GWuaXzg==';
const folder = join(root, '.cache', `webchat-${version}`);
const wanted = (path) => /^package\/(dist\/webchat[^/]*\.js|package\.json|LICENSE)$/.test(path);

export const needed = () => !existsSync(join(folder, 'package', 'dist', 'webchat.js'));

/** Only the published file itself: its bundles carry all they need, and its dependency tree is large. */
export async function get() {
  say(`Fetching ${name} ${version} (7 MB), to test against.`);
  const scratch = mkdtempSync(join(root, '.cache', 'webchat-'));
  try {
    const args = ['pack', `${name}@${version}`, '--pack-destination', scratch, '--ignore-scripts', '--loglevel=error'];
    const packed = await runNpm(args, { still: 'still fetching' });
    const file = join(scratch, `${name}-${version}.tgz`);
    if (packed.code !== 0 || !existsSync(file)) {
      say(packed.output.trimEnd());
      return { kind: 'failed', why: explain(packed.output) };
    }
    const bytes = readFileSync(file);
    if (createHash('sha512').update(bytes).digest('base64') !== sha512) {
      return { kind: 'failed', why: `${name} ${version} is not the file it should be, so it was not used.` };
    }
    unpack(bytes, join(scratch, 'out'), wanted);
    rmSync(folder, { recursive: true, force: true });
    renameSync(join(scratch, 'out'), folder);
    return { kind: 'done' };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
