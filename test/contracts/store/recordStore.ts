/** What every Records store promises; run over the one in MongoDB and the one in memory. */
import { z } from 'zod';
import { defineCollection } from '../../../services/store/definition';
import type { Records } from '../../../services/store/ports';

export const notes = defineCollection({
  name: 'notes',
  keptFor: { days: 'ever', why: 'for tests' },
  schema: z.object({
    id: z.string(),
    rev: z.number().int(),
    owner: z.string().nullable(),
    dueAt: z.number(),
    words: z.string().nullable(),
    lines: z.array(z.object({ label: z.string(), value: z.string() })),
    rules: z.array(z.string()),
    tags: z.array(z.string()),
    extra: z.string().exactOptional(),
  }),
  indexes: [{ key: { dueAt: 1 }, serves: 'What is due?' }],
  sealed: ['words', 'lines.value', 'rules'],
});
export type Note = z.infer<typeof notes.schema>;

export function exampleNote(id: string, changes: Partial<Note> = {}): Note {
  return {
    id,
    rev: 1,
    owner: null,
    dueAt: 5,
    words: 'canary words',
    lines: [
      { label: 'Name', value: 'canary Sam' },
      { label: 'Phone', value: '' },
    ],
    rules: ['canary no calls'],
    tags: ['a', 'b'],
    ...changes,
  };
}

export function keepsRecords(open: () => Records<Note>): void {
  it('gives back what was added, and adds it once', async () => {
    const store = open();
    const note = exampleNote('n-1', { extra: 'more' });
    expect(await store.add(note)).toBe(true);
    expect(await store.add({ ...note, owner: 'other' })).toBe(false);
    expect(await store.get('n-1')).toEqual(note);
    expect(await store.get('n-none')).toBeNull();
  });

  it('adds once when asked five times at once', async () => {
    const store = open();
    const added = await Promise.all(Array.from({ length: 5 }, () => store.add(exampleNote('n-2'))));
    expect(added.filter(Boolean)).toHaveLength(1);
  });

  it('replaces only while nobody else did', async () => {
    const store = open();
    await store.add(exampleNote('n-3', { extra: 'goes' }));
    const tries = await Promise.all(
      ['ann', 'bob', 'cat'].map((owner) => store.replace(exampleNote('n-3', { rev: 2, owner, words: null }), 1)),
    );
    expect(tries.filter(Boolean)).toHaveLength(1);
    const now = await store.get('n-3');
    expect(now?.rev).toBe(2);
    expect(now?.words).toBeNull();
    expect(now).not.toHaveProperty('extra');
    expect(await store.replace(exampleNote('n-none', { rev: 2 }), 1)).toBe(false);
  });

  it('finds by field, by list, by order and by nothing', async () => {
    const store = open();
    await store.add(exampleNote('f-1', { dueAt: 101, owner: 'ann', tags: ['x'] }));
    await store.add(exampleNote('f-2', { dueAt: 102, owner: null, tags: ['x', 'y'] }));
    await store.add(exampleNote('f-3', { dueAt: 103, owner: 'ann', tags: [] }));
    const ids = async (query: Record<string, unknown>) => (await store.find(query, 10)).map(({ id }) => id).sort();
    expect(await ids({ dueAt: { $gt: 100, $lte: 102 } })).toEqual(['f-1', 'f-2']);
    expect(await ids({ owner: 'ann', dueAt: { $gte: 102 } })).toEqual(['f-3']);
    expect(await ids({ tags: 'x' })).toEqual(['f-1', 'f-2']);
    expect(await ids({ id: { $in: ['f-1', 'f-3', 'f-9'] } })).toEqual(['f-1', 'f-3']);
    expect(await ids({ owner: { $ne: 'ann' }, dueAt: { $gt: 100 } })).toEqual(['f-2']);
    expect(await store.find({ dueAt: { $gt: 100 } }, 2)).toHaveLength(2);
    expect((await store.find({}, 100)).length).toBeGreaterThan(2);
  });

  it('tells the revision of each it finds without reading them', async () => {
    const store = open();
    await store.add(exampleNote('r-1', { dueAt: 201 }));
    await store.add(exampleNote('r-2', { dueAt: 202 }));
    await store.replace(exampleNote('r-2', { rev: 2, dueAt: 202 }), 1);
    const found = await store.revisions({ dueAt: { $gte: 201, $lte: 202 } }, 10);
    expect([...found].sort()).toEqual([
      ['r-1', 1],
      ['r-2', 2],
    ]);
    expect((await store.revisions({ dueAt: { $gte: 201 } }, 1)).size).toBe(1);
    expect((await store.revisions({ id: 'r-none' }, 10)).size).toBe(0);
  });

  it('refuses to search what is sealed, and to keep what is not a record', async () => {
    const store = open();
    await expect(Promise.resolve().then(() => store.find({ words: 'x' }, 1))).rejects.toThrow('sealed');
    const bad = JSON.parse(JSON.stringify({ ...exampleNote('n-bad'), dueAt: 'tomorrow' }));
    await expect(Promise.resolve().then(() => store.add(bad))).rejects.toThrow();
    expect(await store.get('n-bad')).toBeNull();
  });

  it('shares nothing with its caller', async () => {
    const store = open();
    const tags = ['a'];
    await store.add(exampleNote('n-own', { tags }));
    tags.push('b');
    expect((await store.get('n-own'))?.tags).toEqual(['a']);
  });
}
