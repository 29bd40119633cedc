/** Sealed words open only where they were sealed, with a key that is here, and unchanged. */
import fc from 'fast-check';
import { createSealer, keyedHash } from '../../../services/store/seal';

const key = (id: string, byte: number) => ({ id, secret: Buffer.alloc(32, byte) });
const place = { collection: 'conversations', id: 'c-1', field: 'secrets.said/E1' };
const sealer = createSealer([key('one', 1)]);

describe('sealing', () => {
  it('opens any words just as they were, and shows none of them', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (words) => {
        const sealed = sealer.seal(place, words);
        expect(sealed).toMatch(/^v1\.one\.[A-Za-z0-9_-]+$/);
        expect(sealer.open(place, sealed)).toBe(Buffer.from(words, 'utf8').toString('utf8'));
      }),
    );
  });

  it('never seals the same words to the same value', () => {
    const many = Array.from({ length: 1_000 }, () => sealer.seal(place, 'the same'));
    expect(new Set(many.map((one) => one.slice(0, 23))).size).toBe(1_000);
  });

  it.each([
    ['another collection', { ...place, collection: 'messages' }],
    ['another record', { ...place, id: 'c-2' }],
    ['another field', { ...place, field: 'secrets.said/E2' }],
    ['a shifted boundary', { collection: 'conversations', id: 'c-1|15:secrets', field: '.said/E1' }],
  ])('does not open in %s', (_, elsewhere) => {
    expect(() => sealer.open(elsewhere, sealer.seal(place, 'words'))).toThrow('was changed, moved');
  });

  it('does not open after any change, and does not say what it held', () => {
    const sealed = sealer.seal(place, 'secret words');
    const [, , body = ''] = sealed.split('.');
    const bytes = Buffer.from(body, 'base64url');
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(() => sealer.open(place, `v1.one.${changed.toString('base64url')}`)).toThrow(/^(?!.*secret words)/);
    }
    for (const broken of ['', 'v1.one.', 'v1.one.AAAA', 'v2.one.AAAA', 'secret words']) {
      expect(() => sealer.open(place, broken)).toThrow();
    }
  });

  it('seals with the first key and opens with any, so keys can rotate', () => {
    const old = sealer.seal(place, 'old words');
    const rotated = createSealer([key('two', 2), key('one', 1)]);
    expect(rotated.open(place, old)).toBe('old words');
    expect(rotated.seal(place, 'x')).toMatch(/^v1\.two\./);
    expect(rotated.currentKeyId).toBe('two');
  });

  it('names the key that is missing', () => {
    const old = sealer.seal(place, 'old words');
    expect(() => createSealer([key('two', 2)]).open(place, old)).toThrow('the key "one", which ENCRYPTION_KEYS');
    expect(() => createSealer([])).toThrow('no encryption key');
  });
});

describe('keyed hashes', () => {
  it('are the same for the same, and differ by key, purpose and value', () => {
    const one = keyedHash(Buffer.alloc(32, 1), 'sms', '+447700900001');
    expect(keyedHash(Buffer.alloc(32, 1), 'sms', '+447700900001')).toBe(one);
    expect(one).toMatch(/^[A-Za-z0-9_-]{43}$/);
    const others = [
      keyedHash(Buffer.alloc(32, 2), 'sms', '+447700900001'),
      keyedHash(Buffer.alloc(32, 1), 'web', '+447700900001'),
      keyedHash(Buffer.alloc(32, 1), 'sms', '+447700900002'),
      keyedHash(Buffer.alloc(32, 1), 'sm', 's+447700900001'),
    ];
    expect(new Set([one, ...others]).size).toBe(5);
  });
});
