/** Listening is quick for what people write, and bounded for what nobody would. */
import fc from 'fast-check';
import { detectRisk } from '../../../dialogs/safety/detectRisk';
import { normalise } from '../../../dialogs/safety/words/normalise';

const WORDS = [
  'i',
  'am',
  'he',
  'kill',
  'myself',
  'not',
  'want',
  'to',
  'the',
  'my',
  'kids',
  'pills',
  'took',
  'and',
  'a',
  'out',
  'of',
  'no',
  'food',
  'electric',
  'cant',
  'go',
  'on',
  'says',
  'hits',
  'me',
  'ago',
  'years',
  '|',
  '.',
  'die',
  '🔥',
  "he'll",
  'wi',
  'masel',
  'with',
];

function timed(text: string, recently = false): number {
  const began = performance.now();
  detectRisk(text, recently);
  return performance.now() - began;
}

test('200 characters take about a millisecond', () => {
  const text =
    `${'I feel that my kids and my man are out and I have no money for the gas or food today '.repeat(3)}`.slice(
      0,
      200,
    );
  for (let n = 0; n < 50; n += 1) timed(text);
  const times = Array.from({ length: 101 }, () => timed(text)).sort((a, b) => a - b);
  const middle = times[50] ?? Number.POSITIVE_INFINITY;
  process.stdout.write(`danger: 200 characters in ${middle.toFixed(2)} ms\n`);
  // about 1 ms on an idle machine; the bound allows for one that is busy
  expect(middle).toBeLessThan(5);
});

test.each([
  ['one letter', 'a'.repeat(1_000_000)],
  ['one word', 'kill '.repeat(200_000)],
  ['gaps that almost match', 'i want you to not not not want to '.repeat(30_000)],
  ['dots', '. . . '.repeat(170_000)],
  ['nothing to see', '\u200b'.repeat(1_000_000)],
  ['pictures', '🔪'.repeat(250_000)],
])('a megabyte of %s is over in a second', (_name, text) => {
  expect(timed(text)).toBeLessThan(1000);
});

test('danger at either end of a very long message is heard', () => {
  const filler = 'the weather was fine and the bus was late. '.repeat(25_000);
  expect(detectRisk(`i want to die. ${filler}`, false)).not.toEqual([]);
  expect(detectRisk(`${filler} i want to die`, false)).not.toEqual([]);
  expect(detectRisk(`${filler.slice(0, 4900)} i want to die ${filler}`, false)).not.toEqual([]);
});

test('no words, in any order or length, hold it up or break it', () => {
  const sentence = fc.array(fc.constantFrom(...WORDS), { maxLength: 300 }).map((words) => words.join(' '));
  fc.assert(
    fc.property(fc.oneof(sentence, fc.string({ maxLength: 3000, unit: 'binary' })), fc.boolean(), (text, recently) => {
      expect(timed(text, recently)).toBeLessThan(500);
    }),
    { numRuns: 150, seed: 7 },
  );
});

test('what is quoted is always a part of what was said', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...WORDS), { maxLength: 40 }).map((words) => words.join(' ')),
      (text) => {
        for (const flag of detectRisk(text, true)) expect(text).toContain(flag.words);
      },
    ),
    { numRuns: 200, seed: 8 },
  );
});

test.each([
  ['Ah cannae dae this', ' i cant do this '],
  ['k i l l', ' kill '],
  ['ｄｉｅ', ' die '],
  ['d\u200bi\u200be', ' die '],
  ['su🔥ic🔥ide', ' suicide '],
  ["I don't. He'll go", ' i dont | he will go '],
  ['helllppp', ' help '],
])('"%s" is heard as "%s"', (text, plain) => {
  expect(normalise(text).plain).toBe(plain);
});
