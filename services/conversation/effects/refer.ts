/** The person agreed that a partner sees what was shown: the referral is made, and goes out. */
import { z } from 'zod';
import { NEEDS } from '../../../dialogs/vocabulary';
import { sharedLine } from '../../referrals/referral';
import { defineEffect } from './effect';

/** What was shown, in the secret: the lines, and the whole as it stood on the screen. */
const agreed = z.object({ lines: z.array(sharedLine), shown: z.string() });

export const refer = defineEffect({
  kind: 'refer',
  goesOut: true,
  data: z.object({
    ref: z.string().default(''),
    serviceId: z.string().default(''),
    need: z.enum(NEEDS),
    consentVersion: z.string().default(''),
    /** ms since 1970 */
    consentAt: z.number().default(0),
  }),
  async do({ conversationId, id, data, secret }, parts) {
    const { lines, shown } = agreed.parse(JSON.parse(secret || '{}'));
    await parts.refer({
      id,
      ref: data.ref,
      conversationId,
      serviceId: data.serviceId,
      need: data.need,
      shared: lines,
      shownText: shown,
      consent: { version: data.consentVersion, at: data.consentAt },
    });
  },
});
