/** Keys are made once in development, asked for in production, and every fault is named at once. */
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadKeys } from '../../../services/store/keys';

const good = Buffer.alloc(32, 3).toString('base64');
let dataDir = '';
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'keys-'));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

describe('keys', () => {
  it('are made on the first run, kept for the next, and readable by this account alone', () => {
    const first = loadKeys({ production: false, dataDir });
    expect(first.encryption[0]?.secret).toHaveLength(32);
    expect(first.hash).toHaveLength(32);
    expect(loadKeys({ production: false, dataDir })).toEqual(first);
    expect(statSync(join(dataDir, 'keys.json')).mode & 0o777).toBe(0o600);
  });

  it('that are given come before those that are kept', () => {
    const kept = loadKeys({ production: false, dataDir });
    const given = loadKeys({ production: false, dataDir, encryptionKeys: `b:${good},a:${good}` });
    expect(given.encryption.map(({ id }) => id)).toEqual(['b', 'a']);
    expect(given.hash).toEqual(kept.hash);
  });

  it('are needed in production, which makes none', () => {
    expect(() => loadKeys({ production: true, dataDir })).toThrow(/ENCRYPTION_KEYS is needed.*\n.*HASH_KEY is needed/);
    expect(() => statSync(join(dataDir, 'keys.json'))).toThrow('ENOENT');
    const keys = loadKeys({ production: true, dataDir, encryptionKeys: `k1:${good}`, hashKey: good });
    expect(keys.encryption).toEqual([{ id: 'k1', secret: Buffer.alloc(32, 3) }]);
  });

  it('that are wrong are all named at once, and never shown', () => {
    const short = Buffer.alloc(16, 9).toString('base64');
    let said = '';
    try {
      loadKeys({
        production: true,
        dataDir,
        encryptionKeys: `a:${short},bad id:${good},c:${good},c:${good}`,
        hashKey: 'no',
      });
    } catch (error) {
      said = String(error);
    }
    expect(said).toContain('the key "a" is not');
    expect(said).toContain('an id is 1 to 32');
    expect(said).toContain('two keys have the same id');
    expect(said).toContain('HASH_KEY is not');
    expect(said).not.toContain(short);
    expect(said).not.toContain(good);
  });

  it('that were damaged on disk are not replaced by new ones', () => {
    loadKeys({ production: false, dataDir });
    writeFileSync(join(dataDir, 'keys.json'), '{"encryp');
    expect(() => loadKeys({ production: false, dataDir })).toThrow('Restore that file');
    expect(readFileSync(join(dataDir, 'keys.json'), 'utf8')).toBe('{"encryp');
  });
});
