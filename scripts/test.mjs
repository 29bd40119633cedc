/**
 * Runs every check there is and ends with one line: `N passed, N failed` (and `, N skipped` when there are any).
 *
 *   node scripts/test.mjs           everything
 *   node scripts/test.mjs --quick   unit tests and golden transcripts but the slow ones: no database, no browser
 *   node scripts/test.mjs --static  types, lint, import rules, unused code
 */
import { root, say } from './ground/run.mjs';
import { holdEngine } from './test/engine.mjs';
import { runJest } from './test/jest.mjs';
import { runStatic } from './test/static.mjs';

/** Walks, planted faults and whole programs: part of `npm test`, not of the ten seconds between two thoughts. */
const tooSlowForQuick = [
  'importRules',
  'safety/(gate|slices|behaviourBar)',
  'content/copyLint',
  // whole rooms of long walks: run them by name when you touch what they walk
  'unit/(engine|understanding|contact|inbox|sharing|ground|handoffs|tools|conversation|callBacks|rota|promises|store|media)/',
];

const quick = process.argv.includes('--quick');
const staticOnly = process.argv.includes('--static');
const started = Date.now();
process.chdir(root);

const totals = { passed: 0, failed: 0, skipped: 0 };
const add = (counts) => {
  for (const kind of Object.keys(totals)) totals[kind] += counts[kind];
};

if (!quick) add(await runStatic());
if (!staticOnly) {
  const leaveOut = quick ? tooSlowForQuick : [];
  add(await runJest(quick ? ['unit', 'transcripts'] : ['unit', 'transcripts', 'contracts'], { workers: 2, leaveOut }));
}
if (!quick && !staticOnly) {
  const engine = await holdEngine();
  if (engine.kind === 'failed') {
    say(engine.why);
    add({ passed: 0, failed: 1, skipped: 0 });
  } else {
    const env = { MONGODB_URI: engine.uri };
    // a browser beside two hundred people in one payload is too much for two cores: one after the other
    add(await runJest(['integration'], { workers: 2, env }));
    add(await runJest(['e2e'], { workers: 2, env }));
    await engine.stop();
  }
}

// in CI a test that is left out is a test that was not passed
const bad = totals.failed > 0 || totals.passed === 0 || (process.env.CI && totals.skipped > 0);
say(`\nAll in ${((Date.now() - started) / 1000).toFixed(1)} s.`);
const skipped = totals.skipped > 0 ? `, ${totals.skipped} skipped` : '';
process.stdout.write(`${totals.passed} passed, ${totals.failed} failed${skipped}\n`);
process.exitCode = bad ? 1 : 0;
