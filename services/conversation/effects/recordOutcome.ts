/** Something came of it: a check-in answered, ideas offered. */
import { z } from 'zod';
import { defineEffect } from './effect';
import { writeOutcome } from './write';

export const recordOutcome = defineEffect({
  kind: 'recordOutcome',
  data: z.object({ what: z.string().default('') }),
  do: (asked, parts) => writeOutcome(asked, parts, { kind: 'outcome', label: asked.data.what }),
});
