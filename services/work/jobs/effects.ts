/** Effects that were committed and not done, as after a crash: done now, by one process. */
import { z } from 'zod';
import { defineJob, done } from '../job';
import type { JobPorts } from '../ports';

export const effects = defineJob({
  kind: 'effects',
  data: z.object({}),
  every: 15_000,
  do: async (_data, ports: JobPorts) => {
    await ports.sweepEffects();
    return done;
  },
});
