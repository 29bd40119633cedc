/** We said we would do something by a time. */
import { z } from 'zod';
import { defineEffect } from './effect';
import { writePromise } from './write';

export const promise = defineEffect({
  kind: 'promise',
  data: z.object({
    what: z.string().default(''),
    dueText: z.string().default(''),
    /** ms since 1970 */
    dueAt: z.number().default(0),
  }),
  do: (asked, parts) => {
    const { what, dueText, dueAt } = asked.data;
    return writePromise(asked, parts, { kind: what, said: dueText, dueAt });
  },
});
