/** H9 on the real app: danger written to one of two processes rings a mailbox within seconds, once, and a press stops it. */
import { rm } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { type App, freePort, type HeldEngine, holdEngine, startApp } from '../../../bench/processes';
import { aMailServer } from '../../contracts/network/aMailServer';

// a busy machine is slow, and slow is not wrong
jest.setTimeout(90_000);

let engine: HeldEngine;
let mail: Awaited<ReturnType<typeof aMailServer>>;
const apps: App[] = [];

beforeAll(async () => {
  engine = await holdEngine();
  mail = await aMailServer('takes');
  const env = { SMTP_URL: mail.url, MAIL_FROM: 'door@win.example', ALERT_EMAIL: 'duty@win.example,lead@win.example' };
  const first = await startApp({ mongodbUri: engine.uri, port: await freePort(), env });
  apps.push(first);
  apps.push(await startApp({ mongodbUri: engine.uri, port: await freePort(), dataDir: first.dataDir, env }));
}, 120_000);

afterAll(async () => {
  for (const app of apps) await app.stop();
  await mail.stop();
  await engine.stop();
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
