/** Floors under what rules, fast and deep stage hear together, on a writer nobody learned from; raise them, never lower. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { projectRoot } from '../../../../services/store/engine/projectRoot';

const figures = z.object({
  risk: z.object({
    recall: z.number(),
    recallByLevel: z.object({ emergency: z.number() }),
    falseAlarmRate: z.number(),
    falseCertainRate: z.number(),
    sameLabel: z.number(),
  }),
  questions: z.object({ accuracy: z.number(), accuracyOfRest: z.number(), dangerFirst: z.number() }),
});

it('raises more of danger than the fast stage, and less of what only sounds like it', async () => {
  // as `npm run eval` does, outside the tests' own sandbox, where so many sums are slow
  const { stdout } = await promisify(execFile)(process.execPath, [
    join(projectRoot(), 'dist', 'bot', 'tools', 'eval.js'),
    '--json',
    '--risk',
    join(projectRoot(), 'test', 'evaluation', 'dev-risk.jsonl'),
    '--questions',
    join(projectRoot(), 'test', 'evaluation', 'heldOut-questions.jsonl'),
  ]);
  const { risk, questions } = figures.parse(JSON.parse(stdout));
  expect(risk.recall).toBeGreaterThanOrEqual(0.87);
  expect(risk.recallByLevel.emergency).toBeGreaterThanOrEqual(0.93);
  expect(risk.falseAlarmRate).toBeLessThanOrEqual(0.11);
  expect(risk.falseCertainRate).toBeLessThanOrEqual(0.025);
  expect(risk.sameLabel).toBeGreaterThanOrEqual(0.8);
  // of another hand (w30): the target is 0.9; who is surely in danger is answered as that first
  expect(questions.accuracy).toBeGreaterThanOrEqual(0.87);
  expect(questions.accuracyOfRest).toBeGreaterThanOrEqual(0.9);
  expect(questions.dangerFirst).toBeLessThanOrEqual(9);
}, 180_000);
