/** Fetching what came with a message: only from Twilio, with our token only to Twilio, within size, kind and time. */

import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import nock from 'nock';
import { createTwilioMedia } from '../../../bot/channels/twilio/twilioMedia';
import { LARGEST_MEDIA } from '../../../services/media/source';
import { ACCOUNT } from './aWebhook';

const API = 'https://api.twilio.com';
const PATH = `/2010-04-01/Accounts/${ACCOUNT}/Messages/MM0/Media/ME0`;
const AT = API + PATH;
const STORE = 'https://mms.twiliocdn.com';
const media = createTwilioMedia({ accountSid: ACCOUNT, authToken: 'secret', timeoutMs: 2_000 });
const ours = `Basic ${Buffer.from(`${ACCOUNT}:secret`).toString('base64')}`;
const voice = { 'content-type': 'audio/ogg' };

afterEach(() => {
  expect(nock.pendingMocks()).toEqual([]);
  nock.cleanAll();
});

describe('fetching', () => {
  it('a file is got, with our token', async () => {
    nock(API)
      .get(PATH)
      .matchHeader('authorization', ours)
      .reply(200, Buffer.from([1, 2, 3]), { 'content-type': 'Audio/OGG; codecs=opus' });
    expect(await media.fetch(AT)).toEqual({
      kind: 'got',
      bytes: Buffer.from([1, 2, 3]),
      contentType: 'audio/ogg; codecs=opus',
    });
  });

  it("is followed to Twilio's store without our token", async () => {
    nock(API)
      .get(PATH)
      .matchHeader('authorization', ours)
      .reply(307, '', { location: `${STORE}/f?x=1` });
    nock(STORE, { badheaders: ['authorization'] })
      .get('/f?x=1')
      .reply(302, '', { location: '/g' });
    nock(STORE, { badheaders: ['authorization'] })
      .get('/g')
      .reply(200, 'voice', voice);
    expect(await media.fetch(AT)).toMatchObject({ kind: 'got', contentType: 'audio/ogg' });
  });

  it('another region of Twilio is Twilio', async () => {
    nock('https://api.dublin.ie1.twilio.com').get('/m').matchHeader('authorization', ours).reply(200, 'voice', voice);
    expect((await media.fetch('https://api.dublin.ie1.twilio.com/m')).kind).toBe('got');
  });

  it.each([
    'http://api.twilio.com/m',
    'https://api.twilio.com:8443/m',
    'https://twilio.com.evil.example/m',
    'https://eviltwilio.com/m',
    'https://user:pass@api.twilio.com/m',
    'https://127.0.0.1/m',
    'http://169.254.169.254/latest/meta-data',
    'file:///etc/passwd',
    'not an address',
    '',
  ])('nothing is asked at %j', async (at) => {
    expect(await media.fetch(at)).toEqual({ kind: 'gone', code: 'address' });
    expect(await media.remove?.(at)).toBe(false);
  });

  it.each([
    'http://mms.twiliocdn.com/f',
    'https://127.0.0.1/f',
    'https://[::1]/f',
    'https://169.254.169.254/f',
    'https://2130706433/f',
    'https://localhost/f',
    'https://metadata.google.internal/f',
    'file:///etc/passwd',
    'https://',
    '',
  ])('no redirect is followed to %j', async (location) => {
    // an empty one would lead back to itself for ever
    const times = location === '' ? 4 : 1;
    nock(API).get(PATH).times(times).reply(302, '', { location });
    expect(await media.fetch(AT)).toMatchObject({ kind: 'gone', code: expect.stringMatching(/^redirects?$/) });
  });

  it('at most three redirects are followed', async () => {
    nock(API)
      .get(PATH)
      .reply(302, '', { location: `${STORE}/0` });
    for (const at of [0, 1, 2])
      nock(STORE)
        .get(`/${at}`)
        .reply(302, '', { location: `/${at + 1}` });
    expect(await media.fetch(AT)).toEqual({ kind: 'gone', code: 'redirects' });
  });

  it.each(['text/html', 'application/pdf', 'image/svg+xml', 'text/vcard', ''])(
    '%j is not a kind we keep',
    async (contentType) => {
      nock(API).get(PATH).reply(200, 'x', { 'content-type': contentType });
      expect(await media.fetch(AT)).toEqual({ kind: 'wrongKind' });
    },
  );

  it.each([
    [400, 'gone'],
    [403, 'gone'],
    [404, 'gone'],
    [410, 'gone'],
    [204, 'later'],
    [401, 'later'],
    [408, 'later'],
    [429, 'later'],
    [500, 'later'],
    [503, 'later'],
  ])('HTTP %i is %s', async (status, kind) => {
    nock(API).get(PATH).reply(status);
    expect(await media.fetch(AT)).toEqual({ kind, code: `http-${status}` });
  });

  it('slow, cut off or not there is for later', async () => {
    nock(API).get(PATH).delay(2_000).reply(200, 'voice', voice);
    const quick = createTwilioMedia({ accountSid: ACCOUNT, authToken: 'secret', timeoutMs: 50 });
    expect(await quick.fetch(AT)).toEqual({ kind: 'later', code: 'timeout' });
    nock.abortPendingRequests();
    nock(API)
      .get(PATH)
      .replyWithError(Object.assign(new Error('x'), { code: 'ECONNRESET' }));
    expect(await media.fetch(AT)).toEqual({ kind: 'later', code: 'ECONNRESET' });
  });
});

describe('over a real socket', () => {
  const stops: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const stop of stops.splice(0)) await stop();
  });

  async function aStore(answer: (req: IncomingMessage, res: ServerResponse) => void) {
    const server = createServer(answer).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    stops.push(async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    });
    return { base: `http://127.0.0.1:${address.port}` };
  }
  const from = (apiBase: string, timeoutMs = 5_000) =>
    createTwilioMedia({ accountSid: ACCOUNT, authToken: 'secret', apiBase, timeoutMs });

  it('a file that says it is too large is not read', async () => {
    const store = await aStore((_req, res) => {
      res.writeHead(200, { 'content-type': 'video/mp4', 'content-length': LARGEST_MEDIA + 1 });
      res.write('x');
    });
    expect(await from(store.base).fetch(`${store.base}/m`)).toEqual({ kind: 'tooBig' });
  });

  it('a file that never ends is read no further than our limit; one just within it is kept', async () => {
    const piece = Buffer.alloc(1024 * 1024);
    let sent = 0;
    const store = await aStore((req, res) => {
      res.writeHead(200, { 'content-type': 'video/mp4' });
      if (req.url === '/whole') return void res.end(Buffer.alloc(LARGEST_MEDIA));
      const more = () => {
        while (!res.destroyed && res.write(piece)) sent += 1;
        if (!res.destroyed) res.once('drain', more);
      };
      return more();
    });
    expect(await from(store.base).fetch(`${store.base}/endless`)).toEqual({ kind: 'tooBig' });
    expect(sent).toBeLessThan(64);
    const whole = await from(store.base).fetch(`${store.base}/whole`);
    expect(whole.kind === 'got' && whole.bytes.length).toBe(LARGEST_MEDIA);
  });

  it('a file that stops halfway is for later, and so is one that stalls', async () => {
    const store = await aStore((req, res) => {
      res.writeHead(200, { 'content-type': 'audio/ogg', 'content-length': 100 });
      res.write('half', () => (req.url === '/cut' ? res.destroy() : undefined));
    });
    expect((await from(store.base).fetch(`${store.base}/cut`)).kind).toBe('later');
    expect(await from(store.base, 100).fetch(`${store.base}/stall`)).toEqual({ kind: 'later', code: 'timeout' });
  });

  it('a stand-in on this machine may send us on to another on this machine, without our token', async () => {
    const seen: (string | undefined)[] = [];
    const other = await aStore((req, res) => {
      seen.push(req.headers.authorization);
      // in two steps: restify, loaded by another test in the same process, gives nothing back from writeHead
      res.writeHead(200, voice);
      res.end('voice');
    });
    const store = await aStore((_req, res) => {
      res.writeHead(307, { location: `${other.base}/f` });
      res.end();
    });
    expect(await from(store.base).fetch(`${store.base}/m`)).toMatchObject({ kind: 'got' });
    expect(seen).toEqual([undefined]);
  });
});

describe("deleting Twilio's copy", () => {
  it.each([
    [204, true],
    [404, true],
    [401, false],
    [500, false],
  ])('HTTP %i: gone is %p', async (status, gone) => {
    nock(API).delete(PATH).matchHeader('authorization', ours).reply(status);
    expect(await media.remove?.(AT)).toBe(gone);
  });

  it('no answer: not gone', async () => {
    nock(API).delete(PATH).replyWithError(new Error('x'));
    expect(await media.remove?.(AT)).toBe(false);
  });
});
