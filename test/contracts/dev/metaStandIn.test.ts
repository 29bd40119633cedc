/** The stand-in of WhatsApp's Cloud API agrees with channel-contracts 4: limits, codes, statuses and signatures. */
import { createHmac } from 'node:crypto';
import { z } from 'zod';
import { type Asking, BEARER, meta, PHONE, startAsking } from './asking';

let asking: Asking;
beforeEach(async () => {
  asking = await startAsking();
  asking.server.standIn.heard('whatsappMeta', PHONE);
});
afterEach(() => asking.server.stop());

const to = { messaging_product: 'whatsapp', recipient_type: 'individual', to: PHONE.slice(1) };
const text = (body: string) => ({ ...to, type: 'text', text: { body, preview_url: false } });
const button = (id: string, title: string) => ({ type: 'reply', reply: { id, title } });
const buttons = (all: readonly unknown[], body = 'Is it safe?') => ({
  ...to,
  type: 'interactive',
  interactive: { type: 'button', body: { text: body }, action: { buttons: all } },
});
const row = (id: string, title = `t${id}`, description = 'd') => ({ id, title, description });
const rows = (count: number) => Array.from({ length: count }, (_, at) => row(String(at)));
const list = (sections: readonly unknown[], open = 'Choose') => ({
  ...to,
  type: 'interactive',
  interactive: { type: 'list', body: { text: 'What is it?' }, action: { button: open, sections } },
});
const template = { ...to, type: 'template', template: { name: 'reply_waiting', language: { code: 'en_GB' } } };

const envelope = z.object({
  entry: z.tuple([z.object({ changes: z.tuple([z.object({ value: z.record(z.string(), z.unknown()) })]) })]),
});
const values = () => asking.webhooks.map(({ body }) => envelope.parse(JSON.parse(body)).entry[0].changes[0].value);

test.each<[string, unknown]>([
  ['a text of 4096', text('a'.repeat(4096))],
  ['three buttons of 20', buttons(['a', 'b', 'c'].map((id) => button(id, id.repeat(20))))],
  ['a title of 20 emoji', buttons([button('a', '😀'.repeat(20))])],
  [
    'ten rows of 24 and 72',
    list([{ rows: Array.from({ length: 10 }, (_, at) => row(`${at}`, `${at}`.repeat(24), 'd'.repeat(72))) }]),
  ],
  ['a template', template],
])('%s is taken', async (_name, message) => {
  const answer = await asking.meta(message);
  expect(answer).toMatchObject({
    status: 200,
    body: { messaging_product: 'whatsapp', contacts: [{ wa_id: PHONE.slice(1) }] },
  });
  expect(answer.body).toHaveProperty('messages.0.id', expect.stringMatching(/^wamid\./));
});

test.each<[string, unknown, number]>([
  ['no product', { ...text('hi'), messaging_product: undefined }, 100],
  ['nobody', { ...text('hi'), to: undefined }, 100],
  ['a text of 4097', text('a'.repeat(4097)), 100],
  ['no words', text(''), 100],
  ['four buttons', buttons(['a', 'b', 'c', 'd'].map((id) => button(id, id))), 131009],
  ['no buttons', buttons([]), 131009],
  ['a title of 21', buttons([button('a', 'a'.repeat(21))]), 131009],
  ['two titles alike', buttons([button('a', 'Yes'), button('b', 'Yes')]), 131009],
  ['an id of 257', buttons([button('a'.repeat(257), 'Yes')]), 131009],
  ['an id that ends in a space', buttons([button('a ', 'Yes')]), 131009],
  ['1025 over buttons', buttons([button('a', 'Yes')], 'a'.repeat(1025)), 131009],
  [
    'eleven rows',
    list([
      { title: 'a', rows: rows(6) },
      { title: 'b', rows: rows(11).slice(6) },
    ]),
    131009,
  ],
  ['a row of 25', list([{ rows: [row('a', 'a'.repeat(25))] }]), 131009],
  ['a description of 73', list([{ rows: [row('a', 'a', 'd'.repeat(73))] }]), 131009],
  ['an empty description', list([{ rows: [row('a', 'a', '')] }]), 131009],
  ['two rows with one id', list([{ rows: [row('a'), row('a')] }]), 131009],
  ['two sections with no titles', list([{ rows: [row('a')] }, { rows: [row('b')] }]), 131009],
  ['21 on the list button', list([{ rows: [row('a')] }], 'a'.repeat(21)), 131009],
  ['a template with no language', { ...template, template: { name: 'reply_waiting' } }, 100],
  ['rubbish', 'rubbish', 100],
])('%s is refused as Meta refuses it', async (_name, message, code) => {
  const answer = await asking.meta(message);
  expect(answer).toMatchObject({ status: 400, body: { error: { code, type: 'OAuthException' } } });
  expect(asking.server.taken).toEqual([]);
});

test('a wrong token is 401 and 190', async () => {
  expect(await asking.meta(text('hi'), 'Bearer wrong')).toMatchObject({ status: 401, body: { error: { code: 190 } } });
});

test('statuses come signed over their bytes, with our reference', async () => {
  await asking.meta({ ...text('hi'), biz_opaque_callback_data: 'r1' });
  await asking.server.standIn.idle();
  asking.server.standIn.seen('whatsappMeta', PHONE);
  await asking.server.standIn.idle();
  expect(values()).toMatchObject(
    ['sent', 'delivered', 'read'].map((status) => ({
      statuses: [{ status, recipient_id: PHONE.slice(1), biz_opaque_callback_data: 'r1' }],
    })),
  );
  for (const { url, headers, body } of asking.webhooks) {
    expect(url).toBe('https://win.example.org/channels/whatsapp');
    const wanted = createHmac('sha256', meta.appSecret).update(Buffer.from(body)).digest('hex');
    expect(headers['X-Hub-Signature-256']).toBe(`sha256=${wanted}`);
  }
  expect(asking.server.byRef()).toEqual(new Map([['r1', 1]]));
});

test('more than 24 hours after they wrote, free words fail with 131047 afterwards and a template goes', async () => {
  asking.server.standIn.hoursPass('whatsappMeta', PHONE, 25);
  expect((await asking.meta(text('hi'))).status).toBe(200);
  await asking.server.standIn.idle();
  expect(values()).toMatchObject([{ statuses: [{ status: 'failed', errors: [{ code: 131047 }] }] }]);
  await asking.meta(template);
  await asking.server.standIn.idle();
  expect(values().at(-1)).toMatchObject({ statuses: [{ status: 'delivered' }] });
});

test('a phone not on WhatsApp any more is 131026', async () => {
  asking.server.standIn.setReach('whatsappMeta', PHONE, 'gone');
  await asking.meta(text('hi'));
  await asking.server.standIn.idle();
  expect(values()).toMatchObject([{ statuses: [{ status: 'failed', errors: [{ code: 131026 }] }] }]);
});

test('words come as Meta writes them: escaped beyond ASCII, slashes too, and still the same words', async () => {
  await asking.server.standIn.say('whatsappMeta', PHONE, { kind: 'text', text: 'café 😀 1/2' });
  expect(asking.webhooks[0]?.body).toContain('caf\\u00e9 \\ud83d\\ude00 1\\/2');
  expect(values()).toMatchObject([
    {
      metadata: { phone_number_id: meta.phoneNumberId },
      contacts: [{ wa_id: PHONE.slice(1), user_id: expect.stringMatching(/^GB\.\w+$/) }],
      messages: [
        {
          from: PHONE.slice(1),
          type: 'text',
          text: { body: 'café 😀 1/2' },
          timestamp: expect.stringMatching(/^\d{10}$/),
        },
      ],
    },
  ]);
});

test('a tap comes as the reply of its kind', async () => {
  await asking.server.standIn.say('whatsappMeta', PHONE, { kind: 'tap', id: 'a', title: 'Yes', list: false });
  await asking.server.standIn.say('whatsappMeta', PHONE, { kind: 'tap', id: 'b', title: 'Food', list: true });
  expect(values()).toMatchObject([
    { messages: [{ interactive: { type: 'button_reply', button_reply: { id: 'a', title: 'Yes' } } }] },
    { messages: [{ interactive: { type: 'list_reply', list_reply: { id: 'b', title: 'Food' } } }] },
  ]);
});

test('somebody known by their user id alone can be answered', async () => {
  await asking.server.standIn.say('whatsappMeta', PHONE, { kind: 'text', text: 'hi' });
  const [{ contacts }] = z
    .tuple([z.object({ contacts: z.tuple([z.object({ user_id: z.string() })]) })])
    .parse(values());
  const answer = await asking.meta({ ...text('hello'), to: undefined, recipient: contacts[0].user_id });
  expect(answer.status).toBe(200);
  expect(asking.server.textsTo(PHONE)).toEqual(['hello']);
});

test('a message is marked as read and we are seen to write, until we have', async () => {
  const { standIn } = asking.server;
  await standIn.say('whatsappMeta', PHONE, { kind: 'text', text: 'hi' });
  const id = standIn.find('whatsappMeta', PHONE)?.messages[0]?.id;
  const notice = { messaging_product: 'whatsapp', status: 'read', message_id: id, typing_indicator: { type: 'text' } };
  expect(await asking.meta(notice)).toEqual({ status: 200, body: { success: true } });
  expect(standIn.find('whatsappMeta', PHONE)?.messages[0]?.tick).toBe('read');
  expect(standIn.find('whatsappMeta', PHONE)?.typingUntil).toBeGreaterThan(Date.now());
  await asking.meta(text('hello'));
  expect(standIn.find('whatsappMeta', PHONE)?.typingUntil).toBe(0);
  expect((await asking.meta({ ...notice, message_id: 'wamid.x' })).status).toBe(400);
});

test('a photo is fetched in two steps, both with the token', async () => {
  const at = `${asking.server.bases.meta}/v25.0/12345678901`;
  const about = z.object({ url: z.string(), mime_type: z.literal('image/png'), file_size: z.number() });
  const { url, file_size } = about.parse(await (await fetch(at, { headers: { authorization: BEARER } })).json());
  expect((await fetch(url)).status).toBe(401);
  const file = await fetch(url, { headers: { authorization: BEARER } });
  expect((await file.arrayBuffer()).byteLength).toBe(file_size);
  expect(await (await fetch(at, { method: 'DELETE', headers: { authorization: BEARER } })).json()).toEqual({
    success: true,
  });
});

test('in its bad moods it says so and takes nothing', async () => {
  asking.server.standIn.setMood('refusing');
  expect(await asking.meta(text('hi'))).toMatchObject({ status: 503, body: { error: { code: 131016 } } });
  asking.server.standIn.setMood('limiting');
  expect(await asking.meta(text('hi'))).toMatchObject({ status: 429, body: { error: { code: 130429 } } });
  expect(asking.server.taken).toEqual([]);
  asking.server.standIn.setMood('takingSilently');
  await expect(asking.meta(text('hi'))).rejects.toThrow();
  expect(asking.server.textsTo(PHONE)).toEqual(['hi']);
});
