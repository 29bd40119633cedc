/** `npm run corrections` as the program it is: counts without anybody in them, and a reviewer's lines once, into a new file. */
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { createAudit } from '../../../services/audit/audit';
import { collections } from '../../../services/collections';
import { correctionCounts, corrections, rewrites } from '../../../services/corrections/collection';
import { createCounting } from '../../../services/corrections/counting';
import { createRewrites } from '../../../services/corrections/rewrites';
import { audit, auditHead } from '../../../services/store/collections/running';
import { loadKeys } from '../../../services/store/keys';
import { connect } from '../../../services/store/mongo/connect';
import { createRecords } from '../../../services/store/mongo/records';
import { createSealer } from '../../../services/store/seal';
import { readLines, riskLine } from '../../../services/understanding/learning/corpus';
import { engineUri } from '../store/database';

jest.setTimeout(90_000);
const name = `test_corrections_${process.pid}`;
const folder = mkdtempSync(join(tmpdir(), 'win-corrections-'));
const uri = engineUri().replace(/^(mongodb:\/\/[^/]+)\/?[^?]*/, `$1/${name}`);
const file = join(folder, 'risk-r1.jsonl');
const now = () => Date.parse('2026-11-24T11:00:00Z');

async function command(...args: readonly string[]) {
  const child = spawn(process.execPath, [join(__dirname, '../../../dist/bot/tools/corrections.js'), ...args], {
    env: { ...process.env, MONGODB_URI: uri, DATA_DIR: folder, NODE_ENV: 'development' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<number | null>((done) => child.once('close', done));
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { out, err, code: await ended };
}
const take = (who: string, to = file) => command('export', '--reviewer', who, '--file', to);

function aHouse() {
  const database = connect(uri, collections, { name });
  const sealer = createSealer(loadKeys({ production: false, dataDir: folder }).encryption);
  const records = {
    corrections: createRecords(database, corrections, sealer),
    counts: createRecords(database, correctionCounts, sealer),
    rewrites: createRecords(database, rewrites, sealer),
    audit: createRecords(database, audit, sealer),
    heads: createRecords(database, auditHead, sealer),
  };
  return {
    ...records,
    database,
    counting: createCounting({ ...records, now, newId: randomUUID }),
    lines: createRewrites(records.rewrites, now),
  };
}
let house: ReturnType<typeof aHouse>;
beforeAll(() => {
  house = aHouse();
});
afterAll(async () => {
  await house.database.use((db) => db.dropDatabase());
  await house.database.close();
  rmSync(folder, { recursive: true });
});

test('counts are printed a line each, and name nobody', async () => {
  const of = { month: '2026-11', kind: 'flag', rule: 'deep:danger_now', label: 'danger_now' } as const;
  for (const [n, verdict] of ['right', 'right', 'noDanger'].entries())
    await house.counting.say({ ...of, id: `c_x:b1:flag:risk-${n}`, conversationId: 'c_x' }, verdict);
  const { out, code } = await command('counts');
  expect(code).toBe(0);
  expect(
    out
      .trim()
      .split('\n')
      .map((line): unknown => JSON.parse(line)),
  ).toEqual([{ ...of, right: 2, noDanger: 1 }]);
});

test('a reviewer is named, and the lines of that one alone are written, once, into a file that was not there', async () => {
  const risk = { risk: 'danger_now', level: 'emergency', who: 'self', when: 'now' } as const;
  const jean = { reviewer: 's_jean', reviewerName: 'Jean' };
  await house.lines.keep({ ...jean, text: 'somebody is on the stair with a bar', risk, needs: null }, randomUUID());
  await house.lines.keep({ ...jean, reviewerName: 'Ali', text: 'not this one', risk, needs: null }, randomUUID());
  for (const args of [
    ['export'],
    ['export', '--file', file],
    ['export', '--reviewer', ' ', '--file', file],
    ['else'],
  ]) {
    const refused = await command(...args);
    expect(refused.code).toBe(1);
    expect(refused.err).toContain('--reviewer NAME');
  }
  expect(existsSync(file)).toBe(false);

  // a file of somebody else's is not written over, and then nothing counts as taken out
  const theirs = join(folder, 'theirs.jsonl');
  writeFileSync(theirs, 'as it was');
  expect((await take('Jean', theirs)).code).toBe(1);
  expect(readFileSync(theirs, 'utf8')).toBe('as it was');

  expect((await take('Jean')).code).toBe(0);
  expect(readLines(file, riskLine)).toEqual([
    expect.objectContaining({ text: 'somebody is on the stair with a bar', risk: 'danger_now', writer: 'r-jean' }),
  ]);
  expect(statSync(file).mode & 0o077).toBe(0);
  const again = await take('Jean', join(folder, 'again.jsonl'));
  expect(again.err).toContain('nothing of theirs');
  expect(existsSync(join(folder, 'again.jsonl'))).toBe(false);
  const chain = createAudit(house.audit, house.heads, now);
  expect(await chain.firstBreak()).toBeNull();
  const entries = await house.audit.find({ action: 'linesTakenOut' }, 5);
  expect(entries.at(-1)).toMatchObject({ subject: 'rewrites', detail: { reviewers: 's_jean', lines: '1' } });
});
