/** The service's own database, opened for a command beside the running app: MONGODB_URI, or the built-in engine when the app is stopped. */
import { join, resolve } from 'node:path';
import { collections } from '../../services/collections';
import { projectRoot } from '../../services/store/engine/projectRoot';
import { startEngine } from '../../services/store/engine/startEngine';
import { loadKeys } from '../../services/store/keys';
import { connect } from '../../services/store/mongo/connect';
import { createRecords } from '../../services/store/mongo/records';
import type { OpenRecords } from '../../services/store/openRecords';
import { createSealer, keyedHash } from '../../services/store/seal';
import { ownConfig } from '../config';

/** Opens it with this environment's settings and keys. Throws with words to show. */
export async function openOwnDatabase(say: (line: string) => void) {
  const read = ownConfig();
  if (read.kind === 'faults') throw new Error(`These settings need putting right:\n- ${read.faults.join('\n- ')}`);
  const { config } = read;
  const dataDir = resolve(config.DATA_DIR);
  const keys = loadKeys({
    production: config.production,
    dataDir,
    encryptionKeys: config.ENCRYPTION_KEYS,
    hashKey: config.HASH_KEY,
  });
  const cacheDir = join(projectRoot(), '.cache');
  const engine =
    config.MONGODB_URI === undefined ? await startEngine({ dataDir: join(dataDir, 'mongo'), cacheDir, say }) : null;
  const database = connect(config.MONGODB_URI ?? engine?.uri ?? '', collections);
  const sealer = createSealer(keys.encryption);
  const records: OpenRecords = (definition) => createRecords(database, definition, sealer);
  return {
    records,
    hash: (purpose: string, value: string) => keyedHash(keys.hash, purpose, value),
    async close() {
      await database.close();
      await engine?.stop();
    },
  };
}
