/** Everything past its time is forgotten, in every collection; never by a clock that has just jumped. */
import { z } from 'zod';
import { defineJob, done } from '../job';
import type { JobPorts } from '../ports';

const hour = 60 * 60 * 1000;
/** A gap larger than this since it should last have run is a long sleep or a wrong clock: it is slept on, ms. */
const strangeGap = 24 * hour;

export const retention = defineJob({
  kind: 'retention',
  data: z.object({}),
  every: 60_000,
  leaseMs: 5 * 60_000,
  do: async (_data, ports: JobPorts, run) => {
    if (!ports.clockSane()) return done;
    // after a restart the only witness is when this was to run: an hour on, a clock that was set wrong has been put right
    if (run.now() - run.dueAt > strangeGap) return { kind: 'again', at: run.now() + hour };
    await ports.sweepExpired(run.now());
    return done;
  },
});
