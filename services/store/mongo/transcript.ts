/** Copies turns into the lasting transcript a page at a time, off the reply path; `recent` holds them until then. */
import { MongoBulkWriteError } from 'mongodb';
import type { z } from 'zod';
import { type messages, turnsInPage } from '../collections/conversations';
import type { StoredConversation, TurnRecord } from '../ports';
import type { Sealer } from '../seal';
import { collectionOf, type Database } from './connect';
import type { Held } from './held';
import { type Group, inGroups } from './inGroups';
import { openTurn, sealTurn } from './words';

type Message = z.infer<typeof messages.schema>;
export type MessageDocument = Omit<Message, 'id'> & { _id: string };

/** One life of one conversation: pages of an earlier one that a late copy left are nobody's. */
export type Life = Pick<StoredConversation, 'id' | 'life'>;

export interface Transcript {
  /** copies the full pages `held` has beyond its `copied`; resolves with the last turn now in the transcript */
  copy(held: Held, expiresAt: number): Promise<number>;
  after(of: Life, item: number, limit: number): Promise<TurnRecord[]>;
  byInbound(of: Life, inboundId: string): Promise<TurnRecord | null>;
  settled(): Promise<void>;
}

const duplicateKey = 11000;

function onlyCopiesTwice(error: unknown): boolean {
  if (!(error instanceof MongoBulkWriteError)) return false;
  const faults = Array.isArray(error.writeErrors) ? error.writeErrors : [error.writeErrors];
  return faults.length > 0 && faults.every((fault) => fault.code === duplicateKey);
}

function pagesOf(sealer: Sealer, { conversation, copied }: Held, expiresAt: number): MessageDocument[] {
  const { id, life, recent, rev } = conversation;
  const first = rev - recent.length + 1;
  const pages: MessageDocument[] = [];
  for (let n = copied + 1; n + turnsInPage - 1 <= rev; n += turnsInPage) {
    const turns = recent.slice(n - first, n - first + turnsInPage);
    const last = turns.at(-1);
    if (n < first || last === undefined) throw new Error('Turns left `recent` before they were copied');
    pages.push({
      _id: `${id}:${life}:${n}`,
      conversationId: id,
      life,
      turns: turns.map((turn, at) => sealTurn(sealer, id, n + at, turn)),
      lastItem: lastItem(last),
      expiresAt,
    });
  }
  return pages;
}

/** The last item of a turn; of one that had none, the last before it. */
export function lastItem(turn: TurnRecord): number {
  return turn.firstItem + turn.items - 1;
}

/** With the pages from before lives had names. */
const pagesIn = ({ id, life }: Life) => ({ conversationId: id, $or: [{ life }, { life: { $exists: false } }] });

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
  const open = ({ conversationId, turns }: MessageDocument) =>
    turns.map((kept) => openTurn(sealer, conversationId, kept));
  return {
    async copy(held, expiresAt) {
      const pages = pagesOf(sealer, held, expiresAt);
      if (pages.length > 0) await group.add(pages);
      return held.copied + pages.length * turnsInPage;
    },
    after: (of, item, limit) =>
      database.use(async (db) => {
        const pages = collectionOf<MessageDocument>(db, 'messages')
          .find({ ...pagesIn(of), lastItem: { $gt: item } })
          .sort({ lastItem: 1 })
          .batchSize(Math.ceil(limit / turnsInPage) + 1);
        const turns: TurnRecord[] = [];
        for await (const page of pages) {
          turns.push(...open(page).filter((turn) => turn.items > 0 && lastItem(turn) > item));
          if (turns.length >= limit) break;
        }
        return turns;
      }),
    byInbound: (of, inboundId) =>
      database.use(async (db) => {
        const query = { ...pagesIn(of), 'turns.inboundId': inboundId };
        const page = await collectionOf<MessageDocument>(db, 'messages').findOne(query);
        return page === null ? null : (open(page).find((turn) => turn.inboundId === inboundId) ?? null);
      }),
    settled: group.settled,
  };
}
