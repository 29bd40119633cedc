/** What the app stands on: its keys, its clocks, and the database, which may still be starting. */
import { join, resolve } from 'node:path';
import { collections } from '../services/collections';
import { type Engine, startWhenRoom } from '../services/store/engine/startEngine';
import { loadKeys } from '../services/store/keys';
import { connectWhen } from '../services/store/mongo/connectWhen';
import { createConversations } from '../services/store/mongo/conversations';
import { createKeeper } from '../services/store/mongo/keeper';
import { createRecords } from '../services/store/mongo/records';
import type { OpenRecords } from '../services/store/openRecords';
import type { OnUnreadable } from '../services/store/ports';
import { createSealer, keyedHash } from '../services/store/seal';
import { createSteadyClock } from '../services/work/steadyClock';
import type { Config } from './config';
import { faultName, type Log } from './log';

/** The built-in database when no address is given. */
function openDatabase(config: Config, dataDir: string, say: (line: string) => void, signal: AbortSignal) {
  if (config.MONGODB_URI !== undefined)
    return { uri: Promise.resolve(config.MONGODB_URI), engine: Promise.resolve<Engine | null>(null) };
  const engine = startWhenRoom({ dataDir: join(dataDir, 'mongo'), cacheDir: resolve('.cache'), say }, signal);
  return { uri: engine.then((it) => it.uri), engine };
}

/** Nothing waits for the database here; `say` is for progress on a terminal, `tellOfUnreadable` for records nobody can read. */
export function openGround(config: Config, log: Log, say: (line: string) => void, tellOfUnreadable: OnUnreadable) {
  const dataDir = resolve(config.DATA_DIR);
  const keys = loadKeys({
    production: config.production,
    dataDir,
    encryptionKeys: config.ENCRYPTION_KEYS,
    hashKey: config.HASH_KEY,
  });
  const sealer = createSealer(keys.encryption);
  const stopping = new AbortController();
  /** why the database is not coming back by itself; null while it may */
  let databaseDown: () => string | null = () => null;
  const { uri, engine } = openDatabase(config, dataDir, say, stopping.signal);
  engine.then(
    (running) => {
      if (running === null) return;
      databaseDown = running.down;
      running.onExit((why) => log.error('database.ended', { why: why.slice(0, 100) }));
    },
    (error: unknown) => {
      databaseDown = () => faultName(error);
      say(error instanceof Error ? error.message : 'The built-in database did not start');
      log.error('database.failed', { error: faultName(error) });
    },
  );
  const clock = () => Date.now();
  const database = connectWhen(uri, collections, tellOfUnreadable);
  const store = createConversations(database, { sealer, now: clock });
  const records: OpenRecords = (definition) => createRecords(database, definition, sealer);
  return {
    config,
    log,
    store,
    records,
    keeper: createKeeper(database),
    hash: (purpose: string, value: string) => keyedHash(keys.hash, purpose, value),
    publicUrl: config.PUBLIC_URL ?? `http://localhost:${config.PORT}`,
    /** the folder mails are kept in where there is no mail server */
    outbox: join(dataDir, 'outbox'),
    now: () => new Date(),
    clock,
    steady: createSteadyClock(clock, () => performance.now()),
    /** resolves when it is known where the database is */
    found: uri,
    ready: () => database.ready(),
    down: () => databaseDown() !== null,
    /** no database is waited for any more */
    stopWaiting: () => stopping.abort(),
    async close(): Promise<void> {
      await store.settled();
      await database.close();
      await engine.then((running) => running?.stop()).catch(() => undefined);
    },
  };
}

export type Ground = ReturnType<typeof openGround>;
