/** Danger typed badly is danger: slips, lost spaces, stretched words, pictures, look-alikes and capitals hide little of it. Floors: raise, never lower. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import fc from 'fast-check';
import { z } from 'zod';
import { projectRoot } from '../../../services/store/engine/projectRoot';
import { readLines, riskLine } from '../../../services/understanding/learning/corpus';
import { chanceOf, SPOIL_NAMES, SPOILS, spoilt } from '../../../services/understanding/scoring/spoilt';

const file = join(projectRoot(), 'test', 'evaluation', 'dev-risk.jsonl');
const lines = readLines(file, riskLine);
const found = z.object({ spoilt: z.object({ whole: z.number(), raised: z.record(z.string(), z.number()) }) });

it('each way of spoiling changes most texts, and the same every time', () => {
  const texts = lines.map(({ text }) => text);
  for (const name of SPOIL_NAMES) {
    const once = spoilt(texts, name);
    expect(once).toEqual(spoilt(texts, name));
    expect(once.filter((text, n) => text !== texts[n]).length).toBeGreaterThan(texts.length / 2);
  }
});

it('takes any text, and never throws', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.nat(), (text, seed) => {
      for (const name of SPOIL_NAMES) expect(typeof SPOILS[name](text, chanceOf(seed))).toBe('string');
    }),
  );
});

it('raises nearly as much of it as of the same words well written', async () => {
  // as `npm run eval` does, outside the tests' own sandbox, where so many sums are slow
  const { stdout } = await promisify(execFile)(process.execPath, [
    join(projectRoot(), 'dist', 'bot', 'tools', 'eval.js'),
    ...['--json', '--spoilt', file],
  ]);
  const { whole, raised } = found.parse(JSON.parse(stdout)).spoilt;
  const lost = SPOIL_NAMES.map((name) => ({ name, lost: Math.round((whole - (raised[name] ?? 0)) * 1_000) / 1_000 }));
  process.stdout.write(
    `raised as written ${whole}; lost: ${lost.map((one) => `${one.name} ${one.lost}`).join(', ')}\n`,
  );
  expect(lost.filter((one) => one.lost > MOST_LOST)).toEqual([]);
}, 180_000);

/** Asked: at most 0.05. */
const MOST_LOST = 0.05;
