/** A person is asked for: a handoff with an owner and a deadline. */
import { z } from 'zod';
import { addOnce } from '../../store/addOnce';
import { level } from '../../store/collections/conversationState';
import { defineEffect, type Handoff, KEPT } from './effect';

export const handOver = defineEffect({
  kind: 'handOver',
  data: z.object({
    level,
    reason: z.string().default(''),
    owner: z.string().default(''),
    /** ms since 1970 */
    dueAt: z.number().default(0),
  }),
  async do({ conversationId, id, at, data }, parts) {
    const asked: Handoff = {
      id,
      rev: 1,
      conversationId,
      state: 'waiting',
      level: data.level,
      reason: data.reason,
      brief: '',
      owner: data.owner || 'team',
      askedAt: at,
      dueAt: data.dueAt,
      claimedAt: null,
      endedAt: null,
      expiresAt: at + KEPT.supportRecord,
    };
    await addOnce(parts.handoffs, asked, ['conversationId', 'reason', 'askedAt']);
  },
});
