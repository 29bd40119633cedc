/** The benchmarks run, in a small form, and give one JSON object with the figures other people read. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { z } from 'zod';
import { root } from '../../../bench/processes';

// a busy machine is slow, and slow is not wrong
jest.setTimeout(60_000);

const speed = z.object({
  turnsPerSecond: z.number().positive(),
  p50: z.number().positive(),
  p99: z.number().positive(),
});
const speeds = z.object({ '1': speed, '32': speed });
const Measured = z.object({
  turns: z.object({
    ours: speeds,
    stockMemory: speeds,
    stockMongo: speeds,
    ratios: z.object({ overStockMongo: z.number() }),
  }),
  weight: z.object({ ours: z.object({ bytes: z.number() }), webChatFull: z.object({ bytes: z.number() }) }),
});

test('npm run bench gives its figures, and the page weighs no more than 40 KB', () => {
  const args = [join(root, 'dist', 'bench', 'main.js'), '--json', '--short', '--only', 'turns,weight'];
  const done = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8', timeout: 170_000 });
  if (done.status !== 0) throw new Error(done.stderr);
  // a run so short says nothing of speed; that the figures are there and true to their shape is what it shows
  const { weight } = Measured.parse(JSON.parse(done.stdout));
  expect(weight.ours.bytes).toBeLessThanOrEqual(40 * 1024);
}, 180_000);
