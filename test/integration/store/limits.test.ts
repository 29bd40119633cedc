/** Limits that all processes share, on a real database: a crowd at one moment, and how often the database is asked for it. */
import { createGuesses } from '../../../services/conversation/guesses';
import { createLimit } from '../../../services/limits/limit';
import { guesses } from '../../../services/store/collections/guesses';
import { connect, type Database } from '../../../services/store/mongo/connect';
import { createRecords } from '../../../services/store/mongo/records';
import { engineUri, sealer } from './database';

jest.setTimeout(60_000);

const name = `test_limits_${process.pid}`;
const hash = (purpose: string, value: string) => `${purpose} ${value}`;
const now = () => Date.UTC(2026, 10, 24, 11);
const processes: Database[] = [];
let asked = 0;

beforeAll(async () => {
  for (let count = 0; count < 2; count += 1) {
    const database = connect(`${engineUri()}&monitorCommands=true`, [guesses], { name });
    processes.push(database);
    await database.use(async (db) => {
      db.client.on('commandStarted', ({ command }) => {
        if (Object.values(command).includes('guesses')) asked += 1;
      });
      await db.collection('guesses').findOne({});
    });
  }
});
afterAll(async () => {
  await processes[0]?.use((db) => db.dropDatabase());
  for (const one of processes) await one.close();
});
beforeEach(() => {
  asked = 0;
});

const records = () => processes.map((database) => createRecords(database, guesses, sealer));
/** Each of the processes asks so often, all at one moment. */
const crowd = async (limits: readonly ((key: string) => Promise<boolean>)[], each: number, key: string) => {
  const all = await Promise.all(limits.flatMap((limit) => Array.from({ length: each }, () => limit(key))));
  return all.filter((mayGoOn) => mayGoOn).length;
};

it('two processes and three hundred at one moment: as many as there is room for, for a handful of questions', async () => {
  const rules = { name: 'crowd', most: 120, windowMs: 600_000, withinMs: 20_000 };
  const limits = records().map((one) => createLimit(one, hash, now, rules));
  expect(await crowd(limits, 150, 'a')).toBe(120);
  expect(asked).toBeLessThanOrEqual(30);
});

it('one that comes alone costs two, and one that is too many costs one', async () => {
  const [limit = async () => false] = records().map((one) =>
    createLimit(one, hash, now, { name: 'alone', most: 2, windowMs: 600_000 }),
  );
  expect(await limit('b')).toBe(true);
  expect(asked).toBe(2);
  expect(await limit('b')).toBe(true);
  expect(asked).toBe(4);
  expect(await limit('b')).toBe(false);
  expect(asked).toBe(5);
});

it('many guesses at three words at one moment are no more than one after the other', async () => {
  expect(
    await crowd(
      records().map((one) => createGuesses(one, hash, now)),
      50,
      'web:c',
    ),
  ).toBe(5);
});
