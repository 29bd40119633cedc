/** How much is raised of each of the ten ways of saying it, in our own lines (docs/behaviour.md). Never trained on; raise the floors, never lower. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { deeply } from '../../../services/understanding/deep/deeply';
import { createReader, type Reader } from '../../../services/understanding/read';
import { flagsOf } from '../../../services/understanding/scoring/scoreRisk';

const line = z.object({
  text: z.string(),
  risk: z.string(),
  level: z.enum(['urgent', 'emergency']),
  slice: z.string(),
});
const lines = readFileSync(join(__dirname, '..', '..', 'evaluation', 'slices.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((one) => line.parse(JSON.parse(one)));
const slices = [...new Set(lines.map(({ slice }) => slice))];

/** How many of each slice a reader raises, the text alone, as the first thing somebody says. */
function raisedBy(read: Reader): ReadonlyMap<string, number> {
  const raised = ({ text }: (typeof lines)[number]) =>
    flagsOf(read(text, { recentlyFlagged: false })).raised.length > 0;
  return new Map(slices.map((name) => [name, lines.filter((one) => one.slice === name && raised(one)).length]));
}

const total = (counts: ReadonlyMap<string, number>) => [...counts.values()].reduce((sum, one) => sum + one, 0);

it('has ten ways of saying it, twelve lines each, none twice', () => {
  expect(slices).toHaveLength(10);
  expect(new Set(lines.map(({ text }) => text)).size).toBe(120);
  for (const name of slices) expect(lines.filter(({ slice }) => slice === name)).toHaveLength(12);
});

it('raises by slice no less than it did', () => {
  const fast = raisedBy(createReader());
  const joined = raisedBy(deeply(createReader()));
  const table = slices.map((name) => `  ${name.padEnd(22)} ${fast.get(name)} / ${joined.get(name)} of 12`);
  process.stdout.write(`slices, fast / joined:\n${table.join('\n')}\n  all ${total(fast)} / ${total(joined)} of 120\n`);
  expect(slices.filter((name) => (fast.get(name) ?? 0) < 3)).toEqual([]);
  expect(slices.filter((name) => (joined.get(name) ?? 0) < 4)).toEqual([]);
  expect(total(fast)).toBeGreaterThanOrEqual(60);
  expect(total(joined)).toBeGreaterThanOrEqual(74);
}, 120_000);
