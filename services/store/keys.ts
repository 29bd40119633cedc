/** The keys words are sealed with and addresses hashed with: given in production, made on first run elsewhere. */
import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { SealingKey } from './seal';

export interface Keys {
  /** the first seals; all open */
  readonly encryption: readonly SealingKey[];
  readonly hash: Buffer;
}

export interface KeySettings {
  readonly production: boolean;
  readonly dataDir: string;
  /** ENCRYPTION_KEYS: `id:base64,id:base64`, the current one first */
  readonly encryptionKeys?: string | undefined;
  /** HASH_KEY: base64 of 32 bytes or more */
  readonly hashKey?: string | undefined;
}

const KeyFile = z.object({ encryptionKeys: z.string(), hashKey: z.string() });
const howToMake = 'make one with: openssl rand -base64 32';
const isBase64 = (text: string) => /^[A-Za-z0-9+/_-]+={0,2}$/.test(text);

function readEncryption(text: string, faults: string[]): SealingKey[] {
  const keys = text.split(',').flatMap((part) => {
    const [id = '', body = ''] = part.trim().split(/:(.*)/s);
    if (!/^[A-Za-z0-9_-]{1,32}$/.test(id)) {
      faults.push('ENCRYPTION_KEYS: each key is id:base64, and an id is 1 to 32 letters, digits, - or _');
      return [];
    }
    const secret = Buffer.from(body, 'base64');
    if (!isBase64(body) || secret.length !== 32) {
      faults.push(`ENCRYPTION_KEYS: the key "${id}" is not the base64 of 32 bytes; ${howToMake}`);
      return [];
    }
    return [{ id, secret }];
  });
  if (new Set(keys.map((key) => key.id)).size !== keys.length)
    faults.push('ENCRYPTION_KEYS: two keys have the same id');
  return keys;
}

function readHash(text: string, faults: string[]): Buffer {
  const hash = Buffer.from(text, 'base64');
  if (!isBase64(text) || hash.length < 32) faults.push(`HASH_KEY is not the base64 of 32 bytes or more; ${howToMake}`);
  return hash;
}

const hasCode = (error: unknown, code: string) =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === code;

function makeOnce(dataDir: string, path: string): void {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const secret = () => randomBytes(32).toString('base64');
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  const fresh = { encryptionKeys: `first:${secret()}`, hashKey: secret() };
  writeFileSync(draft, `${JSON.stringify(fresh, null, 2)}\n`, { mode: 0o600, flush: true });
  try {
    // a link never replaces a file: of two first runs at once, both use the keys of one
    linkSync(draft, path);
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
  } finally {
    unlinkSync(draft);
  }
}

function kept(dataDir: string): z.infer<typeof KeyFile> {
  const path = join(dataDir, 'keys.json');
  const read = () => KeyFile.parse(JSON.parse(readFileSync(path, 'utf8')));
  try {
    return read();
  } catch (error) {
    if (!hasCode(error, 'ENOENT')) {
      throw new Error(
        `The keys in ${path} cannot be read. Restore that file: what was sealed with it opens with nothing else.`,
        { cause: error },
      );
    }
  }
  makeOnce(dataDir, path);
  return read();
}

/** Throws one Error that names every fault at once. In development, keys are made once and kept in `dataDir`/keys.json. */
export function loadKeys(settings: KeySettings): Keys {
  const faults: string[] = [];
  const { production, dataDir } = settings;
  const given = { encryption: settings.encryptionKeys?.trim() ?? '', hash: settings.hashKey?.trim() ?? '' };
  if (production && given.encryption === '')
    faults.push(`ENCRYPTION_KEYS is needed in production (id:base64); ${howToMake}`);
  if (production && given.hash === '') faults.push(`HASH_KEY is needed in production; ${howToMake}`);
  const file = !production && (given.encryption === '' || given.hash === '') ? kept(dataDir) : null;
  const encryptionText = given.encryption || file?.encryptionKeys || '';
  const hashText = given.hash || file?.hashKey || '';
  const encryption = encryptionText === '' ? [] : readEncryption(encryptionText, faults);
  const hash = hashText === '' ? Buffer.alloc(0) : readHash(hashText, faults);
  if (faults.length > 0) throw new Error(`The keys are not right:\n- ${[...new Set(faults)].join('\n- ')}`);
  return { encryption, hash };
}
