/** The files of a page: compressed before anybody asks, kept for a year, asked for again with a mark, and nothing else than they. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createServer as createSocket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { createProtect } from '../../../bot/http/protect';
import { sendAsset } from '../../../bot/http/sendAsset';
import { builtAssetsFolder, siteAssets } from '../../../web/server/assets';
import { startWebChat, type WebChatServer } from '../../e2e/support/webChatServer';
import { sendRaw, statusOf } from '../../integration/edge/raw';

let server: WebChatServer;
beforeAll(async () => {
  server = await startWebChat();
});
afterAll(() => server.stop());

/** The bytes of an answer as they came, not unpacked as fetch would. */
async function asked(target: string, headers: Readonly<Record<string, string>> = {}, method = 'GET') {
  const lines = Object.entries({ Host: 'a', Connection: 'close', ...headers }).map((pair) => pair.join(': '));
  const raw = await sendRaw(server.origin, `${method} ${target} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`);
  const at = raw.indexOf('\r\n\r\n');
  const header = (name: string) => new RegExp(`^${name}: (.*)$`, 'im').exec(raw.slice(0, at))?.[1]?.trim() ?? null;
  return { status: statusOf(raw), body: Buffer.from(raw.slice(at + 4), 'latin1'), header };
}

const built = (name: string) =>
  readFileSync(join(builtAssetsFolder(), siteAssets().url(name).slice('/assets/'.length)));

describe.each([
  ['chat.js', 'text/javascript; charset=utf-8'],
  ['win.css', 'text/css; charset=utf-8'],
  ['icon.svg', 'image/svg+xml'],
])('%s', (name, type) => {
  test.each([
    ['br, gzip', 'br', brotliDecompressSync],
    ['gzip, deflate', 'gzip', gunzipSync],
    ['identity', null, (bytes: Buffer) => bytes],
  ])('to a browser that takes %s', async (accepts, coding, unpack) => {
    const url = siteAssets().url(name);
    const { status, body, header } = await asked(url, { 'Accept-Encoding': accepts });
    expect([status, header('content-type'), header('content-encoding')]).toEqual([200, type, coding]);
    expect(header('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(header('vary')).toBe('Accept-Encoding');
    expect(header('content-length')).toBe(String(body.length));
    expect(unpack(body).equals(built(name))).toBe(true);
    // with its mark it is not sent again
    const again = await asked(url, { 'Accept-Encoding': accepts, 'If-None-Match': header('etag') ?? '' });
    expect([again.status, again.body.length, again.header('etag')]).toEqual([304, 0, header('etag')]);
    const head = await asked(url, { 'Accept-Encoding': accepts }, 'HEAD');
    expect([head.status, head.body.length, head.header('content-length')]).toEqual([200, 0, String(body.length)]);
  });
});

test('every file is there in all three, made when it was built, and smaller', () => {
  const files = readdirSync(builtAssetsFolder());
  const plain = files.filter((file) => !/\.(?:br|gz)$/.test(file));
  expect(plain.length).toBeGreaterThan(8);
  const size = (file: string) => readFileSync(join(builtAssetsFolder(), file)).length;
  for (const file of plain)
    for (const ending of ['br', 'gz']) expect(size(`${file}.${ending}`)).toBeLessThan(size(file));
});

test('a part of a file is not given: the whole of it is', async () => {
  for (const Range of ['bytes=4-2', 'bytes=-5', 'bytes=0-3', 'bytes=a', 'bytes=99999999-']) {
    const { status, body } = await asked(siteAssets().url('chat.js'), { Range });
    expect([Range, status, body.equals(built('chat.js'))]).toEqual([Range, 200, true]);
  }
});

test.each([
  '/assets/',
  '/assets',
  '/assets/.',
  '/assets/chat.js',
  '/assets/../server/page.js',
  '/assets/..%2fserver%2fpage.js',
  '/assets/%2e%2e%2fserver%2fpage.js',
  '/assets/%2e%2e/server/page.js',
  '/assets/..%5cserver%5cpage.js',
  '/assets/..%252fserver%252fpage.js',
  '/assets/....//server/page.js',
  '/assets/%2fetc%2fpasswd',
  '/assets/%2f%2fetc%2fpasswd.js',
  '/assets/C:%5cwindows.js',
  '/assets/.js',
  '/assets/.hidden.js',
  '/assets/x%00.js',
  '/assets/%00',
  '/assets/%ff%fe.js',
  '/assets/%zz.js',
  `/assets/${'x'.repeat(4_000)}.js`,
  '/assets/chat.js/',
  '/assets/constructor',
  '/assets/x.__proto__',
])('%s is nothing here, and lists nothing', async (target) => {
  for (const coding of ['br', 'identity']) {
    const { status, body, header } = await asked(target, { 'Accept-Encoding': coding });
    expect([status, header('content-encoding'), header('etag')]).toEqual([404, null, null]);
    expect(header('cache-control')).not.toContain('max-age');
    for (const word of ['root:', 'exports', '.br', 'win.']) expect(body.toString('latin1')).not.toContain(word);
  }
});

test('the compressed ones have no address of their own', async () => {
  const url = siteAssets().url('chat.js');
  for (const ending of ['.br', '.gz']) expect((await asked(url + ending)).status).toBe(404);
});

test('what cannot be read is not there, and the next one asked for is', async () => {
  const root = mkdtempSync(join(tmpdir(), 'win-assets-'));
  mkdirSync(join(root, 'folder.js'));
  writeFileSync(join(root, 'good.js'), 'good');
  // there for whoever looks, and not for whoever opens it
  const socket = createSocket().listen(join(root, 'socket.js'));
  const protect = createProtect(false);
  const other = createServer((req, res) => {
    protect(req, res);
    void sendAsset(req, res, (req.url ?? '').slice(1), root);
  });
  await new Promise<void>((done) => other.listen(0, '127.0.0.1', done));
  const address = other.address();
  const at = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
  const get = (file: string) =>
    fetch(`${at}/${file}`, { headers: { 'accept-encoding': 'identity', connection: 'close' } });
  try {
    for (const file of ['folder.js', 'socket.js', 'gone.js']) {
      const answer = await get(file);
      expect([file, answer.status]).toEqual([file, 404]);
      expect([answer.headers.get('cache-control'), answer.headers.get('etag')]).toEqual(['no-store', null]);
      expect(await answer.json()).toEqual({ error: { code: 'NotFound', message: 'No such file' } });
    }
    expect(await (await get('good.js')).text()).toBe('good');
    rmSync(join(root, 'good.js'));
    expect((await get('good.js')).status).toBe(404);
  } finally {
    await new Promise((done) => socket.close(done));
    await new Promise((done) => other.close(done));
    rmSync(root, { recursive: true, force: true });
  }
});
