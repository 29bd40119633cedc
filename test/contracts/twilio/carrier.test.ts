/** Sending by Twilio's REST API: what is asked, and what each answer and each silence is taken for. */
import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import nock from 'nock';
import { failureOf, knownCodes } from '../../../bot/channels/twilio/errors';
import { createTwilioCarrier, type TwilioCarrierOptions } from '../../../bot/channels/twilio/twilioCarrier';
import type { Cleared, Outgoing } from '../../../services/contact/carrier';
import { stamp } from '../../../services/contact/clearance';
import type { PhoneKind } from '../../../services/store/collections/carriers';
import { ACCOUNT, SID } from './aWebhook';

const API = 'https://api.twilio.com';
const PATH = `/2010-04-01/Accounts/${ACCOUNT}/Messages.json`;
const TEMPLATE = 'HX00000000000000000000000000000001';
const NOW = Date.parse('2026-11-23T10:00:00Z');

const carrier = (more: Partial<TwilioCarrierOptions> = {}) =>
  createTwilioCarrier({
    accountSid: ACCOUNT,
    authToken: 'secret',
    smsFrom: '+447700900456',
    whatsappFrom: 'whatsapp:+447700900457',
    statusUrl: 'https://bot.example.org/channels/twilio/status',
    templateSid: TEMPLATE,
    ...more,
  });

const text: Outgoing = { kind: 'text', text: 'Hello, this is WIN. £5 is fine.' };
const cleared = (channel: PhoneKind = 'sms', message: Outgoing = text, more: Partial<Cleared> = {}): Cleared =>
  stamp({
    where: { carrier: 'twilio', channel, to: '+447700900123' },
    message,
    ref: 'r-1',
    validFor: 600,
    ...more,
  });

const twilio = () => nock(API).post(PATH);
const taken = { sid: SID, status: 'queued', error_code: null, num_segments: '1' };

/** Sends, and gives back the form Twilio got. */
async function formOf(sending: Cleared, more: Partial<TwilioCarrierOptions> = {}): Promise<Record<string, string>> {
  let form: Record<string, string> = {};
  nock(API)
    .post(PATH, (body: Record<string, string>) => {
      form = { ...body };
      return true;
    })
    .basicAuth({ user: ACCOUNT, pass: 'secret' })
    .matchHeader('content-type', /^application\/x-www-form-urlencoded/)
    .reply(201, taken);
  expect(await carrier(more).send(sending)).toEqual({ kind: 'sent', providerId: SID });
  return form;
}

afterEach(() => {
  expect(nock.pendingMocks()).toEqual([]);
  nock.cleanAll();
});

describe('what Twilio is asked', () => {
  it('an SMS: its words, who, how long it is worth sending, and where to tell us what became of it', async () => {
    expect(await formOf(cleared())).toEqual({
      To: '+447700900123',
      From: '+447700900456',
      Body: 'Hello, this is WIN. £5 is fine.',
      StatusCallback: 'https://bot.example.org/channels/twilio/status?ref=r-1',
      ValidityPeriod: '600',
    });
  });

  it('WhatsApp: both addresses with their prefix, and no time limit', async () => {
    const form = { To: 'whatsapp:+447700900123', From: 'whatsapp:+447700900457' };
    for (const whatsappFrom of ['whatsapp:+447700900457', '+447700900457']) {
      const got = await formOf(cleared('whatsapp'), { whatsappFrom });
      expect(got).toMatchObject(form);
      expect(got).not.toHaveProperty('ValidityPeriod');
    }
  });

  it('a Messaging Service in place of a number', async () => {
    const form = await formOf(cleared(), { smsFrom: 'MG00000000000000000000000000000001' });
    expect(form).toMatchObject({ MessagingServiceSid: 'MG00000000000000000000000000000001' });
    expect(form).not.toHaveProperty('From');
  });

  it('buttons and lists are numbered lines', async () => {
    const buttons: Outgoing = {
      kind: 'buttons',
      text: 'Is that right?',
      buttons: [
        { id: 'y', title: 'Yes' },
        { id: 'n', title: 'No' },
      ],
    };
    expect(await formOf(cleared('whatsapp', buttons))).toMatchObject({ Body: 'Is that right?\n1 Yes\n2 No' });
    const list: Outgoing = {
      kind: 'list',
      text: 'What about?',
      open: 'Choose',
      rows: [
        { id: 'a', title: 'Housing', description: 'a place to stay' },
        { id: 'b', title: '2' },
      ],
    };
    expect(await formOf(cleared('whatsapp', list))).toMatchObject({
      Body: 'What about?\n1 Housing: a place to stay\n2',
    });
  });

  it('a template goes by its id and says no words of ours', async () => {
    const form = await formOf(cleared('whatsapp', { kind: 'template', name: 'reply_waiting' }));
    expect(form).toMatchObject({ ContentSid: TEMPLATE });
    expect(form).not.toHaveProperty('Body');
  });

  it.each([
    [1, '60'],
    [90.4, '90'],
    [999_999, '36000'],
  ])('valid for %d seconds is asked as %s', async (validFor, asked) => {
    expect(await formOf(cleared('sms', text, { validFor }))).toMatchObject({ ValidityPeriod: asked });
  });

  it('the retry wishes at the end of our status address stay there; with no address none is asked for', async () => {
    const statusUrl = 'https://bot.example.org/s?a=1#rc=3&rp=5xx';
    expect((await formOf(cleared(), { statusUrl }))['StatusCallback']).toBe(
      'https://bot.example.org/s?a=1&ref=r-1#rc=3&rp=5xx',
    );
    expect(await formOf(cleared(), { statusUrl: undefined })).not.toHaveProperty('StatusCallback');
  });

  it('another address for Twilio is used as given', async () => {
    nock('https://gateway.example.org').post(`/twilio${PATH}`).reply(201, taken);
    const sent = await carrier({ apiBase: 'https://gateway.example.org/twilio/' }).send(cleared());
    expect(sent.kind).toBe('sent');
  });
});

describe('what is never asked', () => {
  it('a message that did not come through the safe-contact rules', async () => {
    const { where, message, ref, validFor } = cleared();
    await expect(carrier().send({ where, message, ref, validFor })).rejects.toThrow('without passing services/contact');
    await expect(carrier().send({ ...cleared() })).rejects.toThrow('without passing services/contact');
  });

  it('a template that is not set up, or a channel with no sender', async () => {
    const template: Outgoing = { kind: 'template', name: 'reply_waiting' };
    const without = carrier({ templateSid: undefined, smsFrom: undefined });
    expect(await without.send(cleared('whatsapp', template))).toEqual({ kind: 'fault', code: 'no-template' });
    expect(await without.send(cleared('sms'))).toEqual({ kind: 'fault', code: 'no-sender' });
  });

  it('an address for statuses that is not one is a fault at the start', () => {
    expect(() => carrier({ statusUrl: 'not an address' })).toThrow();
  });
});

describe('what an answer is taken for', () => {
  it.each(knownCodes.filter((code) => !['20429', '20500', '20503'].includes(code)))('refused with %s', async (code) => {
    twilio().reply(400, { code: Number(code), message: 'x +447700900123', more_info: 'x', status: 400 });
    expect(await carrier().send(cleared())).toEqual(failureOf(code, 400));
  });

  it.each([
    [400, 99_999, { kind: 'fault', code: '99999' }],
    [401, 20_003, { kind: 'fault', code: '20003' }],
    [429, 20_429, { kind: 'later', code: '20429' }],
    [503, 20_503, { kind: 'later', code: '20503' }],
    [500, 21_610, { kind: 'later', code: '21610' }],
  ])('HTTP %i with %i', async (http, code, expected) => {
    twilio().reply(http, { code, status: http });
    expect(await carrier().send(cleared())).toEqual(expected);
  });

  it.each([
    [400, 'fault'],
    [404, 'fault'],
    [307, 'fault'],
    [429, 'later'],
    [500, 'later'],
    [502, 'later'],
    [503, 'later'],
    [504, 'unsure'],
  ])('HTTP %i with rubbish', async (http, kind) => {
    twilio().reply(http, '<html>Bad</html>', { location: 'https://elsewhere.example.org/' });
    expect(await carrier().send(cleared())).toEqual({ kind, code: `http-${http}` });
  });

  it.each([
    ['7', 7_000],
    ['Mon, 23 Nov 2026 10:00:30 GMT', 30_000],
    ['999999', 3_600_000],
    ['Mon, 23 Nov 2026 09:00:00 GMT', undefined],
    ['soon', undefined],
  ])('asked to wait (%s)', async (header, afterMs) => {
    jest.spyOn(Date, 'now').mockReturnValue(NOW);
    twilio().reply(429, { code: 20_429 }, { 'retry-after': header });
    const expected = { kind: 'later', code: '20429', ...(afterMs === undefined ? {} : { afterMs }) };
    expect(await carrier().send(cleared())).toEqual(expected);
    jest.restoreAllMocks();
  });

  it.each(['', 'rubbish', '[]', '{}', '{"sid":7}', '{"sid":"<b>"}'])(
    'taken, with %j for an answer: we cannot know',
    async (body) => {
      twilio().reply(201, body);
      expect(await carrier().send(cleared())).toEqual({ kind: 'unsure', code: 'rubbish' });
    },
  );

  it('taken and failed at once', async () => {
    twilio().reply(201, { sid: SID, status: 'failed', error_code: 21_610 });
    expect(await carrier().send(cleared())).toEqual({ kind: 'optedOut', code: '21610' });
  });

  it('accepted by a Messaging Service is sent', async () => {
    twilio().reply(201, { sid: SID, status: 'accepted' });
    expect(await carrier().send(cleared())).toEqual({ kind: 'sent', providerId: SID });
  });
});

describe('what a silence is taken for', () => {
  const servers: Server[] = [];
  afterEach(() => {
    for (const server of servers.splice(0)) server.close();
  });

  /** A real socket that does what no answer of HTTP says. */
  async function aSocket(act: 'hangsUp' | 'saysNothing' | 'stopsHalfway' | 'talksRubbish'): Promise<string> {
    const server = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.once('data', () => {
        if (act === 'hangsUp') socket.destroy();
        if (act === 'talksRubbish') socket.end('What?\r\n\r\n');
        if (act === 'stopsHalfway')
          socket.write('HTTP/1.1 201 Created\r\nContent-Length: 500\r\n\r\n{"sid":"', () => socket.destroy());
      });
    });
    servers.push(server.listen(0, '127.0.0.1'));
    await once(server, 'listening');
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    return `http://127.0.0.1:${address.port}`;
  }

  it.each(['hangsUp', 'talksRubbish', 'saysNothing', 'stopsHalfway'] as const)(
    'it %s: it may have been taken',
    async (act) => {
      const apiBase = await aSocket(act);
      expect((await carrier({ apiBase, timeoutMs: 200 }).send(cleared())).kind).toBe('unsure');
    },
  );

  it('nobody there: it was not taken', async () => {
    const apiBase = await aSocket('hangsUp');
    await new Promise((done) => servers.pop()?.close(done));
    expect(await carrier({ apiBase }).send(cleared())).toEqual({ kind: 'later', code: 'ECONNREFUSED' });
  });

  it.each(['ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'CERT_HAS_EXPIRED'])('%s: it was not taken', async (code) => {
    twilio().replyWithError(Object.assign(new Error('to +447700900123'), { code }));
    expect(await carrier().send(cleared())).toEqual({ kind: 'later', code });
  });

  it.each(['ECONNRESET', 'UND_ERR_SOCKET'])('%s: it may have been taken', async (code) => {
    twilio().replyWithError(Object.assign(new Error('to +447700900123'), { code }));
    expect(await carrier().send(cleared())).toEqual({ kind: 'unsure', code });
  });

  it('too slow: it may have been taken, and we wait no longer than told', async () => {
    twilio().delay(2_000).reply(201, taken);
    const began = Date.now();
    expect(await carrier({ timeoutMs: 50 }).send(cleared())).toEqual({ kind: 'unsure', code: 'timeout' });
    expect(Date.now() - began).toBeLessThan(1_500);
    nock.abortPendingRequests();
  });
});
