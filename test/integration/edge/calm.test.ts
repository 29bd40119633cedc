/** The edge of the real server: calm answers for people and machines, slashes, HEAD, metrics, and what comes to nobody. */
import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { type App, startApp } from '../../../bench/processes';
import { metaWebhook, twilioWebhook } from '../../../bot/dev/carrierWebhooks';
import { STAND_IN_ACCOUNTS } from '../../../bot/dev/mountPhone';
import { engineUri } from '../store/database';
import { sendRaw, statusOf } from './raw';

jest.setTimeout(60_000);

const token = randomBytes(12).toString('hex');
let app: App;
beforeAll(async () => {
  app = await startApp({ mongodbUri: engineUri(), env: { METRICS_TOKEN: token } });
});
afterAll(async () => {
  await app.stop();
  await rm(app.dataDir, { recursive: true, force: true });
});

const browser = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };

test.each([
  ['GET', '/nothing-here', 404],
  ['GET', '/nothing-here/', 404],
  ['PUT', '/', 405],
  ['DELETE', '/chat', 405],
  ['GET', '/channels/twilio', 405],
])('P-A21: %s %s is a calm page for a person and calm JSON for a machine', async (method, path, status) => {
  const page = await fetch(app.url + path, { method, headers: browser });
  const html = await page.text();
  expect([page.status, page.headers.get('content-type')]).toEqual([status, 'text/html; charset=utf-8']);
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
  for (const help of ['999', '116 123', 'href="/"']) expect(html).toContain(help);
  expect(html).not.toContain('nothing-here');
  const machine = await fetch(app.url + path, { method, headers: { accept: 'application/json' } });
  expect([machine.status, machine.headers.get('content-type')]).toEqual([status, 'application/json; charset=utf-8']);
  expect(await machine.json()).toEqual({ error: { code: String(status), message: expect.any(String) } });
});

test('P-A21: a request that cannot be read is a calm page too', async () => {
  const answer = await sendRaw(app.url, 'GET / HTTP/1.1\r\nHost: a<b\r\nAccept: text/html\r\n\r\n');
  expect(statusOf(answer)).toBe(400);
  expect(answer).toContain('href="tel:999"');
});

test.each(['/', '/safety', '/privacy', '/start', '/health/live', '/nothing'])(
  'HEAD %s answers as GET does, without a body',
  async (path) => {
    const get = await fetch(app.url + path, { headers: browser });
    await get.arrayBuffer();
    const head = await fetch(app.url + path, { method: 'HEAD', headers: browser });
    expect(head.status).toBe(get.status);
    expect(head.headers.get('content-type')).toBe(get.headers.get('content-type'));
    expect(await head.text()).toBe('');
    const raw = await sendRaw(app.url, `HEAD ${path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`);
    expect(raw.endsWith('\r\n\r\n')).toBe(true);
  },
);

test('P-A20 and P-A21: the safety and privacy pages name who to call and what is kept, and say sorry for nothing', async () => {
  const [safety, privacy, chat] = await Promise.all(
    ['/safety', '/privacy', '/'].map(async (path) => (await fetch(app.url + path, { headers: browser })).text()),
  );
  for (const text of [safety, privacy, chat]) expect(text).not.toMatch(/something went wrong|wasn.{1,6}t you/);
  expect(safety?.match(/href="tel:999"/g)).toHaveLength(1);
  expect(safety).toContain('tel:08000271234');
  expect(privacy).toMatch(/30 days[\s\S]*90 days[\s\S]*7 years[\s\S]*ico\.org\.uk/);
  expect(chat).toContain('href="/privacy"');
});

test.each(['', '/'])('S6: a webhook to an address with "%s" at its end is taken', async (end) => {
  const { twilio, meta } = STAND_IN_ACCOUNTS;
  const origin = new URL(app.url).origin.replace('127.0.0.1', 'localhost');
  const text = {
    AccountSid: twilio.accountSid,
    From: '+447700900777',
    To: twilio.smsFrom,
    Body: 'hello',
    NumMedia: '0',
  };
  const posts = [
    metaWebhook(meta.appSecret, `${origin}/channels/whatsapp${end}`, {
      object: 'whatsapp_business_account',
      entry: [],
    }),
    twilioWebhook(twilio.authToken, `${origin}/channels/twilio${end}`, {
      ...text,
      MessageSid: `SM${randomBytes(16).toString('hex')}`,
    }),
    twilioWebhook(twilio.authToken, `${origin}/channels/twilio/status${end}`, {
      AccountSid: twilio.accountSid,
      MessageSid: `SM${randomBytes(16).toString('hex')}`,
      MessageStatus: 'queued',
    }),
  ];
  for (const { url, headers, body } of posts) {
    const answer = await fetch(url, { method: 'POST', headers, body });
    expect([url, answer.status]).toEqual([url, 200]);
  }
  const message = {
    type: 'message',
    id: 'x',
    channelId: 'webchat',
    serviceUrl: app.url,
    from: { id: 'p' },
    recipient: { id: 'b' },
    conversation: { id: `s6${end}` },
    text: 'hi',
    deliveryMode: 'expectReplies',
  };
  const azure = await fetch(`${app.url}/api/messages${end}`, {
    method: 'POST',
    body: JSON.stringify(message),
    headers: { 'content-type': 'application/json' },
  });
  expect(azure.status).toBe(200);
});

test('H9: turns by phone are counted, and /metrics is for this machine or whoever has the token', async () => {
  const turns = async () => {
    const text = await (await fetch(`${app.url}/metrics`)).text();
    return Number(/^win_turns_total\{outcome="done"\} (\d+)$/m.exec(text)?.[1] ?? 0);
  };
  const before = await turns();
  const { twilio } = STAND_IN_ACCOUNTS;
  const fields = {
    AccountSid: twilio.accountSid,
    From: `+4477009${String(Date.now()).slice(-5)}`,
    To: twilio.smsFrom,
    Body: 'i want to die',
    NumMedia: '0',
    MessageSid: `SM${randomBytes(16).toString('hex')}`,
  };
  const { url, headers, body } = twilioWebhook(
    twilio.authToken,
    `${app.url.replace('127.0.0.1', 'localhost')}/channels/twilio`,
    fields,
  );
  expect((await fetch(url, { method: 'POST', headers, body })).status).toBe(200);
  for (let tries = 0; (await turns()) === before && tries < 100; tries += 1) await wait(100);
  expect(await turns()).toBeGreaterThan(before);

  const elsewhere = (more: Record<string, string>) =>
    fetch(`${app.url}/metrics`, { headers: { 'x-forwarded-for': '203.0.113.9', ...more } });
  expect((await elsewhere({})).status).toBe(403);
  expect((await elsewhere({ authorization: `Bearer ${token}x` })).status).toBe(403);
  expect((await elsewhere({ authorization: `Bearer ${token}` })).status).toBe(200);
});

/** A connection that stays open and says nothing more than `bytes`; resolves when the other side closes it. */
function hold(url: string, bytes: string): { readonly closed: Promise<void> } {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname, () => socket.write(bytes));
  socket.on('error', () => undefined).resume();
  return { closed: new Promise((done) => socket.once('close', () => done())) };
}

test('B8: SIGTERM ends the app within 15 s under keep-alive traffic, idle connections, sockets and half-sent bodies', async () => {
  const one = await startApp({ mongodbUri: engineUri() });
  const held = [
    hold(one.url, ''),
    hold(one.url, 'GET /health/live HTTP/1.1\r\nHost: a\r\n\r\n'),
    hold(one.url, 'POST /chat HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\nhalf'),
    hold(one.url, 'POST /api/messages HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\n{'),
    hold(one.url, 'GET / HTTP/1.1\r\nHo'),
    hold(one.url, 'GET /dev/phone/events HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n\r\n'),
  ];
  let stop = false;
  const traffic = Promise.all(
    Array.from({ length: 8 }, async () => {
      while (!stop)
        await fetch(`${one.url}/chat/token`, { method: 'POST' }).then(
          (answer) => answer.text(),
          () => wait(20),
        );
    }),
  );
  await wait(300);
  const started = Date.now();
  await one.stop('SIGTERM');
  const took = Date.now() - started;
  stop = true;
  await traffic;
  await Promise.all(held.map((each) => each.closed));
  expect(took).toBeLessThan(10_000);
  await rm(one.dataDir, { recursive: true, force: true });
});
