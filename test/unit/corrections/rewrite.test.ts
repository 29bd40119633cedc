/** A line for the corpus is in a reviewer's own words, and leads to nobody. */
import fc from 'fast-check';
import { RUN, sharesWords, wrongWith } from '../../../services/corrections/rewrite';

const theirs = ["I've left the keys wi the neighbour an fed the cat", 'end my life', 'Senga fae Springhall'];
const of = (line: string) => wrongWith(line, { theirs, name: 'Senga Orr' });

test.each([
  ['I have put my things in order and found the dog a home', null],
  ['left the keys with the neighbour', null],
  ['Ive LEFT the keys, wi the man', 'theirWords'],
  ['so i have it: ive left the keys wi somebody', 'theirWords'],
  ['End my life!', 'theirWords'],
  ['I cannot see how to end my life differently', null],
  ['tell senga that I am sorry', 'theirName'],
  ['ring 07700 900123 if you can', 'number'],
  ['ring me on oh seven seven double oh nine double oh one two three', 'number'],
  ['my number is 0141-496-0000', 'number'],
  ['write to deek@mail.example', 'email'],
  ['it is deek at mail dot example', 'email'],
  ['I am at G72 0AA tonight', 'postcode'],
  ['somewhere in g72', 'postcode'],
  ['sw1a 1aa', 'postcode'],
  ['see https://a.example/x', 'link'],
  ['it is on facebook.com', 'link'],
  ['  ...  ', 'empty'],
  ['', 'empty'],
  ['word '.repeat(500), 'tooLong'],
  ['took 30 tablets at 11 and 2 more at 12', null],
  ['since the 14th of November 2026 I am alone', null],
] as const)('%s: %s', (line, wanted) => {
  expect(of(line)).toBe(wanted);
});

test('a line holding any run of their words is refused, wherever it stands and however it is spelt', () => {
  const word = fc.stringMatching(/^[a-z]{3,8}$/);
  fc.assert(
    fc.property(
      fc.array(word, { minLength: RUN, maxLength: 20 }),
      fc.nat(),
      fc.array(word, { maxLength: 6 }),
      fc.array(word, { maxLength: 6 }),
      (words, at, before, after) => {
        const from = at % (words.length - RUN + 1);
        const run = words.slice(from, from + RUN).map((one) => `${one.toUpperCase()},`);
        expect(sharesWords([...before, ...run, ...after].join(' '), [words.join(' ')])).toBe(true);
      },
    ),
  );
});

test('four of their words in a row are everybody’s', () => {
  expect(sharesWords('one two three four six', ['one two three four five'])).toBe(false);
});
