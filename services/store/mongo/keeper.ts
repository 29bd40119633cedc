/** Forgets records of any collection, by their own clock or with the conversation they hang on. Reads none of their words. */
import type { Document } from 'mongodb';
import type { Keeper, OldConversation } from '../ports';
import { collectionOf, type Database } from './connect';
import type { ConversationDocument } from './held';

const hour = 60 * 60 * 1000;
const day = 24 * hour;

/**
 * A claim of somebody who forgets lasts this long, ms, and is renewed before each step: who has not by then has died, and it
 * may be claimed again. Whoever writes meanwhile waits for it, and may be in danger.
 */
export const CLAIM_LASTS = 6 * 1000;

type Stored = Document & { _id: string };

/** The person agreed to be kept: the answers guide.md B3 asks for, or danger, which is kept by law (2.6). */
function agreedIn({ state }: Pick<ConversationDocument, 'state'>): boolean {
  const said = (key: string) => state.answers[key]?.choices[0] === 'yes';
  return said('consent') || said('consentMore') || state.safety !== null;
}

/** The keeper of a database. Every method throws StoreDown when it is away, and may be called again. */
export function createKeeper(database: Database): Keeper {
  const use = <T>(name: string, work: (collection: ReturnType<typeof collectionOf<Stored>>) => Promise<T>) =>
    database.use((db) => work(collectionOf<Stored>(db, name)));

  return {
    expired: (name, at) => use(name, async (all) => (await all.deleteMany({ expiresAt: { $lte: at } })).deletedCount),

    ofConversations: (name, field, ids) =>
      use(name, async (all) => (await all.deleteMany({ [field]: { $in: [...ids] } })).deletedCount),

    // a name goes on after a colon; what comes next in the order of letters is a semicolon
    ofLife: (name, life) =>
      use(name, async (all) => {
        const theirs = { $or: [{ _id: life }, { _id: { $gte: `${life}:`, $lt: `${life};` } }] };
        return (await all.deleteMany(theirs)).deletedCount;
      }),

    claimOld: (at, limit) =>
      database.use(async (db) => {
        const all = collectionOf<ConversationDocument>(db, 'conversations');
        const free = [{ forgetting: { $exists: false } }, { forgetting: { $lte: at - CLAIM_LASTS } }];
        const old = { expiresAt: { $lte: at }, $or: free };
        const found = await all
          .find(old)
          .project<Pick<ConversationDocument, '_id' | 'state'>>({ 'state.answers': 1, 'state.safety': 1 })
          .limit(limit)
          .toArray();
        const claimed: OldConversation[] = [];
        for (const one of found) {
          // only while it is still old: a turn that came in between put its time forward. What was read before is turned away
          // by the claim itself (commitUpdate), and not by a new rev: revs number the turns
          const claim = { $set: { forgetting: at } };
          const { modifiedCount } = await all.updateOne({ ...old, _id: one._id }, claim);
          if (modifiedCount === 1) claimed.push({ id: one._id, agreed: agreedIn(one) });
        }
        return { claimed, more: found.length === limit };
      }),

    renewClaim: (ids, claimedAt, at) =>
      database.use(async (db) => {
        const all = collectionOf<ConversationDocument>(db, 'conversations');
        const mine = { _id: { $in: [...ids] } };
        await all.updateMany({ ...mine, forgetting: claimedAt }, { $set: { forgetting: at } });
        const held = await all.find({ ...mine, forgetting: at }, { projection: { _id: 1 } }).toArray();
        return held.map(({ _id }) => _id);
      }),

    unlinkLines: (ids) =>
      use('addresses', async (lines) => {
        for (const way of ['sms', 'whatsapp']) {
          const theirs = { [`${way}.conversationId`]: { $in: [...ids] } };
          await lines.updateMany(theirs, { $set: { [way]: null }, $inc: { rev: 1 } });
        }
      }),

    hideNumbers: (at) =>
      use('addresses', async (lines) => {
        const there = { address: { $ne: null }, leaseUntil: { $lte: at } };
        const bare = { address: null, updatedAt: at };
        // said stop a day ago: the hash is enough never to write again
        const stopped = { ...there, 'stopped.at': { $lte: at - day }, updatedAt: { $lte: at - day } };
        await lines.updateMany(stopped, { $set: bare, $inc: { rev: 1 } });
        // leads to nobody any more. Not deleted here, for somebody may write on it this minute: its clock is put forward,
        // and a message puts it back
        const alone = { ...there, sms: null, whatsapp: null, updatedAt: { $lte: at - hour } };
        await lines.updateMany({ ...alone, stopped: { $ne: null } }, { $set: bare, $inc: { rev: 1 } });
        await lines.updateMany(
          { ...alone, stopped: null },
          { $set: { ...bare, expiresAt: at + hour }, $inc: { rev: 1 } },
        );
      }),
  };
}
