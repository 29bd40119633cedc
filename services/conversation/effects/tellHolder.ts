/** The handoff of a thread hears that the person wrote, was written to, or left. */
import { z } from 'zod';
import { defineEffect } from './effect';

export const tellHolder = defineEffect({
  kind: 'tellHolder',
  data: z.object({
    handoffId: z.string().default(''),
    claim: z.number().default(0),
    what: z.enum(['heard', 'said', 'left']).default('heard'),
    why: z.string().default(''),
  }),
  do: ({ at, data }, parts) => parts.tellHolder({ ...data, at }),
});
