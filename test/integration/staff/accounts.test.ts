/** Accounts on the real database: made by the command, signed in to by the real sums in their thread, and nothing readable at rest. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { MongoClient } from 'mongodb';
import { collections } from '../../../services/collections';
import { createStaff } from '../../../services/staff/staff';
import { createSums } from '../../../services/staff/sums/thread';
import { guesses } from '../../../services/store/collections/guesses';
import { staff, staffSessions } from '../../../services/store/collections/staff';
import { loadKeys } from '../../../services/store/keys';
import { connect } from '../../../services/store/mongo/connect';
import { createRecords } from '../../../services/store/mongo/records';
import { createSealer, keyedHash } from '../../../services/store/seal';
import { engineUri } from '../store/database';

jest.setTimeout(90_000);
const name = `test_staff_${process.pid}`;
const dataDir = mkdtempSync(join(tmpdir(), 'win-staff-'));
const uri = engineUri().replace(/^(mongodb:\/\/[^/]+)\/?[^?]*/, `$1/${name}`);
const raw = new MongoClient(uri);
afterAll(async () => {
  await raw.db(name).dropDatabase();
  await raw.close();
  rmSync(dataDir, { recursive: true });
});

/** `npm run staff`, as the program it is. */
async function command(args: readonly string[], input = '') {
  const child = spawn(process.execPath, [join(__dirname, '../../../dist/bot/tools/staff.js'), ...args], {
    env: { ...process.env, MONGODB_URI: uri, DATA_DIR: dataDir, NODE_ENV: 'development' },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  child.stdin.end(input);
  const ended = new Promise<number | null>((done) => child.once('close', done));
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { out, err, code: await ended };
}

function openHouse() {
  const keys = loadKeys({ production: false, dataDir });
  const sealer = createSealer(keys.encryption);
  const database = connect(uri, collections, { name });
  const sums = createSums();
  const house = createStaff({
    staff: createRecords(database, staff, sealer),
    sessions: createRecords(database, staffSessions, sealer),
    guesses: createRecords(database, guesses, sealer),
    hash: (purpose, value) => keyedHash(keys.hash, purpose, value),
    sum: sums.ask,
    audit: async () => undefined,
    publicUrl: 'http://localhost:3978',
    now: () => Date.now(),
  });
  return {
    ...house,
    async close() {
      sums.stop();
      await database.close();
    },
  };
}

const who = ['--email', 'Morag@win.example.org'];
const here = { network: '192.0.2.1' };

test('an account is added, signed in to, changed, reset and closed', async () => {
  const added = await command(
    ['add', ...who, '--role', 'advisor,admin', '--name', 'Morag', '--password-stdin'],
    'heather over the kingfisher\n',
  );
  expect(added).toMatchObject({ code: 0, out: '' });
  expect(added.err).toContain('Added.');
  const again = await command(
    ['add', ...who, '--role', 'advisor', '--name', 'Morag', '--password-stdin'],
    'heather over the kingfisher\n',
  );
  expect(again.code).toBe(1);
  expect(again.err).toContain('There is an account with this e-mail');

  const house = openHouse();
  const signIn = (password: string) => house.signIn.withPassword({ email: 'morag@win.example.org', password, ...here });
  const read = await signIn('heather over the kingfisher');
  expect(read.kind).toBe('setUp');
  expect((await signIn('heather over the kingfishes')).kind).toBe('no');
  if (read.kind !== 'setUp') throw new Error(read.kind);
  const token = await house.enter(read.account, { stage: 'in', by: 'passkey', device: 'Firefox', before: null });
  expect(await house.sessions.look(token)).not.toBeNull();
  expect((await house.presence(Date.now())).map(({ name: called, signedIn }) => [called, signedIn])).toEqual([
    ['Morag', true],
  ]);

  const kept = JSON.stringify([
    await raw.db(name).collection('staff').find().toArray(),
    await raw.db(name).collection('staffSessions').find().toArray(),
  ]);
  expect(kept).toContain('advisor');
  expect(kept).not.toMatch(/morag|argon2|Firefox/i);
  expect(kept).not.toContain(token.slice(1));

  expect((await command(['roles', ...who, '--role', 'manager'])).code).toBe(0);
  expect(await house.sessions.look(token)).toBeNull();
  expect((await command(['reset', ...who, '--password-stdin'], 'short\n')).err).toContain('too short');
  expect((await command(['reset', ...who, '--password-stdin'], 'bluebell in the morning\n')).code).toBe(0);
  expect((await signIn('bluebell in the morning')).kind).toBe('setUp');

  const listed = await command(['list']);
  expect(JSON.parse(listed.out)).toEqual({
    name: 'Morag',
    email: 'morag@win.example.org',
    roles: ['manager'],
    state: 'open',
    passkeys: 0,
    app: false,
    ready: false,
  });
  expect((await command(['close', ...who])).code).toBe(0);
  expect((await signIn('bluebell in the morning')).kind).toBe('no');
  expect((await command(['open', ...who])).code).toBe(0);
  expect((await signIn('bluebell in the morning')).kind).toBe('setUp');
  await house.close();

  const trail = await raw.db(name).collection('audit').find().sort({ n: 1 }).toArray();
  expect(trail.map((entry) => `${entry['actor']} ${entry['action']}`)).toEqual([
    'command accountAdded',
    'command rolesChanged',
    'command accountReset',
    'command accountClosed',
    'command accountOpened',
  ]);
});

test.each([
  [['add', '--email', 'x', '--role', 'advisor', '--name', 'X', '--password-stdin'], '--email is an e-mail address'],
  [['add', ...who, '--role', 'boss', '--name', 'X', '--password-stdin'], '--role is one or more of'],
  [['add', ...who, '--role', 'advisor', '--password-stdin'], '--name is what people call them'],
  [['add', ...who, '--role', 'partner', '--name', 'X', '--password-stdin'], '--organisation is needed'],
  [['reset', ...who], 'nobody to ask for a password'],
  [['close', '--email', 'nobody@win.example.org'], 'There is no account'],
  [['dance'], 'Usage: npm run staff'],
])('%j is refused with words to act on', async (args, words) => {
  const done = await command(args, 'heather over the kingfisher\n');
  expect(done.code).toBe(1);
  expect(done.err).toContain(words);
});
