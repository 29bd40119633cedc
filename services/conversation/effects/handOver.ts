/** A person is asked for: a handoff with an owner and a deadline, or one more reason for the one that is open. */
import { z } from 'zod';
import { level } from '../../store/collections/conversationState';
import { defineEffect } from './effect';

export const handOver = defineEffect({
  kind: 'handOver',
  data: z.object({
    level,
    reason: z.string().default(''),
    /** ms since 1970 */
    dueAt: z.number().default(0),
    riskId: z.string().default(''),
    waits: z.boolean().default(false),
  }),
  do: ({ conversationId, id, at, data }, parts) => parts.needPerson({ id, conversationId, at, ...data }),
});
