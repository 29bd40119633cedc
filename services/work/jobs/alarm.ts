/** An alarm rings until somebody has it. Never a dead letter: a fault of ours only makes it ring a little later. */
import { z } from 'zod';
import { defineJob, done } from '../job';
import type { JobPorts } from '../ports';

export const alarm = defineJob({
  kind: 'alarm',
  data: z.object({ alarmId: z.string().min(1), once: z.boolean().default(false) }),
  concurrency: 16,
  leaseMs: 20_000,
  backOff: { waits: [2_000, 5_000, 15_000, 30_000], last: 'again' },
  do: async ({ alarmId, once }, ports: JobPorts) => {
    const next = await ports.ringAlarm(alarmId);
    return next === null || once ? done : { kind: 'again', at: next };
  },
});
