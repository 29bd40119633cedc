import { answerHandshake, isSigned } from '../../../bot/channels/whatsapp/verify';
import { signatureOf } from './webhooks';

// shared/contracts/vectors.md section 3: Meta publishes none, so these were checked with Node's crypto
const envelope = `{"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages","value":{"messaging_product":"whatsapp"}}]}]}`;
const escaped = String.raw`{"t":"caf\u00e9 \ud83d\ude00"}`;
const plain = '{"t":"café 😀"}';
const signatures = {
  envelope: 'sha256=99a67439515d146bad2216990f62ee1855474c5baa86258397f2e8102c88f7a0',
  escaped: 'sha256=e4850c344495f945ae5e6a9b4a1a5bdd3ff4c589b3a44285db310ea015c3ff0c',
  plain: 'sha256=fa860b5493f7b7bd1b57c36422e879c3537ef9a41815a50c568051b39990e4ab',
};

describe('the signature over the raw bytes', () => {
  it.each([
    ['an envelope', envelope, signatures.envelope, 'appsecret'],
    ['letters escaped, as Meta sends them', escaped, signatures.escaped, 'appsecret'],
    ['letters not escaped', plain, signatures.plain, 'appsecret'],
    [
      "GitHub's vector for the same scheme",
      'Hello, World!',
      'sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17',
      "It's a Secret to Everybody",
    ],
  ])('holds for %s', (_name, body, signature, secret) => {
    expect(isSigned(Buffer.from(body), signature, [secret])).toBe(true);
  });

  it('does not hold for the same JSON written in another way', () => {
    expect(JSON.parse(plain)).toEqual(JSON.parse(escaped));
    expect(isSigned(Buffer.from(plain), signatures.escaped, ['appsecret'])).toBe(false);
    expect(isSigned(Buffer.from(escaped), signatures.plain, ['appsecret'])).toBe(false);
  });

  it('is over bytes, also where they are no text', () => {
    const bytes = Buffer.from([0x7b, 0xff, 0xfe, 0x00, 0x7d]);
    expect(isSigned(bytes, signatureOf(bytes), ['appsecret'])).toBe(true);
    expect(isSigned(Buffer.from(bytes.toString('utf8')), signatureOf(bytes), ['appsecret'])).toBe(false);
  });

  it('holds under any of several secrets, so that one can be changed', () => {
    const body = Buffer.from(envelope);
    expect(isSigned(body, signatures.envelope, ['the new one', 'appsecret'])).toBe(true);
    expect(isSigned(body, signatures.envelope, ['appsecret', 'the old one'])).toBe(true);
    expect(isSigned(body, signatures.envelope, ['another', 'and another'])).toBe(false);
  });

  it.each([
    ['none', undefined],
    ['an empty one', ''],
    ['one without its name', signatures.envelope.slice(7)],
    ['the older SHA-1', `sha1=${'a'.repeat(40)}`],
    ['a short one', signatures.envelope.slice(0, -2)],
    ['a long one', `${signatures.envelope}00`],
    ['two in one header', `${signatures.envelope}, ${signatures.envelope}`],
    ['one that is no hex', `sha256=${'z'.repeat(64)}`],
    ['one with a letter changed', signatures.envelope.replace('9', '8')],
  ])('is refused when it is %s', (_name, header) => {
    expect(isSigned(Buffer.from(envelope), header, ['appsecret'])).toBe(false);
  });

  it('is refused where no secret is set, or an empty one that everybody could sign with', () => {
    const body = Buffer.from(envelope);
    expect(isSigned(body, signatures.envelope, [])).toBe(false);
    expect(isSigned(body, signatureOf(envelope, ''), [''])).toBe(false);
  });
});

describe('the handshake', () => {
  const asked = (more: Readonly<Record<string, string>> = {}) =>
    new URLSearchParams({
      'hub.mode': 'subscribe',
      'hub.verify_token': 'let-me-in',
      'hub.challenge': '1158201444',
      ...more,
    });

  it('gives the challenge back as it came', () => {
    expect(answerHandshake(asked(), 'let-me-in')).toBe('1158201444');
    expect(answerHandshake(asked({ 'hub.challenge': 'a-B_9.z'.repeat(20) }), 'let-me-in')).toBe('a-B_9.z'.repeat(20));
  });

  it.each([
    ['another token', { 'hub.verify_token': 'let-me-out' }],
    ['the beginning of the token', { 'hub.verify_token': 'let-me' }],
    ['no token', { 'hub.verify_token': '' }],
    ['another mode', { 'hub.mode': 'unsubscribe' }],
    ['no challenge', { 'hub.challenge': '' }],
    ['a challenge that is a page', { 'hub.challenge': '<script>alert(1)</script>' }],
    ['a challenge with a line end', { 'hub.challenge': '123\n' }],
    ['a challenge that is too long', { 'hub.challenge': '1'.repeat(201) }],
  ])('refuses %s', (_name, more) => {
    expect(answerHandshake(asked(more), 'let-me-in')).toBeNull();
  });

  it('refuses a name given twice, and everything where no token is set', () => {
    const twice = asked();
    twice.append('hub.verify_token', 'let-me-in');
    expect(answerHandshake(twice, 'let-me-in')).toBeNull();
    expect(answerHandshake(asked({ 'hub.verify_token': '' }), '')).toBeNull();
    expect(answerHandshake(new URLSearchParams(), 'let-me-in')).toBeNull();
  });
});
