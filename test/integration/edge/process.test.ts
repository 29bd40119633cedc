/** The process itself: `npm start`, signals, .env, and the last handler. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, root } from '../../../bench/processes';
import { engineUri } from '../store/database';
import { until } from './raw';

jest.setTimeout(60_000);

interface Ended {
  readonly code: number | null;
  readonly said: string;
}

function watch(child: ChildProcess): Promise<Ended> {
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (piece) => (said += String(piece)));
  return new Promise((done) => child.once('close', (code) => done({ code, said })));
}

test('B8: a signal to npm start reaches the app, which ends calmly', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'win-start-'));
  const port = await freePort();
  const env = { ...process.env, PORT: String(port), DATA_DIR: dataDir, MONGODB_URI: engineUri(), NODE_ENV: '' };
  const npm = spawn('npm', ['start'], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = watch(npm);
  const answers = () =>
    fetch(`http://127.0.0.1:${port}/health/ready`).then(
      (answer) => answer.status === 200,
      () => false,
    );
  expect(await until(answers)).toBe(true);
  const started = Date.now();
  npm.kill('SIGTERM');
  const { said } = await ended;
  expect(Date.now() - started).toBeLessThan(15_000);
  expect(said).toContain('app.stopping');
  expect(await answers()).toBe(false);
  await rm(dataDir, { recursive: true, force: true });
});

const faulty = (plant: string) => `
  const { watchForFaults } = require('./dist/bot/lastHandler.js');
  const { createLog } = require('./dist/bot/log.js');
  let finished = false;
  watchForFaults(createLog('info'), () => new Promise((done) => setTimeout(() => { console.log('finished in hand'); done(); }, 50)));
  setInterval(() => {}, 1000);
  ${plant}`;

test.each([
  ['exception', "setTimeout(() => { throw new TypeError('https://door.example/r/sEcReT for +447700900123'); }, 10);"],
  ['rejection', "Promise.reject(new TypeError('https://door.example/r/sEcReT for +447700900123'));"],
  ['rejection', "Promise.reject('https://door.example/r/sEcReT +447700900123');"],
])(
  'B1: an %s nobody caught is logged without addresses, what is in hand is finished, and the process ends with 1',
  async (kind, plant) => {
    const { code, said } = await watch(spawn(process.execPath, ['-e', faulty(plant)], { cwd: root }));
    expect(code).toBe(1);
    expect(said).toContain(`"kind":"${kind}"`);
    expect(said).toContain('finished in hand');
    expect(said).not.toMatch(/sEcReT|7700|door\.example/);
  },
);

test('H11: a server others can reach, in development, says so loudly and has no start page or phone', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'win-open-'));
  const port = await freePort();
  const env = {
    ...process.env,
    PORT: String(port),
    HOST: '0.0.0.0',
    DATA_DIR: dataDir,
    MONGODB_URI: engineUri(),
    NODE_ENV: 'development',
    LOG_LEVEL: 'silent',
  };
  const child = spawn(process.execPath, [join(root, 'dist', 'bot', 'main.js')], { cwd: root, env });
  const ended = watch(child);
  const status = (path: string, init?: RequestInit) =>
    fetch(`http://127.0.0.1:${port}${path}`, init).then(
      (answer) => answer.status,
      () => 0,
    );
  expect(await until(async () => (await status('/health/ready')) === 200)).toBe(true);
  for (const path of ['/start', '/dev/phone', '/dev/carriers/x'])
    expect([path, await status(path)]).toEqual([path, 404]);
  for (const path of ['/channels/twilio', '/channels/whatsapp', '/api/messages'])
    expect([path, await status(path, { method: 'POST', body: '{}' })]).toEqual([path, 404]);
  child.kill('SIGTERM');
  expect((await ended).said).toContain('NOT FOR PEOPLE YET');
  await rm(dataDir, { recursive: true, force: true });
});
