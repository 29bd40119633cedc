/** Corrections on the real database: two processes that count at once count each once, and a forgotten talk leaves the count alone. */
import { randomBytes, randomUUID } from 'node:crypto';
import { collections } from '../../../services/collections';
import { correctionCounts, corrections, rewrites } from '../../../services/corrections/collection';
import { createCounting, type Of } from '../../../services/corrections/counting';
import { createRewrites } from '../../../services/corrections/rewrites';
import { connect } from '../../../services/store/mongo/connect';
import { createKeeper } from '../../../services/store/mongo/keeper';
import { createRecords } from '../../../services/store/mongo/records';
import { engineUri, sealer } from '../store/database';

// a busy machine is slow, and slow is not wrong
jest.setTimeout(120_000);

const name = `corrections_${process.pid}_${randomBytes(3).toString('hex')}`;
const now = () => Date.parse('2026-11-24T11:00:00Z');

function aProcess() {
  const database = connect(engineUri(), collections, { name });
  const parts = {
    corrections: createRecords(database, corrections, sealer),
    counts: createRecords(database, correctionCounts, sealer),
  };
  const lines = createRewrites(createRecords(database, rewrites, sealer), now);
  return { database, ...parts, lines, counting: createCounting({ ...parts, now, newId: randomUUID }) };
}
let one: ReturnType<typeof aProcess>;
let two: ReturnType<typeof aProcess>;
beforeAll(async () => {
  [one, two] = [aProcess(), aProcess()];
  await Promise.all([one.counting.counts('all'), two.counting.counts('all')]);
}, 60_000);
afterAll(async () => {
  await Promise.all([one.database.close(), two.database.close()]);
}, 60_000);

const flag = (talk: number, n: number): Of => ({
  id: `c_${talk}:b1:flag:risk-${n}`,
  conversationId: `c_${talk}`,
  month: '2026-11',
  kind: 'flag',
  rule: 'model:danger_now',
  label: 'danger_now',
});
const verdicts = ['right', 'noDanger', 'another:self_harm'] as const;

test('thirty flags said of by two processes at once, each twice and changing, are thirty in the counts', async () => {
  const flags = Array.from({ length: 30 }, (_none, n) => flag(n % 3, n));
  const say = async ({ counting }: typeof one, shift: number) => {
    for (let from = 0; from < flags.length; from += 6) {
      const few = flags.slice(from, from + 6);
      await Promise.all(few.map((of, n) => counting.say(of, verdicts[(n + shift) % 3] ?? 'right')));
    }
  };
  await Promise.all([say(one, 0), say(two, 1)]);
  const [found, ...others] = await one.counting.counts(['2026-11']);
  expect(others).toEqual([]);
  expect(found?.open).toEqual([]);
  const slips = await two.corrections.find({}, 100);
  const standing = Object.fromEntries(
    verdicts.flatMap((verdict) => {
      const count = slips.filter((slip) => slip.verdict === verdict).length;
      return count === 0 ? [] : [[verdict, count]];
    }),
  );
  expect(found?.counts).toEqual(standing);
  expect(Object.values(found?.counts ?? {}).reduce((sum, count) => sum + count, 0)).toBe(30);
  for (const of of flags) await two.counting.say(of, 'noDanger');
  expect((await one.counting.counts('all')).map(({ counts }) => counts)).toEqual([{ noDanger: 30 }]);
});

test('a talk that is forgotten, or one life of it that is erased, takes its corrections, and no count moves', async () => {
  const keeper = createKeeper(one.database);
  const before = await one.counting.counts('all');
  expect(await keeper.ofLife('corrections', 'c_0:b1')).toBe(10);
  expect(await keeper.ofConversations('corrections', 'conversationId', ['c_1'])).toBe(10);
  expect(await one.corrections.find({ conversationId: { $in: ['c_0', 'c_1'] } }, 50)).toEqual([]);
  expect(await two.counting.counts('all')).toEqual(before);
});

test('a line is sealed at rest, and read back as it was written', async () => {
  const text = 'I have given my plants away';
  const given = { reviewer: 's_1', reviewerName: 'Jean', text, risk: null, needs: ['loneliness' as const] };
  await one.lines.keep(given, randomUUID());
  const raw = await one.database.use(async (db) => JSON.stringify(await db.collection('rewrites').find().toArray()));
  expect(raw).not.toContain('plants');
  expect(raw).not.toContain('Jean');
  expect((await two.lines.waiting('Jean')).map((line) => line.text)).toEqual([text]);
});
