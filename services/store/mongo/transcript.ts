/** Copies turns into the lasting transcript in groups, off the reply path; `recent` holds them until then. */
import { MongoBulkWriteError } from 'mongodb';
import type { z } from 'zod';
import type { messages } from '../collections/conversations';
import type { TurnRecord } from '../ports';
import type { Sealer } from '../seal';
import { collectionOf, type Database } from './connect';
import type { Held } from './held';
import { type Group, inGroups } from './inGroups';
import { openTurn, sealTurn } from './words';

type Message = z.infer<typeof messages.schema>;
export type MessageDocument = Omit<Message, 'id'> & { _id: string };

/** Turns that gather before they are copied: fewer, larger writes; must leave room in `recent`. */
export const copyEvery = 6;

export interface Transcript {
  /** copies what `held` has beyond its `copied`; resolves with the last turn now in the transcript */
  copy(held: Held, expiresAt: number): Promise<number>;
  after(id: string, item: number, limit: number): Promise<TurnRecord[]>;
  byInbound(id: string, inboundId: string): Promise<TurnRecord | null>;
  settled(): Promise<void>;
}

const duplicateKey = 11000;

function onlyCopiesTwice(error: unknown): boolean {
  if (!(error instanceof MongoBulkWriteError)) return false;
  const faults = Array.isArray(error.writeErrors) ? error.writeErrors : [error.writeErrors];
  return faults.length > 0 && faults.every((fault) => fault.code === duplicateKey);
}

function copiesOf(sealer: Sealer, { conversation, copied }: Held, expiresAt: number): MessageDocument[] {
  const { id, recent, rev } = conversation;
  const first = rev - recent.length + 1;
  return recent.flatMap((turn, at) => {
    const n = first + at;
    if (n <= copied) return [];
    const kept = sealTurn(sealer, id, n, turn);
    return [{ _id: `${id}:${n}`, conversationId: id, ...kept, lastItem: turn.firstItem + turn.items - 1, expiresAt }];
  });
}

export function createTranscript(database: Database, sealer: Sealer): Transcript {
  const group: Group<readonly MessageDocument[], true> = inGroups(
    async (batches) => {
      const documents = batches.flat();
      try {
        await database.use((db) =>
          collectionOf<MessageDocument>(db, 'messages').insertMany(documents, { ordered: false }),
        );
      } catch (error) {
        if (!onlyCopiesTwice(error)) throw error;
      }
      return batches.map(() => true);
    },
    { atMost: 40, inFlight: 1 },
  );
  const open = ({ _id, conversationId, ...kept }: MessageDocument) => openTurn(sealer, conversationId, kept);
  return {
    async copy(held, expiresAt) {
      const documents = copiesOf(sealer, held, expiresAt);
      if (documents.length > 0) await group.add(documents);
      return held.conversation.rev;
    },
    after: (id, item, limit) =>
      database.use(async (db) => {
        const found = collectionOf<MessageDocument>(db, 'messages')
          .find({ conversationId: id, lastItem: { $gt: item }, items: { $gt: 0 } })
          .sort({ lastItem: 1 })
          .limit(limit);
        return (await found.toArray()).map(open);
      }),
    byInbound: (id, inboundId) =>
      database.use(async (db) => {
        const found = await collectionOf<MessageDocument>(db, 'messages').findOne({ conversationId: id, inboundId });
        return found === null ? null : open(found);
      }),
    settled: group.settled,
  };
}
