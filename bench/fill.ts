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
    const pages = new Map<unknown, Document[]>();
    for await (const page of messages.find({ conversationId: { $in: real.map((one) => one._id) } })) {
      pages.set(page['conversationId'], [...(pages.get(page['conversationId']) ?? []), page]);
    }
    for (let done = 0; done < count; ) {
      const size = Math.min(batch, count - done);
      const chosen = Array.from({ length: size }, (_, index) => ({
        one: real[index % real.length],
        mark: done + index,
      }));
      const copies = chosen.flatMap(({ one, mark }) => (one === undefined ? [] : [copyOf(one, mark)]));
      const copiedPages = chosen.flatMap(({ one, mark }) =>
        (pages.get(one?._id) ?? []).map((page) => ({
          ...page,
          _id: `copy-${mark}-${page['_id']}`,
          conversationId: `copy-${mark}-${one?._id}`,
        })),
      );
      await conversations.insertMany(copies, { ordered: false });
      if (copiedPages.length > 0) await messages.insertMany(copiedPages, { ordered: false });
      done += size;
      told(done);
    }
  } finally {
    await client.close();
  }
}

/** A copy owes nothing to anybody: no effect waits in it, so no sweep will act on it. */
function copyOf(real: Document & { _id: string }, mark: number): Document & { _id: string } {
  const phrase = typeof real['phraseHash'] === 'string' ? { phraseHash: `${real['phraseHash']}-${mark}` } : {};
  return { ...real, ...phrase, _id: `copy-${mark}-${real._id}`, outbox: [] };
}
