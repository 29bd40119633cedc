/** The order of getting ready: packages, then the build, then what the browser tests need. */
import { build, needsBuild } from './build.mjs';
import { install, needsInstall } from './install.mjs';
import { withLock } from './lock.mjs';
import { fail } from './run.mjs';

/** @returns {Promise<number>} the exit code: 0 when everything is there */
export async function prepare({ dev, browser }) {
  const browserTools = browser ? await import('./browser.mjs') : null;
  const ready = () => !needsInstall(dev) && !needsBuild() && !(browserTools?.needsBrowserTools() ?? false);
  if (ready()) return 0;
  return withLock('prepare', async () => {
    if (needsInstall(dev)) {
      const installed = await install(dev);
      if (installed.kind !== 'done') return fail(installed.why);
    }
    if (needsBuild()) {
      const built = await build();
      if (built.kind !== 'done') return fail(built.why);
    }
    if (browserTools?.needsBrowserTools()) {
      const got = await browserTools.getBrowserTools();
      if (got.kind !== 'done') return fail(got.why);
    }
    return 0;
  });
}
