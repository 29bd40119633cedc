/** A year of clock over every collection leaves only what guide.md 2.6 allows, printed by collection (H5). */
import { setTimeout as wait } from 'node:timers/promises';
import type { Document } from 'mongodb';
import { collections } from '../../../services/collections';
import { createLines } from '../../../services/contact/lines';
import { createMedia } from '../../../services/media/media';
import { createRetention } from '../../../services/privacy/retention';
import { media, mediaParts } from '../../../services/store/collections/media';
import { addresses } from '../../../services/store/collections/phone';
import { CLAIM_LASTS, createKeeper } from '../../../services/store/mongo/keeper';
import { createRecords } from '../../../services/store/mongo/records';
import { validatorOf } from '../../../services/store/mongo/validator';
import type { Keeper } from '../../../services/store/ports';
import { MAYA } from '../../unit/network/aNetwork';
import { aPerson, aProcess, type Clock, type Process, TUESDAY_AT_TEN } from '../conversation/aProcess';
import { sealer, type TestDatabase, testDatabase } from '../store/database';
import { exampleDocument } from '../store/exampleDocument';

// a busy machine is slow, and slow is not wrong
jest.setTimeout(120_000);

const hour = 60 * 60 * 1000;
const day = 24 * hour;
const start = TUESDAY_AT_TEN;

interface House {
  readonly clock: Clock;
  readonly test: TestDatabase;
  readonly process: Process;
  readonly sweep: () => Promise<unknown>;
  readonly lines: ReturnType<typeof createLines>;
}

async function aHouse(area: string, watched = (keeper: Keeper): Keeper => keeper): Promise<House> {
  const clock = { now: start };
  const test = testDatabase(area, collections);
  const process = await aProcess(test.name, clock);
  const files = createMedia({
    media: createRecords(test.database, media, sealer),
    parts: createRecords(test.database, mediaParts, sealer),
    sources: new Map(),
    hash: (_purpose, value) => value,
    audit: async () => undefined,
    now: () => clock.now,
    log: () => undefined,
  });
  const retention = createRetention({
    collections,
    keeper: watched(createKeeper(test.database)),
    now: () => clock.now,
    forget: process.store.forget,
    sweepTurns: process.store.sweepExpired,
    media: files,
  });
  const house: House = {
    clock,
    test,
    process,
    sweep: () => retention.sweepExpired(clock.now),
    lines: createLines(
      createRecords(test.database, addresses, sealer),
      (_purpose, value) => `hash of ${value}`,
      () => clock.now,
    ),
  };
  houses.push(house);
  return house;
}

const houses: House[] = [];
afterEach(async () => {
  for (const { process, test } of houses.splice(0)) {
    await process.close();
    await test.drop();
  }
});

/** How many records each collection holds, but for the directory, which is about partners. */
async function held({ test }: House): Promise<Readonly<Record<string, number>>> {
  const counts: Record<string, number> = {};
  for (const { name } of collections) {
    if (name === 'organisations' || name === 'services') continue;
    const count = await test.raw.db(test.name).collection(name).countDocuments();
    if (count > 0) counts[name] = count;
  }
  return counts;
}
const documents = ({ test }: House, name: string) => test.raw.db(test.name).collection(name).find().toArray();

async function pass(house: House, days: number, step = 1): Promise<void> {
  for (const until = house.clock.now + days * day; house.clock.now < until; ) {
    house.clock.now = Math.min(until, house.clock.now + step * day);
    await house.sweep();
  }
}

test('H5: refusing consent leaves nothing at all, and a stop leaves a hash alone', async () => {
  const house = await aHouse('refused');
  const { process, lines, clock } = house;
  const person = aPerson(process);
  await person.hello();
  await person.tap('No');
  await process.effects.idle();
  const { id } = await lines.meet('twilio', '+447700900123');
  await lines.change(id, (line) => ({ ...line, stopped: { at: clock.now, by: 'person', told: 1, replied: null } }));
  const other = await lines.meet('twilio', '+447700900456');
  await lines.change(other.id, (line) => ({ ...line, sms: { conversationId: 'forgotten', heardAt: clock.now } }));
  expect((await held(house))['consents']).toBeGreaterThan(0);
  await createKeeper(house.test.database).unlinkLines(['forgotten']);
  await pass(house, 3);
  expect(await held(house)).toEqual({ addresses: 1 });
  const [line] = await documents(house, 'addresses');
  expect(line).toMatchObject({ _id: id, address: null, sms: null, whatsapp: null, stopped: { by: 'person' } });
  expect(JSON.stringify(line)).not.toMatch(/v1[.]/);
  // when they write again, the number is there to answer on, and the stop still holds
  expect(await lines.meet('twilio', '+447700900123')).toMatchObject({
    address: '+447700900123',
    stopped: { by: 'person' },
  });
});

test('H5: forgetting a conversation takes all that hangs on it, and leaves other people alone', async () => {
  const house = await aHouse('cascade');
  const db = house.test.raw.db(house.test.name);
  for (const { name, keptFor, ...rest } of collections) {
    const field = keptFor.hangsOn?.field;
    if (field === undefined) continue;
    const example = exampleDocument(validatorOf({ name, keptFor, ...rest }).$jsonSchema);
    for (const whose of ['gone', 'other'])
      await db
        .collection<Document & { _id: string }>(name)
        .insertOne(
          { ...example, _id: `${whose}:1`, [field]: whose, expiresAt: start + 300 * day, evidence: false },
          { bypassDocumentValidation: true },
        );
  }
  const retention = createRetention({
    collections,
    keeper: createKeeper(house.test.database),
    now: () => house.clock.now,
    forget: house.process.store.forget,
    sweepTurns: house.process.store.sweepExpired,
    media: {
      sweepExpired: async () => 0,
      deleteOf: async (id) => void (await db.collection('media').deleteMany({ conversationId: id })),
    },
  });
  await retention.forgetConversations(['gone'], false, start);
  for (const { name, keptFor } of collections) {
    if (keptFor.hangsOn === undefined) continue;
    const left = (await documents(house, name)).map(({ _id }) => String(_id));
    expect([name, left.filter((id) => id.startsWith('gone'))]).toEqual([name, []]);
    expect([name, left.filter((id) => id.startsWith('other'))]).toEqual([name, ['other:1']]);
  }
});

/** Somebody who left without agreeing, whose day is over, and what they write while they are being forgotten. */
async function comesBack(area: string, before: 'the branches' | 'the tree') {
  let writes = async (): Promise<unknown> => undefined;
  let said: Promise<unknown> | null = null;
  const inBetween = async () => {
    said ??= writes();
    await wait(100);
  };
  const house = await aHouse(area, (keeper) => ({
    ...keeper,
    ofConversations: async (...asked) => {
      if (before === 'the branches') await inBetween();
      return keeper.ofConversations(...asked);
    },
    unlinkLines: async (ids) => {
      if (before === 'the tree') await inBetween();
      return keeper.unlinkLines(ids);
    },
  }));
  const person = aPerson(house.process);
  await person.hello();
  await house.process.effects.idle();
  house.clock.now += 2 * day;
  writes = () => person.say('i want to kill myself');
  await house.sweep();
  await said;
  await house.process.effects.idle();
  return house;
}

test.each(['the branches', 'the tree'] as const)(
  'S1: who comes back in danger while they are being forgotten, before %s are gone, is kept whole',
  async (before) => {
    const house = await comesBack(before === 'the tree' ? 'backAtTree' : 'backAtBranches', before);
    expect(await held(house)).toMatchObject({ conversations: 1, risks: 1 });
    const [kept] = await documents(house, 'conversations');
    expect(kept).toMatchObject({ rev: 1 });
    expect(kept).not.toHaveProperty('forgetting');
  },
);

test('S1: a process that dies while it forgets somebody leaves them able to come back', async () => {
  const house = await aHouse('diedForgetting', (keeper) => ({
    ...keeper,
    unlinkLines: async () => {
      throw new Error('killed');
    },
  }));
  const person = aPerson(house.process);
  await person.hello();
  house.clock.now += 2 * day;
  await expect(house.sweep()).rejects.toThrow('killed');
  await expect(person.say('i want to die')).rejects.toThrow('The store was down');
  house.clock.now += CLAIM_LASTS + 1_000;
  expect((await person.say('i want to die')).text).toContain('safe right now');
  // and goes on for as long as they write, with every word kept in its place
  const said = Array.from({ length: 14 }, (_none, n) => `and another thing, number ${n + 1}`);
  for (const one of said) await person.say(one);
  const stored = await house.process.store.look(String((await documents(house, 'conversations'))[0]?.['_id']));
  const turns = await house.process.store.transcript(stored?.id ?? '', 0, 100);
  expect(turns.map((turn) => turn.said)).toEqual([null, 'i want to die', ...said]);
});

test('H5: a page of words that a late copy left of an earlier life goes, and who began anew keeps their own', async () => {
  const house = await aHouse('lateCopy');
  const person = aPerson(house.process);
  await person.hello();
  await person.tap("Yes, that's OK");
  for (let n = 0; n < 8; n += 1) await person.say(`and another thing, number ${n}`);
  const pages = house.test.raw.db(house.test.name).collection<Document & { _id: string }>('messages');
  for (let tries = 0; tries < 100 && (await pages.countDocuments()) === 0; tries += 1) await wait(50);
  const [page] = await pages.find().toArray();
  if (page === undefined) throw new Error('No page was copied');
  await pages.insertOne({ ...page, _id: `${String(page['conversationId'])}:before:1`, life: 'before' });
  await pages.updateMany({}, { $set: { expiresAt: house.clock.now } });
  house.clock.now += 1_000;
  await house.sweep();
  expect((await pages.find().toArray()).map(({ life }) => life)).toEqual([page['life']]);
});

test('S1: and they wait seconds for it, not minutes', () => expect(CLAIM_LASTS).toBeLessThanOrEqual(6_000));

test('S1: one that takes long over it holds what it claimed, and forgets nothing of somebody it was taken for dead over', async () => {
  let [steps, slowly] = [0, (): unknown => undefined];
  const house = await aHouse('slowForgetting', (keeper) => ({
    ...keeper,
    ofConversations: async (...asked) => {
      steps += 1;
      const count = await keeper.ofConversations(...asked);
      await slowly();
      return count;
    },
  }));
  const person = aPerson(house.process);
  await person.hello();
  await person.say('yes');
  house.clock.now += 400 * day;
  // each step takes half of what a claim lasts: whoever looks meanwhile finds it claimed
  slowly = () => {
    house.clock.now += CLAIM_LASTS / 2;
  };
  await house.sweep();
  expect(steps).toBeGreaterThan(4);
  expect((await held(house))['conversations']).toBeUndefined();

  const other = aPerson(house.process);
  await other.hello();
  house.clock.now += 400 * day;
  // this time one step takes far too long, and the person comes back in it
  const [kept] = await documents(house, 'conversations');
  slowly = async () => {
    slowly = () => undefined;
    house.clock.now += CLAIM_LASTS + 1;
    await other.say('i want to die');
    await house.process.effects.idle();
  };
  await house.sweep();
  const [there] = await documents(house, 'conversations');
  expect(there).toMatchObject({ _id: kept?.['_id'], life: kept?.['life'] });
  expect(await held(house)).toMatchObject({ conversations: 1, risks: 1, handoffs: 1, promises: 1 });
});

test('H5: a year of clock leaves only what the guide allows', async () => {
  const house = await aHouse('year');
  const { process, clock } = house;
  // one was put in touch with a partner, one left half way, one was in danger, one told of a child; all had agreed
  const agreed = async () => {
    const person = aPerson(process);
    await person.hello();
    return { person, conversationId: (await person.tap("Yes, that's OK")).turn.conversationId };
  };
  const { conversationId } = await agreed();
  await process.referrals.create({ ...MAYA, id: `${conversationId}:refer`, conversationId });
  await agreed();
  await (await agreed()).person.say('i want to kill myself');
  await (await agreed()).person.say('the weans are being hit by their dad');
  await process.effects.idle();
  // and of everything else there is one record with the longest life its collection allows
  for (const definition of collections) {
    if (definition.keptFor.days === 'ever' || definition.name === 'addresses' || definition.name === 'risks') continue;
    const example = exampleDocument(validatorOf(definition).$jsonSchema);
    const longest = {
      ...example,
      _id: 'longest',
      expiresAt: clock.now + definition.keptFor.days * day,
      bytes: 1,
      at: null,
      evidenceReason: null,
    };
    await house.test.raw
      .db(house.test.name)
      .collection<Document & { _id: string }>(definition.name)
      .insertOne(longest, { bypassDocumentValidation: true });
  }
  const before = await held(house);
  await pass(house, 3);
  await pass(house, 363, 11);
  const after = await held(house);
  const rows = Object.keys({ ...before, ...after })
    .sort()
    .map((name) => `${name}: ${before[name] ?? 0} -> ${after[name] ?? 0}`);
  process.faults.length = 0;
  globalThis.process.stdout.write(`a year of clock\n${rows.map((row) => `  ${row}\n`).join('')}`);
  // the talks in which somebody was in danger, kept by law, and the proof of what was agreed; the counts that lead to nobody
  // and accounts of the team, and receipts of erasures, which are not about anybody who wrote
  // and counts of corrections and lines of reviewers, which are of nobody
  const ofNobody = ['staff', 'erasures', 'correctionCounts', 'rewrites'];
  const allowed = ['conversations', 'messages', 'risks', 'consents', 'outcomes', 'references', ...ofNobody];
  expect(Object.keys(after).filter((name) => !allowed.includes(name))).toEqual([]);
  expect(after['conversations']).toBe(2);
  expect(after['risks']).toBeGreaterThanOrEqual(2);
  for (const kept of await documents(house, 'conversations')) expect(kept['state'].safety).not.toBeNull();

  // eight years on there is the child's record and nothing else
  await pass(house, 8 * 365, 90);
  const last = await held(house);
  expect(Object.keys(last).sort()).toEqual(['conversations', 'messages', 'risks'].filter((name) => name in last));
  expect(last['conversations']).toBe(1);
  for (const risk of await documents(house, 'risks')) expect(risk['category']).toBe('child_at_risk');
});
