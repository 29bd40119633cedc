/** Who may do what at Direct Line: secrets, tokens, tickets, origins, files and how many may begin. */
import { WebSocket } from 'ws';
import { SECRET, startWebChat, type WebChatServer } from '../../e2e/support/webChatServer';

let server: WebChatServer;
afterEach(async () => {
  await server.stop();
});

const post = (path: string, bearer?: string, body: unknown = {}, headers: Readonly<Record<string, string>> = {}) =>
  fetch(server.origin + path, {
    method: 'POST',
    headers: {
      ...(bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }),
      'content-type': 'application/json',
      ...headers,
    },
    body: JSON.stringify(body),
  });
const begin = async () => (await post('/chat/token')).json();

/** The status an upgrade was refused with, or 'open'. */
const upgrade = (url: string, origin?: string) =>
  new Promise<number | 'open'>((resolve) => {
    const socket = new WebSocket(url, origin === undefined ? {} : { origin });
    socket.on('open', () => {
      resolve('open');
      socket.terminate();
    });
    socket.on('unexpected-response', (_req, res) => {
      resolve(res.statusCode ?? 0);
      socket.terminate();
    });
    socket.on('error', () => {});
  });

test('tokens are generated for the secret alone, and bound to the sites they were made for', async () => {
  server = await startWebChat();
  expect((await post('/v3/directline/tokens/generate')).status).toBe(401);
  expect((await post('/v3/directline/tokens/generate', 'wrong')).status).toBe(403);
  const { token: anyToken } = await begin();
  expect((await post('/v3/directline/tokens/generate', anyToken)).status).toBe(403);
  // a secret with spaces cannot be a bearer; this one travels as it is
  await server.stop();
  server = await startWebChat(undefined, { secret: 'one-long-secret-for-this-test-only' });
  const made = await post('/v3/directline/tokens/generate', 'one-long-secret-for-this-test-only', {
    trustedOrigins: ['https://partner.example'],
  });
  expect(made.status).toBe(200);
  const { token } = await made.json();
  expect((await post('/v3/directline/conversations', token, {}, { origin: 'https://other.example' })).status).toBe(403);
  expect((await post('/v3/directline/conversations', token, {}, { origin: 'https://partner.example' })).status).toBe(
    201,
  );
  expect(SECRET).not.toBe('one-long-secret-for-this-test-only');
});

test('a token works in its own conversation and nowhere else', async () => {
  server = await startWebChat();
  const [mine, theirs] = [await begin(), await begin()];
  await post('/v3/directline/conversations', theirs.token);
  const path = `/v3/directline/conversations/${theirs.conversationId}/activities`;
  expect((await post(path, mine.token, { type: 'message', text: 'hello' })).status).toBe(403);
  expect((await post(path, undefined, { type: 'message', text: 'hello' })).status).toBe(401);
  const forged = `${theirs.token.slice(0, -4)}AAAA`;
  expect((await post(path, forged, { type: 'message', text: 'hello' })).status).toBe(403);
  // a place is not a token, and a token is not a place
  expect((await post(path, theirs.place, { type: 'message', text: 'hello' })).status).toBe(403);
  expect((await post('/chat/token', undefined, { place: theirs.token })).status).toBe(403);
});

test('starting twice is one conversation: 201, then 200', async () => {
  server = await startWebChat();
  const { token } = await begin();
  expect((await post('/v3/directline/conversations', token)).status).toBe(201);
  expect((await post('/v3/directline/conversations', token)).status).toBe(200);
  expect([...server.fake.kept.values()].flat()).toHaveLength(1);
});

test('a socket opens with its ticket once, from our sites alone', async () => {
  server = await startWebChat();
  const { token, conversationId } = await begin();
  const open = async () => (await (await post('/v3/directline/conversations', token)).json()).streamUrl;
  const url = await open();
  expect(await upgrade(url)).toBe('open');
  expect(await upgrade(url)).toBe(403);
  expect(await upgrade(await open(), 'https://elsewhere.example')).toBe(403);
  expect(await upgrade(await open(), server.origin)).toBe('open');
  const made = new URL(await open());
  made.pathname = made.pathname.replace(conversationId, 'c_other');
  expect(await upgrade(made.href)).toBe(403);
  expect(await upgrade(`${server.origin.replace('http', 'ws')}/anything`)).toBe(403);
});

test('files are refused clearly', async () => {
  server = await startWebChat();
  const { token, conversationId } = await begin();
  const form = new FormData();
  form.append('activity', new Blob(['{}'], { type: 'application/vnd.microsoft.activity' }), 'blob');
  form.append('file', new Blob(['x'.repeat(200_000)]), 'a.png');
  const answer = await fetch(`${server.domain}/conversations/${conversationId}/upload?userId=x`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    body: form,
  });
  expect(answer.status).toBe(400);
  expect(await answer.json()).toMatchObject({ error: { code: 'UploadNotAllowed' } });
});

test('a browser elsewhere is told what it may do, also when it is refused', async () => {
  server = await startWebChat(undefined, { origins: ['https://partner.example'] });
  const headers = { origin: 'https://partner.example' };
  const asked = await fetch(`${server.domain}/conversations`, { method: 'OPTIONS', headers });
  expect(asked.status).toBe(204);
  expect(asked.headers.get('access-control-allow-headers')).toContain('x-requested-with');
  const refused = await fetch(`${server.domain}/conversations`, { method: 'POST', headers });
  expect(refused.status).toBe(401);
  expect(refused.headers.get('access-control-allow-origin')).toBe('https://partner.example');
  expect(refused.headers.get('vary')).toContain('Origin');
});

test('too many new conversations from one place are slowed down; talks under way are not', async () => {
  server = await startWebChat(undefined, { startsPerTenMinutes: 2 });
  const { token, place } = await begin();
  await post('/v3/directline/conversations', token);
  await begin();
  const third = await post('/chat/token');
  expect(third.status).toBe(429);
  expect((await post('/chat/token', undefined, { place })).status).toBe(200);
});

test('after Leave now nothing opens the conversation again', async () => {
  server = await startWebChat();
  const { token, place, conversationId } = await begin();
  await post('/v3/directline/conversations', token);
  await fetch(`${server.origin}/chat/leave`, {
    method: 'POST',
    body: new URLSearchParams({ place }),
    redirect: 'manual',
  });
  expect(server.fake.left).toEqual([`web:${conversationId}`]);
  expect((await post('/chat/token', undefined, { place })).status).toBe(404);
  expect((await post('/v3/directline/conversations', token)).status).toBe(404);
  expect((await post('/v3/directline/tokens/refresh', token)).status).toBe(404);
});
