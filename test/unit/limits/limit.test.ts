/** Limits that several processes share: a crowd at one moment, a store that is slow or away, and what is kept of whoever was counted. */
import { createCounter } from '../../../services/limits/counter';
import { createLimit } from '../../../services/limits/limit';
import { guesses } from '../../../services/store/collections/guesses';
import { createMemoryRecords } from '../../../services/store/memory/records';

const rules = { name: 'starts', most: 5, windowMs: 60_000 };
const hash = (purpose: string, value: string) => `keyed(${purpose.length + value.length})`;
const now = () => 1_000_000;

afterEach(() => {
  jest.useRealTimers();
});

it('a crowd at one moment gets in as far as there is room, and is counted in two questions', async () => {
  const records = createMemoryRecords(guesses);
  let asked = 0;
  const counted = {
    ...records,
    get: (id: string) => {
      asked += 1;
      return records.get(id);
    },
  };
  const limit = createLimit(counted, hash, now, rules);
  const all = await Promise.all(Array.from({ length: 50 }, () => limit('203.0.113.9')));
  expect(all.map((mayGoOn, place) => mayGoOn === place < 5)).not.toContain(false);
  // the first by itself, and all who came meanwhile
  expect(asked).toBe(2);
});

it('a store that takes longer than a quarter of a second lets people through', async () => {
  jest.useFakeTimers();
  const hung = { ...createMemoryRecords(guesses), get: () => new Promise<never>(() => undefined) };
  let answer: boolean | null = null;
  void createLimit(hung, hash, now, { ...rules, most: 0 })('a').then((mayGoOn) => {
    answer = mayGoOn;
  });
  await jest.advanceTimersByTimeAsync(249);
  expect(answer).toBeNull();
  await jest.advanceTimersByTimeAsync(1);
  expect(answer).toBe(true);
});

it('a store that fails lets a whole crowd through, and counts again when it is back', async () => {
  const records = createMemoryRecords(guesses);
  let away = true;
  const limit = createLimit(
    { ...records, get: async (id) => (away ? Promise.reject(new Error('away')) : records.get(id)) },
    hash,
    now,
    rules,
  );
  const crowd = async () => (await Promise.all(Array.from({ length: 20 }, () => limit('a')))).filter(Boolean).length;
  expect(await crowd()).toBe(20);
  away = false;
  expect(await crowd()).toBe(5);
});

it('what others change under it again and again cannot be told, and that is said', async () => {
  const records = createMemoryRecords(guesses);
  await records.add({ id: 'a', rev: 1, count: 1, expiresAt: now() + 1 });
  const busy = { ...records, replace: async () => false };
  expect(await createCounter(busy, now, rules)('a')).toBeNull();
  expect(await createLimit(busy, () => 'a', now, rules)('a')).toBe(true);
});

it('the address itself is kept nowhere', async () => {
  const records = createMemoryRecords(guesses);
  await createLimit(records, hash, now, rules)('203.0.113.9');
  const kept = await records.find({}, 10);
  expect(kept).toHaveLength(1);
  expect(JSON.stringify(kept)).not.toContain('203.0.113');
});
