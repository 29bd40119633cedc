/** H13: danger is first in every queue, on every route, whatever the database does: full, frozen, gone or not there yet. */
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { type App, freePort, type HeldEngine, holdEngine, root, startApp } from '../../../bench/processes';
import { postHere } from '../../../bot/dev/postWebhook';
import { whoHas } from '../../../services/store/engine/socketFolder';
import { newAgent, send } from '../../load/http';
import { openConversation } from '../../load/knock';
import { carrierSettings } from '../../load/providerApps';
import { metaBatch, textWebhook } from '../../load/replaySend';
import { type StandInServer, startStandIn } from '../../load/standInServer';

// a busy machine is slow, and slow is not wrong
jest.setTimeout(120_000);

/** How many times slower than by itself everything is just now: other work on this machine is no fault of ours. */
const slowness = () => Math.max(1, (loadavg()[0] ?? 0) / cpus().length);
const within = 5_000;
const words = 'i want to kill myself';
const isCrisis = (text: string) => /safe right now|999|116 123/.test(text);

const session = z.object({ token: z.string(), conversationId: z.string() });
const agent = newAgent();
let carriers: StandInServer;
let calls = 0;
beforeAll(async () => {
  carriers = await startStandIn({ publicUrl: 'https://front.door.example' });
});
afterAll(async () => {
  agent.destroy();
  await carriers.stop();
});

async function until(check: () => boolean | Promise<boolean>): Promise<number> {
  const since = performance.now();
  while (performance.now() - since < 30_000) {
    if (await check()) break;
    await wait(25);
  }
  return Math.round(performance.now() - since);
}

/** ms from words of danger to the crisis text, by route; each from somebody new. */
async function crisisAfter(url: string): Promise<Readonly<Record<string, number>>> {
  calls += 1;
  const n = calls;
  const port = Number(new URL(url).port);
  const sms = `+4477009001${String(n).padStart(2, '0')}`;
  const whatsapp = `+4477009002${String(n).padStart(2, '0')}`;
  const told = (number: string) => carriers.textsTo(number).some(isCrisis);
  const sid = (which: number) => `SM${String(n * 10 + which).padStart(32, '0')}`;
  const byMeta = (id: string, text: string) =>
    metaBatch([{ id: `wamid.${id}${n}`, number: whatsapp, said: { kind: 'text', text }, at: Date.now() }]);
  /** The carrier's own answer counts too: a webhook can bring the crisis text back at once. */
  async function twilio(text: string, which: number, from = sms): Promise<boolean> {
    const { headers, body } = textWebhook(sid(which), from, text);
    const to = new URL('/channels/twilio', url);
    const answer = await send(agent, 'POST', to, { ...headers, host: 'front.door.example' }, body, 10_000);
    return answer !== null && isCrisis(answer.text);
  }

  const api = await openConversation(agent, url).catch(async () => {
    const given = await send(agent, 'POST', new URL('/chat/token', url), { 'content-type': 'application/json' }, '{}');
    // no conversation can begin while nothing can be kept; the page has its pass all the same
    return session.parse(JSON.parse(given?.text ?? '{}'));
  });
  const activities = `/v3/directline/conversations/${api.conversationId}/activities`;
  const bearer = { authorization: `Bearer ${api.token}`, 'content-type': 'application/json' };
  const page = async () => {
    const posted = send(
      agent,
      'POST',
      new URL(activities, url),
      bearer,
      JSON.stringify({ type: 'message', text: words }),
    );
    const said = posted.then((answer) => isCrisis(answer?.text ?? ''));
    if (await said) return true;
    const shown = await send(agent, 'GET', new URL(activities, url), bearer, null);
    return isCrisis(shown?.text ?? '');
  };
  const form = async () => {
    const fields = new URLSearchParams({ nonce: `nonce-${n}-dangerfirst`, place: '', text: words }).toString();
    const headers = { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' };
    const answer = await send(agent, 'POST', new URL('/chat', url), headers, fields);
    return isCrisis(answer?.text ?? '');
  };
  // others wait in the same queues with something plain
  for (let which = 3; which < 8; which += 1) void twilio('hello', which, `${sms}${which}`);
  await wait(100);
  let inAnswer = false;
  const since = performance.now();
  void twilio(words, 2).then((yes) => {
    inAnswer = yes;
  });
  void postHere('127.0.0.1', port, byMeta('danger', words));
  const [byPage, byForm, bySms, byWhatsapp] = await Promise.all([
    until(page),
    until(form),
    until(() => inAnswer || told(sms)),
    until(() => told(whatsapp)),
  ]);
  expect(performance.now() - since).toBeLessThan(60_000);
  return { page: byPage, form: byForm, sms: bySms, whatsapp: byWhatsapp };
}

async function inTime(url: string): Promise<void> {
  const times = await crisisAfter(url);
  const late = Object.entries(times).filter(([, ms]) => ms > within * slowness());
  expect({ late, times }).toEqual({ late: [], times });
  if (process.env['SHOW_TIMES'])
    process.stderr.write(`${expect.getState().currentTestName}: ${JSON.stringify(times)}\n`);
}

/** An app whose database is not there yet. */
async function whileStarting(): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'win-starting-'));
  const port = await freePort();
  const nowhere = `mongodb://${encodeURIComponent(join(dataDir, 'not-yet.sock'))}/win?directConnection=true`;
  const env = { ...process.env, ...carrierSettings(carriers.bases), PORT: String(port), DATA_DIR: dataDir };
  const child = spawn(process.execPath, [join(root, 'dist/bot/main.js')], {
    cwd: root,
    env: { ...env, MONGODB_URI: nowhere },
    stdio: 'ignore',
  });
  try {
    const url = `http://127.0.0.1:${port}`;
    const lives = () =>
      fetch(`${url}/health/live`).then(
        () => true,
        () => false,
      );
    await until(lives);
    await inTime(url);
  } finally {
    child.kill('SIGKILL');
    await rm(dataDir, { recursive: true, force: true });
  }
}

describe('H13: the crisis text within 5 s, by page, form, SMS and WhatsApp', () => {
  let engine: HeldEngine;
  let app: App;
  beforeAll(async () => {
    engine = await holdEngine();
    const env = {
      ...carrierSettings(carriers.bases),
      NODE_OPTIONS: `--require ${join(root, 'dist/test/load/plantFullDisk.js')}`,
    };
    app = await startApp({ mongodbUri: engine.uri, env });
  });
  afterAll(async () => {
    await app.stop('SIGKILL');
    await rm(app.dataDir, { recursive: true, force: true });
  });

  it('H13: with all well', () => inTime(app.url));

  it('B10: with the database full, on every route (H13)', async () => {
    process.kill(app.pid, 'SIGUSR2');
    await inTime(app.url);
    process.kill(app.pid, 'SIGUSR2');
  });

  it('H13: with the database frozen', async () => {
    const pid = whoHas(engine.folder)?.engine;
    if (pid === undefined) throw new Error('Nobody has the database');
    process.kill(pid, 'SIGSTOP');
    try {
      await inTime(app.url);
    } finally {
      process.kill(pid, 'SIGCONT');
    }
  });

  it('H13: with the database gone, and with one that is still starting', async () => {
    await engine.stop();
    await Promise.all([inTime(app.url), whileStarting()]);
  });
});
