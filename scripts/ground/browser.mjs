/** What the browser tests need and npm does not bring: a Chromium, and Microsoft's Web Chat as it is published. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root, run, runNpm, say } from './run.mjs';
import { unpack } from './unpack.mjs';

const browsers = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const webChat = {
  package: 'botframework-webchat@4.18.1',
  folder: join(root, '.cache', 'webchat-4.18.1'),
  sha512: '7jpEUJ7olT62Xm+8eh7BhhIcXVfU2xD4pZDaeBt8K4XcNy6K/83UGIxE9BFkXmHMZ4hDEVOzs5cre07GWuaXzg==',
};

const hasBrowser = () => browsers.some((path) => existsSync(path));
const hasWebChat = () => existsSync(join(webChat.folder, 'package', 'dist', 'webchat.js'));

/** Whether a browser test could not run yet. */
export const needsBrowserTools = () => !hasBrowser() || !hasWebChat();

/** Gets what is missing. */
export async function getBrowserTools() {
  if (!hasBrowser()) {
    const got = await getChromium();
    if (got.kind !== 'done') return got;
  }
  return hasWebChat() ? { kind: 'done' } : getWebChat();
}

async function getChromium() {
  const byHand =
    'Install Chromium (on Debian or Ubuntu: sudo apt-get install chromium) and run the same command again.';
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    return { kind: 'failed', why: `The browser tests need Chromium at one of ${browsers.join(', ')}. ${byHand}` };
  }
  say('Installing Chromium for the browser tests. This takes a minute or two.');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (args) => run('apt-get', ['-qq', ...args], { env, still: 'still installing Chromium' });
  await apt(['update']);
  const done = await apt(['install', '-y', '--no-install-recommends', 'chromium']);
  if (done.code === 0 && hasBrowser()) return { kind: 'done' };
  say(done.output.trimEnd());
  return { kind: 'failed', why: `Chromium could not be installed. ${byHand}` };
}

/** Only the published file itself: its bundle carries all it needs, and its dependency tree is large. */
async function getWebChat() {
  say(`Fetching ${webChat.package} (7 MB) for the Web Chat tests.`);
  mkdirSync(join(root, '.cache'), { recursive: true });
  const scratch = mkdtempSync(join(root, '.cache', 'webchat-'));
  try {
    const args = ['pack', webChat.package, '--pack-destination', scratch, '--ignore-scripts', '--loglevel=error'];
    const packed = await runNpm(args, { still: 'still fetching' });
    const file = join(scratch, 'botframework-webchat-4.18.1.tgz');
    if (packed.code !== 0 || !existsSync(file)) {
      const { explain } = await import('./install.mjs');
      say(packed.output.trimEnd());
      return { kind: 'failed', why: explain(packed.output) };
    }
    const bytes = readFileSync(file);
    if (createHash('sha512').update(bytes).digest('base64') !== webChat.sha512) {
      return { kind: 'failed', why: `${webChat.package} is not the file it should be, so it was not used.` };
    }
    unpack(bytes, join(scratch, 'out'), (name) =>
      /^package\/(dist\/webchat[^/]*\.js|package\.json|LICENSE)$/.test(name),
    );
    rmSync(webChat.folder, { recursive: true, force: true });
    renameSync(join(scratch, 'out'), webChat.folder);
    return { kind: 'done' };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
