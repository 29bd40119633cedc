/** An erasure that two of us agreed on, once partners were asked to stop: looked at again until it is done. */
import { z } from 'zod';
import { defineJob, done } from '../job';
import type { JobPorts } from '../ports';

/** Letters to partners leave within seconds, or when their mail is back. */
const again = 15_000;

export const erasure = defineJob({
  kind: 'erasure',
  data: z.object({ erasureId: z.string().min(1) }),
  leaseMs: 5 * 60_000,
  do: async ({ erasureId }, ports: JobPorts, run) =>
    (await ports.erase(erasureId)) ? done : { kind: 'again', at: run.now() + again },
});
