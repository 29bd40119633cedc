/** A person is asked for: a handoff with an owner and a deadline, or one more reason for the one that is open, and a promise. */
import { z } from 'zod';
import { level } from '../../store/collections/conversationState';
import { defineEffect } from './effect';
import { writePromise } from './write';

export const handOver = defineEffect({
  kind: 'handOver',
  data: z.object({
    level,
    reason: z.string().default(''),
    /** ms since 1970 */
    dueAt: z.number().default(0),
    /** what the person was told, ms; as `dueAt` where a turn of an older version did not say */
    toldBy: z.number().default(0),
    dueText: z.string().default(''),
    riskId: z.string().default(''),
    waits: z.boolean().default(false),
  }),
  async do(asked, parts) {
    const { conversationId, id, at, data } = asked;
    const { toldBy, dueText, ...needed } = data;
    await parts.needPerson({ id, conversationId, at, ...needed });
    const { reason: about, dueAt } = needed;
    await writePromise(asked, parts, { kind: 'answer', about, said: dueText, dueAt, toldAt: Math.max(dueAt, toldBy) });
  },
});
