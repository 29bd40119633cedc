/** Every row of Twilio's inbound webhook, SMS and WhatsApp, becomes one message. */
import fc from 'fast-check';
import { type MessageRead, readMessage } from '../../../bot/channels/twilio/readMessage';
import { readFields } from '../../../bot/channels/twilio/verify';
import type { PhoneMessage } from '../../../services/inbox/webhook';
import { encode, type Given, SID, sms, whatsapp } from './aWebhook';

const reading = (given: Given, advancedOptOut = false): MessageRead =>
  readMessage(readFields(encode(given)), { advancedOptOut });

function read(given: Given, advancedOptOut = false): PhoneMessage {
  const found = reading(given, advancedOptOut);
  if (found.kind !== 'read') throw new Error(`not read: ${found.kind}`);
  return found.message;
}

const MEDIA = 'https://api.twilio.com/2010-04-01/Accounts/AC0/Messages/MM0/Media/ME0';
const file = (contentType: string, more: Given = {}): Given =>
  whatsapp({ Body: '', NumMedia: '1', MediaUrl0: MEDIA, MediaContentType0: contentType, ...more });

describe('who and where', () => {
  it('an SMS is from the number it came from', () => {
    expect(read(sms({ Body: 'I need help with my gas bill' }))).toEqual({
      carrier: 'twilio',
      channel: 'sms',
      id: SID,
      from: '+447700900123',
      sentAt: null,
      what: { kind: 'text', text: 'I need help with my gas bill' },
      media: [],
      carrierDid: null,
    });
  });

  it('a WhatsApp message is from what follows whatsapp:', () => {
    expect(read(whatsapp())).toMatchObject({ channel: 'whatsapp', from: '+447700900123' });
  });

  it('somebody whose number WhatsApp keeps back is called what WhatsApp calls them', () => {
    expect(read(whatsapp({ From: 'whatsapp:GB.13491208655302741918' })).from).toBe('GB.13491208655302741918');
  });

  it.each(['60777', 'NHSnoreply'])('a sender need not be a number: %s', (From) => {
    expect(read(sms({ From }))).toMatchObject({ channel: 'sms', from: From });
  });

  it('the name somebody chose for WhatsApp is not read', () => {
    expect(JSON.stringify(read(whatsapp({ ProfileName: 'Wee Mags' })))).not.toContain('Mags');
  });

  it('fields nobody has told us of change nothing', () => {
    expect(read(sms({ SomethingNew: '1', 'Odd[name]': '2' }))).toEqual(read(sms()));
  });
});

describe('what was said', () => {
  it.each(['😀 café', 'line one\nline two', 'Hi <b>&amp; "you"', 'x'.repeat(1600)])(
    'words stay as they are: %j',
    (Body) => {
      expect(read(sms({ Body })).what).toEqual({ kind: 'text', text: Body });
    },
  );

  it('what no person types is taken out', () => {
    expect(read(sms({ Body: ' a\u0000b\u001b ' })).what).toEqual({ kind: 'text', text: 'ab' });
  });

  it('an empty SMS is an empty text; an empty WhatsApp message is something we cannot see', () => {
    expect(read(sms({ Body: '' })).what).toEqual({ kind: 'text', text: '' });
    expect(read(whatsapp({ Body: '' })).what).toEqual({ kind: 'media', media: 'other', caption: '' });
  });

  it.each<[string, Given, string, string]>([
    [
      'a button',
      { MessageType: 'button', ButtonPayload: 'yes', ButtonText: 'Yes please', Body: 'Yes please' },
      'yes',
      'Yes please',
    ],
    ['a button without its words', { ButtonPayload: 'yes', Body: 'Yes' }, 'yes', 'Yes'],
    ['a button with no words at all', { ButtonPayload: 'yes', Body: '' }, 'yes', 'yes'],
    [
      'a row of a list',
      { MessageType: 'interactive', ListId: 'need:housing', ListTitle: 'Housing', Body: 'Housing' },
      'need:housing',
      'Housing',
    ],
  ])('a tap on %s is a choice', (_name, more, id, label) => {
    expect(read(whatsapp(more)).what).toEqual({ kind: 'choice', id, label });
  });

  it('an empty payload is no choice: the words count', () => {
    expect(read(whatsapp({ ButtonPayload: '', ListId: '', Body: 'Yes' })).what).toEqual({ kind: 'text', text: 'Yes' });
  });

  it('a place or a contact is something that came', () => {
    const place = { MessageType: 'location', Latitude: '55.8', Longitude: '-4.1', Body: '' };
    expect(read(whatsapp(place)).what).toEqual({ kind: 'media', media: 'other', caption: '(location)' });
    const contact = { MessageType: 'contacts', Body: '' };
    expect(read(whatsapp(contact)).what).toEqual({ kind: 'media', media: 'other', caption: '(contact)' });
  });
});

describe('what came with it', () => {
  it.each([
    ['audio/ogg', 'voice'],
    ['audio/amr', 'voice'],
    ['image/jpeg', 'picture'],
    ['image/webp', 'picture'],
    ['video/mp4', 'picture'],
    ['application/pdf', 'other'],
    ['text/vcard', 'other'],
  ])('%s is %s', (contentType, media) => {
    expect(read(file(contentType, { Body: '' }))).toMatchObject({
      what: { kind: 'media', media, caption: '' },
      media: [{ at: MEDIA, contentType }],
    });
  });

  it.each(['STOP', 'talk to a person', 'i want to die', 'our ceiling'])(
    'W7: the words with a picture (%s) are heard like words, and the picture is kept beside them',
    (words) => {
      for (const contentType of ['image/jpeg', 'video/mp4', 'application/pdf'])
        expect(read(file(contentType, { Body: words }))).toMatchObject({
          what: { kind: 'text', text: words },
          media: [{ at: MEDIA, contentType }],
        });
    },
  );

  it('several files come together; with a voice note among them it is one', () => {
    const both = file('image/jpeg', { NumMedia: '2', MediaUrl1: `${MEDIA}1`, MediaContentType1: 'Audio/OGG' });
    expect(read(both).what).toMatchObject({ kind: 'media', media: 'voice' });
    expect(read(both).media).toEqual([
      { at: MEDIA, contentType: 'image/jpeg' },
      { at: `${MEDIA}1`, contentType: 'audio/ogg' },
    ]);
  });

  it('a wrong count loses no file, a file with no kind is other, and a count with no file still tells that something came', () => {
    expect(read(file('image/png', { NumMedia: 'many' })).media).toHaveLength(1);
    expect(read(whatsapp({ NumMedia: '1', MediaUrl0: MEDIA })).media).toEqual([
      { at: MEDIA, contentType: 'application/octet-stream' },
    ]);
    expect(read(whatsapp({ NumMedia: '1', Body: '' }))).toMatchObject({
      what: { kind: 'media', media: 'other' },
      media: [],
    });
  });

  it('at most ten files are read', () => {
    const many = Object.fromEntries(Array.from({ length: 30 }, (_, at) => [`MediaUrl${at}`, MEDIA]));
    expect(read(sms({ NumMedia: '30', ...many })).media).toHaveLength(10);
  });
});

describe('words Twilio acts on by itself', () => {
  const words: readonly (readonly [string, 'stop' | 'start' | 'help'])[] = [
    ...['STOP', 'STOPALL', 'UNSUBSCRIBE', 'CANCEL', 'END', 'QUIT', 'REVOKE', 'OPTOUT'].map(
      (word) => [word, 'stop'] as const,
    ),
    ...['START', 'UNSTOP'].map((word) => [word, 'start'] as const),
    ...['HELP', 'INFO'].map((word) => [word, 'help'] as const),
  ];

  it.each(words)('%s as the whole of an SMS: %s', (word, did) => {
    for (const Body of [word, word.toLowerCase(), ` ${word}\n`]) {
      const message = read(sms({ Body }));
      expect(message.carrierDid).toBe(did);
      expect(message.what).toEqual({ kind: 'text', text: Body.trim() });
    }
  });

  it.each(words)('%s is only a word on WhatsApp, and where Advanced Opt-Out decides', (Body) => {
    expect(read(whatsapp({ Body })).carrierDid).toBeNull();
    expect(read(sms({ Body }), true).carrierDid).toBeNull();
  });

  it.each(['YES', 'STOP PLEASE', 'stop texting me', 'help me', 'end it', 'STOP.'])('%s is not among them', (Body) => {
    expect(read(sms({ Body })).carrierDid).toBeNull();
  });

  it.each([
    ['STOP', 'stop'],
    ['START', 'start'],
    ['HELP', 'help'],
    ['stop', 'stop'],
  ])('OptOutType %s always counts: %s', (OptOutType, did) => {
    for (const given of [sms({ OptOutType, Body: 'gonnae no' }), whatsapp({ OptOutType, Body: 'gonnae no' })]) {
      for (const advanced of [true, false]) expect(read(given, advanced).carrierDid).toBe(did);
    }
  });

  it('an OptOutType we do not know is none', () => {
    expect(read(sms({ OptOutType: 'MAYBE' })).carrierDid).toBeNull();
  });
});

describe('S4: senders that are neither a bare number nor WhatsApp', () => {
  it.each([
    ['rcs:+447700900923', '+447700900923'],
    ['RCS:+447700900923', '+447700900923'],
    ['rcs:447700900923', '+447700900923'],
    ['tel:+447700900923', '+447700900923'],
    ['sip:+447700900923@sip.example.org', '+447700900923'],
    ['viber:+447700900923', '+447700900923'],
  ])('%s is a number, and takes texts', (From, from) => {
    expect(read(sms({ From }))).toMatchObject({ channel: 'sms', from, what: { kind: 'text', text: 'hello' } });
  });

  it.each(['messenger:1234567890', 'line:Uabc', 'instagram:17841400000000000', 'client:anna', 'x-new:someone'])(
    '%s has no number: it is answered in the webhook, and nothing of the sender is kept',
    (From) => {
      const found = reading(sms({ From, Body: 'i want to die' }));
      expect(found).toEqual({ kind: 'elsewhere', scheme: From.split(':')[0], text: 'i want to die' });
    },
  );
});

describe('what cannot be read', () => {
  it.each<[string, Given, string]>([
    ['no id', { MessageSid: '' }, 'MessageSid'],
    ['an id that is not one', { MessageSid: 'SM 1; drop' }, 'MessageSid'],
    ['no sender', { From: '' }, 'From'],
    ['a sender of nothing', { From: 'whatsapp:' }, 'From'],
    ['a sender longer than any', { From: 'x'.repeat(400) }, 'From'],
  ])('%s: says which field, and never what was in it', (_name, more, why) => {
    expect(reading(sms(more))).toEqual({ kind: 'unreadable', why });
  });

  it('nothing at all', () => {
    expect(reading({})).toEqual({ kind: 'unreadable', why: 'MessageSid' });
  });

  it('no form throws', () => {
    const name = fc.constantFrom(
      ...Object.keys(whatsapp()),
      'NumMedia',
      'MediaUrl0',
      'ButtonPayload',
      'ListId',
      'OptOutType',
      'Latitude',
      '__proto__',
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(name, fc.string({ unit: 'binary' }))), fc.boolean(), (pairs, advancedOptOut) => {
        const body = new URLSearchParams(pairs.map(([one, value]): [string, string] => [one, value])).toString();
        expect(['read', 'unreadable']).toContain(readMessage(readFields(body), { advancedOptOut }).kind);
      }),
      { numRuns: 500 },
    );
  });
});
