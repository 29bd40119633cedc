/** The pictures somebody sent are taken back. */
import { z } from 'zod';
import { defineEffect } from './effect';

export const deleteMedia = defineEffect({
  kind: 'deleteMedia',
  goesOut: true,
  /** ms since 1970 */
  data: z.object({ since: z.number().default(0) }),
  // a picture that comes later, while this is tried again, is not meant
  do: ({ conversationId, at, data }, parts) =>
    parts.deleteMedia(conversationId, { since: data.since, until: at, voice: false }),
});
