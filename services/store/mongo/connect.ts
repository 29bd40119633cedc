/** One connection to MongoDB: made when first needed, found again by itself after the database was away. */
import { type Collection, type Db, type Document, MongoClient } from 'mongodb';
import type { CollectionDefinition } from '../definition';
import type { OnUnreadable } from '../ports';
import { migrations } from './migrations';
import type { Migration } from './migrations/migration';
import { prepare } from './prepare';
import { reach } from './reach';

export interface Database {
  /** to be told of a record that cannot be read; never throws */
  readonly unreadable: OnUnreadable;
  /** runs work on a prepared database; throws StoreDown when it cannot be reached. `work` may run twice */
  use<T>(work: (db: Db) => Promise<T>): Promise<T>;
  /** resolves when the database answers and is prepared; throws StoreDown otherwise */
  ready(): Promise<void>;
  close(): Promise<void>;
}

/** How long a person waits at most for a database that is away, ms. */
const selectWithinMs = 2_000;

/** Documents here have a string id; every write waits for the journal of a majority. */
export function collectionOf<T extends Document & { _id: string }>(db: Db, name: string): Collection<T> {
  return db.collection<T>(name, { writeConcern: { w: 'majority', journal: true } });
}

/**
 * Does not wait for the database: the first use connects, and makes collections, checks and indexes of
 * `definitions`. The database is `options.name`, or the one named in the uri, or `win`.
 */
export function connect(
  uri: string,
  definitions: readonly CollectionDefinition[],
  options: {
    readonly name?: string;
    readonly migrations?: readonly Migration[];
    readonly onUnreadable?: OnUnreadable;
  } = {},
): Database {
  const client = new MongoClient(uri, {
    appName: 'win-front-door',
    serverSelectionTimeoutMS: selectWithinMs,
    connectTimeoutMS: selectWithinMs,
    waitQueueTimeoutMS: selectWithinMs,
    socketTimeoutMS: 5_000,
    heartbeatFrequencyMS: 5_000,
    maxPoolSize: 20,
    retryWrites: true,
    retryReads: true,
    writeConcern: { w: 'majority', journal: true },
    ignoreUndefined: false,
  });
  const named = client.options.dbName === 'test' ? 'win' : client.options.dbName;
  const name = options.name ?? named;
  const db = client.db(name);
  let prepared: Promise<void> | null = null;
  const ensure = () => {
    // connect by name: after a first attempt that failed, the driver does not try again by itself
    prepared ??= client
      .connect()
      .then(() => prepare(db, definitions, options.migrations ?? migrations))
      .catch((error: unknown) => {
        prepared = null;
        throw error;
      });
    return prepared;
  };
  const use = <T>(work: (db: Db) => Promise<T>) =>
    reach(async () => {
      await ensure();
      return work(db);
    });
  return {
    unreadable: options.onUnreadable ?? (() => undefined),
    use,
    ready: () => use(async (it) => void (await it.command({ ping: 1 }))),
    close: () => client.close(),
  };
}
