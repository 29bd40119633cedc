/** Three words that lead to two conversations lead to neither: nobody may come into somebody else's (H8). */
import type { Db } from 'mongodb';
import type { Migration } from './migration';

export const phrases: Migration = {
  id: '2026-11-phrases',
  async up(db: Db) {
    const conversations = db.collection('conversations');
    const shared = conversations.aggregate<{ _id: string }>([
      { $match: { phraseHash: { $type: 'string' } } },
      { $group: { _id: '$phraseHash', n: { $sum: 1 } } },
      { $match: { n: { $gt: 1 } } },
    ]);
    for await (const { _id: phraseHash } of shared)
      await conversations.updateMany({ phraseHash }, { $unset: { phraseHash: '' } });
  },
};
