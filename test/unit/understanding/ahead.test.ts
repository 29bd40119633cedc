/** Long messages are heard part by part beforehand, so that whoever writes meanwhile is not kept waiting (flood). */
import { setImmediate as turnOfTheLoop } from 'node:timers/promises';
import { createHearing } from '../../../services/understanding/danger/hear';
import { readWeights } from '../../../services/understanding/danger/weights';

const hearing = createHearing(readWeights());
const calm = { recentlyFlagged: false };
const long = (word: string) =>
  Array.from({ length: 900 }, (_, n) => `${word} we went out for ${n} rolls and it rained so we came home again. `)
    .join('')
    .slice(0, 50_000);

const took = (work: () => void) => {
  const began = performance.now();
  work();
  return performance.now() - began;
};
/** The quickest of a few: a busy machine may hold up any one of them. */
const atBest = (work: () => void) => Math.min(...Array.from({ length: 4 }, () => took(work)));

it('keeps what was heard of several of the longest messages until each is read', async () => {
  const texts = ['monday', 'tuesday', 'friday', 'sunday'].map(long);
  const afresh = took(() => void createHearing(readWeights()).hear(texts[0] ?? '', calm));
  await Promise.all(texts.map((text) => hearing.ahead(text, calm)));
  for (const text of texts) expect(atBest(() => void hearing.hear(text, calm))).toBeLessThan(afresh / 3);
});

it('looks at everything else after each part, however many are heard at once', async () => {
  const texts = ['red', 'blue', 'green'].map(long);
  let looks = 0;
  let over = false;
  const all = Promise.all(texts.map((text) => hearing.ahead(text, calm))).then(() => {
    over = true;
  });
  while (!over) {
    await turnOfTheLoop();
    looks += 1;
  }
  await all;
  // three texts of nineteen parts each
  expect(looks).toBeGreaterThanOrEqual(3 * 19);
});

it('hears words once, whichever questions they are read at: a text message is read at none, and then at its own', () => {
  const fresh = createHearing(readWeights());
  const text = long('august');
  const first = took(() => void fresh.hear(text, calm));
  const again = atBest(() => void fresh.hear(text, { ...calm, asked: 'name' }));
  expect(again).toBeLessThan(first / 3);
  // what is asked still decides what is made of it
  const words = 'it would be better if i wasnt here';
  expect(fresh.hear(words, { ...calm, asked: 'consent' }).scores).toEqual(fresh.hear(words, calm).scores);
});
