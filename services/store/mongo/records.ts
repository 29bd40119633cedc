/** The small record stores in MongoDB: added once, replaced only while unchanged, their words sealed. */
import { isDeepStrictEqual } from 'node:util';
import { type Document, MongoServerError } from 'mongodb';
import { z } from 'zod';
import type { CollectionDefinition } from '../definition';
import type { Records } from '../ports';
import type { Sealer } from '../seal';
import { collectionOf, type Database } from './connect';
import { openFields, sealFields } from './sealedFields';

const duplicateKey = 11000;
type Stored = Document & { _id: string };
const orQuery = z.array(z.record(z.string(), z.unknown()));

/** The look-up as the database knows it. Sealed fields cannot be searched: keep a keyed hash beside them. */
function queryOf(query: Readonly<Record<string, unknown>>, definition: CollectionDefinition): Document {
  const { name, sealed } = definition;
  const renamed = Object.entries(query).map(([field, value]): [string, unknown] => {
    if (field === '$or') return [field, orQuery.parse(value).map((one) => queryOf(one, definition))];
    if (sealed.includes(field)) throw new Error(`${name}.${field} is sealed and cannot be searched`);
    return [field === 'id' ? '_id' : field, value];
  });
  return Object.fromEntries(renamed);
}

/** `Records` over one collection of the registry. Every method throws StoreDown when the database is away. */
export function createRecords<T extends { readonly id: string }>(
  database: Database,
  definition: CollectionDefinition<z.ZodObject & z.ZodType<T>>,
  sealer: Sealer,
): Records<T> {
  const { name, schema, sealed } = definition;
  const use = <R>(work: (collection: ReturnType<typeof collectionOf<Stored>>) => Promise<R>) =>
    database.use((db) => work(collectionOf<Stored>(db, name)));
  const toDocument = (record: T): Stored => {
    const { id, ...open } = sealFields(sealer, name, record.id, sealed, schema.parse(record));
    const present = Object.entries(open).filter(([, value]) => value !== undefined);
    return { ...Object.fromEntries(present), v: definition.version ?? 1, _id: String(id) };
  };
  const toRecord = ({ _id, ...stored }: Stored): T =>
    schema.parse({ id: _id, ...openFields(sealer, name, _id, sealed, stored) });
  const readable = (stored: Stored): T | null => {
    try {
      return toRecord(stored);
    } catch (error) {
      database.unreadable({ collection: name, id: stored._id, why: error instanceof Error ? error.name : 'unknown' });
      return null;
    }
  };
  const get = (id: string) =>
    use(async (collection) => {
      const found = await collection.findOne({ _id: id });
      return found === null ? null : toRecord(found);
    });
  // a write whose answer got lost is sent again: what is there then may be ours
  const isThere = async (record: T) => isDeepStrictEqual(await get(record.id), schema.parse(record));

  return {
    async add(record) {
      const document = toDocument(record);
      let tries = 0;
      try {
        await use((collection) => {
          tries += 1;
          return collection.insertOne(document);
        });
        return true;
      } catch (error) {
        if (!(error instanceof MongoServerError) || error.code !== duplicateKey) throw error;
        return tries > 1 && (await isThere(record));
      }
    },
    get,
    async replace(record, fromRev) {
      const { _id, ...rest } = toDocument(record);
      let tries = 0;
      const { matchedCount } = await use((collection) => {
        tries += 1;
        return collection.replaceOne({ _id, rev: fromRev }, { ...rest, rev: record.rev });
      });
      return matchedCount === 1 || (tries > 1 && (await isThere(record)));
    },
    find: (query, limit) =>
      use(async (collection) => {
        const good: T[] = [];
        // one by one: a record that cannot be read hides none of the others (H7)
        for await (const stored of collection.find(queryOf(query, definition)).batchSize(Math.min(limit, 500) + 1)) {
          const record = readable(stored);
          if (record !== null) good.push(record);
          if (good.length >= limit) break;
        }
        return good;
      }),
    revisions: (query, limit) =>
      use(async (collection) => {
        const rows = collection.find(queryOf(query, definition), { projection: { rev: 1 } }).limit(limit);
        const revs = await rows.batchSize(limit + 1).toArray();
        return new Map(revs.map(({ _id, rev }) => [_id, typeof rev === 'number' ? rev : 0]));
      }),
    count: (query) => use((collection) => collection.countDocuments(queryOf(query, definition))),
    sweepExpired: (now) =>
      use(async (collection) => (await collection.deleteMany({ expiresAt: { $lte: now } })).deletedCount),
  };
}
