/**
 * The table "What a newcomer touches" of docs/how-to.md, proved: in a copy of the tree each thing is added with the number
 * of files it says, the compiler names the files that are missing, and the contract tests see what was added.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../../../services/store/engine/projectRoot';

// a busy machine is slow, and slow is not wrong
jest.setTimeout(300_000);

interface Added {
  /** its row in the table */
  readonly row: string;
  /** new files: path and text */
  readonly files: Readonly<Record<string, string>>;
  /** files there are: path, and what stands there once becomes what */
  readonly lines: Readonly<Record<string, readonly (readonly [was: string, is: string])[]>>;
  /** what the contract tests say of it */
  readonly seen: RegExp;
}

const entry = (name: string, words: string, open: string) => [open, `${open}  ${name}: '${words}',\n`] as const;

const added: readonly Added[] = [
  {
    row: 'a need',
    files: {},
    lines: {
      'dialogs/vocabulary.ts': [['export const NEEDS = [\n', "export const NEEDS = [\n  'pets',\n"]],
      'dialogs/content/needNames.ts': [entry('pets', 'a pet', 'const names: Readonly<Record<Need, string>> = {\n')],
      'dialogs/needs/phrases.ts': [entry('pets', 'vet bill', 'NEED_PHRASES: Readonly<Record<Need, string>> = {\n')],
      'dialogs/needs/troubles.ts': [entry('pets', 'vet bill', 'TROUBLES: Readonly<Record<Need, string>> = {\n')],
      'services/routing/words.ts': [entry('pets', 'a pet', 'NEED_WORDS: Readonly<Record<Need, string>> = {\n')],
    },
    seen: /pets has a name people know it by/,
  },
  {
    row: 'an effect',
    files: {
      'services/conversation/effects/ringBell.ts': `import { z } from 'zod';
import { defineEffect } from './effect';

const data = z.object({ times: z.number().default(1) });
export const ringBell = defineEffect({ kind: 'ringBell', data, do: async () => undefined });
`,
    },
    lines: {
      'dialogs/vocabulary.ts': [['export const EFFECT_KINDS = [\n', "export const EFFECT_KINDS = [\n  'ringBell',\n"]],
      'services/conversation/effects/index.ts': [
        [
          "import { tellHolder } from './tellHolder';",
          "import { ringBell } from './ringBell';\nimport { tellHolder } from './tellHolder';",
        ],
        ['EffectDefinition<Kind> } = {\n', 'EffectDefinition<Kind> } = {\n  ringBell,\n'],
      ],
    },
    seen: /ringBell goes by its own name/,
  },
  {
    row: 'a scheduled job',
    files: {
      'services/work/jobs/bells.ts': `import { z } from 'zod';
import { defineJob, done } from '../job';

export const bells = defineJob({ kind: 'bells', data: z.object({}), every: 60_000, do: async () => done });
`,
    },
    lines: {
      'services/work/jobs/index.ts': [
        ["import { alarm } from './alarm';", "import { alarm } from './alarm';\nimport { bells } from './bells';"],
        ['JobKind<JobPorts>[] = [\n', 'JobKind<JobPorts>[] = [\n  bells,\n'],
      ],
    },
    seen: /bells has its waits/,
  },
  {
    row: 'a delivery method',
    files: {
      'services/delivery/methods/pigeon.ts': `import { z } from 'zod';
import { defineMethod } from './method';

export const bell = defineMethod({
  kind: 'bell',
  mode: z.object({ kind: z.literal('bell'), tower: z.string() }),
  open: () => ({ send: async () => ({ kind: 'delivered' }) }),
});
`,
    },
    lines: {
      'services/delivery/methods/index.ts': [
        ["import { smtp } from './smtp';", "import { bell } from './pigeon';\nimport { smtp } from './smtp';"],
        ['methods = [', 'methods = [bell, '],
      ],
    },
    seen: /bell takes its own settings/,
  },
  {
    row: 'a collection',
    files: {
      'services/work/bellsRung.ts': `import { z } from 'zod';
import { defineCollection } from '../store/definition';

export const bellsRung = defineCollection({
  name: 'bellsRung',
  keptFor: { days: 1, why: 'a count of bells, and of nobody' },
  schema: z.object({ id: z.string(), expiresAt: z.number() }),
  indexes: [{ key: { expiresAt: 1 }, serves: 'Which bells are past their retention?' }],
  sealed: [],
});
`,
    },
    lines: {
      'services/collections.ts': [
        [
          "import { jobs } from './work/collection';",
          "import { bellsRung } from './work/bellsRung';\nimport { jobs } from './work/collection';",
        ],
        ['CollectionDefinition[] = [\n', 'CollectionDefinition[] = [\n  bellsRung,\n'],
      ],
    },
    seen: /bellsRung says what its indexes answer/,
  },
];

const root = projectRoot();
const copy = mkdtempSync(join(tmpdir(), 'win-newcomer-'));
afterAll(() => rmSync(copy, { recursive: true, force: true }));

const has = (path: string, was: string) => readFileSync(join(copy, path), 'utf8').split(was).length - 1;
function change(path: string, edits: readonly (readonly [string, string])[]): void {
  for (const [was, is] of edits) {
    expect([path, was, has(path, was)]).toEqual([path, was, 1]);
    writeFileSync(
      join(copy, path),
      readFileSync(join(copy, path), 'utf8').replace(was, () => is),
    );
  }
}

/** A command of the tools in the copy: everything it said. */
function run(tool: string, ...args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'node_modules', tool), ...args], {
    cwd: copy,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return `${status}\n${stdout}\n${stderr}`;
}
const types = () =>
  run('typescript/bin/tsc', '-p', 'tsconfig.json', '--noEmit', '--incremental', 'false', '--pretty', 'false');

beforeAll(() => {
  for (const path of [
    'bot',
    'dialogs',
    'services',
    'web/server',
    'test/contracts/registries.test.ts',
    'test/noNetwork.ts',
  ])
    cpSync(join(root, path), join(copy, path), { recursive: true });
  for (const path of ['tsconfig.json', 'package.json', 'jest.config.cjs', 'test/longFirst.cjs'])
    cpSync(join(root, path), join(copy, path));
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
});

test('the table says how many files each is', () => {
  const table = readFileSync(join(root, 'docs', 'how-to.md'), 'utf8');
  for (const { row, files, lines } of added) {
    const [, fresh, touched] = new RegExp(`^\\| ${row} \\| (\\d) \\| (\\d)`, 'm').exec(table) ?? [];
    expect([row, fresh, touched]).toEqual([row, String(Object.keys(files).length), String(Object.keys(lines).length)]);
  }
});

test('what the compiler can know is missing, it names', () => {
  change('dialogs/vocabulary.ts', [
    ['export const NEEDS = [\n', "export const NEEDS = [\n  'pets',\n"],
    ['export const EFFECT_KINDS = [\n', "export const EFFECT_KINDS = [\n  'ringBell',\n"],
  ]);
  const said = types();
  cpSync(join(root, 'dialogs/vocabulary.ts'), join(copy, 'dialogs/vocabulary.ts'));
  const named = new Set([...said.matchAll(/^(\S+\.ts)\(/gm)].map(([, path]) => path));
  const touched = added.slice(0, 2).flatMap(({ lines }) => Object.keys(lines));
  expect([...named].toSorted()).toEqual(touched.filter((path) => path !== 'dialogs/vocabulary.ts').toSorted());
});

test('with those files everything compiles, and the contract tests see each', () => {
  for (const { files, lines } of added) {
    for (const [path, text] of Object.entries(files)) writeFileSync(join(copy, path), text, { flag: 'wx' });
    for (const [path, edits] of Object.entries(lines)) change(path, edits);
  }
  expect(types()).toMatch(/^0\n/);
  const told = run(
    'jest/bin/jest.js',
    'test/contracts/registries.test.ts',
    '--selectProjects',
    'contracts',
    '--verbose',
    '--ci',
  );
  for (const { seen } of added) expect(told).toMatch(seen);
  expect(told).toMatch(/^0\n/);
});
