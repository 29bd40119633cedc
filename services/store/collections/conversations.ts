/** Conversations and their transcripts as they are stored: every word a person could have written is sealed. */
import { z } from 'zod';
import { defineCollection } from '../definition';
import { effectKind, moment, openState } from './conversationState';

const sealed = z.string().regex(/^v1[.]/);

/** One turn as kept: who, when and which messages in the open for reports, its words sealed. */
const keptTurn = z.object({
  /** the rev this turn made: its number in the conversation */
  n: z.number(),
  inboundId: z.string(),
  at: moment,
  firstItem: z.number(),
  items: z.number(),
  messageIds: z.array(z.string()),
  words: sealed,
});
export type KeptTurn = z.infer<typeof keptTurn>;

const waitingEffect = z.object({
  id: z.string(),
  at: moment,
  kind: effectKind,
  data: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())])),
  secret: sealed.exactOptional(),
  /** the work queue tries it, with its back-off; the sweep does not */
  parked: z.boolean().exactOptional(),
});
export type WaitingEffect = z.infer<typeof waitingEffect>;

export const conversations = defineCollection({
  name: 'conversations',
  keptFor: {
    days: 'ever',
    why: '24 h without consent, 30 days when left, 90 days after an intake, 7 years after danger; a child at risk is never deleted by clock',
  },
  schema: z.object({
    id: z.string(),
    /** absent in documents from before lives had names: their time of birth stands for it */
    life: z.string().min(1).exactOptional(),
    rev: z.number(),
    state: openState,
    /** field -> sealed value */
    secrets: z.record(z.string(), sealed),
    items: z.number(),
    recent: z.array(keptTurn),
    /** the last turn already in `messages` */
    copied: z.number(),
    /** short hashes of the latest inbound ids, so a new message needs no search for an old one */
    seen: z.array(z.string()),
    /** effects committed and not done yet */
    outbox: z.array(waitingEffect),
    phraseHash: z.string().exactOptional(),
    /** the phrase opens nothing after this, ms */
    phraseUntil: moment.exactOptional(),
    movedTo: z.string().nullable(),
    /** since when it is being forgotten, ms: whoever comes back meanwhile waits until it is gone and begins anew */
    forgetting: moment.exactOptional(),
    createdAt: moment,
    updatedAt: moment,
    expiresAt: moment,
  }),
  indexes: [
    {
      key: { phraseHash: 1 },
      serves:
        'Which conversation does this resume phrase belong to? One alone: a phrase that is live is drawn again (H8)',
      unique: true,
      only: { phraseHash: { $exists: true } },
    },
    {
      key: { 'outbox.at': 1 },
      serves: 'Which effects were committed but not done, oldest first?',
      only: { 'outbox.at': { $exists: true } },
    },
    { key: { expiresAt: 1 }, serves: 'Which conversations are past their retention?' },
  ],
  // sealed by the store itself, value by value, under the places named in its code
  sealed: [],
  // a third of the cost of a commit otherwise, and more with every answer
  light: ['state', 'seen', 'recent', 'secrets', 'outbox'],
});

/** How long three words carry on a conversation after they were last given out, ms (H8). */
export const phraseLastsFor = 90 * 24 * 60 * 60 * 1000;

/** Turns in one page of the transcript. Written once when it is full: a document a turn costs the database twice the whole turn. */
export const turnsInPage = 6;

export const messages = defineCollection({
  name: 'messages',
  keptFor: { days: 'ever', why: 'with its conversation', hangsOn: { field: 'conversationId', goes: 'always' } },
  schema: z.object({
    /** `<conversationId>:<life>:<n of its first turn>`; the same page is always the same turns, so writing it twice is safe */
    id: z.string(),
    conversationId: z.string(),
    /** absent in pages from before lives had names */
    life: z.string().min(1).exactOptional(),
    turns: z.array(keptTurn),
    /** number of the page's last item */
    lastItem: z.number(),
    expiresAt: moment,
  }),
  indexes: [
    { key: { conversationId: 1, lastItem: 1 }, serves: 'The turns of this conversation after item N, in order' },
    { key: { conversationId: 1, 'turns.inboundId': 1 }, serves: 'Which turn did this old inbound message make?' },
    { key: { expiresAt: 1 }, serves: 'Which turns are past their retention?' },
  ],
  sealed: [],
});
