/** The browser that the browser tests drive. */
import { existsSync } from 'node:fs';
import { run, say } from './run.mjs';

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

export const needed = () => !places.some((path) => existsSync(path));

export async function get() {
  const byHand =
    'Install Chromium (on Debian or Ubuntu: sudo apt-get install chromium) and run the same command again.';
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    return { kind: 'failed', why: `The browser tests need Chromium at one of ${places.join(', ')}. ${byHand}` };
  }
  say('Installing Chromium for the browser tests. This takes a minute or two.');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (args) => run('apt-get', ['-qq', ...args], { env, still: 'still installing Chromium' });
  await apt(['update']);
  const done = await apt(['install', '-y', '--no-install-recommends', 'chromium']);
  if (done.code === 0 && !needed()) return { kind: 'done' };
  say(done.output.trimEnd());
  return { kind: 'failed', why: `Chromium could not be installed. ${byHand}` };
}
