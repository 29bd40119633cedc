/** Retention deletes nothing by a clock that has just jumped, nor right after a long gap (B14, H5). */

import { retention } from '../../../services/work/jobs/retention';
import type { JobPorts } from '../../../services/work/ports';

const hour = 60 * 60 * 1000;
const now = 1_800_000_000_000;

async function run(clockSane: boolean, dueAt: number) {
  const swept: number[] = [];
  const nothing = async () => undefined;
  const ports: JobPorts = {
    ringAlarm: async () => null,
    queueUnrung: async () => 0,
    lookAtHandoffs: async () => undefined,
    lookAtPromises: async () => undefined,
    happen: nothing,
    sweepEffects: async () => 0,
    redoEffect: async () => undefined,
    referrals: { chase: async () => [], untold: async () => [], step: async () => null },
    tellNews: nothing,
    fetchMedia: async () => 0,
    erase: async () => true,
    sweepExpired: async (at) => void swept.push(at),
    clockSane: () => clockSane,
  };
  const signal = new AbortController().signal;
  const came = await retention.run({}, ports, { id: 'r', fence: 1, attempts: 0, dueAt, signal, now: () => now });
  return { swept, came };
}

it('H5: runs at its time', async () => {
  expect(await run(true, now - 1_000)).toEqual({ swept: [now], came: { kind: 'done' } });
});

it('B14: does nothing while the clock has jumped', async () => {
  expect((await run(false, now - 1_000)).swept).toEqual([]);
});

it('B14: started with a clock 40 days ahead, or after a long sleep, it looks again in an hour before it deletes', async () => {
  expect(await run(true, now - 40 * 24 * hour)).toEqual({ swept: [], came: { kind: 'again', at: now + hour } });
  expect((await run(true, now - hour)).swept).toEqual([now]);
});
