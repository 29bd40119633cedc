/** How the rota is kept: one record for each of the team. */
import { z } from 'zod';
import { defineCollection } from '../store/definition';
import { staffRotaShape } from './rota';

export const rotaCollection = defineCollection({
  name: 'rota',
  keptFor: { days: 'ever', why: 'who of the team works when: what ended over a year ago goes with the next change' },
  schema: staffRotaShape.extend({ rev: z.number().int().min(1) }),
  indexes: [],
  sealed: [],
});
export type StoredRota = z.infer<typeof rotaCollection.schema>;
