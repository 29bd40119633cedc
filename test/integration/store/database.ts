/** A database of its own for one test file, on the engine the test run started. */
import { MongoClient } from 'mongodb';
import type { CollectionDefinition } from '../../../services/store/definition';
import { connect, type Database } from '../../../services/store/mongo/connect';
import { createSealer } from '../../../services/store/seal';

export const sealer = createSealer([{ id: 'test', secret: Buffer.alloc(32, 7) }]);

export function engineUri(): string {
  const uri = process.env['MONGODB_URI'];
  if (uri === undefined) throw new Error('Integration tests need MONGODB_URI: node dist/services/store/engine/hold.js');
  return uri;
}

export interface TestDatabase {
  readonly database: Database;
  /** the same data as another process sees it */
  readonly raw: MongoClient;
  readonly name: string;
  drop(): Promise<void>;
}

export function testDatabase(area: string, definitions: readonly CollectionDefinition[]): TestDatabase {
  const name = `test_${area}_${process.pid}`;
  const database = connect(engineUri(), definitions, { name });
  const raw = new MongoClient(engineUri());
  return {
    database,
    raw,
    name,
    async drop() {
      await raw.db(name).dropDatabase();
      await raw.close();
      await database.close();
    },
  };
}
