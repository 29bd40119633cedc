/** Every collection of the registry: its check takes a right document and refuses a wrong one, and it is made once. */
import { z } from 'zod';
import { collections } from '../../../services/collections';
import { defineCollection } from '../../../services/store/definition';
import { connect } from '../../../services/store/mongo/connect';
import { validatorOf } from '../../../services/store/mongo/validator';
import { engineUri, testDatabase } from './database';
import { exampleDocument } from './exampleDocument';

// a busy machine is slow, and slow is not wrong
jest.setTimeout(60_000);

const test = testDatabase('registry', collections);
const collection = (name: string) => test.raw.db(test.name).collection<{ _id: string }>(name);

beforeAll(() => test.database.ready());
afterAll(() => test.drop());

describe.each(collections.map((definition) => ({ name: definition.name, definition })))(
  '$name',
  ({ name, definition }) => {
    const right = () => exampleDocument(validatorOf(definition).$jsonSchema);

    it('takes a right document', async () => {
      const { _id, ...fields } = right();
      await collection(name).insertOne({ ...fields, _id: String(_id) });
      expect(await collection(name).countDocuments({ _id: String(_id) })).toBe(1);
    });

    it('refuses a document with a field missing or of another kind', async () => {
      const { _id, ...fields } = right();
      const required = validatorOf(definition).$jsonSchema['required'];
      if (!Array.isArray(required)) throw new Error('nothing is required');
      for (const field of required.filter((one) => one !== '_id')) {
        const { [field]: _, ...missing } = fields;
        await expect(collection(name).insertOne({ ...missing, _id: 'missing' })).rejects.toMatchObject({ code: 121 });
        const wrong = { ...fields, [field]: new Date(0), _id: 'wrong' };
        await expect(collection(name).insertOne(wrong)).rejects.toMatchObject({ code: 121 });
      }
    });

    it('has the indexes it names, each with the question it answers', async () => {
      const there = (await collection(name).listIndexes().toArray()).map((index) => JSON.stringify(index['key']));
      for (const index of definition.indexes) {
        expect(there).toContain(JSON.stringify(index.key));
        expect(index.serves.length).toBeGreaterThan(15);
      }
      expect(there).toHaveLength(definition.indexes.length + 1);
    });
  },
);

const version = (shape: z.ZodObject, unique: boolean) =>
  defineCollection({
    name: 'changing',
    keptFor: { days: 'ever', why: 'for tests' },
    schema: shape,
    indexes: [{ key: { a: 1 }, serves: 'Which has this a?', unique }],
    sealed: [],
  });

it('has no two collections of one name', () => {
  expect(new Set(collections.map(({ name }) => name)).size).toBe(collections.length);
});

it('changes nothing when it is all there already, and takes on a new check without losing a document', async () => {
  const prepared = async (shape: z.ZodObject, unique = false) => {
    const database = connect(engineUri(), [version(shape, unique)], { name: test.name });
    await database.ready();
    await database.close();
    const [found] = await test.raw.db(test.name).listCollections({ name: 'changing' }).toArray();
    return found !== undefined && 'info' in found ? String(found.info?.uuid) : '';
  };
  const before = z.object({ id: z.string(), a: z.number() });
  const first = await prepared(before);
  await collection('changing').insertOne({ ...{ a: 1 }, _id: 'one' });
  expect(await prepared(before)).toBe(first);
  await prepared(z.object({ id: z.string(), a: z.number(), b: z.string() }), true);
  expect(await collection('changing').findOne({ _id: 'one' })).toEqual({ _id: 'one', a: 1 });
  await expect(collection('changing').insertOne({ ...{ a: 2 }, _id: 'two' })).rejects.toMatchObject({ code: 121 });
  const indexes = await collection('changing').listIndexes().toArray();
  expect(indexes.find((index) => index['name'] === 'a_1')?.['unique']).toBe(true);
});
