/** The clocks of handoffs are looked at, by one process at a time: offered, offered again, escalated, taken back. */
import { z } from 'zod';
import { defineJob, done } from '../job';
import type { JobPorts } from '../ports';

export const handoffs = defineJob({
  kind: 'handoffs',
  data: z.object({}),
  every: 5_000,
  do: async (_data, ports: JobPorts) => {
    await ports.lookAtHandoffs();
    return done;
  },
});
