import fc from 'fast-check';
import { readWebhook } from '../../../bot/channels/whatsapp/readWebhook';
import { aMessage, anEnvelope, aText, aValue, maya, PHONE_NUMBER_ID, withMessages } from './webhooks';

const read = (body: unknown) => readWebhook(body, PHONE_NUMBER_ID);

/** What one message says. */
function what(message: unknown) {
  const news = read(withMessages([message]));
  return news?.messages[0] && { what: news.messages[0].what, media: news.messages[0].media };
}

describe('one message', () => {
  it('is read whole', () => {
    expect(read(withMessages([aText('hi')]))).toEqual({
      messages: [
        {
          carrier: 'meta',
          channel: 'whatsapp',
          id: 'wamid.AAA',
          from: '+447700900123',
          sentAt: 1_795_341_600_999,
          what: { kind: 'text', text: 'hi' },
          media: [],
          carrierDid: null,
        },
      ],
      statuses: [],
      left: [],
      unread: 0,
    });
  });

  it('keeps line ends and emoji, and loses what no person types', () => {
    const text = 'first\nsecond \u{1f600}\u0000\u0007 \ud83d';
    expect(what(aText(text))).toEqual({ what: { kind: 'text', text: 'first\nsecond \u{1f600}' }, media: [] });
  });

  it('may be longer than we may write, and is not cut', () => {
    const text = 'a'.repeat(60_000);
    expect(what(aText(text))?.what).toEqual({ kind: 'text', text });
  });

  it.each([
    ['a tap on the button of a template', aMessage('button', { payload: 'open', text: 'OPEN' }), 'open', 'OPEN'],
    ['such a tap without a payload', aMessage('button', { text: 'OPEN' }), 'OPEN', 'OPEN'],
    [
      'a tap on a button',
      aMessage('interactive', { type: 'button_reply', button_reply: { id: 'safe.yes', title: 'Yes' } }),
      'safe.yes',
      'Yes',
    ],
    [
      'a row of a list',
      aMessage('interactive', { type: 'list_reply', list_reply: { id: 'need.food', title: 'Food', description: 'x' } }),
      'need.food',
      'Food',
    ],
  ])('is a choice: %s', (_name, message, id, label) => {
    expect(what(message)).toEqual({ what: { kind: 'choice', id, label }, media: [] });
  });

  it.each([
    ['audio', 'voice', 'audio/ogg; codecs=opus'],
    ['image', 'picture', 'image/jpeg'],
    ['sticker', 'picture', 'image/webp'],
    ['video', 'picture', 'video/mp4'],
    ['document', 'other', 'application/pdf'],
  ])('is a file: %s counts as %s', (type, media, mime) => {
    const file = { id: '3044', mime_type: mime, sha256: 'x', caption: '', filename: 'a.pdf', voice: true };
    expect(what(aMessage(type, file))).toEqual({
      what: { kind: 'media', media, caption: '' },
      media: [{ at: '3044', contentType: mime }],
    });
    // nothing to fetch, and still something that came
    const caption = '';
    expect(what(aMessage(type, { mime_type: mime }))).toEqual({ what: { kind: 'media', media, caption }, media: [] });
    expect(what(aMessage(type, { id: '9' }))?.media).toEqual([{ at: '9', contentType: 'application/octet-stream' }]);
  });

  it.each([
    ['a place', aMessage('location', { latitude: 55.8, longitude: -4.1, name: 'Home', address: '1 Main Street' })],
    ['a contact', aMessage('contacts', [{ name: { formatted_name: 'Gran' } }])],
    ['an order', aMessage('order', { catalog_id: '1', product_items: [] })],
    ['something unsupported', aMessage('unsupported', { type: 'poll' }, { errors: [{ code: 131051 }] })],
    ['a form of Meta', aMessage('interactive', { type: 'nfm_reply', nfm_reply: { response_json: '{}' } })],
  ])('is something we cannot read, said kindly: %s', (_name, message) => {
    expect(what(message)).toEqual({ what: { kind: 'media', media: 'other', caption: '' }, media: [] });
  });

  it.each(['👍', '👍🏻', '👍🏿', '👍\ufe0f', '👎', '👎🏽'])('is an answer: the reaction %s', (emoji) => {
    const plain = emoji.startsWith('👍') ? '👍' : '👎';
    expect(what(aMessage('reaction', { message_id: 'wamid.X', emoji }))?.what).toEqual({ kind: 'text', text: plain });
    // W4: the message under it is named, for a thumb on any other is no answer
    expect(read(withMessages([aMessage('reaction', { message_id: 'wamid.X', emoji })]))?.messages[0]?.reactsTo).toBe(
      'wamid.X',
    );
  });

  it.each(['STOP', 'talk to a person', 'i want to die'])('W7: a caption (%s) is heard like words', (caption) => {
    for (const type of ['image', 'video', 'document', 'sticker'])
      expect(what(aMessage(type, { id: '3044', mime_type: 'image/jpeg', caption }))).toEqual({
        what: { kind: 'text', text: caption },
        media: [{ at: '3044', contentType: 'image/jpeg' }],
      });
  });

  it.each([
    ['edit', { original_message_id: 'wamid.X', message: { type: 'text', text: { body: 'i want to die' } } }],
    ['unknown', { text: { body: 'i want to die' } }],
    ['ephemeral', { message: { text: { body: 'i want to die' } } }],
    ['poll', { name: 'i want to die', options: [{ name: 'yes' }] }],
    ['hologram', { caption: 'i want to die' }],
    ['revoke', {}],
    ['__proto__', {}],
  ])(
    'S5: %s is answered like something we cannot open, and its words are looked through for danger',
    (type, content) => {
      const found = what(aMessage(type, content));
      expect(found).toMatchObject({ what: { kind: 'media', media: 'other' }, media: [] });
      const said = found?.what.kind === 'media' ? found.what.caption : '';
      expect(said.includes('i want to die')).toBe(JSON.stringify(content).includes('i want to die'));
    },
  );

  it('W19: a number somebody left is told, in both shapes Meta has for it', () => {
    const notice = { body: 'x', type: 'user_changed_number', wa_id: '447700900999' };
    const shapes = [notice, { ...notice, customer: '447700900123', new_wa_id: '447700900999' }];
    for (const shape of shapes) {
      const news = read(withMessages([aMessage('system', shape)]));
      expect(new Set(news?.left.map(({ address }) => address))).toEqual(new Set(['+447700900123']));
      expect(news?.left[0]?.at).toBeGreaterThan(0);
      expect(news?.messages).toEqual([]);
    }
  });

  it('W9: a user id that comes with a number is told as another name of the same person', () => {
    const both = aText('hi', { from_user_id: 'GB.99887766' });
    expect(read(withMessages([both]))?.messages[0]).toMatchObject({ from: '+447700900123', alias: 'GB.99887766' });
    const beside = [{ wa_id: '447700900123', user_id: 'GB.99887766' }];
    expect(read(withMessages([aText('hi')], beside))?.messages[0]).toMatchObject({ alias: 'GB.99887766' });
  });

  it.each([
    ['a heart', aMessage('reaction', { message_id: 'wamid.X', emoji: '❤️' })],
    ['a reaction taken back', aMessage('reaction', { message_id: 'wamid.X', emoji: '' })],
    ['a reaction taken back, in the other way', aMessage('reaction', { message_id: 'wamid.X' })],
    ['a reaction of nothing', aMessage('reaction', null)],
    ['a notice about a chat', aMessage('system', { type: 'user_identity_changed' })],
  ])('is no turn: %s', (_name, message) => {
    expect(read(withMessages([message]))).toEqual({ messages: [], statuses: [], left: [], unread: 0 });
  });

  it.each([
    ['no text', { ...aText('hi'), text: undefined }],
    ['a text that is a number', aMessage('text', { body: 5 })],
    ['no id', { ...aText('hi'), id: undefined }],
    ['no type', { ...aText('hi'), type: undefined }],
    ['a button without words', aMessage('button', {})],
    ['a choice without an id', aMessage('interactive', { type: 'button_reply', button_reply: { title: 'Yes' } }), true],
    ['nothing interactive', aMessage('interactive', null)],
    ['nothing at all', null],
    ['a list', []],
  ])('cannot be read, which is counted: %s', (_name, message, toldKindly = false) => {
    const news = read(withMessages([message]));
    expect(news).toMatchObject(toldKindly ? { unread: 0 } : { messages: [], unread: 1 });
  });

  it.each([
    ['1795341600', 1_795_341_600_999],
    [1_795_341_600, 1_795_341_600_999],
    ['yesterday', null],
    ['-5', null],
    ['0', null],
    [1.5, null],
    ['999999999999999', null],
    [null, null],
    [undefined, null],
  ])('was sent at the end of the second it names: %s', (timestamp, sentAt) => {
    expect(read(withMessages([aText('hi', { timestamp })]))?.messages[0]?.sentAt).toBe(sentAt);
  });
});

describe('who wrote', () => {
  const from = (message: object, contacts: readonly unknown[]) =>
    read(withMessages([{ ...aText('hi'), from: undefined, ...message }], contacts))?.messages[0]?.from ?? null;
  const userId = 'GB.99887766';

  it('is their number, also when Meta has begun to give an id: one person stays one', () => {
    const before = from({ from: '447700900123' }, [maya]);
    const since = from({ from: '447700900123', from_user_id: userId }, [{ ...maya, user_id: userId }]);
    expect([before, since]).toEqual(['+447700900123', '+447700900123']);
  });

  it('is their number wherever Meta puts it', () => {
    expect(from({ from: '+447700900123' }, [])).toBe('+447700900123');
    expect(from({}, [maya])).toBe('+447700900123');
    expect(from({ from_user_id: userId }, [maya, { wa_id: '447700900555', user_id: userId }])).toBe('+447700900555');
    expect(from({ from: userId }, [{ wa_id: '447700900555', user_id: userId }])).toBe('+447700900555');
  });

  it('is their user id when no number comes', () => {
    expect(from({ from_user_id: userId }, [{ user_id: userId }])).toBe(userId);
    expect(from({ from: userId }, [])).toBe(userId);
    expect(from({}, [{ profile: { name: 'A' }, user_id: userId }])).toBe(userId);
    expect(from({ from_user_id: 'GB.ENT.1181579921' }, [])).toBe('GB.ENT.1181579921');
  });

  it('is never guessed between two, nor made up', () => {
    expect(from({}, [maya, { wa_id: '447700900555' }])).toBeNull();
    expect(from({}, [])).toBeNull();
    expect(from({ from: 'someone' }, [])).toBeNull();
    expect(from({ from: '0123' }, [{ wa_id: '447700900555' }])).toBeNull();
    expect(from({ from_user_id: 'GB.' }, [maya])).toBeNull();
    expect(from({ from: '447700900123' }, [{ wa_id: '447700900555' }])).toBe('+447700900123');
  });
});

describe('a batch', () => {
  it('is read from every entry and change, in order', () => {
    const body = {
      object: 'whatsapp_business_account',
      entry: [
        {
          id: 'W1',
          changes: [
            { field: 'messages', value: aValue({ messages: [aText('one'), aText('two')] }) },
            { field: 'messages', value: aValue({ messages: [aText('three')] }) },
          ],
        },
        { id: 'W2', changes: [{ field: 'messages', value: aValue({ messages: [aText('four')] }) }] },
      ],
    };
    const texts = read(body)?.messages.map(({ what }) => (what.kind === 'text' ? what.text : ''));
    expect(texts).toEqual(['one', 'two', 'three', 'four']);
  });

  it.each([
    [null],
    [5],
    ['text'],
    [[]],
    [{}],
    [{ type: 'text' }],
    [aMessage('text', { body: {} })],
    [aText('x', { id: 7 })],
  ])('loses nobody because one in the middle is %j', (bad) => {
    const news = read(withMessages([aText('before', { id: 'a' }), bad, aText('after', { id: 'b' })]));
    expect(news?.messages.map((one) => one.id)).toEqual(['a', 'b']);
    expect(news?.unread).toBe(1);
  });

  it('loses nobody because an entry, a change, a contact or a status is broken', () => {
    const good = anEnvelope(aValue({ contacts: [null, 5, maya], messages: [aText('hi')], statuses: [null] })).entry[0];
    const broken = {
      id: 'W',
      changes: [null, {}, { field: 'messages' }, { field: 'messages', value: aValue({ messages: 'no' }) }],
    };
    const news = read({ object: 'whatsapp_business_account', entry: [null, 5, {}, broken, good] });
    expect(news?.messages).toHaveLength(1);
    expect(news?.unread).toBe(2);
  });

  it('leaves out other fields, other numbers and other products', () => {
    const value = aValue({ messages: [aText('hi')], statuses: [{ id: 'wamid.X', status: 'sent' }] });
    const nothing = { messages: [], statuses: [], left: [], unread: 0 };
    expect(
      read({ object: 'whatsapp_business_account', entry: [{ changes: [{ field: 'smb_message_echoes', value }] }] }),
    ).toEqual(nothing);
    expect(read(anEnvelope({ ...value, metadata: { phone_number_id: '2002' } }))).toEqual(nothing);
    expect(read({ ...anEnvelope(value), object: 'instagram' })).toEqual(nothing);
    expect(read(anEnvelope(aValue({ errors: [{ code: 131000 }] })))).toEqual(nothing);
  });

  it.each([[null], [undefined], [5], ['x'], [[]], [{}], [{ object: 'x' }], [{ object: 1, entry: [] }]])(
    'is no envelope at all: %j',
    (body) => {
      expect(read(body)).toBeNull();
    },
  );
});

it('reads any JSON without throwing, and any mix of good and bad without losing the good', () => {
  const odd = fc.jsonValue({ maxDepth: 4 });
  fc.assert(
    fc.property(odd, fc.array(odd), fc.array(odd), (whole, before, after) => {
      read(whole);
      const news = read(withMessages([...before, aText('hi', { id: 'the good one' }), ...after], [...before, maya]));
      expect(news?.messages.filter((one) => one.id === 'the good one')).toHaveLength(1);
    }),
    { numRuns: 300 },
  );
});
