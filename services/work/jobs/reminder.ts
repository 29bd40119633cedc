/** What every reminder does: tell its conversation, once, under the job's own id. */
import { z } from 'zod';
import type { Happening } from '../../../dialogs/types';
import { defineJob, done, type JobKind } from '../job';
import type { JobPorts } from '../ports';

const reminderData = z.object({ step: z.number().default(0), conversationId: z.string().min(1) });

/** A kind of reminder. People wait for these, so many may go at once, and none is given up for a fault of ours. */
export function reminder(kind: string, event: (step: number) => Happening): JobKind<JobPorts> {
  return defineJob({
    kind,
    data: reminderData,
    concurrency: 8,
    backOff: { waits: [2_000, 10_000, 60_000, 5 * 60_000], last: 'again' },
    do: async ({ step, conversationId }, ports: JobPorts, run) => {
      await ports.happen(conversationId, run.id, event(step));
      return done;
    },
  });
}
