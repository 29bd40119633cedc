/** A complaint about us, and the promise to answer it. */
import { z } from 'zod';
import { defineEffect } from './effect';
import { writeOutcome, writePromise } from './write';

export const recordComplaint = defineEffect({
  kind: 'recordComplaint',
  /** ms since 1970 */
  data: z.object({ dueAt: z.number().default(0) }),
  async do(asked, parts) {
    await writeOutcome(asked, parts, { kind: 'complaint', label: 'complaint' });
    await writePromise(asked, parts, { kind: 'complaint', dueAt: asked.data.dueAt });
  },
});
