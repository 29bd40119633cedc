/** S7: too many talks from one address: danger is answered whatever the limit, on the page, the plain form and Direct Line. */

import { part } from '../../../dialogs/content/copy';
import { startWebChat, type WebChatServer } from '../../e2e/support/webChatServer';

let server: WebChatServer;
let room = false;
beforeAll(async () => {
  server = await startWebChat(undefined, {
    mayStart: async () => room,
    ifDanger: (text) =>
      /kill/.test(text) ? [{ parts: [part('A3')], choices: [], from: 'bot', many: false, toGo: 0 }] : [],
  });
});
afterAll(() => server.stop());

const json = { 'content-type': 'application/json' };
const post = (path: string, body: unknown, headers = {}) =>
  fetch(server.origin + path, { method: 'POST', headers: { ...json, ...headers }, body: JSON.stringify(body) });
const placeOf = async () => /name="place" value="([^"]+)"/.exec(await (await fetch(server.origin)).text())?.[1] ?? '';

test('S7: a page that is one too many still sends its words; danger gets the crisis text, and the talk begins when there is room', async () => {
  room = false;
  const given = await post('/chat/token', { place: await placeOf() });
  expect(given.status).toBe(200);
  const { token, conversationId } = await given.json();
  const bearer = { authorization: `Bearer ${token}` };
  const say = (text: string) =>
    post(
      `/v3/directline/conversations/${conversationId}/activities`,
      { type: 'message', text, channelData: { clientActivityID: text } },
      bearer,
    );
  expect((await post('/v3/directline/conversations', {}, bearer)).status).toBe(429);
  const seen = server.fake.seen.length;
  const plain = await say('hello');
  expect([plain.status, (await plain.json()).activities]).toEqual([429, []]);
  const danger = await say('i want to kill myself');
  expect(danger.status).toBe(429);
  expect((await danger.json()).activities.length).toBeGreaterThan(0);
  expect(server.fake.seen).toHaveLength(seen);
  room = true;
  expect((await say('hello')).status).toBe(200);
  room = false;
  expect((await say('and again')).status).toBe(200);
});

test('S7: the plain form answers danger whatever the limit', async () => {
  room = false;
  const form = async (text: string) => {
    const body = new URLSearchParams({ place: await placeOf(), nonce: 'nonce-nonce', text });
    const answer = await fetch(`${server.origin}/chat`, { method: 'POST', body, headers: { origin: server.origin } });
    return [answer.status, await answer.text()] as const;
  };
  const [calm] = await form('hello');
  const [status, page] = await form('i want to kill myself');
  expect([calm, status]).toEqual([429, 429]);
  expect(page).toContain('999');
});
