/** The runner: no overlap, what a kind allows at once, leases held, faults tried again, a calm stop. */
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { reminderKinds } from '../../../services/conversation/effects/cancelReminders';
import { createMemoryRecords } from '../../../services/store/memory/records';
import { type Job, jobs } from '../../../services/work/collection';
import { defineJob, done, type JobKind } from '../../../services/work/job';
import { jobKinds } from '../../../services/work/jobs';
import { createQueue } from '../../../services/work/queue';
import { createRunner } from '../../../services/work/runner';

function aHouse(kinds: readonly JobKind<null>[]) {
  const clock = { now: 1_000_000 };
  const records = createMemoryRecords(jobs);
  const queue = createQueue(records, () => clock.now);
  const died: Job[] = [];
  const faults: string[] = [];
  const parts = {
    queue,
    kinds,
    ports: null,
    now: () => clock.now,
    log: (event: string) => void faults.push(event),
    died: (job: Job) => void died.push(job),
    pollMs: 5,
  };
  return { clock, records, queue, died, faults, process: (me: string) => createRunner({ ...parts, me }) };
}

describe('the runner', () => {
  it('does each job once, though two processes and eager passes look for it', async () => {
    const did: string[] = [];
    const kind = defineJob({
      kind: 'k',
      data: z.object({ name: z.string() }),
      concurrency: 4,
      do: async ({ name }) => {
        did.push(name);
        await pause(1);
        return done;
      },
    });
    const { queue, process } = aHouse([kind]);
    for (let n = 0; n < 40; n += 1) await queue.enqueue({ id: `j${n}`, kind: 'k', data: { name: `j${n}` } });
    const [one, two] = [process('one'), process('two')];
    await Promise.all([one.runDue(), two.runDue(), one.runDue(), two.runDue()]);
    expect(did).toHaveLength(40);
    expect(new Set(did).size).toBe(40);
  });

  it('never runs more of a kind at once than it allows, and a full kind hides no other', async () => {
    let now = 0;
    let most = 0;
    const did: string[] = [];
    const slow = defineJob({
      kind: 'slow',
      data: z.object({}),
      concurrency: 2,
      do: async () => {
        now += 1;
        most = Math.max(most, now);
        await pause(20);
        now -= 1;
        did.push('slow');
        return done;
      },
    });
    const quick = defineJob({
      kind: 'quick',
      data: z.object({}),
      do: async () => {
        did.push('quick');
        return done;
      },
    });
    const { queue, process } = aHouse([slow, quick]);
    for (let n = 0; n < 8; n += 1) await queue.enqueue({ id: `s${n}`, kind: 'slow' });
    await queue.enqueue({ id: 'q', kind: 'quick' });
    await process('one').runDue();
    expect(most).toBe(2);
    expect(did.indexOf('quick')).toBeLessThan(2);
    expect(did).toHaveLength(9);
  });

  it('tries again after each wait, then makes a dead letter and says so', async () => {
    let tries = 0;
    const kind = defineJob({
      kind: 'k',
      data: z.object({}),
      backOff: { waits: [100, 1_000], last: 'dead' },
      do: async () => {
        tries += 1;
        throw new TypeError('words nobody should see');
      },
    });
    const { queue, process, clock, died } = aHouse([kind]);
    await queue.enqueue({ id: 'a', kind: 'k' });
    const runner = process('one');
    await runner.runDue();
    clock.now += 99;
    await runner.runDue();
    expect(tries).toBe(1);
    clock.now += 1;
    await runner.runDue();
    clock.now += 1_000;
    await runner.runDue();
    expect(tries).toBe(3);
    expect(await queue.dead(9)).toMatchObject([{ id: 'a', why: 'TypeError', attempts: 3 }]);
    expect(died).toHaveLength(1);
  });

  it('makes a dead letter at once of data that fit no kind', async () => {
    const kind = defineJob({ kind: 'k', data: z.object({ name: z.string() }), do: async () => done });
    const { queue, process } = aHouse([kind]);
    await queue.enqueue({ id: 'a', kind: 'k', data: { name: 3 } });
    await process('one').runDue();
    expect(await queue.dead(9)).toMatchObject([{ id: 'a', why: 'BadData' }]);
  });

  it('holds the lease of slow work, and drops what it did when the lease was lost', async () => {
    let aborted = false;
    const gate: { open: () => void } = { open: () => undefined };
    const kind = defineJob({
      kind: 'k',
      data: z.object({}),
      leaseMs: 30,
      do: async (_data, _ports, run) => {
        await new Promise<void>((go) => {
          gate.open = go;
        });
        aborted = run.signal.aborted;
        return done;
      },
    });
    const { queue, process, clock, records, faults } = aHouse([kind]);
    await queue.enqueue({ id: 'a', kind: 'k' });
    const running = process('one').runDue();
    await pause(50);
    const first = await records.get('a');
    // renewed by now: nobody else may have it though its first lease is over
    clock.now += 29;
    expect(await queue.due(['k'], 9)).toEqual([]);
    expect(first?.rev).toBeGreaterThan(2);
    // and lost, as after a long sleep
    const now = await records.get('a');
    if (now) await records.replace({ ...now, rev: now.rev + 1, leaseBy: 'two', fence: now.fence + 1 }, now.rev);
    await pause(50);
    gate.open();
    await running;
    expect(aborted).toBe(true);
    expect(faults).toContain('job.lost');
    expect(await records.get('a')).toMatchObject({ state: 'running', leaseBy: 'two' });
  });

  it('stands: a job of the house comes round again, once for all processes', async () => {
    let did = 0;
    const kind = defineJob({
      kind: 'sweep',
      data: z.object({}),
      every: 1_000,
      do: async () => {
        did += 1;
        return done;
      },
    });
    const { process, clock, records } = aHouse([kind]);
    const [one, two] = [process('one'), process('two')];
    await Promise.all([one.start(), two.start()]);
    await pause(30);
    expect(did).toBe(1);
    clock.now += 1_000;
    await pause(30);
    expect(did).toBe(2);
    expect(await records.find({}, 9)).toHaveLength(1);
    await Promise.all([one.stop(), two.stop()]);
    clock.now += 10_000;
    await pause(30);
    expect(did).toBe(2);
  });

  it('stops calmly: what runs may end, what does not is let go of by its lease', async () => {
    const kind = defineJob({
      kind: 'k',
      data: z.object({ ms: z.number() }),
      concurrency: 2,
      do: async ({ ms }) => {
        await pause(ms, undefined, { ref: false });
        return done;
      },
    });
    const { queue, process, records, clock } = aHouse([kind]);
    await queue.enqueue({ id: 'short', kind: 'k', data: { ms: 20 } });
    await queue.enqueue({ id: 'long', kind: 'k', data: { ms: 60_000 } });
    const runner = process('one');
    await runner.start();
    await pause(10);
    const began = performance.now();
    await runner.stop(60);
    expect(performance.now() - began).toBeLessThan(1_000);
    expect(await records.get('short')).toMatchObject({ state: 'done' });
    expect(await records.get('long')).toMatchObject({ state: 'running' });
    clock.now += 60_000;
    expect(await queue.due(['k'], 9)).toMatchObject([{ id: 'long' }]);
  });
});

describe('the registry of jobs', () => {
  it('has each kind once, and every kind of reminder a conversation can ask for', () => {
    const names = jobKinds.map(({ kind }) => kind);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toEqual(expect.arrayContaining([...reminderKinds]));
  });
});
