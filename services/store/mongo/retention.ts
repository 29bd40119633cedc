/** Forgets conversations and their transcripts: one at a person's word, many when their time is over. */
import { collectionOf, type Database } from './connect';
import type { ConversationDocument } from './held';
import type { MessageDocument } from './transcript';

const atATime = 500;

/**
 * Words first: if it stops half way the conversation is still there to be forgotten again. With `claimedAt` only what is
 * still claimed to be forgotten.
 */
export function forget(database: Database, ids: readonly string[], claimedAt?: number): Promise<void> {
  const claim = claimedAt === undefined ? {} : { forgetting: claimedAt };
  return database.use(async (db) => {
    const messages = collectionOf<MessageDocument>(db, 'messages');
    await messages.deleteMany({ conversationId: { $in: [...ids] } });
    await collectionOf<ConversationDocument>(db, 'conversations').deleteMany({ _id: { $in: [...ids] }, ...claim });
  });
}

/**
 * Turns carry the date their conversation had when they were copied: kept on where it lives longer, else gone. So are those
 * of a life that is over, which a late copy left, though somebody began anew under the same name.
 */
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
        .find({ _id: { $in: ids }, expiresAt: { $gt: now } }, { projection: { expiresAt: 1, life: 1 } })
        .toArray();
      for (const { _id, expiresAt, life } of alive) {
        // with the pages from before lives had names
        const ofLife = life === undefined ? [] : [{ life }];
        const theirs = { conversationId: _id, $or: [...ofLife, { life: { $exists: false } }] };
        await messages.updateMany({ ...theirs, expiresAt: { $lte: now } }, { $set: { expiresAt } });
      }
      await messages.deleteMany({ conversationId: { $in: ids }, expiresAt: { $lte: now } });
    }
  });
}

/**
 * Forgets conversations past their retention at `now`, and turns whose conversation is gone; resolves with how many
 * conversations. One that a turn has put forward meanwhile stays, and one that is claimed is somebody else's to forget.
 */
export async function sweepExpired(database: Database, now: number, forgotten: (id: string) => void): Promise<number> {
  const old = { expiresAt: { $lte: now }, forgetting: { $exists: false } };
  let count = 0;
  for (;;) {
    const gone = await database.use(async (db) => {
      const all = collectionOf<ConversationDocument>(db, 'conversations');
      const due = await all
        .find(old, { projection: { _id: 1 } })
        .limit(atATime)
        .toArray();
      for (const { _id } of due) count += (await all.deleteOne({ ...old, _id })).deletedCount;
      return due.map(({ _id }) => _id);
    });
    for (const id of gone) forgotten(id);
    if (gone.length < atATime) break;
  }
  await sweepTurns(database, now);
  return count;
}
