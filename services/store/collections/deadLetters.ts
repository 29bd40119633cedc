/** What was set aside: a message no turn could be made of, or a record nobody can read. A person of the team looks at each. */
import { z } from 'zod';
import { defineCollection } from '../definition';
import { moment } from './conversationState';

export const deadLetters = defineCollection({
  name: 'deadLetters',
  keptFor: {
    days: 90,
    why: 'full transcript: 90 days; a person looks at what was set aside within it',
    hangsOn: { field: 'conversationId', goes: 'always' },
  },
  schema: z.object({
    /** made of what was set aside, so that setting it aside twice is one letter and one alert */
    id: z.string().min(1),
    what: z.enum(['message', 'record']),
    conversationId: z.string().nullable(),
    /** the inbound id of a message; the collection and id of a record */
    source: z.string(),
    /** the kind of fault, never its message */
    why: z.string(),
    /** what they wrote; null for a record */
    words: z.string().nullable(),
    at: moment,
    expiresAt: moment,
  }),
  indexes: [
    { key: { at: 1 }, serves: 'What was set aside, oldest first?' },
    { key: { conversationId: 1 }, serves: 'What of this conversation was set aside, to show or erase it?' },
    { key: { expiresAt: 1 }, serves: 'Which of these are past their retention?' },
  ],
  sealed: ['words'],
});
export type DeadLetter = z.infer<typeof deadLetters.schema>;
