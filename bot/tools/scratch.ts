/** A database for one run of a tool, gone afterwards: the built-in engine in a temporary folder, or MONGODB_URI. */
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { collections } from '../../services/collections';
import { projectRoot } from '../../services/store/engine/projectRoot';
import { startEngine } from '../../services/store/engine/startEngine';
import { connect } from '../../services/store/mongo/connect';
import { createConversations } from '../../services/store/mongo/conversations';
import { createRecords } from '../../services/store/mongo/records';
import type { OpenRecords } from '../../services/store/openRecords';
import { createSealer } from '../../services/store/seal';

async function ownEngine(say: (line: string) => void) {
  const folder = await mkdtemp(join(tmpdir(), 'win-scratch-'));
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    const engine = await startEngine({ dataDir: folder, cacheDir: join(projectRoot(), '.cache'), say });
    const close = async () => {
      await engine.stop();
      await remove();
    };
    return { uri: engine.uri, close };
  } catch (error) {
    await remove();
    throw error;
  }
}

/**
 * Opens it with fresh keys that are never written down. `uri` undefined starts the built-in engine. `close` drops
 * everything. Throws when the database cannot be reached, with words to show.
 */
export async function openScratch(uri: string | undefined, now: () => Date, say: (line: string) => void) {
  const engine = uri === undefined ? await ownEngine(say) : { uri, close: async () => {} };
  // an unused name of its own, so whatever else is in that database server stays as it is
  const name = `win_scratch_${randomBytes(6).toString('hex')}`;
  const database = connect(engine.uri, collections, { name });
  const sealer = createSealer([{ id: 'scratch', secret: randomBytes(32) }]);
  const store = createConversations(database, { sealer, now: () => now().getTime() });
  const records: OpenRecords = (definition) => createRecords(database, definition, sealer);
  let closed: Promise<void> | undefined;
  const close = async () => {
    await store.settled();
    await database.use((db) => db.dropDatabase()).catch(() => undefined);
    await database.close();
    await engine.close();
  };
  const closeOnce = () => {
    closed ??= close();
    return closed;
  };
  try {
    await database.ready();
  } catch (error) {
    await closeOnce();
    throw error;
  }
  return { store, records, hashKey: randomBytes(32), close: closeOnce };
}
