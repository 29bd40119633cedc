/** Twilio's two routes on the real server, behind a proxy that speaks https for us, with a desk that writes down what it gets. */
import { request } from 'node:http';
import fc from 'fast-check';
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks';
import { mountTwilio } from '../../../bot/channels/twilio/mountTwilio';
import { createHttpServer } from '../../../bot/server';
import type { StatusNews } from '../../../services/contact/carrier';
import type { PhoneMessage } from '../../../services/inbox/webhook';
import { ACCOUNT, encode, type Given, PUBLIC_URL, SID, sign, sms, status, TOKEN, whatsapp } from './aWebhook';

// a busy machine is slow, and slow is not wrong
jest.setTimeout(60_000);

const IN = '/channels/twilio';
const STATUS = '/channels/twilio/status';

type Manner = 'kept' | 'storeDown' | 'throws';

async function aServer(orAsAsked = false) {
  const took: PhoneMessage[] = [];
  const heard: StatusNews[] = [];
  const logged: string[] = [];
  let manner: Manner = 'kept';
  const write = (event: string, facts?: unknown) => void logged.push(JSON.stringify([event, facts]));
  const answer = async () => {
    if (manner === 'throws') throw new Error('+447700900123 said hello');
    return manner;
  };
  const server = createHttpServer({ info: write, warn: write, error: write });
  mountTwilio(server, {
    desk: {
      take: (messages) => {
        took.push(...messages);
        return answer();
      },
      status: (news) => {
        heard.push(...news);
        return answer();
      },
    },
    accountSid: ACCOUNT,
    authTokens: [TOKEN, 'the old one'],
    publicUrl: PUBLIC_URL,
    orAsAsked,
    sayAtOnce: (text) => [`at once <${text}>`],
    advancedOptOut: false,
    log: write,
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  return {
    took,
    heard,
    logged,
    behave: (as: Manner) => {
      manner = as;
    },
    clear: () => {
      manner = 'kept';
      for (const list of [took, heard, logged]) list.length = 0;
    },
    /** as a proxy hands it on: plain http, another host */
    post: async (path: string, body: string, signature?: string) => {
      const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
        method: 'POST',
        headers: {
          'content-type': 'application/x-www-form-urlencoded; charset=UTF-8',
          'x-forwarded-proto': 'https',
          'I-Twilio-Idempotency-Token': 'one',
          ...(signature === undefined ? {} : { 'x-twilio-signature': signature }),
        },
        body,
      });
      return { status: answer.status, type: answer.headers.get('content-type'), body: await answer.text() };
    },
    port,
    async stop() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      if ('closeAllConnections' in server.server) server.server.closeAllConnections();
      await closed;
    },
  };
}

let server: Awaited<ReturnType<typeof aServer>>;
beforeAll(async () => {
  server = await aServer();
});
afterAll(() => server.stop());
beforeEach(() => server.clear());

const signed = (path: string, given: Given, token = TOKEN) =>
  server.post(path, encode(given), sign(path, given, token));
const done = { status: 200, type: 'text/xml; charset=utf-8', body: '<Response/>' };

describe('a message', () => {
  it('well signed is kept, and the answer says nothing', async () => {
    expect(await signed(IN, sms({ Body: 'STOP 😀 café' }))).toEqual(done);
    expect(server.took).toMatchObject([{ id: SID, channel: 'sms', what: { kind: 'text', text: 'STOP 😀 café' } }]);
    expect(server.logged).toEqual([]);
  });

  it('from WhatsApp too, and with the token that is being retired', async () => {
    expect(await signed(IN, whatsapp(), 'the old one')).toEqual(done);
    expect(server.took).toMatchObject([{ channel: 'whatsapp', from: '+447700900123' }]);
  });

  it('is checked against its whole address, query and all', async () => {
    expect(await signed(`${IN}?line=a%20b`, sms())).toEqual(done);
    expect((await server.post(`${IN}?line=2`, encode(sms()), sign(IN, sms()))).status).toBe(403);
  });

  it('signed for the address as it is asked is good only while no public address is set', async () => {
    const open = await aServer(true);
    for (const [one, wanted] of [
      [open, 200],
      [server, 403],
    ] as const) {
      const url = `http://127.0.0.1:${one.port}${IN}`;
      const signature = getExpectedTwilioSignature(TOKEN, url, sms());
      expect((await one.post(IN, encode(sms()), signature)).status).toBe(wanted);
      expect((await one.post(IN, encode(sms({ Body: 'other words' })), signature)).status).toBe(403);
    }
    await open.stop();
  });

  it('sent twice reaches the desk twice with one id', async () => {
    await signed(IN, sms());
    await signed(IN, sms());
    expect(server.took.map(({ id }) => id)).toEqual([SID, SID]);
  });

  it.each([
    ['unsigned', undefined, 'unsigned'],
    ['signed with an empty signature', '', 'unsigned'],
    ['wrongly signed', 'RSOYDt4T1cUTdK1PDd93/VVr8B8=', 'wrongSignature'],
    ['signed with a token of somebody else', sign(IN, sms(), 'another'), 'wrongSignature'],
  ])('%s is refused', async (_name, signature, why) => {
    const answer = await server.post(IN, encode(sms()), signature);
    expect(answer).toEqual({ status: 403, type: 'text/plain; charset=utf-8', body: 'We do not know who is calling.' });
    expect(server.took).toEqual([]);
    expect(server.logged).toEqual([JSON.stringify(['twilio.refused', { why }])]);
  });

  it('of another account is refused, though well signed', async () => {
    expect((await signed(IN, sms({ AccountSid: 'AC11111111111111111111111111111111' }))).status).toBe(403);
    expect(server.took).toEqual([]);
    expect(server.logged).toEqual([JSON.stringify(['twilio.refused', { why: 'otherAccount' }])]);
  });

  it('changed on its way is refused', async () => {
    const answer = await server.post(IN, encode(sms({ From: '+447700900999' })), sign(IN, sms()));
    expect(answer.status).toBe(403);
  });

  it('too large is refused before anything is read', async () => {
    const large = sms({ Body: 'x'.repeat(64 * 1024) });
    expect(await signed(IN, large)).toMatchObject({ status: 413, body: 'That is too large.' });
    expect(await signed(IN, sms({ Body: '£'.repeat(1_600) }))).toEqual(done);
    expect(server.took).toHaveLength(1);
  });

  it('that cannot be read is answered calmly, and the log says which field', async () => {
    expect(await signed(IN, sms({ From: 'whatsapp:' }))).toMatchObject({
      status: 400,
      body: expect.stringContaining('read'),
    });
    expect(server.logged).toEqual([JSON.stringify(['twilio.message.unreadable', { field: 'From' }])]);
  });

  it('S4: from somebody with no number is answered in the webhook and noted, without who they are', async () => {
    const answer = await signed(IN, sms({ From: 'messenger:12345678', Body: 'i want to die' }));
    expect(answer).toMatchObject({
      status: 200,
      body: '<Response><Message>at once &lt;i want to die&gt;</Message></Response>',
    });
    expect(server.logged).toEqual([
      JSON.stringify(['twilio.sender.elsewhere', { alert: 'duty', scheme: 'messenger' }]),
    ]);
  });

  it.each(['storeDown', 'throws'] as const)('that could not be kept (%s) is to be sent again', async (manner) => {
    server.behave(manner);
    const answer = await signed(IN, sms());
    expect(answer).toMatchObject({ status: 503, body: 'We could not keep that. Please try again.' });
    server.behave('kept');
    expect(await signed(IN, sms())).toEqual(done);
  });

  it('nothing personal is ever logged', async () => {
    server.behave('throws');
    await signed(IN, whatsapp({ Body: 'my name is Maya' }));
    await server.post(IN, encode(sms()), 'wrong');
    await signed(IN, sms({ From: 'messenger:447700900123' }));
    await signed(`${STATUS}?ref=r-1`, status('failed', { ErrorCode: '21610' }));
    expect(server.logged.length).toBeGreaterThan(3);
    for (const line of server.logged) expect(line).not.toMatch(/7700|Maya|Mags|SM0|hello/);
  });

  it.each(['GET', 'PUT', 'DELETE'])('%s is not something these addresses do', async (method) => {
    expect((await fetch(`http://127.0.0.1:${server.port}${IN}`, { method })).status).toBe(405);
  });

  it('cut off halfway harms nothing', async () => {
    await new Promise<void>((resolve) => {
      const req = request({
        port: server.port,
        host: '127.0.0.1',
        path: IN,
        method: 'POST',
        headers: { 'content-length': 500 },
      });
      req.on('error', () => resolve());
      req.write('AccountSid=', () => setTimeout(() => req.destroy(), 20));
      req.on('close', () => resolve());
    });
    expect(await signed(IN, sms())).toEqual(done);
  });
});

describe('what became of a message', () => {
  it('is told with our reference', async () => {
    expect(await signed(`${STATUS}?ref=r-1`, status('delivered'))).toEqual(done);
    expect(server.heard).toEqual([
      { carrier: 'twilio', providerId: SID, ref: 'r-1', state: 'delivered', result: null },
    ]);
  });

  it('with a failure the log says its code and what it means', async () => {
    await signed(`${STATUS}?ref=r-1`, status('undelivered', { ErrorCode: '30003' }));
    expect(server.heard).toMatchObject([{ state: 'failed', result: { kind: 'later', code: '30003' } }]);
    expect(server.logged).toEqual([
      JSON.stringify([
        'twilio.message.failed',
        { code: '30003', act: 'later', means: 'the phone is off or out of reach' },
      ]),
    ]);
  });

  it('still on its way is no news', async () => {
    expect(await signed(STATUS, status('sending'))).toEqual(done);
    expect(server.heard).toEqual([]);
  });

  it('with another reference than the one signed is refused', async () => {
    const answer = await server.post(
      `${STATUS}?ref=r-2`,
      encode(status('sent')),
      sign(`${STATUS}?ref=r-1`, status('sent')),
    );
    expect(answer.status).toBe(403);
  });

  it('that could not be kept is to be told again; that cannot be read is not', async () => {
    server.behave('storeDown');
    expect((await signed(STATUS, status('sent'))).status).toBe(503);
    expect((await signed(STATUS, status(''))).status).toBe(400);
  });
});

describe('whatever comes', () => {
  const name = fc.oneof(
    fc.constantFrom(
      ...Object.keys(whatsapp()),
      'MediaUrl0',
      'ButtonPayload',
      'MessageStatus',
      'ErrorCode',
      '__proto__',
    ),
    fc.string(),
  );
  const given = fc.dictionary(name, fc.string({ unit: 'grapheme' }));

  it('no form, signed or not, throws or is our fault', async () => {
    await fc.assert(
      fc.asyncProperty(given, fc.constantFrom(IN, STATUS), fc.boolean(), async (more, path, ours) => {
        const form = { ...more, AccountSid: ACCOUNT };
        const answer = ours ? await signed(path, form) : await server.post(path, encode(form), 'x');
        expect(ours ? [200, 400] : [403]).toContain(answer.status);
      }),
      { numRuns: 200 },
    );
    expect(server.logged.filter((line) => line.includes('failed') && !line.includes('message.failed'))).toEqual([]);
  });

  it('no bytes at all are our fault', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'binary', maxLength: 300 }),
        fc.constantFrom(IN, STATUS),
        async (body, path) => {
          expect((await server.post(path, body, sign(path, {}))).status).toBe(403);
        },
      ),
      { numRuns: 100 },
    );
  });
});
