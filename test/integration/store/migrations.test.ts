/** Migrations run once whatever processes start, shapes never go backwards, and a record that cannot be read stops nobody (H7). */
import { MongoClient } from 'mongodb';
import { z } from 'zod';
import { handoffs } from '../../../services/handoffs/collection';
import { conversations, messages } from '../../../services/store/collections/conversations';
import { defineCollection } from '../../../services/store/definition';
import { connect } from '../../../services/store/mongo/connect';
import { createConversations } from '../../../services/store/mongo/conversations';
import { handoffs as handoffsMigration } from '../../../services/store/mongo/migrations/handoffs';
import { lives } from '../../../services/store/mongo/migrations/lives';
import { createRecords } from '../../../services/store/mongo/records';
import type { Unreadable } from '../../../services/store/ports';
import { exampleCommit, start } from '../../contracts/store/examples';
import { engineUri, sealer } from './database';

let made = 0;
const raw = new MongoClient(engineUri());
const names: string[] = [];
const fresh = () => {
  names.push(`test_migrations_${process.pid}_${++made}`);
  return names.at(-1) ?? '';
};
afterAll(async () => {
  for (const name of names) await raw.db(name).dropDatabase();
  await raw.close();
});

const things = (extra: z.ZodRawShape = {}) =>
  defineCollection({
    name: 'things',
    keptFor: { days: 'ever', why: 'for tests' },
    schema: z.object({ id: z.string(), rev: z.number(), n: z.number(), ...extra }),
    indexes: [],
    sealed: [],
  });
const validatorIn = async (name: string): Promise<string> => {
  const [found] = await raw.db(name).listCollections({ name: 'things' }).toArray();
  return JSON.stringify(found);
};

it('H7: a migration runs once, in one of two processes that start together, and before either reads', async () => {
  const name = fresh();
  let under = 0;
  let runs = 0;
  const migration = {
    id: 'slow',
    up: async () => {
      under += 1;
      expect(under).toBe(1);
      await new Promise((later) => setTimeout(later, 200));
      runs += 1;
      under -= 1;
    },
  };
  const processes = Array.from({ length: 4 }, () =>
    connect(engineUri(), [things()], { name, migrations: [migration] }),
  );
  const seen = await Promise.all(processes.map((one) => one.use(async () => runs)));
  expect(seen).toEqual([1, 1, 1, 1]);
  const later = connect(engineUri(), [things()], { name, migrations: [migration] });
  await later.ready();
  expect(runs).toBe(1);
  await Promise.all([...processes, later].map((one) => one.close()));
});

it('H7: a migration that fails is run again by the next start, and lets go of the lock', async () => {
  const name = fresh();
  let fails = true;
  const migration = { id: 'once', up: async () => void (fails && (await Promise.reject(new Error('half way')))) };
  const first = connect(engineUri(), [things()], { name, migrations: [migration] });
  await expect(first.ready()).rejects.toThrow('half way');
  fails = false;
  await first.ready();
  await first.close();
});

it('H7: the process that starts last does not put an older check back', async () => {
  const name = fresh();
  const start = async (definition: ReturnType<typeof things>) => {
    const database = connect(engineUri(), [definition], { name, migrations: [] });
    await database.ready();
    await database.close();
    return validatorIn(name);
  };
  const older = await start(things());
  const newer = await start(things({ more: z.enum(['a', 'b']).exactOptional() }));
  expect(newer).not.toBe(older);
  expect(await start(things())).toBe(newer);
  expect(await start(things({ more: z.enum(['a', 'b']).exactOptional() }))).toBe(newer);
});

it('H7: one record that cannot be read hides none of the others, and is told of', async () => {
  const name = fresh();
  const told: Unreadable[] = [];
  const database = connect(engineUri(), [things()], { name, onUnreadable: (which) => void told.push(which) });
  const records = createRecords(database, things(), sealer);
  for (let n = 0; n < 5; n += 1) await records.add({ id: `t${n}`, rev: 1, n });
  const all = raw.db(name).collection<{ _id: string; n: unknown; v?: number }>('things');
  expect(await all.countDocuments({ v: 1 })).toBe(5);
  await all.updateOne({ _id: 't1' }, { $set: { n: 'no number' } }, { bypassDocumentValidation: true });
  expect((await records.find({}, 3)).map(({ id }) => id)).toEqual(['t0', 't2', 't3']);
  expect(told).toMatchObject([{ collection: 'things', id: 't1' }]);
  await database.close();
});

it('H7: one effect that cannot be opened leaves the others to be done', async () => {
  const name = fresh();
  const told: Unreadable[] = [];
  const database = connect(engineUri(), [conversations, messages], {
    name,
    onUnreadable: (which) => void told.push(which),
  });
  const store = createConversations(database, { sealer, now: () => start + 60_000 });
  for (const id of ['c-1', 'c-2', 'c-3']) {
    const effects = [{ id: `${id}:l:1:0`, at: start, kind: 'handOver' as const, data: {}, secret: 'words' }];
    await store.commit(exampleCommit(id, null, { effects }));
  }
  const all = raw.db(name).collection<{ _id: string }>('conversations');
  await all.updateOne({ _id: 'c-2' }, { $set: { 'outbox.0.secret': 'v1.gone.xxxx' } });
  expect((await store.pendingEffects(0, 10)).map((one) => one.conversationId)).toEqual(['c-1', 'c-3']);
  expect(told).toMatchObject([{ collection: 'conversations', id: 'c-2:l:1:0' }]);
  await database.close();
});

it('H7: conversations from before lives had names get one, and go on', async () => {
  const name = fresh();
  const before = connect(engineUri(), [conversations, messages], { name, migrations: [] });
  const old = createConversations(before, { sealer, now: () => start });
  let last = await old.commit(exampleCommit('c-old', null));
  for (let n = 0; n < 14 && last.kind === 'committed'; n += 1)
    last = await old.commit(exampleCommit('c-old', last.conversation));
  await old.settled();
  await before.close();
  for (const collection of ['conversations', 'messages'])
    await raw
      .db(name)
      .collection(collection)
      .updateMany({}, { $unset: { life: '' } });
  const after = connect(engineUri(), [conversations, messages], { name, migrations: [lives] });
  const store = createConversations(after, { sealer, now: () => start });
  const found = await store.load('c-old');
  expect(found?.life).toMatch(/^b/);
  expect(
    await raw
      .db(name)
      .collection('messages')
      .countDocuments({ life: found?.life ?? '' }),
  ).toBeGreaterThan(0);
  expect(await store.transcript('c-old', 0, 100)).toHaveLength(15);
  expect((await store.commit(exampleCommit('c-old', found))).kind).toBe('committed');
  await after.close();
});

it('H7: handoffs that waited before they could be taken are with the team and due, and the next start changes nothing', async () => {
  const name = fresh();
  const before = defineCollection({
    name: 'handoffs',
    keptFor: { days: 'ever', why: 'as the version before had it' },
    schema: z.object({
      id: z.string(),
      rev: z.number(),
      conversationId: z.string(),
      state: z.enum(['waiting', 'claimed', 'ended']),
      level: z.string(),
      reason: z.string(),
      brief: z.string(),
      owner: z.string().nullable(),
      askedAt: z.number(),
      dueAt: z.number(),
      claimedAt: z.number().nullable(),
      endedAt: z.number().nullable(),
      expiresAt: z.number(),
    }),
    indexes: [],
    sealed: ['brief'],
  });
  const older = connect(engineUri(), [before], { name, migrations: [] });
  const old = createRecords(older, before, sealer);
  const rest = { rev: 1, brief: '', askedAt: start, dueAt: start, claimedAt: null, endedAt: null, expiresAt: start };
  const waiting = { ...rest, conversationId: 'c', state: 'waiting', level: 'P1' } as const;
  await old.add({ ...waiting, id: 'one', reason: 'risk', owner: 'team' });
  await old.add({ ...waiting, id: 'two', reason: 'concern', owner: 'safeguardingLead' });
  await older.close();
  for (let go = 0; go < 2; go += 1) {
    const newer = connect(engineUri(), [handoffs], { name, migrations: [handoffsMigration] });
    const records = createRecords(newer, handoffs, sealer);
    expect(await records.find({ state: 'queued', deadline: { $lte: start } }, 10)).toMatchObject([
      { id: 'one', audience: 'team', owner: { kind: 'team', duty: 'duty', holder: 'team' } },
      { id: 'two', audience: 'lead', owner: { kind: 'team', duty: 'lead' } },
    ]);
    // what a process of the older version writes after that still passes
    await raw
      .db(name)
      .collection<{ _id: string }>('handoffs')
      .updateOne({ _id: `late${go}` }, { $set: { ...waiting, reason: 'asked', owner: 'team' } }, { upsert: true });
    expect(await records.get(`late${go}`)).toMatchObject({ state: 'queued', deadline: 0 });
    await newer.close();
  }
});
