/** What a list of a page shows: this process's own doings at once, another's within a second, and one reading for many who ask. */
import fc from 'fast-check';
import type { Handoff } from '../../../services/handoffMachine/handoff';
import { createOpenView } from '../../../services/handoffs/openView';
import { aHandoff } from './aTeam';

const one = (id: string, rev: number, state: Handoff['state'] = 'queued'): Handoff => ({
  ...aHandoff(),
  id,
  rev,
  state,
});

function aView() {
  const clock = { now: 0 };
  const stored = new Map<string, Handoff>();
  const reads = { many: 0, whole: [] as string[], wait: Promise.resolve() };
  const view = createOpenView(
    {
      async revisions() {
        reads.many += 1;
        const open = [...stored.values()].filter(({ state }) => state !== 'closed');
        await reads.wait;
        return new Map(open.map(({ id, rev }) => [id, rev]));
      },
      async these(ids) {
        reads.whole.push(...ids);
        return ids.flatMap((id) => stored.get(id) ?? []);
      },
    },
    () => clock.now,
  );
  const shown = async () => (await view.shown()).map(({ id, rev }) => `${id} ${rev}`).sort();
  return { view, clock, stored, reads, shown };
}

test('what this process wrote is shown at once, and nothing is read for it', async () => {
  const { view, shown, reads, stored } = aView();
  expect(await shown()).toEqual([]);
  stored.set('a', one('a', 1));
  view.wrote(one('a', 1));
  expect(await shown()).toEqual(['a 1']);
  view.wrote(one('a', 2, 'closed'));
  expect(await shown()).toEqual([]);
  expect(reads.many).toBe(1);
});

test('what another process wrote is shown within a second', async () => {
  const { clock, stored, shown } = aView();
  await shown();
  stored.set('b', one('b', 1));
  clock.now = 999;
  expect(await shown()).toEqual([]);
  clock.now = 1_000;
  expect(await shown()).toEqual(['b 1']);
});

test('many who ask while it is read wait for one reading; one that fails is made again', async () => {
  const { view, reads, shown } = aView();
  await Promise.all([shown(), shown(), shown()]);
  expect(reads.many).toBe(1);
  reads.wait = Promise.reject(new Error('away'));
  const failing = createOpenView({ revisions: () => reads.wait.then(() => new Map()), these: async () => [] });
  await expect(failing.shown()).rejects.toThrow('away');
  await expect(failing.shown()).rejects.toThrow('away');
  expect((await view.shown()).length).toBe(0);
});

test('only what moved on is read whole again', async () => {
  const { view, clock, stored, reads, shown } = aView();
  for (const id of ['a', 'b', 'c']) stored.set(id, one(id, 1));
  await shown();
  expect(reads.whole.splice(0)).toEqual(['a', 'b', 'c']);
  stored.set('b', one('b', 2));
  stored.set('c', one('c', 2, 'closed'));
  clock.now = 1_000;
  expect(await shown()).toEqual(['a 1', 'b 2']);
  expect(reads.whole.splice(0)).toEqual(['b']);
  expect((await view.readNow()).map(({ id, rev }) => `${id} ${rev}`)).toEqual(['a 1', 'b 2']);
  expect(reads.whole).toEqual([]);
});

test('one that is closed between the two looks is not shown', async () => {
  const { stored } = aView();
  stored.set('a', one('a', 1));
  const view = createOpenView({
    revisions: async () => new Map([['a', 1]]),
    these: async () => [one('a', 2, 'closed')],
  });
  expect(await view.readNow()).toEqual([]);
  expect(await view.shown()).toEqual([]);
});

test('a reading that began before a write of ours brings nothing old back', async () => {
  const { view, clock, stored, reads, shown } = aView();
  stored.set('a', one('a', 1));
  await shown();
  clock.now = 2_000;
  let goOn: () => void = () => undefined;
  reads.wait = new Promise((done) => {
    goOn = done;
  });
  const slow = view.shown();
  clock.now = 2_100;
  stored.set('a', one('a', 2, 'closed'));
  view.wrote(one('a', 2, 'closed'));
  view.wrote(one('c', 1));
  goOn();
  expect((await slow).map(({ id }) => id)).toEqual(['c']);
});

test('whatever is written here and elsewhere and whenever it is read, a second later it is as it is stored', async () => {
  const doing = fc.record({
    id: fc.constantFrom('a', 'b', 'c'),
    where: fc.constantFrom('here', 'elsewhere'),
    state: fc.constantFrom<Handoff['state']>('queued', 'live', 'closed'),
    after: fc.constantFrom(0, 10, 600, 1_000),
    look: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(doing, { maxLength: 20 }), async (doings) => {
      const { view, clock, stored, shown } = aView();
      for (const { id, where, state, after, look } of doings) {
        clock.now += after;
        const next = one(id, (stored.get(id)?.rev ?? 0) + 1, state);
        stored.set(id, next);
        if (where === 'here') view.wrote(next);
        // this process knows what it did itself
        if (look && where === 'here') expect((await shown()).includes(`${id} ${next.rev}`)).toBe(state !== 'closed');
        else if (look) await shown();
      }
      clock.now += 1_000;
      const open = [...stored.values()].filter(({ state }) => state !== 'closed');
      expect(await shown()).toEqual(open.map(({ id, rev }) => `${id} ${rev}`).sort());
    }),
    { numRuns: 300 },
  );
});
