/** Later the conversation wants to hear of itself: a look after danger, a check-in, a silence. */
import { z } from 'zod';
import { defineEffect } from './effect';

export const remind = defineEffect({
  kind: 'remind',
  data: z.object({
    what: z.string().default(''),
    step: z.number().default(0),
    afterMinutes: z.number().default(0),
  }),
  async do({ conversationId, id, at, data: { what, step, afterMinutes } }, parts) {
    await parts.queue.enqueue({ id, kind: what, conversationId, data: { step }, dueAt: at + afterMinutes * 60_000 });
  },
});
