/** Files people sent are fetched from their carriers, one pass at a time across all processes. */
import { z } from 'zod';
import { defineJob, done } from '../job';
import type { JobPorts } from '../ports';

export const media = defineJob({
  kind: 'media',
  data: z.object({}),
  every: 5_000,
  do: async (_data, ports: JobPorts) => {
    await ports.fetchMedia();
    return done;
  },
});
