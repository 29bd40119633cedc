/** Reads the files of the project for habits no other tool looks for. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '..', '..', '..');
const committed = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { cwd: root, encoding: 'utf8' })
  .split('\n')
  .filter((path) => path !== '' && existsSync(join(root, path)));
const isCode = (path: string) => /[.](ts|mjs|cjs|js)$/.test(path);
const read = (path: string) => readFileSync(join(root, path), 'utf8');

/** `path:line` of each line of these files that matches */
function where(paths: readonly string[], pattern: RegExp): string[] {
  return paths.flatMap((path) =>
    read(path)
      .split('\n')
      .flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1}`] : [])),
  );
}

const code = committed.filter(isCode);
const product = code.filter((path) => /^(bot|dialogs|services|web)\//.test(path));

test('there is code to read', () => {
  expect(product.length).toBeGreaterThan(50);
});

test('only the configuration reads the environment', () => {
  const allowed = (path: string) => path === 'bot/config.ts' || /^bot\/tools\//.test(path);
  expect(
    where(
      product.filter((path) => !allowed(path)),
      /\bprocess\.env\b/,
    ),
  ).toEqual([]);
});

test('nothing in the product writes to the console', () => {
  expect(
    where(
      product.filter((path) => !path.startsWith('bot/tools/')),
      /\bconsole\.\w+\(/,
    ),
  ).toEqual([]);
});

test('nothing is left undone, skipped or singled out', () => {
  const undone = new RegExp(`\\b(${['TO', 'DO'].join('')}|${['FIX', 'ME'].join('')}|${['XX', 'X'].join('')})\\b`);
  const skipped = /\b(it|test|describe)\.(skip|only|todo|failing)\b|\b(xit|xtest|xdescribe|fit|fdescribe)\(/;
  const others = code.filter((path) => path !== 'test/unit/ground/houseRules.test.ts');
  expect(where(others, undone)).toEqual([]);
  expect(where(others, skipped)).toEqual([]);
});

test('no type is silenced', () => {
  const silenced = /@ts-(ignore|nocheck|expect-error)|\bas unknown as\b/;
  expect(where(product, silenced)).toEqual([]);
});

test('every file of the product says in its first line what it is', () => {
  const silent = product.filter((path) => !/^\/\*\*/.test(read(path)));
  expect(silent).toEqual([]);
});

test('no file names the address of a package registry', () => {
  const known = [
    ['registry', 'npmjs', 'org'],
    ['registry', 'yarnpkg', 'com'],
    ['deb', 'debian', 'org'],
  ].map((parts) => parts.join('.'));
  const here = process.env['npm_config_registry'];
  const hosts = here ? [...known, new URL(here).hostname] : known;
  const escaped = hosts.map((host) => host.replaceAll('.', '[.]')).join('|');
  const texts = committed.filter((path) => !/[.](png|ico|woff2?|jpg|gz|tgz)$/.test(path));
  expect(where(texts, new RegExp(escaped))).toEqual([]);
});
