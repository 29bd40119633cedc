import { createAudit } from '../../../services/audit/audit';
import { audit } from '../../../services/store/collections/running';
import { createMemoryRecords } from '../../../services/store/memory/records';

const read = (subject: string) => ({ actor: 'staff-1', action: 'media.read', subject, detail: { role: 'advisor' } });

it('keeps entries in a chain, from several processes at once', async () => {
  const records = createMemoryRecords(audit);
  const [one, two] = [createAudit(records, () => 1), createAudit(records, () => 2)];
  await Promise.all(Array.from({ length: 20 }, (_none, n) => (n % 2 ? one : two).add(read(`file-${n}`))));
  const entries = await records.find({}, 100);
  expect(entries.map(({ n }) => n).sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_none, n) => n + 1));
  expect(new Set(entries.map(({ subject }) => subject)).size).toBe(20);
  expect(await one.firstBreak()).toBeNull();
});

it('shows an entry that was changed, and one that is gone', async () => {
  const kept = createMemoryRecords(audit);
  const log = createAudit(kept, () => 1);
  for (const subject of ['a', 'b', 'c']) await log.add(read(subject));
  const entries = [...(await kept.find({}, 10))].sort((a, b) => a.n - b.n);

  const changed = createMemoryRecords(audit);
  for (const entry of entries) await changed.add(entry.n === 2 ? { ...entry, subject: 'x' } : entry);
  expect(await createAudit(changed, () => 1).firstBreak()).toBe(2);

  const gone = createMemoryRecords(audit);
  for (const entry of entries) if (entry.n !== 2) await gone.add(entry);
  expect(await createAudit(gone, () => 1).firstBreak()).toBe(2);
});
