/** Bad input at every web chat route: a calm answer or a clear refusal, never a fault. */
import fc from 'fast-check';
import { SECRET, startWebChat, type WebChatServer } from '../../e2e/support/webChatServer';

jest.setTimeout(60_000);

let server: WebChatServer;
let token: string;
let id: string;
let place: string;

beforeAll(async () => {
  server = await startWebChat(undefined, { startsPerTenMinutes: 1_000_000 });
  const begun = await (await fetch(`${server.origin}/chat/token`, { method: 'POST' })).json();
  ({ token, conversationId: id, place } = begun);
  await fetch(`${server.domain}/conversations`, { method: 'POST', headers: { authorization: `Bearer ${token}` } });
});
afterAll(async () => {
  await server.stop();
});

const routes = (): readonly (readonly [string, string])[] => [
  ['POST', '/chat/token'],
  ['POST', '/chat'],
  ['POST', '/chat/leave'],
  ['GET', '/'],
  ['GET', '/chat'],
  ['GET', '/safety'],
  ['GET', '/assets/x.js'],
  ['POST', '/v3/directline/tokens/generate'],
  ['POST', '/v3/directline/tokens/refresh'],
  ['POST', '/v3/directline/conversations'],
  ['GET', `/v3/directline/conversations/${id}`],
  ['GET', `/v3/directline/conversations/${id}/activities`],
  ['POST', `/v3/directline/conversations/${id}/activities`],
  ['POST', `/v3/directline/conversations/${id}/upload`],
  ['GET', '/v3/directline/session/getsessionid'],
  ['OPTIONS', `/v3/directline/conversations/${id}/activities`],
  ['PUT', '/v3/directline/conversations'],
];

const hostileText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.constantFrom(
    '\u0000',
    '\u202e\u0639\u0631\u0628\u064a',
    '\u{1f600}'.repeat(50),
    '\ud800',
    'x'.repeat(9_000),
    '../../etc/passwd',
    '__proto__',
    '%00%ff',
  ),
);
const hostileJson = fc.oneof(
  fc.json({ maxDepth: 6 }),
  fc
    .record({
      type: fc.oneof(hostileText, fc.constant('message')),
      text: fc.anything(),
      value: fc.anything(),
      channelData: fc.anything(),
      attachments: fc.anything(),
    })
    .map((body) => {
      try {
        return JSON.stringify(body) ?? '';
      } catch {
        return '{';
      }
    }),
  fc
    .record({
      type: fc.constant('message'),
      text: hostileText,
      channelData: fc.record({ clientActivityID: hostileText }),
    })
    .map((body) => JSON.stringify(body)),
  fc.constantFrom('{"type":"message","text":', '['.repeat(20_000), 'null', '""', '0', '\u0000'),
);
const hostileForm = fc
  .array(
    fc.tuple(
      fc.constantFrom('place', 'nonce', 'choice', 'pick', 'say', 'do', 'text', '__proto__', 'a[b][c]'),
      fc.oneof(hostileText, fc.constant('nonce-nonce')),
    ),
    { maxLength: 8 },
  )
  .map((pairs) =>
    pairs.map(([name, value]) => `${name}=${encodeURIComponent(value.replace(/\p{Surrogate}/gu, ''))}`).join('&'),
  );

const header = (text: string) => text.replace(/[^\x21-\x7e]/g, '').slice(0, 200);

test('random and hostile bodies, tokens, watermarks and types never cause a fault', async () => {
  const statuses = new Set<number>();
  await fc.assert(
    fc.asyncProperty(
      fc.nat(routes().length - 1),
      fc.oneof(hostileJson, hostileForm, hostileText),
      fc.oneof(fc.constant('good'), fc.constant('none'), fc.constant('secret'), hostileText),
      fc.constantFrom(
        'application/json',
        'application/x-www-form-urlencoded',
        'text/plain',
        'multipart/form-data; boundary=x',
        'nonsense',
      ),
      hostileText,
      async (n, body, auth, type, query) => {
        const [method, path] = routes()[n] ?? ['GET', '/'];
        const bearer = auth === 'good' ? token : auth === 'secret' ? SECRET.replaceAll(' ', '') : header(auth);
        const answer = await fetch(
          `${server.origin}${path}?watermark=${encodeURIComponent(query.replace(/\p{Surrogate}/gu, ''))}`,
          {
            method,
            headers: { 'content-type': type, ...(auth === 'none' ? {} : { authorization: `Bearer ${bearer}` }) },
            ...(method === 'GET' ? {} : { body }),
            redirect: 'manual',
          },
        );
        await answer.arrayBuffer();
        statuses.add(answer.status);
        expect(answer.status).toBeLessThan(500);
      },
    ),
    { numRuns: 1_500 },
  );
  // it reached the good side as well as the refusals
  expect([...statuses]).toEqual(expect.arrayContaining([200, 303, 400, 401, 403, 404]));
  expect(server.faults).toEqual([]);
});

test.each([
  ['a megabyte of text', 'x'.repeat(1_000_000)],
  ['five megabytes', 'x'.repeat(5_000_000)],
])('%s is refused, and the next message is taken', async (_name, text) => {
  const post = (words: string) =>
    fetch(`${server.domain}/conversations/${id}/activities`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ type: 'message', text: words }),
    }).then((answer) => answer.status);
  expect(await post(text)).toBe(400);
  expect(await post('hello')).toBe(200);
  const form = await fetch(`${server.origin}/chat`, {
    method: 'POST',
    body: new URLSearchParams({ place, nonce: 'nonce-nonce', text }),
  });
  expect(form.status).toBe(400);
  expect(await form.text()).toContain('116 123');
});

test('control characters and halves of characters never reach the conversation', async () => {
  await fetch(`${server.domain}/conversations/${id}/activities`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: '{"type":"message","text":"he\\u0000l\\u0007p\\ud800 me\\nplease \u{1f600}"}',
  });
  expect(server.fake.seen.at(-1)?.what).toEqual({ kind: 'text', text: 'help me\nplease \u{1f600}' });
});
