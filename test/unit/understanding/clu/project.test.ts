import { z } from 'zod';
import { cluProject } from '../../../../services/understanding/clu/project';

/** What the authoring API takes (shared contract 5.4 and 5.5); anything else is refused. */
const imported = z.strictObject({
  projectFileVersion: z.literal('2022-10-01-preview'),
  stringIndexType: z.literal('Utf16CodeUnit'),
  metadata: z.strictObject({
    projectKind: z.literal('Conversation'),
    projectName: z.string().regex(/^[\w-]{1,50}$/),
    multilingual: z.boolean(),
    language: z.literal('en'),
    description: z.string(),
    settings: z.strictObject({ confidenceThreshold: z.number().min(0).max(1) }),
  }),
  assets: z.strictObject({
    projectKind: z.literal('Conversation'),
    intents: z
      .array(z.strictObject({ category: z.string().min(1).max(50) }))
      .min(2)
      .max(500),
    entities: z.array(z.never()),
    utterances: z
      .array(
        z.strictObject({
          text: z.string().min(1).max(500),
          language: z.literal('en'),
          intent: z.string(),
          dataset: z.enum(['Train', 'Test']),
          entities: z.array(z.never()),
        }),
      )
      .max(25_000),
  }),
});

const project = imported.parse(cluProject('win'));
const { intents, utterances } = project.assets;

it('is a project the service can import, each line once and under an intent it names', () => {
  const known = new Set(intents.map(({ category }) => category));
  expect(known.has('None')).toBe(true);
  expect(utterances.filter(({ intent }) => !known.has(intent))).toEqual([]);
  expect(new Set(utterances.map(({ text }) => text.toLowerCase())).size).toBe(utterances.length);
});

it('teaches every intent, keeps lines apart to test it, and has enough of None', () => {
  const count = (intent: string, dataset: string) =>
    utterances.filter((one) => one.intent === intent && one.dataset === dataset).length;
  // needs, commands and dangers, each with 10 lines or more to learn from
  expect(intents.length).toBeGreaterThan(50);
  expect(intents.filter(({ category }) => count(category, 'Train') < 10)).toEqual([]);
  expect(utterances.filter(({ dataset }) => dataset === 'Test').length / utterances.length).toBeCloseTo(0.1, 1);
  expect(count('None', 'Train')).toBeGreaterThan(utterances.length / 10);
});

it('is the same file every time', () => {
  expect(JSON.stringify(cluProject('win'))).toBe(JSON.stringify(project));
});
