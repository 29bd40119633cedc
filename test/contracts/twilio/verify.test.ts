/** X-Twilio-Signature against the values Twilio publishes (twilio-node, spec/validation.spec.js, commit 45d3d65a). */
import fc from 'fast-check';
import { readFields, signatureFits, verify } from '../../../bot/channels/twilio/verify';
import { ACCOUNT, encode, PUBLIC_URL, SID, sign, sms, TOKEN } from './aWebhook';

const P = encode({
  CallSid: 'CA1234567890ABCDE',
  Caller: '+14158675309',
  Digits: '1234',
  From: '+14158675309',
  To: '+18005551212',
});
const REST = 'mycompany.com/myapp.php?foo=1&bar=2';
const U = `https://${REST}`;
const HASH = '0a1ff7634d9ab3b95db5c9a2dfe9416e41502b283a80c7cf19632632f96e6620';
const EMPTY_HASH = '44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a';
const JSON_BODY = '{"property": "value", "boolean": true}';
const bindings = (...numbers: string[]) =>
  numbers.map((number) => `MessagingBinding.Address=${encodeURIComponent(number)}`).join('&');

const vectors: readonly (readonly [name: string, url: string, body: string, signature: string])[] = [
  ['V1, https', U, P, 'RSOYDt4T1cUTdK1PDd93/VVr8B8='],
  ['V1b, a port of our own after the host', U.replace('.com', '.com:1234'), P, 'RSOYDt4T1cUTdK1PDd93/VVr8B8='],
  ['V2, http with a port', `http://${REST.replace('.com', '.com:1234')}`, P, 'Zmvh+3yNM1Phv2jhDCwEM3q5ebU='],
  ['V3, signed with :443 and given without', U, P, 'kvajT1Ptam85bY51eRf/AJRuM3w='],
  ['V3, given with :443', U.replace('.com', '.com:443'), P, 'kvajT1Ptam85bY51eRf/AJRuM3w='],
  ['V4, signed with :80 and given without', `http://${REST}`, P, '0ZXoZLH/DfblKGATFgpif+LLRf4='],
  ['V5, name and password in the address', `https://user:pass@${REST}`, P, 'CukzLTc1tT5dXEDIHm/tKBanW10='],
  ['V6, a name in the address', `https://user@${REST}`, P, '2YRLlVAflCqxaNicjMpJcSTgzSs='],
  ['V7, name, password and :443', `https://user:pass@${REST}`, P, 'ZQFR1PTIZXF2MXB8ZnKCvnnA+rI='],
  ['V8, an apostrophe in the query', `${U}&Body=It's+amazing`, P, 'TfZzewPq8wqrGlMfyAud8+/IvJ0='],
  ['V9, a name said twice', U, bindings('+1325xxxxxxx', '+1415xxxxxxx'), '83O6e2vORAoJHUNzJjDWN1jz+BA='],
  ['V9, the other way round', U, bindings('+1415xxxxxxx', '+1325xxxxxxx'), '83O6e2vORAoJHUNzJjDWN1jz+BA='],
  [
    'V10, values said twice count once',
    U,
    'Sid=CA123&SidAccount=AC123&Digits=5678&Digits=1234&Digits=1234',
    'IK+Dwps556ElfBT0I3Rgjkr1wJU=',
  ],
  ['V11, JSON', `${U}&bodySHA256=${HASH}`, JSON_BODY, 'a9nBmqA0ju/hNViExpshrM61xv4='],
  ['V12, empty JSON', `${U}&bodySHA256=${EMPTY_HASH}`, '{}', 'Ldidvp12m26NI7eqEvxnEpkd9Hc='],
  [
    'V13, only the hash',
    `https://mycompany.com/myapp.php?bodySHA256=${HASH}`,
    JSON_BODY,
    'y77kIzt2vzLz71DgmJGsen2scGs=',
  ],
];

describe('the signatures Twilio publishes are taken', () => {
  it.each(vectors)('%s', (_name, url, body, signature) => {
    expect(signatureFits('12345', signature, url, body)).toBe(true);
  });

  it.each(vectors)('%s: not with another token', (_name, url, body, signature) => {
    expect(signatureFits('54321', signature, url, body)).toBe(false);
  });

  it.each(vectors)('%s: not with the body changed', (_name, url, body, signature) => {
    expect(signatureFits('12345', signature, url, body.replace(/[1e{]/, '9'))).toBe(false);
  });

  it.each([
    ['Digits changed', 'RSOYDt4T1cUTdK1PDd93/VVr8B8=', U, P.replace('1234&', '9999&')],
    ['an empty signature', '', U, P],
    ['a signature that is not one', 'ключ', U, P],
    [
      'JSON without its spaces',
      'a9nBmqA0ju/hNViExpshrM61xv4=',
      `${U}&bodySHA256=${HASH}`,
      '{"property":"value","boolean":true}',
    ],
    ['an address that is not one', 'RSOYDt4T1cUTdK1PDd93/VVr8B8=', 'not an address', P],
  ])('refused: %s', (_name, signature, url, body) => {
    expect(signatureFits('12345', signature, url, body)).toBe(false);
  });

  it('an empty token signs nothing', () => {
    expect(signatureFits('', sign('/channels/twilio', sms(), ''), `${PUBLIC_URL}/channels/twilio`, encode(sms()))).toBe(
      false,
    );
  });
});

describe('a webhook', () => {
  const account = { accountSid: ACCOUNT, authTokens: [TOKEN], publicUrl: PUBLIC_URL };
  const given = sms({ Body: 'STOP 😀 café' });
  const body = encode(given);

  it('with emoji, accents and empty fields is ours, whatever order its fields came in', () => {
    const path = '/channels/twilio/sms';
    const signature = 'CBsw3qkP2HikYT1tUFFttFhS4ck=';
    expect(verify({ signature, path, body }, account).kind).toBe('ours');
    const turned = encode(Object.fromEntries(Object.entries(given).reverse()));
    expect(verify({ signature, path, body: turned }, account).kind).toBe('ours');
  });

  it('is checked against our public address, with or without a slash at its end, and its query', () => {
    const path = '/channels/twilio?a=1&b=%2F';
    const signature = sign(path, given);
    expect(verify({ signature, path, body }, { ...account, publicUrl: `${PUBLIC_URL}/` }).kind).toBe('ours');
    expect(verify({ signature, path, body }, { ...account, publicUrl: 'https://other.example.org' })).toEqual({
      kind: 'refused',
      why: 'wrongSignature',
    });
    expect(verify({ signature, path: '/channels/twilio?a=2', body }, account).kind).toBe('refused');
  });

  it('passes with the old token and the new one while they are changed, and with no third', () => {
    const path = '/channels/twilio';
    const both = { ...account, authTokens: ['new', 'old'] };
    for (const token of ['new', 'old']) {
      expect(verify({ signature: sign(path, given, token), path, body }, both).kind).toBe('ours');
    }
    expect(verify({ signature: sign(path, given, 'third'), path, body }, both).kind).toBe('refused');
  });

  it.each([undefined, ''])('unsigned (%p) is refused', (signature) => {
    expect(verify({ signature, path: '/channels/twilio', body }, account)).toEqual({
      kind: 'refused',
      why: 'unsigned',
    });
  });

  it.each([
    ['of another account', { ...given, AccountSid: 'AC11111111111111111111111111111111' }],
    ['of no account', Object.fromEntries(Object.entries(given).filter(([name]) => name !== 'AccountSid'))],
  ])('%s is refused, though well signed', (_name, other) => {
    const path = '/channels/twilio';
    expect(verify({ signature: sign(path, other), path, body: encode(other) }, account)).toEqual({
      kind: 'refused',
      why: 'otherAccount',
    });
  });

  it('sent twice passes twice: the desk knows it by its id', () => {
    const received = { signature: sign('/channels/twilio', given), path: '/channels/twilio', body };
    for (const _time of [1, 2]) {
      expect(verify(received, account)).toMatchObject({ kind: 'ours', fields: { MessageSid: SID } });
    }
  });

  it('with names no parser of objects would take apart rightly is still ours', () => {
    const odd = { ...given, 'a[b][c]': '1', 'a.b': '2', __proto__x: '3', constructor: '4' };
    const many = {
      ...odd,
      ...Object.fromEntries(Array.from({ length: 1_200 }, (_, at) => [`Extra${at}`, String(at)])),
    };
    expect(verify({ signature: sign('/x', many), path: '/x', body: encode(many) }, account).kind).toBe('ours');
  });

  it('no text, signature or path makes the check throw', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (signature, path, text) => {
        expect(verify({ signature, path, body: text }, account).kind).toBe('refused');
        readFields(text);
      }),
      { numRuns: 300 },
    );
  });
});
