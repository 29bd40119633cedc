/** What the team says is counted once for each thing: in whatever order, by however many at once, and whoever dies between. */
import fc from 'fast-check';
import { correctionCounts, corrections } from '../../../services/corrections/collection';
import { createCounting, type Of } from '../../../services/corrections/counting';
import { createMemoryRecords } from '../../../services/store/memory/records';
import type { Records } from '../../../services/store/ports';

const verdicts = ['right', 'noDanger', 'another:domestic_abuse', null] as const;
const flag = (n: number): Of => ({
  id: `c_x:b1:flag:risk-${n}`,
  conversationId: 'c_x',
  month: '2026-11',
  kind: 'flag',
  rule: 'deep:danger_now',
  label: 'danger_now',
});
class Died extends Error {}

function aDatabase() {
  const kept = { corrections: createMemoryRecords(corrections), counts: createMemoryRecords(correctionCounts) };
  let ids = 0;
  /** one process; `step` stands before everything it asks the database for */
  function aProcess(step: () => Promise<void> = async () => undefined) {
    const paced = <T extends { readonly id: string }>(all: Records<T>): Records<T> => ({
      ...all,
      get: (id) => step().then(() => all.get(id)),
      add: (one) => step().then(() => all.add(one)),
      replace: (one, rev) => step().then(() => all.replace(one, rev)),
    });
    const parts = { corrections: paced(kept.corrections), counts: paced(kept.counts) };
    return createCounting({
      ...parts,
      now: () => 0,
      newId: () => {
        ids += 1;
        return `move-${ids}`;
      },
    });
  }
  return { ...kept, aProcess };
}

/** How often each verdict stands at the end. */
function standing(all: readonly (string | null)[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const verdict of all) if (verdict !== null) counts[verdict] = (counts[verdict] ?? 0) + 1;
  return counts;
}

const said = fc.array(fc.record({ n: fc.nat(3), verdict: fc.constantFrom(...verdicts) }), { maxLength: 25 });
/** of one flag, so that they meet */
const few = fc.array(fc.record({ n: fc.constant(0), verdict: fc.constantFrom(...verdicts) }), {
  minLength: 2,
  maxLength: 5,
});

test('in whatever order it is said, the counts are the last verdict of each', async () => {
  await fc.assert(
    fc.asyncProperty(said, async (all) => {
      const { aProcess, counts } = aDatabase();
      const process = aProcess();
      for (const { n, verdict } of all) await process.say(flag(n), verdict);
      const last = new Map(all.map(({ n, verdict }) => [n, verdict]));
      const [found] = await process.counts('all');
      expect(found?.counts ?? {}).toEqual(standing([...last.values()]));
      expect((await counts.find({}, 5)).flatMap(({ open }) => open)).toEqual([]);
    }),
  );
});

test('two processes that say things at once, step by step in any order, count each once', async () => {
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), few, few, async (s, mine, yours) => {
      const { aProcess, corrections: slips, counts } = aDatabase();
      const step = s.scheduleFunction(async () => undefined);
      const run = async (all: typeof mine) => {
        const process = aProcess(step);
        for (const { n, verdict } of all) await process.say(flag(n), verdict);
      };
      const both = Promise.all([run(mine), run(yours)]);
      await s.waitFor(both);
      const [found] = await counts.find({}, 5);
      const end = (await slips.find({}, 50)).map(({ verdict }) => verdict);
      expect(found?.counts ?? {}).toEqual(standing(end));
      expect(found?.open ?? []).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test('whoever dies between any two writes leaves nothing lost and nothing twice', async () => {
  const deaths = fc.array(fc.record({ n: fc.nat(3), verdict: fc.constantFrom(...verdicts), after: fc.nat(9) }), {
    maxLength: 15,
  });
  await fc.assert(
    fc.asyncProperty(deaths, async (all) => {
      const { aProcess, corrections: slips } = aDatabase();
      for (const { n, verdict, after } of all) {
        let left = after;
        const mortal = aProcess(async () => {
          left -= 1;
          if (left < 0) throw new Died();
        });
        await mortal.say(flag(n), verdict).catch((error: unknown) => {
          if (!(error instanceof Died)) throw error;
        });
      }
      const [found] = await aProcess().counts('all');
      const end = await slips.find({}, 50);
      expect(found?.counts ?? {}).toEqual(standing(end.map(({ verdict }) => verdict)));
      expect(end.map(({ moving }) => moving).filter((one) => one !== null)).toEqual([]);
    }),
  );
});

test('a verdict changed in a later month moves the count in the month it was first said', async () => {
  const process = aDatabase().aProcess();
  await process.say(flag(1), 'right');
  await process.say({ ...flag(1), month: '2026-12' }, 'noDanger');
  expect((await process.counts('all')).map(({ month, counts }) => [month, counts])).toEqual([
    ['2026-11', { noDanger: 1 }],
  ]);
});

test('what is counted names nobody: no person, no talk, no event and no words', async () => {
  const { aProcess, counts } = aDatabase();
  await aProcess().say(flag(1), 'right');
  const text = JSON.stringify(await counts.find({}, 5));
  expect(text).not.toMatch(/c_x|b1|risk-1/);
  expect(text).toContain('deep:danger_now');
});

test('what was said goes with the talk, and the count stays', () => {
  expect(corrections.keptFor.hangsOn).toEqual({ field: 'conversationId', goes: 'always' });
  expect(correctionCounts.keptFor.hangsOn).toBeUndefined();
});
