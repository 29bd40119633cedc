/** H9 on the real app: danger written to one of two processes rings a mailbox within seconds, once, and a press stops it. */

import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type App, freePort, root, startApp } from '../../../bench/processes';
import { aMailServer } from '../../contracts/network/aMailServer';
import { withName } from '../../e2e/support/wholeApp';
import { engineUri } from '../store/database';

// a busy machine is slow, and slow is not wrong
jest.setTimeout(90_000);

let mail: Awaited<ReturnType<typeof aMailServer>>;
const apps: App[] = [];

beforeAll(async () => {
  const mongodbUri = withName(engineUri(), `alarm_${randomBytes(6).toString('hex')}`);
  mail = await aMailServer('takes');
  const env = { SMTP_URL: mail.url, MAIL_FROM: 'door@win.example', ALERT_EMAIL: 'duty@win.example,lead@win.example' };
  const first = await startApp({ mongodbUri, port: await freePort(), env });
  apps.push(first);
  apps.push(await startApp({ mongodbUri, port: await freePort(), dataDir: first.dataDir, env }));
}, 120_000);

afterAll(async () => {
  for (const app of apps) await app.stop();
  await mail.stop();
  for (const { dataDir } of apps) await rm(dataDir, { recursive: true, force: true });
}, 60_000);

async function say(base: string, id: string, text: string): Promise<string> {
  const body = {
    type: 'message',
    id,
    channelId: 'webchat',
    serviceUrl: base,
    from: { id: 'somebody' },
    recipient: { id: 'bot' },
    conversation: { id: 'talk' },
    text,
    deliveryMode: 'expectReplies',
  };
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(`${base}/api/messages`, { method: 'POST', headers, body: JSON.stringify(body) });
  return answer.text();
}

const unfolded = (letter: string) => letter.replace(/=\r\n/g, '').replace(/=3D/g, '=');

test('H9: the alarm rings a mailbox, says nothing of the person, and stops at a press of its button', async () => {
  const [one, two] = apps;
  if (!one || !two) throw new Error('Two apps should be running');
  const began = performance.now();
  expect(await say(one.url, 'm1', 'i have taken all my tablets and i want to die')).toContain('999');
  while (mail.mails.length === 0 && performance.now() - began < 20_000) await pause(50);
  const letter = unfolded(mail.mails[0] ?? '');
  expect(letter).toContain('To: duty@win.example');
  expect(letter).not.toMatch(/tablets|want to die|suicid/);
  // each process has looked several times by now
  await pause(2_500);
  expect(mail.mails).toHaveLength(1);

  const path = /\/alert\/[A-Za-z0-9_-]{43}/.exec(letter)?.[0] ?? '/alert/none';
  expect(await (await fetch(two.url + path)).text()).toContain('Can you take this now?');
  expect(await (await fetch(two.url + path, { method: 'POST' })).text()).toContain('Thank you, you have it');
  expect(await (await fetch(one.url + path)).text()).toContain('Somebody has this one');
});

test('H9: with the database away the person has the crisis text and the whole list is told, with no link to wait for', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'win-away-'));
  const port = await freePort();
  const box = await aMailServer('takes');
  const env = {
    ...process.env,
    PORT: String(port),
    DATA_DIR: dataDir,
    LOG_LEVEL: 'silent',
    MONGODB_URI: 'mongodb://127.0.0.1:1/win',
    SMTP_URL: box.url,
    MAIL_FROM: 'door@win.example',
    ALERT_EMAIL: 'duty@win.example,lead@win.example',
  };
  const child = spawn(process.execPath, [join(root, 'dist', 'bot', 'main.js')], { env, stdio: 'ignore' });
  const gone = new Promise<void>((done) => child.once('exit', () => done()));
  try {
    const base = `http://127.0.0.1:${port}`;
    const up = () =>
      fetch(`${base}/health/live`).then(
        () => true,
        () => false,
      );
    for (let n = 0; n < 300 && !(await up()); n += 1) await pause(100);
    expect(await say(base, 'm1', 'i have taken all my tablets and i want to die')).toContain('999');
    for (let n = 0; n < 100 && box.mails.length < 2; n += 1) await pause(100);
    expect(box.mails).toHaveLength(2);
    expect(unfolded(box.mails[0] ?? '')).toContain('Our records are away');
    expect(box.mails.join()).not.toMatch(/tablets|want to die/);
  } finally {
    child.kill('SIGKILL');
    await gone;
    await box.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
});
