/** How work for later is kept: one document a job, from waiting to done, cancelled or a dead letter. */
import { z } from 'zod';
import { moment } from '../store/collections/conversationState';
import { defineCollection } from '../store/definition';

const count = z.number().int().min(0);

export const jobs = defineCollection({
  name: 'jobs',
  keptFor: {
    days: 365,
    why: 'ids and labels: done 30 days, dead letters a year',
    hangsOn: { field: 'conversationId', goes: 'always' },
  },
  schema: z.object({
    /** given by whoever asks for the work, so that asking twice is asking once */
    id: z.string().min(1),
    /** guards every write; a claim that was lost can change nothing */
    rev: z.number().int().min(1),
    /** which of services/work/jobs does it */
    kind: z.string(),
    /** whose conversation it belongs to, to cancel or forget it with that; null for the house's own work */
    conversationId: z.string().nullable(),
    /** ids and labels, never words or numbers of a person: what they said is read where it is sealed */
    data: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())])),
    state: z.enum(['waiting', 'running', 'done', 'cancelled', 'dead']),
    /** when it may be taken next, ms; of a running one, when its lease ends */
    dueAt: moment,
    /** the process that has it; '' when nobody has */
    leaseBy: z.string().default(''),
    /** fencing token: how often it was taken. Larger is later */
    fence: count.default(0),
    /** tries that failed since it last went well */
    attempts: count,
    /** the code of the last fault, never its message */
    why: z.string().nullable().default(null),
    createdAt: moment,
    /** when it ended, ms; null while it has not */
    endedAt: moment.nullable().default(null),
    expiresAt: moment.default(Number.MAX_SAFE_INTEGER),
  }),
  indexes: [
    { key: { state: 1, dueAt: 1 }, serves: 'What is due now, a lapsed lease included?' },
    { key: { conversationId: 1, state: 1 }, serves: 'What is still to come for this conversation, to cancel it?' },
    { key: { expiresAt: 1 }, serves: 'Which of these are past their retention?' },
  ],
  sealed: [],
});
export type Job = z.infer<typeof jobs.schema>;
