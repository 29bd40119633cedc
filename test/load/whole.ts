/** Reads the database itself and looks for anything stored half. */
import { type Document, MongoClient } from 'mongodb';
import { z } from 'zod';

const Kept = z.object({ n: z.number(), firstItem: z.number(), items: z.number() });
const Page = z.object({ turns: z.array(Kept) });
const Stored = z.object({
  _id: z.string(),
  life: z.string(),
  rev: z.number(),
  items: z.number(),
  copied: z.number(),
  recent: z.array(Kept),
  outbox: z.array(z.unknown()),
});

export interface Whole {
  readonly conversations: number;
  readonly turns: number;
  /** what is not as it should be, in words; empty when all is whole */
  readonly broken: readonly string[];
}

/** Every turn of every conversation is there once, numbered without a gap, and the counts agree with the turns. */
export async function lookWhole(uri: string): Promise<Whole> {
  const client = await MongoClient.connect(uri);
  try {
    const name = client.options.dbName === 'test' ? 'win' : client.options.dbName;
    const messages = client.db(name).collection<Document & { _id: string }>('messages');
    const broken: string[] = [];
    let conversations = 0;
    let turns = 0;
    for await (const raw of client.db(name).collection('conversations').find({})) {
      conversations += 1;
      const read = Stored.safeParse(raw);
      if (!read.success) {
        broken.push(`${String(raw['_id'])}: not the shape of a conversation`);
        continue;
      }
      const it = read.data;
      // a page that a late copy left of an earlier life is nobody's, and goes with the next sweep (retention)
      const older = await messages.find({ conversationId: it._id, life: it.life }).toArray();
      const copied = older.flatMap((page) => Page.parse(page).turns);
      const all = new Map([...copied, ...it.recent].map((turn) => [turn.n, turn]));
      turns += all.size;
      const inOrder = [...all.values()].sort((a, b) => a.n - b.n);
      if (all.size !== it.rev) broken.push(`${it._id}: ${all.size} turns, but rev ${it.rev}`);
      let next = 1;
      for (const turn of inOrder) {
        if (turn.items > 0 && turn.firstItem !== next)
          broken.push(`${it._id}: turn ${turn.n} starts at item ${turn.firstItem}, not ${next}`);
        next += turn.items;
      }
      if (next - 1 !== it.items) broken.push(`${it._id}: ${next - 1} items in turns, but ${it.items} counted`);
    }
    return { conversations, turns, broken };
  } finally {
    await client.close();
  }
}
