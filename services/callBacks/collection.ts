/** How call-backs are kept: one record for one of the team at one time, so that nobody can be booked twice. */
import { z } from 'zod';
import { moment } from '../store/collections/conversationState';
import { defineCollection } from '../store/definition';

export const callBacks = defineCollection({
  name: 'callBacks',
  keptFor: {
    days: 365,
    why: 'support record: 12 months',
    hangsOn: { field: 'conversationId', goes: 'withoutConsent' },
  },
  schema: z.object({
    /** whose time, and when: the name of a record is unique in its collection */
    id: z.string().min(1),
    rev: z.number().int().min(1),
    staffId: z.string(),
    from: moment,
    to: moment,
    /** held: chosen in a turn that is not kept yet, until `heldUntil`. free: it was given back */
    state: z.enum(['held', 'booked', 'free']),
    heldUntil: moment,
    /** whose it is; '' when free */
    conversationId: z.string(),
    expiresAt: moment,
  }),
  indexes: [
    { key: { from: 1, state: 1 }, serves: 'Which times are taken from now on?' },
    { key: { conversationId: 1, from: 1 }, serves: 'Which call has this person booked?' },
    { key: { expiresAt: 1 }, serves: 'Which call-backs are past their retention?' },
  ],
  sealed: [],
});
export type CallBack = z.infer<typeof callBacks.schema>;
