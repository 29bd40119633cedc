/** Alarms whose ringing a crash lost between raising them and writing it down are put on the queue again. */
import { z } from 'zod';
import { defineJob, done } from '../job';
import type { JobPorts } from '../ports';

export const unrungAlarms = defineJob({
  kind: 'unrungAlarms',
  data: z.object({}),
  every: 15_000,
  do: async (_data, ports: JobPorts) => {
    await ports.queueUnrung();
    return done;
  },
});
