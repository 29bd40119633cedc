/** Handoffs from before they could be taken: what waited is with the team, due at once, so that the clock asks somebody. */
import type { Db, Document } from 'mongodb';
import type { Migration } from './migration';

type Stored = Document & { _id: string };

export const handoffs: Migration = {
  id: '2026-11-handoffs',
  async up(db: Db) {
    const collection = db.collection<Stored>('handoffs');
    const lead = new Set(['concern', 'under16']);
    for await (const { _id, state, owner, reason } of collection.find({ state: { $in: ['waiting', 'ended'] } })) {
      const audience = owner === 'safeguardingLead' || lead.has(String(reason)) ? 'lead' : 'team';
      const duty = audience === 'lead' ? 'lead' : 'duty';
      const $set = {
        state: state === 'waiting' ? 'queued' : 'closed',
        owner: { kind: 'team', duty, holder: typeof owner === 'string' && owner !== '' ? owner : 'team' },
        audience,
        deadline: 0,
        todoSince: null,
        v: 2,
      };
      // the check of the older shape still stands; the newer one comes after this
      await collection.updateOne({ _id, state }, { $set }, { bypassDocumentValidation: true });
    }
  },
};
