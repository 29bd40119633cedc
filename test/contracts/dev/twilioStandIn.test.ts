/** The stand-in Twilio agrees with channel-contracts 3: what it takes, refuses, and tells us afterwards. */
import { validateRequest } from 'twilio/lib/webhooks/webhooks';
import type { Webhook } from '../../../bot/dev/carrierWebhooks';
import { createThreads } from '../../../bot/dev/phoneThreads';
import { type Asking, BASIC, PHONE, startAsking, twilio } from './asking';

let asking: Asking;
beforeEach(async () => {
  asking = await startAsking();
});
afterEach(() => asking.server.stop());

const STATUS = 'https://win.example.org/channels/twilio/status?ref=r1';
const sms = { To: PHONE, From: twilio.smsFrom, Body: 'hello' };
const whatsapp = { To: `whatsapp:${PHONE}`, From: twilio.whatsappFrom, Body: 'hello' };
const statuses = () =>
  asking.webhooks
    .map(({ body }) => new URLSearchParams(body))
    .map((form) => [form.get('MessageStatus'), form.get('ErrorCode')]);
const say = (text: string, line: 'sms' | 'whatsappTwilio' = 'sms') =>
  asking.server.standIn.say(line, PHONE, { kind: 'text', text });

test('a message is taken as 201 and queued, with its parts counted', async () => {
  const answer = await asking.twilio({ ...sms, Body: 'a'.repeat(161) });
  expect(answer.status).toBe(201);
  expect(answer.body).toMatchObject({
    status: 'queued',
    to: PHONE,
    from: twilio.smsFrom,
    num_segments: '2',
    error_code: null,
  });
  expect(answer.body).toHaveProperty('sid', expect.stringMatching(/^SM[0-9a-f]{32}$/));
  expect(asking.server.textsTo(PHONE)).toEqual(['a'.repeat(161)]);
});

test('a wrong or missing password is 401 and 20003, and nothing is taken', async () => {
  for (const wrong of ['', 'Basic eA==', BASIC.slice(0, -4)]) {
    expect(await asking.twilio(sms, wrong)).toMatchObject({ status: 401, body: { code: 20003, status: 401 } });
  }
  expect(asking.server.taken).toEqual([]);
});

test.each<[string, Record<string, string>, number]>([
  ['no number', { To: '' }, 21604],
  ['no sender', { From: '' }, 21603],
  ['something that is no number', { To: '+44' }, 21211],
  ['a sender that is not ours', { From: '+447700900999' }, 21606],
  ['a WhatsApp sender that is not ours', { To: `whatsapp:${PHONE}`, From: 'whatsapp:+447700900999' }, 63007],
  ['a pair of two channels', { To: `whatsapp:${PHONE}` }, 21910],
  ['no words', { Body: '' }, 21602],
  ['1601 characters', { Body: 'a'.repeat(1601) }, 21617],
  ['content that is none', { ContentSid: 'HX1' }, 21655],
  ['variables that are not strings', { ContentSid: `HX${'0'.repeat(32)}`, ContentVariables: '{"1":2}' }, 21656],
  ['a validity of a day', { ValidityPeriod: '86400' }, 21624],
  ['a callback that is no address', { StatusCallback: 'somewhere' }, 21609],
])('%s is refused as Twilio refuses it', async (_name, change, code) => {
  const answer = await asking.twilio({ ...sms, ...change });
  expect(answer).toMatchObject({ status: 400, body: { code, status: 400 } });
  expect(asking.server.taken).toEqual([]);
});

test('1600 characters are taken', async () => {
  expect((await asking.twilio({ ...sms, Body: 'a'.repeat(1600) })).status).toBe(201);
});

test('each state is told, signed so that the vendor library believes it, and our reference comes back', async () => {
  await asking.twilio({ ...sms, StatusCallback: STATUS });
  await asking.server.standIn.idle();
  expect(statuses()).toEqual([
    ['sent', null],
    ['delivered', null],
  ]);
  for (const { url, headers, body } of asking.webhooks) {
    expect(url).toBe(STATUS);
    const fields = Object.fromEntries(new URLSearchParams(body));
    expect(validateRequest(twilio.authToken, headers['X-Twilio-Signature'] ?? '', url, fields)).toBe(true);
    expect(validateRequest('another', headers['X-Twilio-Signature'] ?? '', url, fields)).toBe(false);
  }
  expect(asking.server.byRef()).toEqual(new Map([['r1', 1]]));
});

test('what a phone says comes signed, with the fields Twilio sends', async () => {
  await say('STOP 😀 café');
  const [webhook] = asking.webhooks;
  const { url = '', headers = {}, body = '' }: Partial<Webhook> = webhook ?? {};
  const fields = Object.fromEntries(new URLSearchParams(body));
  expect(url).toBe('https://win.example.org/channels/twilio');
  expect(fields).toMatchObject({
    From: PHONE,
    To: twilio.smsFrom,
    Body: 'STOP 😀 café',
    NumMedia: '0',
    SmsStatus: 'received',
  });
  expect(validateRequest(twilio.authToken, headers['X-Twilio-Signature'] ?? '', url, fields)).toBe(true);
});

test('STOP is answered by Twilio itself and blocks the pair until START; our webhook hears both', async () => {
  await say(' stop ');
  const thread = asking.server.standIn.find('sms', PHONE);
  expect(thread?.messages.map((message) => message.from)).toEqual(['phone', 'carrier']);
  expect(await asking.twilio(sms)).toMatchObject({ status: 400, body: { code: 21610 } });
  await say('START');
  expect((await asking.twilio(sms)).status).toBe(201);
  expect(thread?.messages.map((message) => message.from)).toEqual(['phone', 'carrier', 'phone', 'carrier', 'business']);
  expect(asking.webhooks.map(({ body }) => new URLSearchParams(body).get('Body'))).toEqual([' stop ', 'START']);
});

test.each(['STOP PLEASE', 'yes', 'please stop'])('"%s" blocks nothing and Twilio says nothing', async (text) => {
  await say(text);
  expect(asking.server.standIn.find('sms', PHONE)).toMatchObject({ blocked: false, messages: [{ from: 'phone' }] });
});

test('on WhatsApp Twilio leaves STOP to us', async () => {
  await say('STOP', 'whatsappTwilio');
  expect((await asking.twilio(whatsapp)).status).toBe(201);
});

test('outside the 24 hours free words fail with 63016 afterwards, and an approved template goes', async () => {
  await say('hi', 'whatsappTwilio');
  asking.server.standIn.hoursPass('whatsappTwilio', PHONE, 25);
  asking.webhooks.length = 0;
  expect((await asking.twilio({ ...whatsapp, StatusCallback: STATUS })).status).toBe(201);
  await asking.server.standIn.idle();
  expect(statuses()).toEqual([['failed', '63016']]);
  const template = { To: whatsapp.To, From: whatsapp.From, ContentSid: `HX${'a'.repeat(32)}`, StatusCallback: STATUS };
  await asking.twilio(template);
  await asking.server.standIn.idle();
  expect(statuses().at(-1)).toEqual(['delivered', null]);
});

test.each([
  ['off', '30003'],
  ['gone', '30005'],
] as const)('a phone that is %s is told as undelivered, %s', async (reach, code) => {
  asking.server.standIn.setReach('sms', PHONE, reach);
  await asking.twilio({ ...sms, StatusCallback: STATUS });
  await asking.server.standIn.idle();
  expect(statuses()).toEqual([
    ['sent', null],
    ['undelivered', code],
  ]);
});

test('a message whose answer was lost is found in the list, once', async () => {
  asking.server.standIn.setMood('takingSilently');
  await expect(asking.twilio(sms)).rejects.toThrow();
  const found = await asking.twilioList({
    To: PHONE,
    From: twilio.smsFrom,
    'DateSent>': new Date(Date.now() - 5_000).toISOString(),
  });
  expect(found).toMatchObject({ status: 200, body: { messages: [{ body: 'hello', direction: 'outbound-api' }] } });
  expect(await asking.twilioList({ To: '+447700900124' })).toMatchObject({ body: { messages: [] } });
  expect(await asking.twilioList({ 'DateSent<': '2020-01-01' })).toMatchObject({ body: { messages: [] } });
});

test('in its bad moods it says so, or nothing, and takes nothing', async () => {
  const { standIn } = asking.server;
  standIn.setMood('refusing');
  expect(await asking.twilio(sms)).toMatchObject({ status: 503, body: { code: 20503 } });
  standIn.setMood('limiting', 7);
  const messages = `${asking.server.bases.twilio}/2010-04-01/Accounts/${twilio.accountSid}/Messages.json`;
  const limited = await fetch(messages, {
    method: 'POST',
    headers: { authorization: BASIC },
    body: new URLSearchParams(sms),
  });
  expect([limited.status, limited.headers.get('retry-after')]).toEqual([429, '7']);
  standIn.setMood('hanging');
  const hung = fetch(messages, { method: 'POST', body: new URLSearchParams(sms), signal: AbortSignal.timeout(150) });
  await expect(hung).rejects.toThrow(/timeout/i);
  expect(asking.server.taken).toEqual([]);
  standIn.setMood('well');
  expect((await asking.twilio(sms)).status).toBe(201);
});

test('a voice note is fetched with our password, by way of a store that must not be given it', async () => {
  const mediaId = `ME${'1'.repeat(31)}0`;
  await asking.server.standIn.say('whatsappTwilio', PHONE, {
    kind: 'voice',
    mediaId,
    contentType: 'audio/ogg',
    sha256: 'x',
  });
  const fields = new URLSearchParams(asking.webhooks[0]?.body);
  expect([fields.get('NumMedia'), fields.get('MediaContentType0')]).toEqual(['1', 'audio/ogg']);
  const at = fields.get('MediaUrl0') ?? '';
  expect((await fetch(at)).status).toBe(401);
  const sent = await fetch(at, { headers: { authorization: BASIC }, redirect: 'manual' });
  expect(sent.status).toBe(307);
  const store = sent.headers.get('location') ?? '';
  expect((await fetch(store, { headers: { authorization: BASIC } })).status).toBe(400);
  const file = await fetch(store);
  expect(file.headers.get('content-type')).toBe('audio/ogg');
  expect(Buffer.from(await file.arrayBuffer()).toString('latin1', 0, 4)).toBe('OggS');
  expect((await fetch(at, { method: 'DELETE', headers: { authorization: BASIC } })).status).toBe(204);
});

test('it forgets the oldest thread and the oldest message', () => {
  const threads = createThreads({ threads: 2, messages: 2 });
  for (const last of ['1', '2', '3']) threads.open('sms', `+44770090000${last}`);
  expect(threads.all().map((thread) => thread.number)).toEqual(['+447700900002', '+447700900003']);
});
