/** What the conversation wanted to hear of itself, it does not want any more. */
import { z } from 'zod';
import { isOlderThan } from '../../store/identity';
import { defineEffect } from './effect';

/** What a conversation asked to be reminded of: jobs of these kinds, and no others, are cancelled at its word. */
export const reminderKinds: readonly string[] = ['riskSilence', 'checkIn', 'silence'];

export const cancelReminders = defineEffect({
  kind: 'cancelReminders',
  // from before kinds were named, all were meant
  data: z.object({ kinds: z.array(z.string()).default([]) }),
  async do({ conversationId, id, data }, parts) {
    const named = data.kinds.length > 0 ? data.kinds : reminderKinds;
    // the look after danger is never cancelled
    const kinds = named.filter((kind) => kind !== 'riskSilence');
    // done late, it must not take what a later turn, or this one, has asked for since
    await parts.queue.cancel(conversationId, kinds, (job) => isOlderThan(job, id, conversationId));
  },
});
