/** An erasure on the real database: everything of one life goes, and nothing of another's or of the life before. */
import type { Document } from 'mongodb';
import { collections } from '../../../services/collections';
import { eraseLife } from '../../../services/privacy/eraseLife';
import { createKeeper } from '../../../services/store/mongo/keeper';
import { validatorOf } from '../../../services/store/mongo/validator';
import { aPerson, aProcess, TUESDAY_AT_TEN } from '../conversation/aProcess';
import { type TestDatabase, testDatabase } from '../store/database';
import { exampleDocument } from '../store/exampleDocument';

// a busy machine is slow, and slow is not wrong
jest.setTimeout(60_000);

const hanging = collections.filter(({ keptFor }) => keptFor.hangsOn !== undefined);

/** One record in every collection that hangs on a conversation, named after a turn of this life. */
async function records(test: TestDatabase, conversationId: string, life: string): Promise<void> {
  for (const { name, keptFor, ...rest } of hanging) {
    const example = exampleDocument(validatorOf({ name, keptFor, ...rest }).$jsonSchema);
    const theirs = {
      _id: `${conversationId}:${life}:7:0`,
      [keptFor.hangsOn?.field ?? '']: conversationId,
      expiresAt: TUESDAY_AT_TEN * 2,
    };
    await test.raw
      .db(test.name)
      .collection<Document & { _id: string }>(name)
      .insertOne({ ...example, ...theirs }, { bypassDocumentValidation: true });
  }
}

const left = async (test: TestDatabase, life: string): Promise<readonly string[]> => {
  const all = await Promise.all(
    hanging.map(async ({ name }) => {
      const count = await test.raw
        .db(test.name)
        .collection<Document & { _id: string }>(name)
        .countDocuments({ _id: { $regex: `:${life}:` } });
      return count === 0 ? [] : [name];
    }),
  );
  return all.flat();
};

test('everything of this life goes, the talk with it, and the life before and other people are left alone', async () => {
  const test = testDatabase('erase', collections);
  const process = await aProcess(test.name, { now: TUESDAY_AT_TEN });
  const person = aPerson(process);
  await person.hello();
  await process.effects.idle();
  const [document] = await test.raw.db(test.name).collection('conversations').find().toArray();
  const conversationId = String(document?._id);
  const life = (await process.store.look(conversationId))?.life ?? '';
  await records(test, conversationId, life);
  await records(test, conversationId, 'before');
  await records(test, 'c_other', 'other');
  const deps = {
    collections,
    keeper: createKeeper(test.database),
    store: process.store,
    media: {
      deleteOf: async (id: string) =>
        void (await test.raw.db(test.name).collection('media').deleteMany({ conversationId: id })),
    },
    now: () => TUESDAY_AT_TEN,
  };
  const gone = await eraseLife({ conversationId, life }, deps);
  expect(gone['conversations']).toBe(1);
  expect(gone['referrals']).toBe(1);
  expect(await left(test, life)).toEqual([]);
  expect(await process.store.look(conversationId)).toBeNull();
  // what is named after nothing of theirs belongs to the talk that is there now, and goes with it
  const before = await left(test, 'before');
  expect(before).toEqual(expect.arrayContaining(['referrals', 'consents', 'handoffs', 'promises', 'outcomes']));
  expect(await left(test, 'other')).toEqual(hanging.map(({ name }) => name));
  expect(await eraseLife({ conversationId, life }, deps)).toEqual({});
  await process.close();
  await test.drop();
});
