/** The phone on a server of ours: for this machine only, its webhooks as the carriers', its events as they happen. */
import { createHmac } from 'node:crypto';
import { type IncomingHttpHeaders, request } from 'node:http';
import type { Request, Response, Server } from 'restify';
import { validateRequest } from 'twilio/lib/webhooks/webhooks';
import { mountPhone, type Phone, STAND_IN_ACCOUNTS } from '../../../bot/dev/mountPhone';
import { readBody } from '../../../bot/http';
import { createLog } from '../../../bot/log';
import { createHttpServer } from '../../../bot/server';
import { PHONE } from './asking';

interface Came {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

let server: Server;
let phone: Phone;
let origin: string;
let came: Came[];
let answerWith: number;
const PUBLIC = 'https://win.example.org';

beforeEach(async () => {
  came = [];
  answerWith = 200;
  server = createHttpServer(createLog('silent'));
  for (const path of ['/channels/twilio', '/channels/whatsapp'])
    server.post(path, async (req: Request, res: Response) => {
      const body = await readBody(req, 64_000);
      came.push({ path, headers: req.headers, body: body.kind === 'read' ? body.text : '' });
      res.sendRaw(answerWith, '');
    });
  phone = mountPhone(server, { production: false, publicUrl: PUBLIC, pace: 0, ...STAND_IN_ACCOUNTS });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', () => done()));
  const address = server.server.address();
  origin = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
});
afterEach(async () => {
  phone.close();
  await new Promise<void>((done) => server.close(() => done()));
});

const send = async (action: unknown, headers: Record<string, string> = {}) => {
  const answer = await fetch(`${origin}/dev/phone/send`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(action),
  });
  return { status: answer.status, body: await answer.json() };
};

function first(): Came {
  const [one] = came;
  if (one === undefined) throw new Error('No webhook came');
  return one;
}

/** The status of a GET with these headers, Host among them. */
function statusWith(path: string, headers: Record<string, string>): Promise<number> {
  return new Promise((done, fail) => {
    const asking = request(`${origin}${path}`, { headers }, (answer) => {
      answer.resume();
      done(answer.statusCode ?? 0);
    });
    asking.on('error', fail);
    asking.end();
  });
}

test('it refuses to be put up in production', () => {
  const mount = () => mountPhone(server, { production: true, publicUrl: PUBLIC, ...STAND_IN_ACCOUNTS });
  expect(mount).toThrow('development only');
});

test.each<[string, Record<string, string>, number]>([
  ['this machine', {}, 200],
  ['this machine by name', { host: 'localhost:3978' }, 200],
  ['a name that was pointed here', { host: 'evil.example.org' }, 404],
  ['a tunnel or proxy', { 'x-forwarded-for': '203.0.113.9' }, 404],
  ['a page elsewhere', { origin: 'https://evil.example.org' }, 404],
])('asked by %s the page and the carriers answer accordingly', async (_name, headers, status) => {
  expect(await statusWith('/dev/phone', headers)).toBe(status);
  // the carriers are there, and want a password
  expect(await statusWith('/dev/carriers/meta/v25.0/12345678901', headers)).toBe(status === 200 ? 401 : 404);
});

test('a text comes to our own webhook, signed for the public address', async () => {
  expect(await send({ do: 'text', line: 'sms', number: PHONE, text: 'hi' })).toMatchObject({ body: { done: 'taken' } });
  const { path, headers, body } = first();
  expect(path).toBe('/channels/twilio');
  const fields = Object.fromEntries(new URLSearchParams(body));
  expect(fields['Body']).toBe('hi');
  const signature = String(headers['x-twilio-signature']);
  expect(validateRequest(STAND_IN_ACCOUNTS.twilio.authToken, signature, `${PUBLIC}${path}`, fields)).toBe(true);
});

test('WhatsApp words and files come to the other, signed over the bytes', async () => {
  await send({ do: 'photo', line: 'whatsappMeta', number: PHONE });
  const { path, headers, body } = first();
  expect(path).toBe('/channels/whatsapp');
  const wanted = createHmac('sha256', STAND_IN_ACCOUNTS.meta.appSecret).update(body).digest('hex');
  expect(headers['x-hub-signature-256']).toBe(`sha256=${wanted}`);
  expect(JSON.parse(body)).toHaveProperty('entry.0.changes.0.value.messages.0.image.mime_type', 'image/png');
});

test('the last one can be sent again, byte for byte', async () => {
  expect(await send({ do: 'again' })).toMatchObject({ body: { done: 'lost' } });
  await send({ do: 'text', line: 'whatsappTwilio', number: PHONE, text: 'hi' });
  await send({ do: 'again' });
  expect(came).toHaveLength(2);
  expect(came[1]?.body).toBe(came[0]?.body);
  expect(came[1]?.headers['x-twilio-signature']).toBe(came[0]?.headers['x-twilio-signature']);
});

test('a webhook that is refused shows as not taken', async () => {
  answerWith = 503;
  expect(await send({ do: 'text', line: 'sms', number: PHONE, text: 'hi' })).toMatchObject({ body: { done: 'lost' } });
  expect(phone.standIn.find('sms', PHONE)?.messages[0]?.tick).toBe('failed');
});

test.each<[string, unknown, Record<string, string>, number]>([
  ['a real number', { do: 'text', line: 'sms', number: '+447911123456', text: 'hi' }, {}, 400],
  ['something unknown', { do: 'dance' }, {}, 400],
  ['a form', { do: 'again' }, { 'content-type': 'text/plain' }, 415],
])('%s is refused', async (_name, action, headers, status) => {
  expect((await send(action, headers)).status).toBe(status);
  expect(came).toEqual([]);
});

test('a message we send shows as an event with its taps, and a tap on it comes back with our id', async () => {
  const events = await fetch(`${origin}/dev/phone/events`);
  expect(events.headers.get('content-type')).toContain('text/event-stream');
  const reader = events.body?.pipeThrough(new TextDecoderStream()).getReader();
  let heard = '';
  const until = async (words: string) => {
    while (!heard.includes(words)) heard += (await reader?.read())?.value ?? '';
  };
  await until('event: all');
  phone.standIn.heard('whatsappMeta', PHONE);
  const buttons = [{ type: 'reply', reply: { id: 'q1:yes', title: 'Yes' } }];
  const answer = await fetch(`${origin}/dev/carriers/meta/v25.0/${STAND_IN_ACCOUNTS.meta.phoneNumberId}/messages`, {
    method: 'POST',
    headers: { authorization: `Bearer ${STAND_IN_ACCOUNTS.meta.accessToken}` },
    body: JSON.stringify({
      messaging_product: 'whatsapp',
      to: PHONE.slice(1),
      type: 'interactive',
      interactive: { type: 'button', body: { text: 'OK to start?' }, action: { buttons } },
    }),
  });
  expect(answer.status).toBe(200);
  await until('OK to start?');
  await until('"tick":"delivered"');
  const message = phone.standIn.find('whatsappMeta', PHONE)?.messages[0]?.id;
  await phone.standIn.idle();
  came.length = 0;
  await send({ do: 'tap', line: 'whatsappMeta', number: PHONE, message, id: 'q1:yes' });
  expect(came[0]?.body).toContain('"button_reply":{"id":"q1:yes","title":"Yes"}');
  expect(await send({ do: 'tap', line: 'whatsappMeta', number: PHONE, message, id: 'other' })).toMatchObject({
    body: { done: 'nothing' },
  });
  await reader?.cancel();
});
