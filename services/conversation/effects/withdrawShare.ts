/** The person takes back what was shared. */
import { z } from 'zod';
import { defineEffect } from './effect';

export const withdrawShare = defineEffect({
  kind: 'withdrawShare',
  goesOut: true,
  data: z.object({ ref: z.string().default('') }),
  do: ({ conversationId, data }, parts) => parts.withdraw(conversationId, data.ref),
});
