/** Introductions nobody has acted on go one step on, and people hear news that was not told yet. */
import { z } from 'zod';
import { defineJob, done } from '../job';
import type { JobPorts } from '../ports';

export const referrals = defineJob({
  kind: 'referrals',
  data: z.object({}),
  every: 30_000,
  do: async (_data, ports: JobPorts) => {
    await ports.chaseReferrals();
    return done;
  },
});
