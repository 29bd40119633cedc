/** docs/a-person-gets-a-person.md and docs/promises.md: each line that had to be seen has its named tests or its command, and what is not seen yet says so. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { shell } from '../../../dialogs/content/staff/access';

const root = join(__dirname, '../../..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');

const DOCS = {
  'docs/a-person-gets-a-person.md':
    'claim-race talk hand-back out-of-hours take-over sleep danger-meanwhile alert-link owner-deadline bot-silent no-false-wait clock-nights every-step crossing load matrix attacks time-to-human pictures first-shift',
  'docs/promises.md':
    'week call-back-by-text warned-and-written-up broken status assisted erase five-shapes booked-once safe-times clock-nights owner-and-time fast-pages fast-search pictures first-week bulk hub risk-record',
} as const;

const rowsOf = (doc: string): readonly (readonly string[])[] =>
  (/<!-- seen -->([\s\S]*)<!-- \/seen -->/.exec(read(doc))?.[1] ?? '')
    .split('\n')
    .filter((row) => /^\| (?!Line|-)/.test(row))
    .map((row) => row.split('|').map((cell) => cell.trim()));
const rows = Object.keys(DOCS).flatMap(rowsOf);

const { scripts } = z.object({ scripts: z.record(z.string(), z.string()) }).parse(JSON.parse(read('package.json')));

/** The words stand in a name of a test: a string that `it`, `test`, `describe` or a helper of theirs is given. A comment is no test. */
const isTest = (file: string, words: string) =>
  existsSync(join(root, file)) &&
  read(file)
    .split('\n')
    .filter((line) => !/^\s*(\/\/|\*|\/\*)/.test(line))
    .some((line) => /['"`]/.test(line) && line.includes(words));

/** What is wrong with one place a line is said to be seen at; null when it is there. */
function fault(where: string): string | null {
  const command = /^`npm run ([\w:]+)( -- [^`]+)?`$/.exec(where)?.[1];
  if (command !== undefined) return command in scripts ? null : `there is no command ${command}`;
  const [, file = '', words = ''] = /^(test\/\S+\.test\.ts) "(.{5,})"$/.exec(where) ?? [];
  return isTest(file, words) ? null : `no such test: ${where}`;
}

test.each(Object.entries(DOCS))('each line that had to be seen has one row in %s', (doc, lines) => {
  expect(rowsOf(doc).map(([, line]) => line)).toEqual(lines.split(' '));
});

test.each(rows.map(([, line = '', , where = '']) => ({ line, where })))(
  '$line is seen where the table says, or it says why not',
  ({ where }) => {
    if (where.startsWith('Not yet')) expect(where).toMatch(/^Not yet: .{20,}\.$/);
    else
      expect(
        where
          .split(/(?<=["`]); /)
          .map(fault)
          .filter((one) => one !== null),
      ).toEqual([]);
  },
);

test('a test that is not there, a name in a comment, and a command that is none are seen as such', () => {
  expect(fault('test/unit/handoffs/everyStep.test.ts "at whatever step it ends, it is done once"')).toBeNull();
  expect(fault('test/unit/handoffs/everyStep.test.ts "the page had no answer"')).not.toBeNull();
  expect(fault('test/unit/handoffs/none.test.ts "at whatever step it ends"')).not.toBeNull();
  expect(fault('`npm run nothing`')).not.toBeNull();
});

const picturesIn = (file: string) => [...read(file).matchAll(/\]\((pictures\/[\w-]+\.png)\)/g)].map(([, path]) => path);

test('your first shift shows pictures that are there', () => {
  const shown = picturesIn('docs/first-shift.md');
  expect(shown.length).toBeGreaterThan(5);
  expect(shown.filter((path) => !existsSync(join(root, 'docs', path ?? '')))).toEqual([]);
});

test('the pictures of the console are all there', () => {
  // what the browser test looks at, it looks at in both widths, light and dark
  const looked = [
    ...read('test/e2e/staff/consoleLooks.test.ts').matchAll(/(?:look|inDialog)\('(?:[\w ]+', ')?([\w-]+)'/g),
  ];
  const names = [...new Set(looked.map(([, name]) => name))];
  expect(names.length).toBeGreaterThan(12);
  const missing = names.flatMap((name) =>
    ['desktop', 'desktop-dark', 'phone', 'phone-dark']
      .map((size) => `docs/pictures/console-${name}-${size}.png`)
      .filter((path) => !existsSync(join(root, path))),
  );
  expect(missing).toEqual([]);
  const shown = picturesIn('docs/console.md');
  expect(shown).toHaveLength(4 * names.length);
  expect(shown.filter((path) => !existsSync(join(root, 'docs', path ?? '')))).toEqual([]);
});

test('the pictures of promises and records are all there', () => {
  // what the browser test looks at, it looks at in both widths
  const looked = [...read('test/e2e/staff/people.test.ts').matchAll(/wrongWith\(\w+\.page, '([\w-]+)'\)/g)];
  const names = [...looked.map(([, name]) => name), 'rota-week'];
  expect(names.length).toBeGreaterThan(7);
  const shown = picturesIn('docs/promises.md');
  expect(shown.toSorted()).toEqual(
    names.flatMap((name) => ['desktop', 'phone'].map((size) => `pictures/${name}-${size}.png`)).toSorted(),
  );
  expect(shown.filter((path) => !existsSync(join(root, 'docs', path ?? '')))).toEqual([]);
});

test('your first week says where to look, for who answers people and for who looks after them', () => {
  const page = read('docs/first-week.md');
  for (const who of ['## If you are an advisor', '## If you are a manager', '## If you are the safeguarding lead'])
    expect(page).toContain(who);
  // each of its places is one of the console's own, by the name it has there
  const places = [...page.matchAll(/^\| \d \|.*\| ([A-Z][a-z]+) \|$/gm)].map(([, place]) => place);
  expect(places.length).toBeGreaterThan(8);
  const { places: known } = shell;
  expect(places.filter((place) => !Object.values<string>(known).includes(place ?? ''))).toEqual([]);
});
