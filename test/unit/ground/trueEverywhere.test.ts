/** docs/true-everywhere.md: each fault has a named test where the table says, and was tried on two processes or cannot differ there. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '../../..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');

const NUMBERS =
  'H1 H2 H3 B5 B7 B9 B13 P-H1 P-H2 P-H3 P-H10 P-H11 P-H12 P-H13 P-H15 P-H16 P-H18 P-H19 P-H22 P-A16 P-A17 P-A18 P-A19 P-A20 P-A21 P-A22 P-A24 P-A34'.split(
    ' ',
  );

const table = /<!-- faults -->([\s\S]*)<!-- \/faults -->/.exec(read('docs/true-everywhere.md'))?.[1] ?? '';
const rows = table
  .split('\n')
  .filter((row) => /^\| (?!Number|-)/.test(row))
  .map((row) => row.split('|').map((cell) => cell.trim()));

/** The number stands in words between quotes, as the name of a test does; a comment is no test. */
const named = (file: string, number: string) =>
  new RegExp(`['"\`](?:[^'"\`\\n]* )?${number}(?![\\w-])[^\\n]*['"\`]`).test(read(file));

test('each number the brief names has one row', () => {
  expect(rows.map(([, number]) => number)).toEqual(NUMBERS);
});

test.each(rows.map(([, number = '', , tests = '', two = '']) => ({ number, tests, two })))(
  '$number has its named tests, and was tried on two processes or cannot differ there',
  ({ number, tests, two }) => {
    const files = [...tests.split(', '), ...(two.startsWith('test/') ? [two] : [])];
    expect(files.filter((file) => !named(file, number))).toEqual([]);
    if (!two.startsWith('test/')) expect(two).toMatch(/^Cannot matter: .{20,}\.$/);
  },
);

test('a number that is only in a comment, or a longer one, is not taken for a test', () => {
  expect(named('test/e2e/journey/leavingTwo.test.ts', 'H1')).toBe(true);
  expect(named('test/e2e/journey/leavingTwo.test.ts', 'H')).toBe(false);
  expect(named('test/unit/sharing/table.test.ts', 'P-H1')).toBe(false);
});
