/** The person asks for a right in law (to see or to erase what is kept), and the law's clock starts. */
import { z } from 'zod';
import { KEPT } from '../../store/kept';
import { defineEffect } from './effect';
import { writeOutcome, writePromise } from './write';

export const requestRights = defineEffect({
  kind: 'requestRights',
  data: z.object({ right: z.string().default(''), days: z.number().default(0) }),
  async do(asked, parts) {
    const { right, days } = asked.data;
    await writeOutcome(asked, parts, { kind: 'rights', label: right });
    await writePromise(asked, parts, { kind: 'rights', about: right, dueAt: asked.at + days * KEPT.day });
  },
});
