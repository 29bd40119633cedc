/** What the service learns and does: outcomes and unmet needs, and the audit. */
import { z } from 'zod';
import { defineCollection } from '../definition';
import { moment } from './conversationState';

const id = z.string().min(1);
const plain = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]));

/** What changed for somebody, what nobody could offer, and the counts asked for by consent. */
export const outcomes = defineCollection({
  name: 'outcomes',
  keptFor: {
    days: 2190,
    why: 'support record: 12 months; counts of equality answers lead back to nobody',
    hangsOn: { field: 'conversationId', goes: 'withoutConsent' },
  },
  schema: z.object({
    id,
    /** null where it is only counted and leads back to nobody */
    conversationId: z.string().nullable(),
    kind: z.enum(['outcome', 'unmetNeed', 'measure', 'equality', 'complaint', 'rights']),
    /** the outcome, need or measure, by its label */
    label: z.string(),
    value: z.union([z.string(), z.number()]).nullable(),
    data: plain,
    words: z.string().nullable(),
    at: moment,
    expiresAt: moment,
  }),
  indexes: [
    { key: { kind: 1, label: 1, at: 1 }, serves: 'How many of this kind between two dates?' },
    { key: { conversationId: 1, at: 1 }, serves: 'Everything learned in one conversation, to show or erase it' },
    { key: { expiresAt: 1 }, serves: 'Which of these are past their retention?' },
  ],
  sealed: ['words'],
});
export type Outcome = z.infer<typeof outcomes.schema>;

/** Who read or changed what; append-only, each entry holding the hash of the one before. */
export const audit = defineCollection({
  name: 'audit',
  keptFor: { days: 'ever', why: 'ids and labels in a chain: a gap would show' },
  schema: z.object({
    id,
    /** 1, 2, 3 ... without a gap */
    n: z.number().int().min(1),
    at: moment,
    actor: z.string(),
    action: z.string(),
    subject: z.string(),
    detail: plain,
    before: z.string(),
    hash: z.string(),
  }),
  indexes: [
    { key: { n: 1 }, serves: 'The chain in order, and its last entry', unique: true },
    { key: { subject: 1, at: -1 }, serves: 'Who has looked at this record?' },
  ],
  sealed: [],
});

/** Where the audit's chain ends, in one document, so that adding to it reads none of it. */
export const auditHead = defineCollection({
  name: 'auditHead',
  keptFor: { days: 'ever', why: 'the end of the chain, to see when it was cut off' },
  schema: z.object({ id, rev: z.number().int().min(1), n: z.number().int().min(0), hash: z.string() }),
  indexes: [],
  sealed: [],
});
