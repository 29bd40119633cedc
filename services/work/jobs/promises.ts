/** The clocks of promises are looked at, by one process at a time: due soon, broken, said sorry for. */
import { z } from 'zod';
import { defineJob, done } from '../job';
import type { JobPorts } from '../ports';

export const promises = defineJob({
  kind: 'promises',
  data: z.object({}),
  every: 15_000,
  do: async (_data, ports: JobPorts) => {
    await ports.lookAtPromises();
    return done;
  },
});
