/** Voice notes and photos people sent, and their bytes in pieces (guide.md 2.6, X7, X8). */
import { z } from 'zod';
import { defineCollection } from '../definition';
import { carrierName } from './carriers';
import { moment } from './conversationState';

const id = z.string().min(1);
const rev = z.number().int().min(1);
const count = z.number().int().min(0);

/** One file: where it waits at its carrier, or what became of it. Nothing in it says what the file holds. */
export const media = defineCollection({
  name: 'media',
  keptFor: {
    days: 365,
    why: 'voice notes and photos: 7 days at most, a year as evidence',
    hangsOn: { field: 'conversationId', goes: 'always' },
  },
  schema: z.object({
    /** keyedHash('media', the turn it came with and its place in it): keeping it twice keeps one */
    id,
    rev,
    conversationId: z.string(),
    carrier: carrierName,
    /** where to fetch it; null once the carrier has let go of its copy */
    at: z.string().nullable(),
    state: z.enum(['waiting', 'kept', 'refused', 'gone', 'deleted']),
    /** as its carrier names it */
    contentType: z.string(),
    /** it came as a voice note, whatever its bytes turned out to be: what the person was asked rests on it */
    voice: z.boolean(),
    /** how large; null while no piece of it is here */
    bytes: count.nullable(),
    /** the code behind the state */
    why: z.string().nullable(),
    /** tries to fetch it; its pieces are those of the last one */
    attempts: count,
    /** tries to have the carrier delete its own copy */
    removals: count,
    carrierCopy: z.enum(['there', 'removed', 'cannot']),
    /** the next try of either kind */
    dueAt: moment,
    receivedAt: moment,
    /** a person dealt with it */
    handledAt: moment.nullable(),
    /** kept as evidence, with the reason somebody gave */
    evidence: z.boolean(),
    evidenceReason: z.string().nullable(),
    expiresAt: moment,
  }),
  indexes: [
    { key: { state: 1, dueAt: 1 }, serves: 'Which files wait to be fetched?' },
    { key: { carrierCopy: 1, dueAt: 1 }, serves: 'Which files are still to be deleted at their carrier?' },
    { key: { conversationId: 1, receivedAt: 1 }, serves: 'What files came with this conversation?' },
    { key: { expiresAt: 1 }, serves: 'Which files are past their time?' },
  ],
  sealed: ['at', 'evidenceReason'],
});
export type MediaFile = z.infer<typeof media.schema>;

/** A piece of a file, small enough for one document (MongoDB limit: 16 MB). */
export const mediaParts = defineCollection({
  name: 'mediaParts',
  keptFor: { days: 365, why: 'as the file they are pieces of' },
  schema: z.object({
    /** `<mediaId>:<attempt>:<n>`: two tries at one file never share a piece */
    id,
    rev,
    mediaId: z.string(),
    /** the bytes in base64; null once deleted */
    words: z.string().nullable(),
    expiresAt: moment,
  }),
  indexes: [{ key: { expiresAt: 1 }, serves: 'Which pieces are past their time?' }],
  sealed: ['words'],
});
export type MediaPart = z.infer<typeof mediaParts.schema>;
