/** Fills a database with copies of the real conversations in it, so that many can be stored in minutes. */
import { type Document, MongoClient } from 'mongodb';

const batch = 1_000;

/**
 * Adds `count` conversations. Each is a real one under another id: the same fields, sizes and indexes. Its sealed words
 * open under no other id, so copies are never talked to; only real ones are measured.
 */
export async function fill(uri: string, count: number, told: (done: number) => void): Promise<void> {
  const client = await MongoClient.connect(uri);
  try {
    const name = client.options.dbName;
    const conversations = client.db(name).collection<Document & { _id: string }>('conversations');
    const messages = client.db(name).collection<Document & { _id: string }>('messages');
    const real = await conversations.find({}).limit(batch).toArray();
    if (real.length === 0) throw new Error('There is no conversation to copy');
    const turns = await messages.find({ conversationId: { $in: real.map((one) => one._id) } }).toArray();
    for (let done = 0; done < count; ) {
      const size = Math.min(batch, count - done);
      const round = String(done);
      const copies = Array.from({ length: size }, (_, index) => copyOf(real[index % real.length], `${round}-${index}`));
      await conversations.insertMany(copies.flat(), { ordered: false });
      const taken = new Set(real.slice(0, size).map((one) => one._id));
      const copiedTurns = turns
        .filter((turn) => taken.has(turn['conversationId']))
        .map((turn) => ({
          ...turn,
          _id: `copy-${round}-${turn._id}`,
          conversationId: `copy-${round}-${turn['conversationId']}`,
        }));
      if (copiedTurns.length > 0) await messages.insertMany(copiedTurns, { ordered: false });
      done += size;
      told(done);
    }
  } finally {
    await client.close();
  }
}

/** A copy owes nothing to anybody: no effect waits in it, so no sweep will act on it. */
function copyOf(real: (Document & { _id: string }) | undefined, mark: string): (Document & { _id: string })[] {
  if (real === undefined) return [];
  const phrase = typeof real['phraseHash'] === 'string' ? { phraseHash: `${real['phraseHash']}-${mark}` } : {};
  return [{ ...real, ...phrase, _id: `copy-${mark}-${real._id}`, outbox: [] }];
}
