/** Calls to other people's machines: every way one can end, and when somebody is left alone. */
import { createServer } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import nock from 'nock';
import { ask, askAgain, type Call } from '../../../services/outside/ask';
import { createProvider } from '../../../services/outside/provider';

const HOST = 'https://api.example.org';
const get: Call = { method: 'GET', url: `${HOST}/things`, timeoutMs: 1_000 };
const there = () => nock(HOST).get('/things');
const aProvider = (faults = 3, restMs = 60_000, told?: (event: string) => void) =>
  createProvider({ name: 'example', faults, restMs, ...(told ? { told } : {}) });

afterEach(() => {
  expect(nock.pendingMocks()).toEqual([]);
  nock.cleanAll();
  jest.restoreAllMocks();
});

describe('one call', () => {
  test('success: status and what it says', async () => {
    there().reply(200, { id: 7 });
    expect(await ask(aProvider(), get)).toEqual({ kind: 'answered', status: 200, json: { id: 7 }, afterMs: null });
  });

  test('refusal: the status is the answer, and a redirect is not followed', async () => {
    there().reply(403, { code: 1 });
    there().reply(302, '', { location: 'https://elsewhere.example.org/' });
    const provider = aProvider();
    expect(await ask(provider, get)).toMatchObject({ status: 403, json: { code: 1 } });
    expect(await ask(provider, get)).toMatchObject({ status: 302 });
  });

  test.each([
    ['no JSON', '<html>'],
    ['nothing', ''],
    ['more than anybody says', `"${'x'.repeat(300_000)}"`],
  ])('rubbish (%s) is no fault of the call', async (_what, body) => {
    there().reply(200, body);
    expect(await ask(aProvider(), get)).toMatchObject({ kind: 'answered', status: 200, json: undefined });
  });

  test.each([
    ['2', 2_000],
    ['Mon, 23 Nov 2026 10:00:30 GMT', 30_000],
    ['999999999', 3_600_000],
    ['soon', null],
    ['Mon, 23 Nov 2026 09:00:00 GMT', null],
  ])('Retry-After %s', async (header, afterMs) => {
    jest.spyOn(Date, 'now').mockReturnValue(Date.parse('2026-11-23T10:00:00Z'));
    there().reply(429, '', { 'retry-after': header });
    expect(await ask(aProvider(), get)).toMatchObject({ status: 429, afterMs });
  });

  test.each([
    ['ECONNREFUSED', false],
    ['ENOTFOUND', false],
    ['CERT_HAS_EXPIRED', false],
    ['UND_ERR_CONNECT_TIMEOUT', false],
    ['ECONNRESET', true],
    ['UND_ERR_SOCKET', true],
  ])('%s: may it have been read?', async (code, left) => {
    there().replyWithError(Object.assign(new Error('no'), { code }));
    expect(await ask(aProvider(), get)).toEqual({ kind: 'noAnswer', left, code });
  });
});

describe('the breaker', () => {
  test('after so many faults in a row nobody is asked; after a rest one call tries, and the others do not wait for it', async () => {
    const events: string[] = [];
    const provider = aProvider(3, 60_000, (event) => events.push(event));
    let now = Date.now();
    jest.spyOn(Date, 'now').mockImplementation(() => now);
    there().times(2).reply(503);
    there().replyWithError(Object.assign(new Error('no'), { code: 'ECONNRESET' }));
    for (let go = 0; go < 3; go += 1) await ask(provider, get);
    const resting = { kind: 'noAnswer', left: false, code: 'resting' };
    expect(await ask(provider, get)).toEqual(resting);
    now += 59_000;
    expect(await ask(provider, get)).toEqual(resting);
    now += 1_000;
    there().delay(50).reply(200, {});
    const first = ask(provider, get);
    await pause(5);
    expect(await ask(provider, get)).toEqual(resting);
    expect(await first).toMatchObject({ status: 200 });
    there().reply(200, {});
    expect(await ask(provider, get)).toMatchObject({ status: 200 });
    expect(events).toEqual(['outside.resting', 'outside.well']);
  });

  test('refusals never open it, and one good answer starts the count anew', async () => {
    const provider = aProvider();
    for (const status of [401, 404, 429, 503, 503, 200, 503, 503, 200]) {
      there().reply(status, {});
      expect(await ask(provider, get)).toMatchObject({ status });
    }
  });

  test('what cannot wait is asked all the same', async () => {
    const provider = aProvider(1);
    there().reply(503);
    await ask(provider, get);
    expect(await ask(provider, get)).toMatchObject({ code: 'resting' });
    there().reply(200, { sent: true });
    expect(await ask(provider, { ...get, urgent: true })).toMatchObject({ status: 200 });
  });
});

describe('asked again', () => {
  test('where they are busy: up to three times, never at the same moment as others', async () => {
    there().reply(503);
    there().reply(503);
    there().reply(200, { id: 7 });
    const random = jest.fn(() => 0);
    expect(await askAgain(aProvider(9), get, random)).toMatchObject({ status: 200 });
    expect(random).toHaveBeenCalledTimes(2);
    there().times(3).reply(503);
    expect(await askAgain(aProvider(9), get, random)).toMatchObject({ status: 503 });
  });

  test('as late as they ask, and not at all where that is too late', async () => {
    there().reply(429, '', { 'retry-after': '1' });
    there().reply(200, {});
    const began = performance.now();
    expect(await askAgain(aProvider(), get)).toMatchObject({ status: 200 });
    expect(performance.now() - began).toBeGreaterThanOrEqual(990);
    there().reply(429, '', { 'retry-after': '60' });
    expect(await askAgain(aProvider(), get)).toMatchObject({ status: 429 });
  });

  test('not where they refuse, nor where they rest', async () => {
    there().reply(404);
    const provider = aProvider(1);
    expect(await askAgain(provider, get)).toMatchObject({ status: 404 });
    there().reply(503);
    expect(await askAgain(provider, get)).toMatchObject({ code: 'resting' });
  });
});

// last, for nock does not stand in for fetch again once it was put away
test('time-out: also in the middle of an answer', async () => {
  nock.restore();
  const server = createServer((req, res) => {
    if (req.url !== '/half') return;
    res.writeHead(200);
    res.write('{"half":');
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = server.address();
  const base = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
  const provider = aProvider();
  const silent = { ...get, timeoutMs: 150 };
  expect(await ask(provider, { ...silent, url: `${base}/` })).toEqual({
    kind: 'noAnswer',
    left: true,
    code: 'timeout',
  });
  expect(await ask(provider, { ...silent, url: `${base}/half` })).toMatchObject({ status: 200, json: undefined });
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
});
