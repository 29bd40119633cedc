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
  needs: z.object({ macroF1: z.number() }),
  slots: z.object({ perFact: z.object({ needs: z.object({ f1: z.number() }) }) }),
  questions: z.object({ accuracy: z.number(), accuracyOfRest: z.number(), dangerFirst: z.number() }),
});

it('raises more of danger than the fast stage, and less of what only sounds like it', async () => {
  // as `npm run eval` does, outside the tests' own sandbox, where so many sums are slow
  const { stdout } = await promisify(execFile)(process.execPath, [
    join(projectRoot(), 'dist', 'bot', 'tools', 'eval.js'),
    '--json',
    '--risk',
    join(projectRoot(), 'test', 'evaluation', 'dev-risk.jsonl'),
    '--needs',
    join(projectRoot(), 'test', 'evaluation', 'dev-needs.jsonl'),
    '--slots',
    join(projectRoot(), 'test', 'evaluation', 'dev-slots.jsonl'),
    '--questions',
    join(projectRoot(), 'test', 'evaluation', 'heldOut-questions.jsonl'),
  ]);
  const { risk, questions, needs, slots } = figures.parse(JSON.parse(stdout));
  expect(risk.recall).toBeGreaterThanOrEqual(0.9);
  expect(risk.recallByLevel.emergency).toBeGreaterThanOrEqual(0.95);
  expect(risk.falseAlarmRate).toBeLessThanOrEqual(0.12);
  expect(risk.falseCertainRate).toBeLessThanOrEqual(0.02);
  expect(risk.sameLabel).toBeGreaterThanOrEqual(0.8);
  expect(needs.macroF1).toBeGreaterThanOrEqual(0.77);
  // needs among other facts: the target is 0.85
  expect(slots.perFact.needs.f1).toBeGreaterThanOrEqual(0.7);
  // of another hand (w30): the target is 0.9; who is surely in danger is answered as that first
  expect(questions.accuracy).toBeGreaterThanOrEqual(0.92);
  expect(questions.accuracyOfRest).toBeGreaterThanOrEqual(0.95);
  expect(questions.dangerFirst).toBeLessThanOrEqual(9);
}, 180_000);
