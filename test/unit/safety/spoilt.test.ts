/** Danger typed badly is danger: slips, lost spaces, stretched words, pictures, look-alikes and capitals hide little of it. Floors: raise, never lower. */
import { join } from 'node:path';
import fc from 'fast-check';
import { deeply } from '../../../services/understanding/deep/deeply';
import { readLines, riskLine } from '../../../services/understanding/learning/corpus';
import { createReader } from '../../../services/understanding/read';
import { scoreSpoilt } from '../../../services/understanding/scoring/scoreSpoilt';
import { chanceOf, SPOIL_NAMES, SPOILS, spoilt } from '../../../services/understanding/scoring/spoilt';

/** Every third line: the whole takes `npm run eval -- --spoilt FILE`. */
const lines = readLines(join(__dirname, '..', '..', 'evaluation', 'dev-risk.jsonl'), riskLine).filter(
  (_, n) => n % 3 === 0,
);

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

it('raises nearly as much of it as of the same words well written', () => {
  const read = deeply(createReader());
  const { whole, raised } = scoreSpoilt((text) => read(text, { recentlyFlagged: false, asking: null }), lines);
  const lost = SPOIL_NAMES.map((name) => ({ name, lost: Math.round((whole - raised[name]) * 1_000) / 1_000 }));
  process.stdout.write(
    `raised as written ${whole}; lost: ${lost.map((one) => `${one.name} ${one.lost}`).join(', ')}\n`,
  );
  expect(lost.filter((one) => one.lost > MOST_LOST)).toEqual([]);
}, 120_000);

/** Asked: at most 0.05. */
const MOST_LOST = 0.05;
