import nock from 'nock';
import { createMetaCarrier, type MetaCarrierSettings } from '../../../bot/channels/whatsapp/metaCarrier';
import type { Cleared, Outgoing } from '../../../services/contact/carrier';
import { stamp } from '../../../services/contact/clearance';
import { aLog, aServer, GRAPH, graphError, hello, SEND, toMaya } from './outside';

const { lines, log } = aLog();
afterEach(() => {
  nock.cleanAll();
  lines.length = 0;
});

const aCarrier = (more: Partial<MetaCarrierSettings> = {}) =>
  createMetaCarrier({
    phoneNumberId: '1001',
    accessToken: 'the-token',
    apiVersion: 'v25.0',
    template: { name: 'win_reply_waiting', language: 'en_GB' },
    log,
    ...more,
  });

const cleared = (message: Outgoing = hello, more: Partial<Cleared> = {}) =>
  stamp({ where: toMaya, message, ref: 'r1', validFor: 3_600, ...more });
const send = (message?: Outgoing, more?: Partial<Cleared>) => aCarrier().send(cleared(message, more));

const success = { messaging_product: 'whatsapp', contacts: [{ input: '447700900123' }], messages: [{ id: 'wamid.X' }] };
const whole = { messaging_product: 'whatsapp', recipient_type: 'individual', biz_opaque_callback_data: 'r1' };

/** Sends and gives back the body Meta got. */
async function posted(message: Outgoing, more?: Partial<Cleared>): Promise<unknown> {
  let got: unknown;
  const scope = nock(GRAPH, { reqheaders: { authorization: 'Bearer the-token', 'content-type': 'application/json' } })
    .post(SEND, (body) => {
      got = body;
      return true;
    })
    .reply(200, success);
  expect(await send(message, more)).toEqual({ kind: 'sent', providerId: 'wamid.X' });
  scope.done();
  return got;
}

describe('a message that was not cleared', () => {
  it('is refused before anything leaves', async () => {
    const scope = nock(GRAPH).post(SEND).reply(200, success);
    await expect(aCarrier().send({ ...cleared() })).rejects.toThrow('without passing services/contact');
    expect(scope.isDone()).toBe(false);
  });
});

describe('what Meta gets', () => {
  const buttons = [
    { id: 'safe.yes', title: 'Yes' },
    { id: 'safe.no', title: 'No' },
  ];

  it('text, with no preview of links', async () => {
    const text = { body: 'Hi, this is WIN. https://win.example is us.', preview_url: false };
    expect(await posted(hello)).toEqual({ ...whole, to: '447700900123', type: 'text', text });
  });

  it('buttons', async () => {
    expect(await posted({ kind: 'buttons', text: 'Is it safe to text you?', buttons })).toEqual({
      ...whole,
      to: '447700900123',
      type: 'interactive',
      interactive: {
        type: 'button',
        body: { text: 'Is it safe to text you?' },
        action: { buttons: buttons.map((reply) => ({ type: 'reply', reply })) },
      },
    });
  });

  it('a list, without descriptions that are empty', async () => {
    const rows = [
      { id: 'need.food', title: 'Food', description: 'A parcel or a meal' },
      { id: 'need.other', title: 'Something else', description: '' },
      { id: 'need.none', title: 'None of these' },
    ];
    expect(await posted({ kind: 'list', text: 'What would help?', open: 'Choose', rows })).toEqual({
      ...whole,
      to: '447700900123',
      type: 'interactive',
      interactive: {
        type: 'list',
        body: { text: 'What would help?' },
        action: {
          button: 'Choose',
          sections: [{ rows: [rows[0], { id: 'need.other', title: 'Something else' }, rows[2]] }],
        },
      },
    });
  });

  it('the approved template, by the name it has there', async () => {
    const template = { name: 'win_reply_waiting', language: { code: 'en_GB' } };
    const body = { ...whole, to: '447700900123', type: 'template', template };
    expect(await posted({ kind: 'template', name: 'reply_waiting' })).toEqual(body);
  });

  it('a user id in its own field: in `to` it would be taken for a number, answered with 200 and lost', async () => {
    const body = await posted(hello, { where: { ...toMaya, to: 'GB.99887766' } });
    expect(body).toMatchObject({ recipient: 'GB.99887766' });
    expect(body).not.toHaveProperty('to');
  });

  it('messages as long as they may be, an emoji counted as one', async () => {
    await posted({ kind: 'text', text: '\u{1f600}'.repeat(4_096) });
    const three = ['a', 'b', 'c'].map((letter) => ({ id: letter.repeat(256), title: letter.repeat(20) }));
    await posted({ kind: 'buttons', text: 'x'.repeat(1_024), buttons: three });
    const rows = [...'abcdefghij'].map((a) => ({ id: a.repeat(200), title: a.repeat(24), description: a.repeat(72) }));
    await posted({ kind: 'list', text: 'x'.repeat(4_096), open: 'x'.repeat(20), rows });
  });
});

describe('what Meta would refuse never leaves, and is never cut', () => {
  const yes = { id: 'yes', title: 'Yes' };
  const list = { kind: 'list', text: 'x', open: 'Choose' } as const;
  const buttons = { kind: 'buttons', text: 'x' } as const;
  const many = [...'abcdefghijk'].map((id) => ({ id, title: id }));
  it.each<[string, Outgoing, string]>([
    ['a long text', { kind: 'text', text: 'x'.repeat(4_097) }, 'too-long'],
    ['long words over buttons', { ...buttons, text: 'x'.repeat(1_025), buttons: [yes] }, 'too-long'],
    ['a long button', { ...buttons, buttons: [{ id: 'a', title: 'x'.repeat(21) }] }, 'too-long'],
    ['a long id', { ...buttons, buttons: [{ id: 'x'.repeat(257), title: 'Yes' }] }, 'too-long'],
    ['four buttons', { ...buttons, buttons: many.slice(0, 4) }, 'too-many'],
    ['no buttons', { ...buttons, buttons: [] }, 'no-choices'],
    ['two buttons with one id', { ...buttons, buttons: [yes, { id: 'yes', title: 'No' }] }, 'same-id'],
    ['two buttons with one label', { ...buttons, buttons: [yes, { id: 'no', title: 'Yes' }] }, 'same-title'],
    ['an id with a space round it', { ...buttons, buttons: [{ id: ' yes', title: 'Yes' }] }, 'bad-id'],
    ['long words over a list', { ...list, text: 'x'.repeat(4_097), rows: [yes] }, 'too-long'],
    ['a long label on the list', { ...list, open: 'x'.repeat(21), rows: [yes] }, 'too-long'],
    ['a long row', { ...list, rows: [{ id: 'a', title: 'x'.repeat(25) }] }, 'too-long'],
    ['a long description', { ...list, rows: [{ ...yes, description: 'x'.repeat(73) }] }, 'too-long'],
    ['a long row id', { ...list, rows: [{ id: 'x'.repeat(201), title: 'a' }] }, 'too-long'],
    ['eleven rows', { ...list, rows: many }, 'too-many'],
    ['two rows with one id', { ...list, rows: [yes, yes] }, 'same-id'],
  ])('%s', async (_name, message, code) => {
    expect(await send(message)).toEqual({ kind: 'fault', code });
  });

  it('a long reference, an address we cannot read, another carrier, a template nobody named', async () => {
    expect(await send(hello, { ref: 'x'.repeat(513) })).toEqual({ kind: 'fault', code: 'too-long' });
    for (const to of ['', '07700900123', 'whatsapp:+447700900123', 'GB.', 'someone'])
      expect(await send(hello, { where: { ...toMaya, to } })).toEqual({ kind: 'fault', code: 'bad-address' });
    const elsewhere = cleared(hello, { where: { ...toMaya, carrier: 'twilio' } });
    expect(await aCarrier().send(elsewhere)).toEqual({ kind: 'fault', code: 'wrong-carrier' });
    const template = cleared({ kind: 'template', name: 'reply_waiting' });
    expect(await aCarrier({ template: null }).send(template)).toEqual({ kind: 'fault', code: 'no-template' });
  });
});

describe('how Meta answers', () => {
  const answered = (status: number, body: string | object, headers: Record<string, string> = {}) => {
    nock(GRAPH).post(SEND).reply(status, body, headers);
    return send();
  };

  it.each([
    [131047, { kind: 'window', code: '131047' }],
    [131026, { kind: 'unreachable', code: '131026' }],
    [131056, { kind: 'later', code: '131056', afterMs: 6_000 }],
    [130429, { kind: 'later', code: '130429' }],
    [190, { kind: 'fault', code: '190' }],
    [132001, { kind: 'fault', code: '132001' }],
    [777_777, { kind: 'fault', code: '777777' }],
  ])('the error %i', async (code, result) => {
    expect(await answered(400, graphError(code))).toEqual(result);
  });

  it('slow down, for as long as they ask, and at most an hour', async () => {
    expect(await answered(429, '', { 'Retry-After': '7' })).toEqual({ kind: 'later', code: 'http429', afterMs: 7_000 });
    expect(await answered(429, graphError(130429), { 'Retry-After': '999999' })).toMatchObject({ afterMs: 3_600_000 });
    expect(await answered(429, '', { 'Retry-After': 'soon' })).toEqual({ kind: 'later', code: 'http429' });
    const later = await answered(503, '', { 'Retry-After': new Date(Date.now() + 60_000).toUTCString() });
    expect(later.kind === 'later' && Math.abs((later.afterMs ?? 0) - 60_000) < 5_000).toBe(true);
  });

  it.each([500, 502, 503, 504])('a fault of theirs: %i', async (status) => {
    expect(await answered(status, '<html>sorry</html>')).toEqual({ kind: 'later', code: `http${status}` });
    expect(await answered(status, graphError(2))).toEqual({ kind: 'later', code: '2' });
  });

  it.each([
    ['no JSON', '<html>hello</html>'],
    ['nothing', ''],
    ['JSON without an id', { messages: [] }],
    ['an id that is none', { messages: [{ id: '' }] }],
    ['more than anyone reads', `{"messages":[{"id":"wamid.X"}],"x":"${'x'.repeat(300_000)}"}`],
  ])('200 with %s: it may have been taken', async (_name, body) => {
    expect(await answered(200, body)).toEqual({ kind: 'unsure', code: 'rubbish' });
  });

  it('a refusal with rubbish in it is still a refusal', async () => {
    expect(await answered(400, 'no')).toEqual({ kind: 'fault', code: 'http400' });
    expect(await answered(403, { error: { code: 'ten' } })).toEqual({ kind: 'fault', code: 'http403' });
  });

  it('a redirect is not followed: the token stays here', async () => {
    const elsewhere = nock('https://elsewhere.example').post('/').reply(200, success);
    expect(await answered(302, '', { Location: 'https://elsewhere.example/' })).toMatchObject({ kind: 'fault' });
    expect(elsewhere.isDone()).toBe(false);
  });

  it('never, within the time there is', async () => {
    nock(GRAPH).post(SEND).delay(2_000).reply(200, success);
    expect(await aCarrier({ timeoutMs: 50 }).send(cleared())).toEqual({ kind: 'unsure', code: 'timeout' });
    nock.abortPendingRequests();
  });
});

describe('a connection', () => {
  it('that is refused sent nothing', async () => {
    const server = await aServer(() => undefined);
    await server.stop();
    const result = await aCarrier({ apiBase: server.base }).send(cleared());
    expect(result).toEqual({ kind: 'later', code: 'no-connection' });
  });

  it('that hangs or breaks may have sent it', async () => {
    const hanging = await aServer(() => undefined);
    const slow = aCarrier({ apiBase: hanging.base, timeoutMs: 100 });
    expect(await slow.send(cleared())).toEqual({ kind: 'unsure', code: 'timeout' });
    await hanging.stop();
    const breaking = await aServer((req) => void req.socket.destroy());
    expect(await aCarrier({ apiBase: breaking.base }).send(cleared())).toEqual({ kind: 'unsure', code: 'lost' });
    await breaking.stop();
  });

  it('that stops in the middle of a good answer may have sent it', async () => {
    const halting = await aServer((_req, res) => {
      res.writeHead(200, { 'content-type': 'application/json' });
      res.write('{"messages":[{"id":"wa');
    });
    const carrier = aCarrier({ apiBase: halting.base, timeoutMs: 200 });
    expect(await carrier.send(cleared())).toEqual({ kind: 'unsure', code: 'rubbish' });
    await halting.stop();
  });

  it('to a stand-in on this machine works the same', async () => {
    const server = await aServer((req, res) => {
      expect(req.url).toBe(SEND);
      res.end(JSON.stringify(success));
    });
    expect(await aCarrier({ apiBase: `${server.base}/` }).send(cleared())).toEqual({
      kind: 'sent',
      providerId: 'wamid.X',
    });
    await server.stop();
  });
});

describe('a message that was seen', () => {
  it('is marked as read, with "typing" under it', async () => {
    const scope = nock(GRAPH)
      .post(SEND, {
        messaging_product: 'whatsapp',
        status: 'read',
        message_id: 'wamid.HBgMNDQ3NzAw',
        typing_indicator: { type: 'text' },
      })
      .reply(200, { success: true });
    await aCarrier().noticed?.('wamid.HBgMNDQ3NzAw');
    scope.done();
    expect(lines).toEqual([]);
  });

  it('and could not be marked is counted, without its id', async () => {
    nock(GRAPH).post(SEND).reply(400, graphError(131009));
    nock(GRAPH).post(SEND).reply(500, 'rubbish');
    nock(GRAPH).post(SEND).replyWithError('gone');
    for (let time = 0; time < 3; time += 1) await aCarrier().noticed?.('wamid.HBgMNDQ3NzAw');
    expect(lines).toEqual([
      'whatsapp.noticed.failed {"code":"131009"}',
      'whatsapp.noticed.failed {"code":"http500"}',
      'whatsapp.noticed.failed {"code":"lost"}',
    ]);
  });

  it('is let go after three seconds', async () => {
    const hanging = await aServer(() => undefined);
    const began = Date.now();
    await aCarrier({ apiBase: hanging.base }).noticed?.('wamid.HBgMNDQ3NzAw');
    expect(Date.now() - began).toBeLessThan(4_500);
    expect(lines).toEqual(['whatsapp.noticed.failed {"code":"timeout"}']);
    await hanging.stop();
  });
});

it('cannot be asked whether something was taken', async () => {
  expect(await aCarrier().wasTaken(cleared(), Date.now())).toEqual({ kind: 'unknown' });
});

it('writes of a failure what it was and where Meta has it, and nothing of anyone', async () => {
  nock(GRAPH).post(SEND).reply(400, graphError(131026));
  await send();
  expect(lines).toEqual(['whatsapp.send.failed {"result":"unreachable","code":"131026","trace":"AbC-1_"}']);
});
