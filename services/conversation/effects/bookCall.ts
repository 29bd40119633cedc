/** The person chose a time for us to ring them; it was held for them while the turn was thought. */
import { z } from 'zod';
import { defineEffect } from './effect';

export const bookCall = defineEffect({
  kind: 'bookCall',
  /** ms since 1970 */
  data: z.object({ from: z.number(), to: z.number() }),
  do: ({ conversationId, id, at, data }, parts) => parts.callBacks.book({ id, conversationId, at, ...data }),
});
