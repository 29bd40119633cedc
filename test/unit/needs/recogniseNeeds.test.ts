/** The needs people name in their own words are guessed well enough to ask about, and nothing is guessed from nothing. */
import { recogniseNeeds } from '../../../dialogs/needs/recogniseNeeds';
import { NEED_LINES } from './needLines';

const lines = NEED_LINES.trim()
  .split('\n')
  .flatMap((line) => {
    const [labels = '', texts = ''] = line.split(': ');
    const needs = labels === 'none' ? [] : labels.split('+');
    return texts.split(' | ').map((text) => ({ needs, text }));
  });

test('there are at least 200 lines', () => {
  expect(lines.length).toBeGreaterThanOrEqual(200);
});

test('micro-F1 is at least 0.75', () => {
  let right = 0;
  let extra = 0;
  let missed = 0;
  const wrong: string[] = [];
  for (const { needs, text } of lines) {
    const got: readonly string[] = recogniseNeeds(text);
    const hits = got.filter((need) => needs.includes(need)).length;
    right += hits;
    extra += got.length - hits;
    missed += needs.length - hits;
    if (hits < needs.length || got.length > hits) wrong.push(`  ${text} -> ${got.join('+')}, not ${needs.join('+')}`);
  }
  const f1 = (2 * right) / (2 * right + extra + missed);
  process.stdout.write(`needs: micro-F1 ${f1.toFixed(3)} over ${lines.length} lines\n${wrong.join('\n')}\n`);
  expect(f1).toBeGreaterThanOrEqual(0.75);
});

test('nothing is guessed from small talk, or from what is said to be fine', () => {
  expect(recogniseNeeds('hello there')).toEqual([]);
  expect(recogniseNeeds("I don't need help with housing")).toEqual([]);
});
