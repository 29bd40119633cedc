/** Whoever holds the thread hears that the person wrote, or left. */
import { z } from 'zod';
import { defineEffect } from './effect';

export const tellHolder = defineEffect({
  kind: 'tellHolder',
  data: z.object({
    handoffId: z.string().default(''),
    what: z.enum(['heard', 'left']).default('heard'),
    why: z.string().default(''),
  }),
  do: ({ at, data }, parts) => parts.tellHolder({ ...data, at }),
});
