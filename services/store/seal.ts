/** Seals words so that only this service, in this one place of this one record, can read them again. */
import { createCipheriv, createDecipheriv, createHmac, randomFillSync } from 'node:crypto';

/** Where a sealed value lives; a value moved to another record or field does not open. */
export interface Place {
  readonly collection: string;
  readonly id: string;
  readonly field: string;
}

export interface SealingKey {
  readonly id: string;
  /** 32 bytes */
  readonly secret: Buffer;
}

export interface Sealer {
  seal(place: Place, words: string): string;
  /** throws when the key is not here, or the value was changed or moved; never says what it held */
  open(place: Place, sealed: string): string;
  /** the id of the key new values are sealed with */
  readonly currentKeyId: string;
}

const ivBytes = 12;
const tagBytes = 16;

const pool = Buffer.alloc(ivBytes * 256);
let used = pool.length;

/** A fresh iv; the system is asked for 256 at a time, for each asking costs more than the sealing itself. */
function freshIv(): Buffer {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  used += ivBytes;
  return Buffer.from(pool.subarray(used - ivBytes, used));
}

// length before each part, so that no two places make the same bytes
function bound({ collection, id, field }: Place): Buffer {
  return Buffer.from([collection, id, field].map((part) => `${part.length}:${part}`).join('|'));
}

/**
 * AES-256-GCM (NIST SP 800-38D) with a fresh random 96-bit iv each time; `v1.<keyId>.<base64url(iv|tag|ciphertext)>`.
 * The first key seals; every key opens, so keys can rotate while old values stay readable.
 */
export function createSealer(keys: readonly SealingKey[]): Sealer {
  const current = keys[0];
  if (current === undefined) throw new Error('There is no encryption key');
  const byId = new Map(keys.map((key) => [key.id, key.secret]));
  return {
    currentKeyId: current.id,
    seal(place, words) {
      const iv = freshIv();
      const cipher = createCipheriv('aes-256-gcm', current.secret, iv, { authTagLength: tagBytes });
      cipher.setAAD(bound(place));
      const body = Buffer.concat([cipher.update(words, 'utf8'), cipher.final()]);
      return `v1.${current.id}.${Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url')}`;
    },
    open(place, sealed) {
      const [version, keyId = '', body = ''] = sealed.split('.');
      const where = `${place.collection}.${place.field}`;
      if (version !== 'v1') throw new Error(`A value of ${where} is not sealed as this version knows it`);
      const secret = byId.get(keyId);
      if (secret === undefined) {
        throw new Error(`A value of ${where} was sealed with the key "${keyId}", which ENCRYPTION_KEYS does not have`);
      }
      const bytes = Buffer.from(body, 'base64url');
      try {
        const opener = createDecipheriv('aes-256-gcm', secret, bytes.subarray(0, ivBytes), { authTagLength: tagBytes });
        opener.setAAD(bound(place));
        opener.setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes));
        const words = opener.update(bytes.subarray(ivBytes + tagBytes));
        return Buffer.concat([words, opener.final()]).toString('utf8');
      } catch (error) {
        throw new Error(`A value of ${where} was changed, moved, or sealed with another key of the same name`, {
          cause: error,
        });
      }
    },
  };
}

/** A look-up value that says nothing about what it was made from: HMAC-SHA256, base64url, one key for each purpose. */
export function keyedHash(key: Buffer, purpose: string, value: string): string {
  return createHmac('sha256', key).update(`${purpose.length}:${purpose}|${value}`).digest('base64url');
}
