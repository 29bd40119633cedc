import nock from 'nock';
import { createMetaMedia, mayHoldMedia } from '../../../bot/channels/whatsapp/metaMedia';
import { LARGEST_MEDIA } from '../../../services/media/source';
import { aServer, GRAPH, graphError } from './outside';

afterEach(() => {
  nock.cleanAll();
});

const HOST = 'https://lookaside.fbsbx.com';
const PATH = '/whatsapp_business/attachments/?mid=3044&ext=1&hash=x';
const aSource = (more: { apiBase?: string; timeoutMs?: number } = {}) =>
  createMetaMedia({ accessToken: 'the-token', apiVersion: 'v25.0', ...more });
const reqheaders = { authorization: 'Bearer the-token' };
const graph = () => nock(GRAPH, { reqheaders }).get('/v25.0/3044');
const about = (more: object = {}) => ({
  url: `${HOST}${PATH}`,
  mime_type: 'audio/ogg; codecs=opus',
  sha256: 'x',
  file_size: 5,
  id: '3044',
  messaging_product: 'whatsapp',
  ...more,
});
const media = () => nock(HOST, { reqheaders }).get(PATH);
const voice = { 'Content-Type': 'audio/ogg' };

/** Asks for a file described so; what the media host answers is up to the test. */
const described = (more: object = {}) => {
  graph().reply(200, about(more));
  return aSource().fetch('3044');
};

describe('a file', () => {
  it('is found by its id and fetched with our token', async () => {
    media().reply(200, Buffer.from('hello'), voice);
    expect(await described()).toEqual({
      kind: 'got',
      bytes: Buffer.from('hello'),
      contentType: 'audio/ogg; codecs=opus',
    });
  });

  it('that is too large is not fetched, or not further than the limit', async () => {
    expect(await described({ file_size: LARGEST_MEDIA + 1 })).toEqual({ kind: 'tooBig' });
    expect(await described({ file_size: String(LARGEST_MEDIA + 1) })).toEqual({ kind: 'tooBig' });
    media().reply(200, 'x', { ...voice, 'Content-Length': String(LARGEST_MEDIA + 1) });
    expect(await described({ file_size: undefined })).toEqual({ kind: 'tooBig' });
    media().reply(200, Buffer.alloc(LARGEST_MEDIA + 1), voice);
    expect(await described()).toEqual({ kind: 'tooBig' });
    media().reply(200, Buffer.alloc(LARGEST_MEDIA, 1), voice);
    expect(await described()).toMatchObject({ kind: 'got' });
  });

  it.each(['application/pdf', 'image/svg+xml', 'text/html', ''])('of the kind %j is refused unopened', async (mime) => {
    expect(await described({ mime_type: mime })).toEqual({ kind: 'wrongKind' });
  });

  it('that turns out to be of another kind is refused', async () => {
    media().reply(200, 'MZ', { 'Content-Type': 'application/x-msdownload' });
    expect(await described()).toEqual({ kind: 'wrongKind' });
    media().reply(200, 'sound', { 'Content-Type': 'application/octet-stream' });
    expect(await described()).toMatchObject({ kind: 'got' });
  });

  it('with a page in its place is asked for again', async () => {
    media().reply(200, '<html>', { 'Content-Type': 'text/html; charset=utf-8' });
    expect(await described()).toEqual({ kind: 'later', code: 'rubbish' });
    media().reply(200, '', voice);
    expect(await described()).toEqual({ kind: 'later', code: 'empty' });
  });

  it.each([404, 410, 429, 500, 302])(
    'whose address answers %i is asked for again: addresses live five minutes',
    async (status) => {
      media().reply(status, 'no', { Location: 'https://elsewhere.example/' });
      expect(await described()).toEqual({ kind: 'later', code: `http${status}` });
    },
  );

  it('that does not come in time, or not whole, is asked for again', async () => {
    graph().reply(200, about());
    media().delay(2_000).reply(200, 'sound', voice);
    expect(await aSource({ timeoutMs: 200 }).fetch('3044')).toEqual({ kind: 'later', code: 'timeout' });
    nock.abortPendingRequests();
    media().replyWithError('gone');
    expect(await described()).toEqual({ kind: 'later', code: 'lost' });
  });
});

describe('the description of a file', () => {
  it.each<[number, string | object, object]>([
    [400, graphError(100, { error_subcode: 33 }), { kind: 'gone', code: '100' }],
    [404, '', { kind: 'gone', code: 'http404' }],
    [401, graphError(190), { kind: 'later', code: '190' }],
    [400, graphError(190), { kind: 'later', code: '190' }],
    [429, graphError(130429), { kind: 'later', code: '130429' }],
    [503, 'rubbish', { kind: 'later', code: 'http503' }],
    [302, '', { kind: 'later', code: 'http302' }],
    [200, 'rubbish', { kind: 'later', code: 'rubbish' }],
    [200, {}, { kind: 'later', code: 'rubbish' }],
  ])('answered with %i', async (status, body, result) => {
    // where they are busy they are asked three times
    graph()
      .times(status === 429 || status === 503 ? 3 : 1)
      .reply(status, body);
    expect(await aSource().fetch('3044')).toEqual(result);
  });

  it('that cannot be had is asked for again', async () => {
    const server = await aServer(() => undefined);
    expect(await aSource({ apiBase: server.base, timeoutMs: 100 }).fetch('3044')).toEqual({
      kind: 'later',
      code: 'timeout',
    });
    await server.stop();
    expect(await aSource({ apiBase: server.base }).fetch('3044')).toEqual({ kind: 'later', code: 'no-connection' });
  });

  it.each(['', '../1001/messages', '30 44', '3044?x=1', 'https://elsewhere.example/', 'x'.repeat(201)])(
    'is not asked for by an id that is none: %j',
    async (at) => {
      expect(await aSource().fetch(at)).toEqual({ kind: 'gone', code: 'bad-id' });
      expect(await aSource().remove?.(at)).toBe(false);
    },
  );
});

describe('our token goes', () => {
  it.each([
    'https://lookaside.fbsbx.com/x',
    'https://scontent.xx.fbcdn.net/x',
    'https://www.facebook.com/x',
    'https://graph.facebook.com/x',
  ])('to %s', (address) => {
    expect(mayHoldMedia(address, GRAPH)).toBe(true);
  });

  it.each([
    'http://lookaside.fbsbx.com/x',
    'https://lookaside.fbsbx.com:8443/x',
    'https://someone:else@lookaside.fbsbx.com/x',
    'https://lookaside.fbsbx.com.elsewhere.example/x',
    'https://notfacebook.com/x',
    'https://elsewhere.example/facebook.com',
    'https://127.0.0.1/x',
    'http://127.0.0.1:4000/x',
    'http://169.254.169.254/x',
    'file:///etc/passwd',
    'nonsense',
  ])('never to %s', async (address) => {
    expect(mayHoldMedia(address, GRAPH)).toBe(false);
    expect(await described({ url: address })).toEqual({ kind: 'gone', code: 'strange-host' });
  });

  it('to a stand-in on this machine only where that stands in for all of it', async () => {
    const server = await aServer((req, res) => {
      expect(req.headers.authorization).toBe('Bearer the-token');
      if (req.url === '/v25.0/3044') res.end(JSON.stringify(about({ url: `http://${req.headers.host}/file` })));
      else {
        res.writeHead(200, voice);
        res.end('hello');
      }
    });
    expect(await aSource({ apiBase: server.base }).fetch('3044')).toMatchObject({ kind: 'got' });
    expect(mayHoldMedia('http://127.0.0.1:1/x', server.base)).toBe(false);
    await server.stop();
  });
});

describe("Meta's own copy", () => {
  const remove = (status: number, body: string | object) => {
    nock(GRAPH, { reqheaders }).delete('/v25.0/3044').reply(status, body);
    return aSource().remove?.('3044');
  };

  it('is gone when they say so, or have it no more', async () => {
    expect(await remove(200, { success: true })).toBe(true);
    expect(await remove(404, '')).toBe(true);
  });

  it('may be there still in every other case', async () => {
    expect(await remove(200, { success: false })).toBe(false);
    expect(await remove(200, 'rubbish')).toBe(false);
    expect(await remove(400, graphError(100))).toBe(false);
    expect(await remove(500, '')).toBe(false);
    nock(GRAPH).delete('/v25.0/3044').replyWithError('gone');
    expect(await aSource().remove?.('3044')).toBe(false);
  });
});
