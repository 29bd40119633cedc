/**
 * What the team says of what was heard. The counts name nobody and stay; which correction was counted is kept beside the
 * talk it is of, and goes with it. A line a reviewer wrote by hand is of no talk at all.
 */
import { z } from 'zod';
import { NEEDS } from '../../dialogs/vocabulary';
import { moment } from '../store/collections/conversationState';
import { defineCollection } from '../store/definition';

const id = z.string().min(1);
const rev = z.number().int().min(1);
const kind = z.enum(['flag', 'need']);

/** One thing that was heard, and what one of us last said of it. */
export const corrections = defineCollection({
  name: 'corrections',
  keptFor: {
    days: 365,
    why: 'that one flag or need is counted once: goes with its talk, and 12 months after it was last said',
    hangsOn: { field: 'conversationId', goes: 'always' },
  },
  schema: z.object({
    /** the person's id, and what it is of */
    id,
    rev,
    conversationId: z.string(),
    /** the month it was first said in: a verdict that changes moves within it */
    month: z.string(),
    kind,
    rule: z.string(),
    label: z.string(),
    /** null: taken back */
    verdict: z.string().nullable(),
    /** the verdict that is in the counts by now */
    counted: z.string().nullable(),
    /** the move from one to the other that is not done yet; null when the counts are right */
    moving: z.string().nullable(),
    expiresAt: moment,
  }),
  indexes: [
    { key: { conversationId: 1 }, serves: 'What was said of this talk?' },
    { key: { moving: 1 }, serves: 'Which were said, and are not counted yet?' },
    { key: { expiresAt: 1 }, serves: 'Which corrections are past their retention?' },
  ],
  sealed: [],
});
export type Correction = z.infer<typeof corrections.schema>;

/** How often each verdict was given of one label by one rule in one month. Leads back to nobody. */
export const correctionCounts = defineCollection({
  name: 'correctionCounts',
  keptFor: { days: 2190, why: 'counts by month, rule and label: no person, no talk, no words' },
  schema: z.object({
    id,
    rev,
    month: z.string(),
    kind,
    rule: z.string(),
    label: z.string(),
    counts: z.record(z.string(), z.number().int().min(0)),
    /** moves that are in the counts and may be tried again: random names, taken out once they are done */
    open: z.array(z.string()),
    expiresAt: moment,
  }),
  indexes: [
    { key: { month: 1 }, serves: 'What was said in these months?' },
    { key: { expiresAt: 1 }, serves: 'Which counts are past their retention?' },
  ],
  sealed: [],
});
export type CorrectionCount = z.infer<typeof correctionCounts.schema>;

/** A line in a reviewer's own words, for the corpus. Nothing in it says which talk it was written after. */
export const rewrites = defineCollection({
  name: 'rewrites',
  keptFor: { days: 730, why: 'lines reviewers wrote for the corpus: two years to take them out; of nobody' },
  schema: z.object({
    id,
    rev,
    /** the account of who wrote it */
    reviewer: z.string(),
    reviewerName: z.string(),
    text: z.string(),
    /** what it means; the one that it is not about is null */
    risk: z
      .object({
        risk: z.string(),
        level: z.enum(['emergency', 'urgent', 'none']),
        who: z.enum(['self', 'other']),
        when: z.enum(['now', 'past', 'future']),
      })
      .nullable(),
    needs: z.array(z.enum(NEEDS)).nullable(),
    writtenAt: moment,
    exportedAt: moment.nullable(),
    expiresAt: moment,
  }),
  indexes: [
    { key: { exportedAt: 1, writtenAt: 1 }, serves: 'Which lines were not taken out yet, in order?' },
    { key: { expiresAt: 1 }, serves: 'Which lines are past their retention?' },
  ],
  sealed: ['reviewerName', 'text'],
});
export type Rewrite = z.infer<typeof rewrites.schema>;
