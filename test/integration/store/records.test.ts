/** The records in MongoDB keep the promises of every record store, and their words sealed. */
import { createRecords } from '../../../services/store/mongo/records';
import { exampleNote, keepsRecords, type Note, notes } from '../../contracts/store/recordStore';
import { sealer, testDatabase } from './database';

// a busy machine is slow, and slow is not wrong
jest.setTimeout(60_000);

const test = testDatabase('records', [notes]);
afterAll(() => test.drop());

describe('records in MongoDB', () => {
  keepsRecords(() => createRecords<Note>(test.database, notes, sealer));

  it('leaves no sealed word readable', async () => {
    await createRecords<Note>(test.database, notes, sealer).add(exampleNote('n-sealed'));
    const found = test.raw.db(test.name).collection<{ _id: string }>('notes');
    const text = JSON.stringify(await found.findOne({ _id: 'n-sealed' }));
    expect(text).toContain('Phone');
    expect(text).not.toContain('canary');
  });

  it('refuses words that were not sealed, whoever writes them', async () => {
    const { id: _, ...open } = exampleNote('n-open');
    const found = test.raw.db(test.name).collection<{ _id: string }>('notes');
    await expect(found.insertOne({ _id: 'n-open', ...open })).rejects.toMatchObject({ code: 121 });
  });
});
