/** B1 on the real server, with bare sockets: no input from outside ends the process. */
import { rm } from 'node:fs/promises';
import { type App, startApp } from '../../../bench/processes';
import { engineUri } from '../store/database';
import { sendRaw, statusOf } from './raw';

jest.setTimeout(60_000);

let app: App;
beforeAll(async () => {
  app = await startApp({ mongodbUri: `${engineUri()}` });
});
afterAll(async () => {
  await app.stop();
  await rm(app.dataDir, { recursive: true, force: true });
});

const get = (target: string, ...headers: string[]) =>
  `GET ${target} HTTP/1.1\r\n${[...headers, 'Connection: close'].join('\r\n')}\r\n\r\n`;
const oddHosts = [
  ':',
  'a<b',
  '[',
  'a:99999',
  'a%zz',
  'xn--a',
  ']',
  'a b',
  'a/b',
  'a?b',
  'a#b',
  'a@b',
  'a\\b',
  '[::1',
  '1.2.3.4.5.6.',
  '0x100000000',
  'a:b',
  'ü',
  '[fe80::1%25en0]',
  '-'.repeat(300),
];

/** Node 24 takes an "xn--" that stands for nothing for a host, Node 20 does not: whatever this Node cannot read is refused. */
const isNone = (host: string): boolean => !/^xn--/.test(host) || !URL.canParse(`http://${host}/`);

test.each(oddHosts.filter(isNone))(
  'B1: a Host that is no host (%s) is answered 400, and the process lives',
  async (host) => {
    const paths = [
      '/',
      '/health/live',
      '/chat',
      '/nothing',
      '//x',
      '/r/abc',
      '/api/messages',
      '/v3/directline/conversations/a/activities',
    ];
    for (const path of paths) {
      expect([path, statusOf(await sendRaw(app.url, get(path, `Host: ${host}`)))]).toEqual([path, 400]);
    }
    const post = `POST /api/messages HTTP/1.1\r\nHost: ${host}\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}`;
    expect(statusOf(await sendRaw(app.url, post))).toBe(400);
    const expects = `POST /chat HTTP/1.1\r\nHost: ${host}\r\nExpect: 100-continue\r\nContent-Length: 2\r\nConnection: close\r\n\r\n`;
    expect(statusOf(await sendRaw(app.url, expects))).toBe(400);
    expect(app.alive()).toBe(true);
  },
);

test.each([
  'http://[',
  'http://',
  'http://a:99999/',
  ...(isNone('xn--a') ? ['https://xn--a/'] : []),
  'ftp://a/',
  'a',
  '*x',
  'http:/',
  'javascript:x',
])('B1: a request target that is none (%s) is answered 400, and the process lives', async (target) => {
  expect(statusOf(await sendRaw(app.url, get(target, 'Host: a')))).toBe(400);
  expect(app.alive()).toBe(true);
});

test.each([
  ['a whole address', 'http://door.example/health/live', 200],
  ['two slashes', '//health//live', 404],
  ['an escape that is none', '/r/%zz', 404],
  ['half a letter', '/assets/%ff%fe', 404],
  ['a long way', `/${'x'.repeat(9_000)}`, 404],
  ['a nul', '/r/%00', 404],
  ['dots', '/../../etc/passwd', 404],
  ['a backslash', '/\\\\evil.example/x', 404],
])('B1: %s as target is answered calmly', async (_name, target, status) => {
  expect(statusOf(await sendRaw(app.url, get(target, 'Host: a')))).toBe(status);
  expect(app.alive()).toBe(true);
});

test('B1: what is not HTTP, too long, twice or none as Host, and a tunnel, are refused, and the process lives', async () => {
  const rows: readonly (readonly [string, number])[] = [
    ['nonsense\r\n\r\n', 400],
    ['GET / HTTP/1.1\r\nHost: a\r\nContent-Length: x\r\n\r\n', 400],
    ['GET / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\nabc', 400],
    ['GET / HTTP/1.1\r\n\r\n', 400],
    ['GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n', 400],
    [get(`/${'x'.repeat(40_000)}`, 'Host: a'), 431],
    [get('/', 'Host: a', `X: ${'y'.repeat(40_000)}`), 431],
    ['CONNECT a:443 HTTP/1.1\r\nHost: a\r\n\r\n', 405],
    ['OPTIONS * HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n', 200],
  ];
  for (const [bytes, status] of rows)
    expect([bytes.slice(0, 60), statusOf(await sendRaw(app.url, bytes))]).toEqual([bytes.slice(0, 60), status]);
  expect(app.alive()).toBe(true);
});

test.each([...oddHosts, 'door.example'])('B1: an upgrade with Host %s is refused calmly', async (host) => {
  const upgrade = (path: string) =>
    get(
      path,
      `Host: ${host}`,
      'Upgrade: websocket',
      'Sec-WebSocket-Version: 13',
      'Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==',
    ).replace('Connection: close', 'Connection: Upgrade');
  for (const path of [
    '/',
    '/v3/directline/conversations/a/stream?t=x',
    'http://[',
    '/v3/directline/conversations/%zz/stream?t=%zz',
  ])
    expect([400, 403]).toContain(statusOf(await sendRaw(app.url, upgrade(path))));
  expect(app.alive()).toBe(true);
});

test('B1: what one Node takes for a host and another does not is answered, and the process lives', async () => {
  for (const [target, host] of [
    ['/health/live', 'xn--a'],
    ['https://xn--a/health/live', 'a'],
  ] as const)
    expect(statusOf(await sendRaw(app.url, get(target, `Host: ${host}`)))).toBe(isNone('xn--a') ? 400 : 200);
  expect(app.alive()).toBe(true);
});
