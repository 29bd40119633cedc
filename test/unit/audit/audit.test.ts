import { type AuditEntry, createAudit, hashOf } from '../../../services/audit/audit';
import { audit, auditHead } from '../../../services/store/collections/running';
import { createMemoryRecords } from '../../../services/store/memory/records';
import type { Records } from '../../../services/store/ports';

const read = (subject: string) => ({ actor: 'staff-1', action: 'media.read', subject, detail: { role: 'advisor' } });
const heads = () => createMemoryRecords(auditHead);

it('keeps entries in a chain, from several processes at once', async () => {
  const records = createMemoryRecords(audit);
  const head = heads();
  const [one, two] = [createAudit(records, head, () => 1), createAudit(records, head, () => 2)];
  await Promise.all(Array.from({ length: 20 }, (_none, n) => (n % 2 ? one : two).add(read(`file-${n}`))));
  const entries = await records.find({}, 100);
  expect(entries.map(({ n }) => n).sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_none, n) => n + 1));
  expect(new Set(entries.map(({ subject }) => subject)).size).toBe(20);
  expect(await one.verify()).toEqual({ entries: 20, firstBreak: null });
});

it('shows an entry that was changed, one that is gone, and an end that was cut off', async () => {
  const kept = createMemoryRecords(audit);
  const head = heads();
  const log = createAudit(kept, head, () => 1);
  for (const subject of ['a', 'b', 'c']) await log.add(read(subject));
  const entries = [...(await kept.find({}, 10))].sort((a, b) => a.n - b.n);
  const without = async (change: (entry: AuditEntry) => AuditEntry | null) => {
    const other = createMemoryRecords(audit);
    for (const entry of entries) {
      const changed = change(entry);
      if (changed) await other.add(changed);
    }
    return createAudit(other, head, () => 1).firstBreak();
  };
  expect(await without((entry) => (entry.n === 2 ? { ...entry, subject: 'x' } : entry))).toBe(2);
  expect(await without((entry) => (entry.n === 2 ? null : entry))).toBe(2);
  expect(await without((entry) => (entry.n === 3 ? null : entry))).toBe(3);
  expect(await without((entry) => entry)).toBeNull();
});

/** A chain of so many entries, as another process left it, and how many of them are read from then on. */
async function aLongChain(length: number) {
  const records = createMemoryRecords(audit);
  let before = '';
  for (let n = 1; n <= length; n += 1) {
    const body = { ...read(`file-${n}`), n, at: n, before };
    before = hashOf(body);
    await records.add({ ...body, id: `audit:${n}`, hash: before });
  }
  const counted = { reads: 0 };
  const watched: Records<AuditEntry> = {
    ...records,
    get: (id) => {
      counted.reads += 1;
      return records.get(id);
    },
    find: async (query, limit) => {
      const found = await records.find(query, limit);
      counted.reads += found.length;
      return found;
    },
  };
  return { records: watched, counted, lastHash: before };
}

it('H10: the first entry after a start reads none of a chain of 3,000', async () => {
  const { records, counted, lastHash } = await aLongChain(3_000);
  const head = heads();
  await head.add({ id: 'head', rev: 1, n: 3_000, hash: lastHash });
  await createAudit(records, head, () => 1).add(read('one more'));
  expect(counted.reads).toBe(0);
  expect(await head.get('head')).toMatchObject({ n: 3_001 });
});

it('H10: a head that a crash left behind, or that was never written, is found again in a few reads', async () => {
  const { records, counted, lastHash } = await aLongChain(3_000);
  await createAudit(records, heads(), () => 1).add(read('with no head'));
  expect(counted.reads).toBeLessThan(40);
  const behind = heads();
  await behind.add({ id: 'head', rev: 1, n: 3_000, hash: lastHash });
  counted.reads = 0;
  await createAudit(records, behind, () => 1).add(read('behind by one'));
  expect(counted.reads).toBe(1);
  expect(await behind.get('head')).toMatchObject({ n: 3_002 });
  expect(await createAudit(records, behind, () => 1).firstBreak()).toBeNull();
});
