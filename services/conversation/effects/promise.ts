/** We said that one of us will be in touch by a time. */
import { z } from 'zod';
import { defineEffect } from './effect';
import { writePromise } from './write';

export const promise = defineEffect({
  kind: 'promise',
  data: z.object({
    dueText: z.string().default(''),
    /** ms since 1970 */
    dueAt: z.number().default(0),
  }),
  do: (asked, parts) => {
    const { dueText, dueAt } = asked.data;
    return writePromise(asked, parts, { kind: 'answer', said: dueText, dueAt });
  },
});
