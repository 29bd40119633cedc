/** The way back to somebody who wrote through Azure Bot Service, so that news can reach them later. */
import { z } from 'zod';
import { defineCollection } from '../definition';
import { moment } from './conversationState';

/** The latest conversation reference of one conversation at one channel, under the keyed hash of both. */
export const references = defineCollection({
  name: 'references',
  keptFor: { days: 400, why: 'the way back on Azure channels', hangsOn: { field: 'conversationId', goes: 'always' } },
  schema: z.object({
    /** keyedHash(key, 'reference', address at the channel) */
    id: z.string().min(1),
    rev: z.number().int().min(1),
    /** Azure's name of the channel: `msteams`, `sms` */
    channelId: z.string().min(1),
    /** ours */
    conversationId: z.string().min(1),
    /** the reference as JSON; on some channels the ids in it are phone numbers */
    reference: z.string(),
    updatedAt: moment,
    expiresAt: moment,
  }),
  indexes: [
    {
      key: { conversationId: 1, updatedAt: -1 },
      serves: 'By which channel of Azure can this conversation be reached, the latest first?',
    },
    { key: { expiresAt: 1 }, serves: 'Which references are past their retention?' },
  ],
  sealed: ['reference'],
});
export type StoredReference = z.infer<typeof references.schema>;
