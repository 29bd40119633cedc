/** Forgets conversations and their transcripts: one at a person's word, many when their time is over. */
import { collectionOf, type Database } from './connect';
import type { ConversationDocument } from './held';
import type { MessageDocument } from './transcript';

const atATime = 500;

/** Words first: if it stops half way the conversation is still there to be forgotten again. */
export function forget(database: Database, ids: readonly string[]): Promise<void> {
  return database.use(async (db) => {
    const messages = collectionOf<MessageDocument>(db, 'messages');
    await messages.deleteMany({ conversationId: { $in: [...ids] } });
    await collectionOf<ConversationDocument>(db, 'conversations').deleteMany({ _id: { $in: [...ids] } });
  });
}

/** Turns carry the date their conversation had when they were copied: kept on where it lives longer, else gone. */
async function sweepTurns(database: Database, now: number): Promise<void> {
  await database.use(async (db) => {
    const messages = collectionOf<MessageDocument>(db, 'messages');
    for (;;) {
      const due = await messages
        .find({ expiresAt: { $lte: now } }, { projection: { conversationId: 1 } })
        .limit(atATime)
        .toArray();
      if (due.length === 0) return;
      const ids = [...new Set(due.map((turn) => turn.conversationId))];
      const alive = await collectionOf<ConversationDocument>(db, 'conversations')
        .find({ _id: { $in: ids }, expiresAt: { $gt: now } }, { projection: { expiresAt: 1 } })
        .toArray();
      for (const { _id, expiresAt } of alive) {
        await messages.updateMany({ conversationId: _id, expiresAt: { $lte: now } }, { $set: { expiresAt } });
      }
      const living = new Set(alive.map(({ _id }) => _id));
      const gone = ids.filter((id) => !living.has(id));
      await messages.deleteMany({ conversationId: { $in: gone }, expiresAt: { $lte: now } });
    }
  });
}

/** Forgets everything past its retention at `now`; resolves with how many conversations. */
export async function sweepExpired(database: Database, now: number, forgotten: (id: string) => void): Promise<number> {
  let count = 0;
  for (;;) {
    const due = await database.use((db) =>
      collectionOf<ConversationDocument>(db, 'conversations')
        .find({ expiresAt: { $lte: now } }, { projection: { _id: 1 } })
        .limit(atATime)
        .toArray(),
    );
    const ids = due.map(({ _id }) => _id);
    if (ids.length === 0) break;
    await forget(database, ids);
    for (const id of ids) forgotten(id);
    count += ids.length;
  }
  await sweepTurns(database, now);
  return count;
}
