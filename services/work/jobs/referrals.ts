/** Introductions nobody has acted on have their next step put on the queue, and people hear news that was not told yet. */
import { z } from 'zod';
import { defineJob, done } from '../job';
import type { JobPorts } from '../ports';

/** Looked at in one run; each is a job of its own from there. */
const atOnce = 2_000;

export const referrals = defineJob({
  kind: 'referrals',
  data: z.object({}),
  every: 15_000,
  leaseMs: 60_000,
  do: async (_data, ports: JobPorts) => {
    const news = [...(await ports.referrals.chase(atOnce)), ...(await ports.referrals.untold(atOnce))];
    for (const one of news) await ports.tellNews(one);
    return done;
  },
});
