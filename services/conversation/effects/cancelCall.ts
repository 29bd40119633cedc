/** The person called off the call they had booked. */
import { z } from 'zod';
import { defineEffect } from './effect';

export const cancelCall = defineEffect({
  kind: 'cancelCall',
  data: z.object({}),
  do: ({ conversationId }, parts) => parts.callBacks.cancel(conversationId),
});
