/** Conversations and transcripts from before each life had a name get the one their time of birth stands for. */
import type { Db, Document } from 'mongodb';
import { lifeBornAt } from '../../life';
import type { Migration } from './migration';

type Stored = Document & { _id: string };

export const lives: Migration = {
  id: '2026-11-lives',
  async up(db: Db) {
    const conversations = db.collection<Stored>('conversations');
    const unnamed = conversations.find({ life: { $exists: false } }, { projection: { createdAt: 1 } });
    for await (const { _id, createdAt } of unnamed) {
      const life = lifeBornAt(Number(createdAt));
      // words first: until the conversation has its name, both are found without one
      await db.collection('messages').updateMany({ conversationId: _id, life: { $exists: false } }, { $set: { life } });
      await conversations.updateOne({ _id, life: { $exists: false } }, { $set: { life } });
    }
  },
};
