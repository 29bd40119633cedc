/** That somebody's records were asked to be erased, by whom, and what was: ids and counts, and nothing of what was there. */
import { z } from 'zod';
import { moment } from '../store/collections/conversationState';
import { defineCollection } from '../store/definition';

export const ERASE_REASONS = ['theyAsked', 'notTheirs', 'mistake'] as const;
const count = z.number().int().min(0);

export const erasures = defineCollection({
  name: 'erasures',
  keptFor: { days: 2190, why: 'that an erasure was asked for and done: 6 years, in ids and counts' },
  schema: z.object({
    id: z.string().min(1),
    rev: z.number().int().min(1),
    /** whose: the id of their record, which leads nowhere once it is done */
    person: z.string(),
    why: z.enum(ERASE_REASONS),
    askedBy: z.string(),
    askedByName: z.string(),
    askedAt: moment,
    /** telling: confirmed, and partners are asked to stop before anything goes */
    state: z.enum(['asked', 'telling', 'done', 'takenBack']),
    confirmedBy: z.string().nullable(),
    confirmedByName: z.string().nullable(),
    confirmedAt: moment.nullable(),
    doneAt: moment.nullable(),
    /** how many records went, by the name of their collection; and how many the law keeps */
    gone: z.record(z.string(), count),
    stays: z.record(z.string(), count),
    /** letters to partners that had not left by then */
    untold: count,
    expiresAt: moment,
  }),
  indexes: [
    { key: { person: 1, askedAt: -1 }, serves: 'Was this person asked to be erased?' },
    { key: { state: 1, askedAt: 1 }, serves: 'Which wait for a second pair of eyes?' },
    { key: { expiresAt: 1 }, serves: 'Which of these are past their retention?' },
  ],
  sealed: ['askedByName', 'confirmedByName'],
});
export type Erasure = z.infer<typeof erasures.schema>;
