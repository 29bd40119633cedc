/** What the person said yes or no to, and the words it was asked in. */
import { z } from 'zod';
import { addOnce } from '../../store/addOnce';
import type { Consent } from '../../store/collections/people';
import { KEPT } from '../../store/kept';
import { defineEffect } from './effect';

export const recordConsent = defineEffect({
  kind: 'recordConsent',
  data: z.object({
    what: z.string().default(''),
    version: z.string().default(''),
    serviceId: z.string().default(''),
    answer: z.string().default(''),
    message: z.string().default(''),
  }),
  async do({ conversationId, id, at, data, secret }, parts) {
    const given: Consent = {
      id,
      conversationId,
      purpose: `${data.what}/${data.version}`,
      organisationId: data.serviceId || null,
      given: data.answer === 'yes' || data.answer === 'shown',
      at,
      messageId: data.message,
      shown: secret,
      // as long as the support record, and six years after
      expiresAt: at + KEPT.supportRecord + KEPT.sixYears,
    };
    await addOnce(parts.consents, given, ['conversationId', 'purpose', 'given', 'at']);
  },
});
