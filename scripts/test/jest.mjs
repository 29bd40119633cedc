/** Runs some of the jest projects and counts what came of them. */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root, runNode, say } from '../ground/run.mjs';

const jest = join(root, 'node_modules', 'jest', 'bin', 'jest.js');

/** A suite that could not even start counts as one failed test. */
export async function runJest(projects, { workers, env = {}, leaveOut = [] }) {
  const folder = join(root, 'test-output');
  const file = join(folder, `jest-${projects.join('-')}.json`);
  mkdirSync(folder, { recursive: true });
  rmSync(file, { force: true });
  say(`\nTests: ${projects.join(', ')}`);
  const speed = workers === 1 ? ['--runInBand'] : ['--maxWorkers', String(workers)];
  const args = [jest, '--selectProjects', ...projects, '--ci', '--passWithNoTests', ...speed];
  if (leaveOut.length > 0) args.push('--testPathIgnorePatterns', ...leaveOut);
  const done = await runNode([...args, '--json', '--outputFile', file], {
    env: { ...process.env, FORCE_COLOR: '0', ...env },
    still: `still running ${projects.join(', ')}`,
    timeoutMs: 15 * 60_000,
  });
  const counts = countResults(file);
  const failed = counts === null || counts.failed > 0 || done.code !== 0;
  // jest --json prints its results to stdout as well; what people read went to stderr before it
  if (failed) say(done.output.replace(/^\{"num.*$/m, '').trimEnd());
  const totals = counts ?? { passed: 0, failed: 1, skipped: 0 };
  if (failed && totals.failed === 0) totals.failed = 1;
  say(`${failed ? 'FAIL' : 'ok  '} ${totals.passed} passed, ${totals.failed} failed (${done.seconds} s)`);
  return totals;
}

function countResults(file) {
  try {
    const result = JSON.parse(readFileSync(file, 'utf8'));
    return {
      passed: result.numPassedTests,
      failed: result.numFailedTests + result.numRuntimeErrorTestSuites,
      skipped: result.numPendingTests + result.numTodoTests,
    };
  } catch {
    return null;
  }
}
