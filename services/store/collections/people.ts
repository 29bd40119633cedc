/** People, and what they agreed to. */
import { z } from 'zod';
import { defineCollection } from '../definition';
import { moment } from './conversationState';

const id = z.string().min(1);
const rev = z.number().int().min(1);

/** Somebody who came for help: made when they say what to call them or give a number, never by guess. Named after a conversation and its life. */
export const people = defineCollection({
  name: 'people',
  keptFor: {
    days: 365,
    why: 'support record: 12 months after',
    hangsOn: { field: 'conversationIds', goes: 'withoutConsent' },
  },
  schema: z.object({
    id,
    rev,
    name: z.string().nullable(),
    /** keyed hashes of the words of their name and of the numbers they gave */
    keys: z.array(z.string()).default([]),
    conversationIds: z.array(z.string()),
    createdAt: moment,
    updatedAt: moment,
    expiresAt: moment,
  }),
  indexes: [
    { key: { keys: 1 }, serves: 'Who is called this, or gave this number?' },
    { key: { conversationIds: 1 }, serves: 'Whose conversation is this?' },
    { key: { expiresAt: 1 }, serves: 'Which people are past their retention?' },
  ],
  sealed: ['name'],
});
export type Person = z.infer<typeof people.schema>;

/** One thing agreed, refused or taken back, with the words that were on the screen. Append-only. */
export const consents = defineCollection({
  name: 'consents',
  keptFor: {
    days: 2555,
    why: 'consent and sharing log: support record and 6 years',
    hangsOn: { field: 'conversationId', goes: 'withoutConsent' },
  },
  schema: z.object({
    id,
    conversationId: z.string(),
    purpose: z.string(),
    /** who it is shared with, where the purpose is sharing */
    organisationId: z.string().nullable(),
    given: z.boolean(),
    at: moment,
    messageId: z.string(),
    /** exactly what was shown */
    shown: z.string(),
    expiresAt: moment,
  }),
  indexes: [
    { key: { conversationId: 1, purpose: 1, at: -1 }, serves: 'What did this person last say about this purpose?' },
    { key: { expiresAt: 1 }, serves: 'Which consents are past their retention?' },
  ],
  sealed: ['shown'],
});
export type Consent = z.infer<typeof consents.schema>;
