/** One answer to an equality question, counted by month and beside nobody. */
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { KEPT } from '../../store/kept';
import { defineEffect } from './effect';

export const countEquality = defineEffect({
  kind: 'countEquality',
  marksItself: true,
  data: z.object({ question: z.string().default(''), answer: z.string().default('') }),
  async do({ conversationId, id, at, data, secret }, parts) {
    // forgotten first, counted after: a crash between loses one count sooner than it keeps an answer beside a person
    await parts.store.effectDone(conversationId, id);
    const month = new Date(at).toISOString().slice(0, 7);
    const monthStarts = Date.parse(`${month}-01T00:00:00Z`);
    await parts.outcomes.add({
      id: randomUUID(),
      conversationId: null,
      kind: 'equality',
      label: data.question,
      value: data.answer,
      data: { month },
      words: secret || null,
      // both to the month: a count kept to the moment would lead back to whose turn it was
      at: monthStarts,
      expiresAt: monthStarts + KEPT.sixYears,
    });
  },
});
