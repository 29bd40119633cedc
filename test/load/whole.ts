/** Reads the database itself and looks for anything stored half. */
import { setTimeout as wait } from 'node:timers/promises';
import { type Collection, type Document, MongoClient } from 'mongodb';
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

/** Times a conversation that goes on while it is looked at is looked at again, and the wait between, ms. */
const LOOKS = 40;
const BETWEEN = 50;

/** A conversation and its pages at one moment: texts may still be answered while we look, and then they are read again. */
async function still(
  all: Collection<Document & { _id: string }>,
  messages: Collection<Document & { _id: string }>,
  id: string,
): Promise<{ it: z.infer<typeof Stored>; copied: z.infer<typeof Kept>[] } | 'gone' | 'unreadable'> {
  for (let look = 0; look < LOOKS; look += 1) {
    const raw = await all.findOne({ _id: id });
    if (raw === null) return 'gone';
    const read = Stored.safeParse(raw);
    if (!read.success) return 'unreadable';
    // a page that a late copy left of an earlier life is nobody's, and goes with the next sweep (retention)
    const pages = await messages.find({ conversationId: id, life: read.data.life }).toArray();
    const after = Stored.safeParse(await all.findOne({ _id: id })).data;
    if (after?.rev === read.data.rev && after.life === read.data.life)
      return { it: read.data, copied: pages.flatMap((page) => Page.parse(page).turns) };
    await wait(BETWEEN);
  }
  throw new Error('A conversation goes on and on while it is looked at');
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
    const all = client.db(name).collection<Document & { _id: string }>('conversations');
    const ids = (await all.find({}, { projection: { _id: 1 } }).toArray()).map(({ _id }) => _id);
    for (const id of ids) {
      conversations += 1;
      const found = await still(all, messages, id);
      if (found === 'gone') continue;
      if (found === 'unreadable') {
        broken.push(`${id}: not the shape of a conversation`);
        continue;
      }
      const { it, copied } = found;
      const kept = new Map([...copied, ...it.recent].map((turn) => [turn.n, turn]));
      turns += kept.size;
      const inOrder = [...kept.values()].sort((a, b) => a.n - b.n);
      if (kept.size !== it.rev) broken.push(`${it._id}: ${kept.size} turns, but rev ${it.rev}`);
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
