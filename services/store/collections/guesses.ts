/** How often an address guessed at somebody's three words lately; a keyed hash, a number, and gone within the hour. */
import { z } from 'zod';
import { defineCollection } from '../definition';
import { moment } from './conversationState';

export const guesses = defineCollection({
  name: 'guesses',
  keptFor: { days: 1 / 24, why: 'a count of guesses, under a keyed hash' },
  schema: z.object({
    /** keyedHash('guess', address) */
    id: z.string().min(1),
    rev: z.number().int().min(1),
    count: z.number().int().min(1),
    /** counting starts again then */
    expiresAt: moment,
  }),
  indexes: [{ key: { expiresAt: 1 }, serves: 'Which counts are over?' }],
  sealed: [],
});
export type Guesses = z.infer<typeof guesses.schema>;
