/** A passkey in software: what a phone's chip would answer, so that no browser is needed to try the sums. */
import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';

const b64 = (bytes: Buffer | string): string => Buffer.from(bytes).toString('base64url');

/** The little of CBOR (RFC 8949) that is needed: whole numbers, bytes, words and maps. */
function cbor(value: number | string | Buffer | ReadonlyMap<number | string, unknown>): Buffer {
  const head = (major: number, n: number): Buffer =>
    n < 24
      ? Buffer.from([(major << 5) | n])
      : n < 256
        ? Buffer.from([(major << 5) | 24, n])
        : Buffer.from([(major << 5) | 25, n >> 8, n & 255]);
  if (typeof value === 'number') return value >= 0 ? head(0, value) : head(1, -1 - value);
  if (typeof value === 'string') return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value]);
  const pairs = [...value].flatMap(([key, inner]) => {
    if (typeof inner === 'number' || typeof inner === 'string' || Buffer.isBuffer(inner) || inner instanceof Map)
      return [cbor(key), cbor(inner)];
    throw new Error('not CBOR here');
  });
  return Buffer.concat([head(5, value.size), ...pairs]);
}

/** `verified`: a finger or a number opened it. */
export function anAuthenticator(origin: string, { verified = true }: { readonly verified?: boolean } = {}) {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  const id = randomBytes(16);
  let counter = 0;
  const sha = (of: Buffer | string) => createHash('sha256').update(of).digest();
  const front = (flags: number) => {
    const count = Buffer.alloc(4);
    counter += 1;
    count.writeUInt32BE(counter);
    return Buffer.concat([sha(new URL(origin).hostname), Buffer.from([flags | 1 | (verified ? 4 : 0)]), count]);
  };
  const client = (type: string, challenge: string) => JSON.stringify({ type, challenge, origin, crossOrigin: false });
  const own = { id: b64(id), rawId: b64(id), type: 'public-key' };
  return {
    id: b64(id),
    add(challenge: string) {
      const key = new Map<number, number | Buffer>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, Buffer.from(x, 'base64url')],
        [-3, Buffer.from(y, 'base64url')],
      ]);
      const length = Buffer.alloc(2);
      length.writeUInt16BE(id.length);
      const data = Buffer.concat([front(0x40), Buffer.alloc(16), length, id, cbor(key)]);
      const object = cbor(
        new Map<string, unknown>([
          ['fmt', 'none'],
          ['attStmt', new Map()],
          ['authData', data],
        ]),
      );
      return {
        ...own,
        response: {
          clientDataJSON: b64(client('webauthn.create', challenge)),
          attestationObject: b64(object),
          transports: ['internal'],
        },
      };
    },
    use(challenge: string) {
      const data = front(0);
      const said = client('webauthn.get', challenge);
      const signature = sign('sha256', Buffer.concat([data, sha(said)]), privateKey);
      return {
        ...own,
        response: { clientDataJSON: b64(said), authenticatorData: b64(data), signature: b64(signature) },
      };
    },
  };
}
