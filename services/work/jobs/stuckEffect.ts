/** An effect that failed again and again: tried with the usual back-off, and at last a dead letter to look at and replay. */
import { z } from 'zod';
import { defineJob, done } from '../job';
import type { JobPorts } from '../ports';

export const stuckEffect = defineJob({
  kind: 'stuckEffect',
  // what kind of effect it is, `what`, is for whoever lists dead letters
  data: z.object({ conversationId: z.string().min(1), effectId: z.string().min(1), what: z.string() }),
  concurrency: 2,
  do: async ({ conversationId, effectId }, ports: JobPorts) => {
    await ports.redoEffect(conversationId, effectId);
    return done;
  },
});
