/** Somebody of the team has to know now. */
import { z } from 'zod';
import { defineEffect } from './effect';
import { alertIdOf } from './risk';

export const alert = defineEffect({
  kind: 'alert',
  data: z.object({
    to: z.string().default(''),
    why: z.string().default(''),
    level: z.string().default(''),
    riskId: z.string().default(''),
  }),
  async do({ id, data: { to, why, level, riskId } }, parts) {
    await parts.alert({ id: alertIdOf(id, riskId, why, level), to, why, level });
  },
});
