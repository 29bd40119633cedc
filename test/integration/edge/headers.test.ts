/** Every kind of answer the real server gives, and the whole set of its security headers: nothing missing, nothing said twice. */
import { rm } from 'node:fs/promises';
import { type App, startApp } from '../../../bench/processes';
import { engineUri } from '../store/database';
import { sendRaw } from './raw';

jest.setTimeout(60_000);

let app: App;
beforeAll(async () => {
  app = await startApp({ mongodbUri: engineUri(), env: { WEB_CHAT_ORIGINS: 'https://partner.example' } });
});
afterAll(async () => {
  await app.stop();
  await rm(app.dataDir, { recursive: true, force: true });
});

type Set = Readonly<Record<string, string>>;

/** What every answer begins with: all that redirects, plain texts and news have. */
const BASE: Set = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none';base-uri 'none';form-action 'none';frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-dns-prefetch-control': 'off',
  'x-frame-options': 'DENY',
  'x-xss-protection': '0',
};
const policy = (connect: string, form: string) =>
  `default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src ${connect}; form-action ${form}; base-uri 'none'; frame-ancestors 'none'`;
const PAGE: Set = {
  ...BASE,
  'content-security-policy': policy("'self'", "'self'"),
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), interest-cohort=()',
  'x-robots-tag': 'noindex',
};
const CHAT: Set = {
  ...PAGE,
  'content-security-policy': policy("'self' ws://localhost", "'self' https://www.bbc.co.uk"),
};
/** What no browser opens as a page does without what only a page has a use for. */
const DATA: Set = {
  'cache-control': 'no-store',
  'cross-origin-resource-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
};
const ASSET: Set = { ...DATA, 'cache-control': 'public, max-age=31536000, immutable' };

/** Headers of a raw answer that have to do with safety, or that should not be there at all. A name said twice joins its values. */
function setOf(raw: string): Set {
  const [, ...lines] = (raw.split('\r\n\r\n')[0] ?? '').split('\r\n');
  const found = new Map<string, string>();
  for (const line of lines) {
    const at = line.indexOf(': ');
    const name = line.slice(0, at).toLowerCase();
    const before = found.get(name);
    found.set(name, before === undefined ? line.slice(at + 2) : `${before} AND ${line.slice(at + 2)}`);
  }
  const others =
    /^(?:content-(?:type|length|encoding)|date|connection|keep-alive|transfer-encoding|vary|location|etag|set-cookie|x-accel-buffering|access-control-.*|allow|retry-after)$/;
  return Object.fromEntries([...found].filter(([name]) => !others.test(name)).toSorted());
}

interface Sent {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

async function ask(path: string, { method = 'GET', headers = {}, body = '' }: Sent = {}) {
  const all = { Host: 'localhost', Connection: 'close', 'Content-Length': String(body.length), ...headers };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  const raw = await sendRaw(app.url, `${method} ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n${body}`);
  return { raw, status: Number(raw.slice(9, 12)), set: setOf(raw) };
}

const html = { Accept: 'text/html' };
const json = { 'Content-Type': 'application/json' };
const form = { 'Content-Type': 'application/x-www-form-urlencoded' };

/** The path of a file the chat page needs. */
async function fileOf(ending: RegExp): Promise<string> {
  const page = await (await fetch(app.url)).text();
  return (
    [...page.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)]
      .map(([, path = '']) => path)
      .find((path) => ending.test(path)) ?? ''
  );
}

describe('the security headers of', () => {
  it.each([
    ['the chat', '/', {}, 200],
    ['the safety page', '/safety', {}, 200],
    ['the privacy page', '/privacy', {}, 200],
    ['a form that cannot be read', '/chat', { method: 'POST', headers: form, body: '' }, 400],
  ])('%s, with its own socket and the way out', async (_name, path, sent, status) => {
    const answer = await ask(path, sent);
    expect([answer.status, answer.set]).toEqual([status, CHAT]);
  });

  it.each([
    ['the page of a partner', '/r/not-a-token', {}, 404],
    ['the page of an alarm', '/alert/not-a-token', {}, 404],
    ['the start page', '/start', {}, 200],
    ['signing in', '/staff/sign-in', {}, 200],
    ['the phone', '/dev/phone', {}, 200],
    ['nothing there, to a person', '/nothing', { headers: html }, 404],
    ['a method nobody has, to a person', '/', { method: 'PUT', headers: html }, 405],
    ['a request that makes no sense, to a person', '/', { headers: { ...html, Host: 'a<b' } }, 400],
  ])('a page: %s', async (_name, path, sent, status) => {
    const answer = await ask(path, sent);
    expect([answer.status, answer.set]).toEqual([status, PAGE]);
  });

  it.each([
    ['a new talk', '/chat/token', { method: 'POST', headers: json, body: '{}' }, 200],
    ['Direct Line without a secret', '/v3/directline/conversations', { method: 'POST' }, 401],
    ['Azure, unreadable', '/api/messages', { method: 'POST', headers: json, body: '{' }, 400],
    ['WhatsApp, unsigned', '/channels/whatsapp', { method: 'POST', headers: json, body: '{}' }, 403],
    ['WhatsApp, a stranger asks', '/channels/whatsapp', {}, 403],
    ['health', '/health/live', {}, 200],
    ['readiness', '/health/ready', {}, 200],
    ['the version', '/health/version', {}, 200],
    ['figures, to somebody elsewhere', '/metrics', { headers: { 'X-Forwarded-For': '203.0.113.9' } }, 403],
    ['a file that is not there', '/assets/none.js', {}, 404],
    ['nothing there, to a machine', '/nothing', {}, 404],
    ['a method nobody has, to a machine', '/', { method: 'PUT' }, 405],
    ['a request that makes no sense, to a machine', '/', { headers: { Host: 'a<b' } }, 400],
  ])('data: %s', async (_name, path, sent, status) => {
    const answer = await ask(path, sent);
    expect([answer.status, answer.set]).toEqual([status, DATA]);
  });

  it.each([
    [
      'a look from another site',
      '/chat/token',
      { method: 'OPTIONS', headers: { Origin: 'https://partner.example' } },
      204,
    ],
    ['Twilio, unsigned', '/channels/twilio', { method: 'POST', headers: form, body: 'Body=hi' }, 403],
    ['figures', '/metrics', {}, 200],
    ['a page that leads on', '/chat', {}, 303],
    ['leaving', '/chat/leave', { method: 'POST', headers: form, body: '' }, 303],
    ['a page for somebody else', '/advisor', {}, 303],
  ])('everything else: %s', async (_name, path, sent, status) => {
    const answer = await ask(path, sent);
    expect([answer.status, answer.set]).toEqual([status, BASE]);
  });

  it.each([/\.js$/, /\.css$/, /\.svg$/])('a file of a page: %s', async (ending) => {
    const answer = await ask(await fileOf(ending));
    expect([answer.status, answer.set]).toEqual([200, ASSET]);
  });

  it('what somebody sees who is signed in, and the news they hear', async () => {
    const link = /href="(\/dev\/sign-in\/[^"]+)"/.exec((await ask('/start')).raw)?.[1] ?? '';
    const entered = await ask(link);
    expect([entered.status, entered.set]).toEqual([303, BASE]);
    const Cookie = /^set-cookie: ([^;\r]+)/im.exec(entered.raw)?.[1] ?? '';
    const page = await ask('/advisor', { headers: { Cookie } });
    expect([page.status, page.set]).toEqual([200, PAGE]);
    const news = await ask('/advisor/events', { headers: { Cookie } });
    expect(news.raw).toContain('text/event-stream');
    expect([news.status, news.set]).toEqual([200, BASE]);
  });
});
