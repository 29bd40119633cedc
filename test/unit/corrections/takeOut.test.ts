/** Lines leave for the corpus once, of the reviewer who was named, and count as gone only when they are written. */
import { rewrites } from '../../../services/corrections/collection';
import { createRewrites } from '../../../services/corrections/rewrites';
import { takeOut } from '../../../services/corrections/takeOut';
import { createMemoryRecords } from '../../../services/store/memory/records';
import { riskLine } from '../../../services/understanding/learning/corpus';

const risk = { risk: 'suicide_self_harm', level: 'urgent', who: 'self', when: 'now' } as const;

async function someLines() {
  const records = createMemoryRecords(rewrites);
  const audited: string[] = [];
  let at = 0;
  const kept = createRewrites(records, () => {
    at += 1;
    return at;
  });
  const jean = { reviewer: 's_jean', reviewerName: 'Jean Orr' };
  await kept.keep({ ...jean, text: 'I have given my plants away', risk, needs: null }, 'b');
  await kept.keep(
    { ...jean, text: 'nothing in the press till Friday', risk: null, needs: ['essentials', 'money'] },
    'a',
  );
  await kept.keep(
    { reviewer: 's_ali', reviewerName: 'Ali', text: 'the dog is my only pal', risk: null, needs: ['loneliness'] },
    'c',
  );
  const deps = {
    rewrites: records,
    audit: async ({ action, subject, detail }: { action: string; subject: string; detail: object }) =>
      void audited.push(`${action} ${subject} ${JSON.stringify(detail)}`),
    now: () => 99,
  };
  const take = async (who: string) => {
    const written: string[] = [];
    const count = await takeOut(who, { ...deps, write: async (text) => void written.push(text) });
    return { count, written };
  };
  return { records, deps, take, audited };
}

test('only the named reviewer’s lines, oldest first, as lines of the corpus, and each of them once', async () => {
  const { take, audited } = await someLines();
  const { count, written } = await take(' jean  ORR ');
  expect(count).toBe(2);
  const lines = written
    .join('')
    .trim()
    .split('\n')
    .map((line): unknown => JSON.parse(line));
  expect(lines).toEqual([
    { text: 'I have given my plants away', ...risk, style: 'plain', writer: 'r-jean-orr' },
    { text: 'nothing in the press till Friday', needs: ['essentials', 'money'], style: 'plain', writer: 'r-jean-orr' },
  ]);
  expect(riskLine.safeParse(lines[0]).success).toBe(true);
  expect(audited).toEqual(['linesTakenOut rewrites {"reviewers":"s_jean","lines":"2"}']);
  expect(await take('Jean Orr')).toEqual({ count: 0, written: [] });
  expect((await take('Ali')).count).toBe(1);
});

test.each(['', ' ', '...', 'Jean', 'Nobody'])('nothing leaves for a reviewer called %j', async (who) => {
  const { take } = await someLines();
  expect(await take(who)).toEqual({ count: 0, written: [] });
});

test('what could not be written is taken out the next time', async () => {
  const { deps, take } = await someLines();
  const full = { ...deps, write: () => Promise.reject(new Error('The disk is full')) };
  await expect(takeOut('Jean Orr', full)).rejects.toThrow('The disk is full');
  expect((await take('Jean Orr')).count).toBe(2);
});

test('a line knows its writer and its labels, and nothing of a talk', () => {
  const fields = Object.keys(rewrites.schema.shape);
  expect(fields.filter((one) => /conversation|person|event|talk/i.test(one))).toEqual([]);
  expect(rewrites.sealed).toEqual(expect.arrayContaining(['text', 'reviewerName']));
});
