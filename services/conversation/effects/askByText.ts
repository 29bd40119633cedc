/** The number somebody gave us is asked, once, whether news may come there. */
import { z } from 'zod';
import { defineEffect } from './effect';

export const askByText = defineEffect({
  kind: 'askByText',
  data: z.object({}),
  do: ({ conversationId, id, secret }, parts) => parts.askByText(conversationId, secret, id),
});
