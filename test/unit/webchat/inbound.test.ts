/** What browsers and forms send becomes one of the few things a person can do. */
import { readFormPost } from '../../../bot/channels/webchat/formPost';
import { readPosted } from '../../../bot/channels/webchat/inbound';
import { makeLimiter } from '../../../bot/channels/webchat/limiter';
import { makePasses } from '../../../bot/channels/webchat/tokens';

test.each([
  ['words', { text: ' hello ' }, { kind: 'text', text: 'hello' }],
  ['a choice', { text: 'Yes', value: { choice: 'safe:yes' } }, { kind: 'choice', id: 'safe:yes', label: 'Yes' }],
  [
    'a choice shown by its display text',
    { value: { choice: 'a' }, channelData: { messageBack: { displayText: 'Aye' } } },
    { kind: 'choice', id: 'a', label: 'Aye' },
  ],
  ['words in the value', { value: 'hello', channelData: { postBack: true } }, { kind: 'text', text: 'hello' }],
  ['a picture', { attachments: [{ contentType: 'image/png' }] }, { kind: 'media', media: 'picture', caption: '' }],
  [
    'a voice note',
    { text: 'x', attachments: [{ contentType: 'audio/ogg' }] },
    { kind: 'media', media: 'voice', caption: 'x' },
  ],
])('%s', (_name, body, what) => {
  expect(readPosted({ type: 'message', ...body })).toMatchObject({ kind: 'said', what });
});

test.each([
  [{}],
  [null],
  ['text'],
  [{ type: 'message' }],
  [{ type: 'message', text: ' \u0000 ' }],
  [{ type: 'message', text: 7 }],
])('%j is refused', (body) => {
  expect(readPosted(body)).toEqual({ kind: 'refused' });
});

test('typing and events are acknowledged and are not part of the talk', () => {
  expect(readPosted({ type: 'typing', channelData: { clientActivityID: 'a' } })).toMatchObject({
    kind: 'aside',
    clientId: 'a',
  });
});

const form = (fields: Readonly<Record<string, string>>) =>
  readFormPost(new URLSearchParams({ nonce: 'nonce-1234', place: 'p', ...fields }).toString());

test('B2: a pressed choice carries the words left in the box, and its label has spaces', () => {
  expect(form({ choice: 'consent:yes Yes, that is OK', text: 'half a th' })?.said?.what).toEqual({
    kind: 'choice',
    id: 'consent:yes',
    label: 'Yes, that is OK',
    beside: 'half a th',
  });
});

test('B3: the same page and the same press is the same message; other words or another button is another', () => {
  const id = (fields: Readonly<Record<string, string>>) => form(fields)?.said?.clientId;
  expect(id({ text: 'hello' })).toBe(id({ text: 'hello' }));
  const ids = [
    { text: 'hello' },
    { text: 'help me' },
    { text: 'hello', say: 'Skip' },
    { choice: 'a A' },
    { say: 'Skip' },
  ];
  expect(new Set(ids.map(id)).size).toBe(ids.length);
});

test('a form without its own number is not ours', () => {
  expect(readFormPost('text=hello')).toBeNull();
  expect(form({ text: '' })?.said).toBeNull();
});

test('passes are good for their own kind, until their time, and only from here', () => {
  let now = 1_000_000;
  const passes = makePasses('secret one', () => now);
  const pass = passes.give('place', { conv: 'c', user: 'u' }, 'id', 60);
  expect(passes.check('place', pass)).toMatchObject({ kind: 'good', claims: { conv: 'c', user: 'u' } });
  expect(passes.check('directline', pass).kind).toBe('bad');
  expect(makePasses('secret two', () => now).check('place', pass).kind).toBe('bad');
  const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${pass.split('.')[1]}.`;
  expect(passes.check('place', unsigned).kind).toBe('bad');
  now += 61_000;
  expect(passes.check('place', pass).kind).toBe('expired');
});

test('the limiter counts each place on its own and forgets after its window', () => {
  let now = 0;
  const allow = makeLimiter(2, 1000, () => now);
  expect([allow('a'), allow('a'), allow('a'), allow('b')]).toEqual([true, true, false, true]);
  now = 1000;
  expect(allow('a')).toBe(true);
});
