/** The order of getting ready: packages, then the build, then what tests and benchmarks need besides. */
import { build, needsBuild } from './build.mjs';
import { install, needsInstall } from './install.mjs';
import { withLock } from './lock.mjs';
import { fail } from './run.mjs';
import { isShipped } from './shipped.mjs';

/** by the flag that asks for them; loaded only then */
const extras = {
  browser: () => Promise.all([import('./chromium.mjs'), import('./webChat.mjs')]),
  bench: () => Promise.all([import('./webChat.mjs'), import('./stockBot.mjs')]),
};

/** @returns {Promise<number>} the exit code: 0 when everything is there */
export async function prepare({ dev, wanted }) {
  if (!dev && wanted.length === 0 && isShipped()) return 0;
  const loaded = await Promise.all(wanted.map((name) => extras[name]()));
  const steps = [
    { needed: () => needsInstall(dev), get: () => install(dev) },
    { needed: needsBuild, get: build },
    ...loaded.flat(),
  ];
  if (!steps.some((step) => step.needed())) return 0;
  return withLock('prepare', async () => {
    for (const step of steps) {
      // asked again: another command may have done it while we waited
      if (!step.needed()) continue;
      const got = await step.get();
      if (got.kind !== 'done') return fail(got.why);
    }
    return 0;
  });
}
