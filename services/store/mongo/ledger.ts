/** What was done to this database, once for all processes: migrations, and which shapes each collection has had (H7). */
import { createHash, randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { type Db, MongoServerError } from 'mongodb';

interface Entry {
  _id: string;
  by?: string;
  until?: number;
  had?: string[];
}

const duplicateKey = 11000;
/** A process that died with the lock lets go of it after this long, ms. */
const lockFor = 60_000;
/** Between looks while another process has it, ms. */
const lookAgain = 50;

const ledgerOf = (db: Db) => db.collection<Entry>('ledger', { writeConcern: { w: 'majority', journal: true } });

/** A short name for a shape: the same shape has the same name in every process. */
export const nameOfShape = (shape: unknown): string =>
  createHash('sha256').update(JSON.stringify(shape)).digest('base64url').slice(0, 22);

async function take(db: Db, me: string): Promise<boolean> {
  const now = Date.now();
  const free = { _id: 'lock', $or: [{ by: '' }, { until: { $lt: now } }] };
  try {
    const taken = await ledgerOf(db).updateOne(free, { $set: { by: me, until: now + lockFor } }, { upsert: true });
    return taken.matchedCount + taken.upsertedCount > 0;
  } catch (error) {
    // somebody has it
    if (error instanceof MongoServerError && error.code === duplicateKey) return false;
    throw error;
  }
}

/** Runs `work` while no other process does; waits for its turn. Held by renewing it, and let go when its holder died. */
export async function alone<T>(db: Db, work: () => Promise<T>): Promise<T> {
  const me = randomUUID();
  while (!(await take(db, me))) await pause(lookAgain);
  const beat = setInterval(() => {
    ledgerOf(db)
      .updateOne({ _id: 'lock', by: me }, { $set: { until: Date.now() + lockFor } })
      .catch(() => undefined);
  }, lockFor / 3);
  try {
    return await work();
  } finally {
    clearInterval(beat);
    await ledgerOf(db).updateOne({ _id: 'lock', by: me }, { $set: { by: '' } });
  }
}

/** Everything the ledger knows, by id. */
export async function readLedger(db: Db): Promise<ReadonlyMap<string, readonly string[]>> {
  const all = await ledgerOf(db).find({}).toArray();
  return new Map(all.map((entry) => [entry._id, entry.had ?? []]));
}

/** Notes that a migration was done, or that a collection has this shape now. */
export async function note(db: Db, id: string, what: string): Promise<void> {
  await ledgerOf(db).updateOne({ _id: id }, { $push: { had: what } }, { upsert: true });
}
