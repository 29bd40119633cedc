/** A turn that began with us goes out to a phone. Made by the host, never by the conversation. */
import { z } from 'zod';
import { channelKind } from '../../store/collections/conversationState';
import { why } from '../../store/collections/phone';
import { defineEffect } from './effect';

export const deliver = defineEffect({
  kind: 'deliver',
  data: z.object({
    line: z.string().default(''),
    channel: channelKind,
    firstItem: z.number().default(0),
    why,
  }),
  do: ({ conversationId, id, at, data }, parts) => parts.deliver({ id, at, conversationId, ...data }),
});
