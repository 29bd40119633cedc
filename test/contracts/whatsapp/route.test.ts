import { connect } from 'node:net';
import fc from 'fast-check';
import {
  aMessage,
  anEnvelope,
  asMetaWrites,
  aText,
  aValue,
  PHONE_NUMBER_ID,
  signatureOf,
  withMessages,
  withStatuses,
} from './webhooks';
import { whatsAppServer } from './whatsAppServer';

jest.setTimeout(60_000);
let server: Awaited<ReturnType<typeof whatsAppServer>>;
beforeAll(async () => {
  server = await whatsAppServer(['the new secret', 'appsecret']);
});
beforeEach(() => server.clear());
afterAll(() => server.stop());

const handshake = (query: string) => fetch(`${server.url}?${query}`);
const good = 'hub.mode=subscribe&hub.verify_token=let-me-in&hub.challenge=';

describe('GET /channels/whatsapp', () => {
  it('echoes the challenge as plain text, exactly', async () => {
    const answer = await handshake(`${good}1158201444`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('text/plain');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(await answer.text()).toBe('1158201444');
  });

  it.each([
    ['nothing', ''],
    ['another token', good.replace('let-me-in', 'let-me-out')],
    ['a page for a challenge', `${good}%3Cscript%3Ealert(1)%3C%2Fscript%3E`],
    ['two tokens', `${good}1&hub.verify_token=let-me-in`],
  ])('refuses %s, and echoes nothing', async (_name, query) => {
    const answer = await handshake(query);
    expect(answer.status).toBe(403);
    expect(await answer.text()).not.toMatch(/script|1158|let-me/);
  });
});

describe('POST /channels/whatsapp', () => {
  it('hands over what people wrote, also where Meta escapes it', async () => {
    const answer = await server.post(
      withMessages([aText('café 😀 http://x/y'), aMessage('location', {}, { id: 'b' })]),
    );
    expect([answer.status, await answer.text()]).toEqual([200, '{}']);
    expect(server.messages.map((one) => one.what)).toEqual([
      { kind: 'text', text: 'café 😀 http://x/y' },
      { kind: 'media', media: 'other', caption: '' },
    ]);
    expect(server.lines).toEqual([]);
  });

  it('hands over messages and statuses that came together', async () => {
    const statuses = [{ id: 'wamid.OUT', status: 'delivered' }];
    const answer = await server.post(anEnvelope(aValue({ messages: [aText('hi')] }), aValue({ statuses })));
    expect(answer.status).toBe(200);
    expect([server.messages.length, server.statuses.length]).toEqual([1, 1]);
  });

  it('answers 200 to what says nothing, and troubles nobody', async () => {
    for (const body of [withMessages([]), anEnvelope(aValue({}, '2002')), { object: 'page', entry: [] }])
      expect((await server.post(body)).status).toBe(200);
    expect([server.messages, server.statuses]).toEqual([[], []]);
  });

  it('asks for it again when it could not be kept, and hands over the rest all the same', async () => {
    const body = anEnvelope(aValue({ messages: [aText('hi')], statuses: [{ id: 'wamid.OUT', status: 'sent' }] }));
    server.store.take = 'storeDown';
    expect((await server.post(body)).status).toBe(503);
    expect(server.statuses).toHaveLength(1);
    server.store.take = 'kept';
    server.store.status = 'storeDown';
    expect((await server.post(body)).status).toBe(503);
    expect((await server.post(withStatuses({ id: 'wamid.OUT', status: 'sent' }))).status).toBe(503);
    expect((await server.post(withMessages([aText('hi')]))).status).toBe(200);
  });

  it('asks for it again when our own code broke, and writes nothing of it', async () => {
    server.store.take = 'throws';
    const answer = await server.post(withMessages([aText('my secret')]));
    expect(answer.status).toBe(500);
    expect(await answer.text()).toContain('116 123');
    expect(server.lines).toEqual(['request.failed {"error":"Error"}']);
  });

  it('takes nothing without the right signature, and says so to whoever is on duty', async () => {
    const body = asMetaWrites(withMessages([aText('my secret')]));
    const wrong = signatureOf(body, 'another secret');
    expect((await server.postRaw(body, {})).status).toBe(403);
    expect((await server.postRaw(body, { 'x-hub-signature-256': wrong })).status).toBe(403);
    expect((await server.postRaw(`${body} `, { 'x-hub-signature-256': signatureOf(body) })).status).toBe(403);
    expect(server.messages).toEqual([]);
    expect(server.lines).toEqual([
      'whatsapp.signature.refused {"alert":true,"header":"missing"}',
      'whatsapp.signature.refused {"alert":true,"header":"wrong"}',
      'whatsapp.signature.refused {"alert":true,"header":"wrong"}',
    ]);
  });

  it('takes what either secret signed', async () => {
    const body = asMetaWrites(withMessages([aText('hi')]));
    for (const secret of ['appsecret', 'the new secret'])
      expect((await server.postRaw(body, { 'x-hub-signature-256': signatureOf(body, secret) })).status).toBe(200);
    expect(server.messages).toHaveLength(2);
  });

  it('checks the bytes that came, whatever they call themselves', async () => {
    const body = asMetaWrites(withMessages([aText('hi')]));
    for (const kind of ['text/plain', 'application/x-www-form-urlencoded', 'nonsense'])
      expect(
        (await server.postRaw(body, { 'content-type': kind, 'x-hub-signature-256': signatureOf(body) })).status,
      ).toBe(200);
  });

  it('takes three megabytes and no more', async () => {
    const body = JSON.stringify(withMessages([aText('hi')]));
    const full = Buffer.from(body.padEnd(3 * 1024 * 1024, ' '));
    expect((await server.postSigned(full)).status).toBe(200);
    expect((await server.postSigned(Buffer.concat([full, Buffer.from(' ')]))).status).toBe(413);
    expect(server.messages).toHaveLength(1);
  });

  it.each(['', 'hello', '{', '[]', 'null', '5', '{}', '{"object":"whatsapp_business_account"}', '\u0000'])(
    'says 400 to %j, and that somebody has to look',
    async (body) => {
      expect((await server.postSigned(body)).status).toBe(400);
      expect(server.lines).toEqual(['whatsapp.webhook.unreadable {"alert":true}']);
    },
  );

  it('keeps the good ones of a batch, and counts the others', async () => {
    const answer = await server.post(
      withMessages([aText('a', { id: 'a' }), { type: 'text' }, aText('b', { id: 'b' })]),
    );
    expect(answer.status).toBe(200);
    expect(server.messages.map((one) => one.id)).toEqual(['a', 'b']);
    expect(server.lines).toEqual(['whatsapp.parts.unreadable {"alert":true,"parts":1}']);
  });

  it('outlives a caller who hangs up in the middle', async () => {
    const { port } = new URL(server.url);
    await new Promise<void>((done) => {
      const socket = connect(Number(port), '127.0.0.1', () => {
        socket.write('POST /channels/whatsapp HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{"obj', () =>
          socket.destroy(),
        );
      });
      socket.on('close', () => done());
    });
    expect((await server.post(withMessages([aText('hi')]))).status).toBe(200);
  });

  it('is not there for other methods', async () => {
    expect((await fetch(server.url, { method: 'PUT', body: '{}' })).status).toBe(405);
  });
});

describe('whatever is signed', () => {
  const odd = fc.oneof(
    fc.jsonValue({ maxDepth: 3 }),
    fc.constantFrom(
      null,
      '',
      0,
      -1,
      [],
      {},
      '\u0000',
      '__proto__',
      'constructor',
      '\ud800',
      '\u{1f600}',
      'x'.repeat(600),
    ),
  );
  const types = fc.constantFrom('text', 'button', 'interactive', 'audio', 'image', 'reaction', 'order', 'system', 'x');
  const message = fc.record({
    id: odd,
    from: odd,
    from_user_id: odd,
    timestamp: odd,
    text: odd,
    audio: odd,
    reaction: odd,
    interactive: odd,
    button: odd,
  });
  const typed = fc.tuple(types, message).map(([type, parts]) => ({ ...parts, type }));
  const status = fc.record({
    id: odd,
    status: fc.oneof(odd, fc.constant('failed')),
    errors: odd,
    biz_opaque_callback_data: odd,
  });
  const value = fc.record({
    metadata: fc.oneof(odd, fc.constant({ phone_number_id: PHONE_NUMBER_ID })),
    contacts: fc.oneof(odd, fc.array(odd)),
    messages: fc.oneof(odd, fc.array(fc.oneof(odd, typed))),
    statuses: fc.oneof(odd, fc.array(fc.oneof(odd, status))),
  });
  const body = fc.oneof(
    fc.string(),
    fc.jsonValue().map((whole) => JSON.stringify(whole)),
    fc.array(value).map((values) => JSON.stringify(anEnvelope(...values))),
  );

  it('is answered, never with a fault of ours', async () => {
    await fc.assert(
      fc.asyncProperty(body, async (text) => {
        const answer = await server.postSigned(text);
        expect([200, 400]).toContain(answer.status);
      }),
      { numRuns: 300 },
    );
    expect(server.lines.filter((line) => line.startsWith('request.failed'))).toEqual([]);
  });

  it('never gets its words, numbers or ids into the log', async () => {
    const secret = aText('my secret', { id: 'wamid.HBgMNDQ3NzAwOTAwMTIz', from: 'my number' });
    await server.post(withMessages([secret, { ...secret, text: 5 }]));
    expect(server.lines.join()).not.toMatch(/secret|number|wamid|4477/);
  });
});
