/** The checks that read the code without running it; each tool counts as one test. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root, runNode, say } from '../ground/run.mjs';

const at = (...parts) => join(root, 'node_modules', ...parts);
const tsc = (config) => [at('typescript', 'bin', 'tsc'), '-p', config, '--noEmit'];

const checks = [
  { name: 'types of the product', args: tsc('tsconfig.json') },
  { name: 'types of the tests', args: tsc('tsconfig.test.json') },
  { name: 'types of the pages', args: tsc('tsconfig.web.json'), when: () => existsSync(join(root, 'web', 'client')) },
  {
    name: 'format and lint',
    args: [at('@biomejs', 'biome', 'bin', 'biome'), 'ci', '.', '--colors=off', '--error-on-warnings'],
  },
  {
    name: 'import rules',
    args: [at('dependency-cruiser', 'bin', 'dependency-cruise.mjs'), '--output-type', 'err', '.'],
  },
  { name: 'nothing unused', args: [at('knip', 'bin', 'knip.js'), '--no-progress'] },
];

/** Runs them two at a time, as the machine has two cores. */
export async function runStatic() {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  const waiting = checks.filter((check) => check.when?.() ?? true);
  const worker = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      const done = await runNode(check.args, { timeoutMs: 180_000 });
      const ok = done.code === 0;
      say(`${ok ? 'ok  ' : 'FAIL'} ${check.name} (${done.seconds} s)`);
      if (!ok) say(done.output.trimEnd());
      counts[ok ? 'passed' : 'failed'] += 1;
    }
  };
  say('Types, lint, import rules and unused code');
  await Promise.all([worker(), worker()]);
  return counts;
}
