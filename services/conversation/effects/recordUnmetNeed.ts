/** Nobody here does what was asked for: counted, so that the managers hear of it. */
import { z } from 'zod';
import { defineEffect } from './effect';
import { writeOutcome } from './write';

export const recordUnmetNeed = defineEffect({
  kind: 'recordUnmetNeed',
  data: z.object({ needs: z.array(z.string()).default([]) }),
  do: (asked, parts) => writeOutcome(asked, parts, { kind: 'unmetNeed', label: asked.data.needs[0] ?? 'unknown' }),
});
