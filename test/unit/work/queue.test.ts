/** The queue keeps its promises whatever order things happen in: once for an id, one holder at a time, none stuck. */
import fc from 'fast-check';
import { createMemoryRecords } from '../../../services/store/memory/records';
import { type Job, jobs } from '../../../services/work/collection';
import { createQueue } from '../../../services/work/queue';

const LEASE = 1_000;

function aQueue() {
  const clock = { now: 1_000_000 };
  const records = createMemoryRecords(jobs);
  return { clock, records, queue: createQueue(records, () => clock.now) };
}

async function taken(queue: ReturnType<typeof aQueue>['queue'], by = 'one'): Promise<Job> {
  const [seen] = await queue.due(['k'], 10);
  const held = seen && (await queue.claim(seen, by, LEASE));
  if (!held) throw new Error('There was nothing to take');
  return held;
}

describe('the queue', () => {
  it('keeps a job once for its id, done or not', async () => {
    const { queue } = aQueue();
    expect(await queue.enqueue({ id: 'a', kind: 'k' })).toBe(true);
    expect(await queue.enqueue({ id: 'a', kind: 'k' })).toBe(false);
    expect(await queue.done(await taken(queue))).toBe(true);
    expect(await queue.enqueue({ id: 'a', kind: 'k' })).toBe(false);
    expect(await queue.due(['k'], 10)).toEqual([]);
  });

  it('lets nobody end what somebody else has taken over (fencing)', async () => {
    const { queue, clock } = aQueue();
    await queue.enqueue({ id: 'a', kind: 'k' });
    const first = await taken(queue);
    expect(await queue.due(['k'], 10)).toEqual([]);
    clock.now += LEASE;
    const second = await taken(queue, 'two');
    expect(second.fence).toBeGreaterThan(first.fence);
    expect(await queue.renew(first, LEASE)).toBeNull();
    expect(await queue.done(first)).toBe(false);
    expect(await queue.fail(first, 'late', null)).toBe(false);
    expect(await queue.done(second)).toBe(true);
  });

  it('holds a renewed lease past its first end', async () => {
    const { queue, clock } = aQueue();
    await queue.enqueue({ id: 'a', kind: 'k' });
    const held = await taken(queue);
    clock.now += LEASE - 1;
    const longer = await queue.renew(held, LEASE);
    clock.now += LEASE - 1;
    expect(await queue.due(['k'], 10)).toEqual([]);
    expect(longer && (await queue.done(longer))).toBe(true);
  });

  it('lists dead letters and gives one another go', async () => {
    const { queue } = aQueue();
    await queue.enqueue({ id: 'a', kind: 'k' });
    expect(await queue.replay('a')).toBe(false);
    await queue.fail(await taken(queue), 'ETIMEDOUT', null);
    expect(await queue.dead(10)).toMatchObject([{ id: 'a', why: 'ETIMEDOUT', attempts: 1 }]);
    expect(await queue.replay('a')).toBe(true);
    expect(await queue.done(await taken(queue))).toBe(true);
    expect(await queue.dead(10)).toEqual([]);
    expect(await queue.replay('nothing')).toBe(false);
  });

  it('cancels what is to come for one conversation, of the kinds named, also while it runs', async () => {
    const { queue } = aQueue();
    await queue.enqueue({ id: 'a', kind: 'k', conversationId: 'c' });
    const running = await taken(queue);
    await queue.enqueue({ id: 'b', kind: 'k', conversationId: 'c', dueAt: 9_000_000 });
    await queue.enqueue({ id: 'other kind', kind: 'letter', conversationId: 'c' });
    await queue.enqueue({ id: 'other person', kind: 'k', conversationId: 'd' });
    expect(await queue.cancel('c', ['k'])).toBe(2);
    expect(await queue.done(running)).toBe(false);
    expect((await queue.due(['k', 'letter'], 10)).map(({ id }) => id).sort()).toEqual(['other kind', 'other person']);
  });

  it('brings a standing job forward that a wrong clock had put far off', async () => {
    const { queue, clock } = aQueue();
    await queue.stand('s', 'k', 60_000);
    await queue.again(await taken(queue), clock.now + 40 * 24 * 60 * 60_000);
    await queue.stand('s', 'k', 60_000);
    expect(await queue.due(['k'], 10)).toHaveLength(1);
  });

  it('never ends a job twice, never has two live holders, and leaves none stuck, in any order with any crash', async () => {
    const step = fc.oneof(
      fc.record({ do: fc.constant('enqueue' as const), id: fc.nat(3), worker: fc.constant(0) }),
      fc.record({
        do: fc.constantFrom('claim' as const, 'renew' as const, 'done' as const, 'fail' as const, 'crash' as const),
        id: fc.nat(3),
        worker: fc.nat(2),
      }),
      fc.record({
        do: fc.constant('wait' as const),
        id: fc.integer({ min: 1, max: 2 * LEASE }),
        worker: fc.constant(0),
      }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 80 }), async (steps) => {
        const { queue, clock, records } = aQueue();
        const held = new Map<string, Job>();
        const ended = new Map<string, number>();
        const asked = new Set<string>();
        const finish = async (job: Job) => {
          if (await queue.done(job)) ended.set(job.id, (ended.get(job.id) ?? 0) + 1);
        };
        for (const { do: what, id: n, worker } of steps) {
          const id = `job-${n}`;
          const key = `${worker}:${id}`;
          const mine = held.get(key);
          if (what === 'enqueue') {
            await queue.enqueue({ id, kind: 'k' });
            asked.add(id);
          } else if (what === 'wait') clock.now += n;
          else if (what === 'crash') held.delete(key);
          else if (what === 'claim') {
            const seen = await records.get(id);
            const got = seen && (await queue.claim(seen, String(worker), LEASE));
            if (got) {
              // whoever has it now was the only one with a lease that still runs
              for (const [other, job] of held)
                if (other !== key && job.id === id) expect(await queue.renew(job, LEASE)).toBeNull();
              held.set(key, got);
            }
          } else if (mine !== undefined) {
            if (what === 'renew') {
              const longer = await queue.renew(mine, LEASE);
              if (longer) held.set(key, longer);
              else held.delete(key);
            } else {
              held.delete(key);
              if (what === 'done') await finish(mine);
              else await queue.fail(mine, 'fault', clock.now + 10);
            }
          }
        }
        // everybody is gone; one process comes, and everything asked for is ended, once
        clock.now += 10 * LEASE;
        for (let go = 0; go < 8; go += 1)
          for (const seen of await queue.due(['k'], 10)) {
            const got = await queue.claim(seen, 'last', LEASE);
            if (got) await finish(got);
          }
        for (const id of asked) expect(ended.get(id)).toBe(1);
      }),
      { numRuns: 150 },
    );
  });
});
