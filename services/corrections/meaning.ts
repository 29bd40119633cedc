/** What a rewritten line may be said to mean: the labels the corpus knows, and no others. */
import { z } from 'zod';
import { NEEDS } from '../../dialogs/vocabulary';
import { riskLine } from '../understanding/learning/corpus';

/** A danger with its level, or none that sounds like one: that has no level. */
export const riskMeaning = riskLine
  .pick({ risk: true, level: true })
  .extend({ who: z.enum(['self', 'other']), when: z.enum(['now', 'past', 'future']) })
  .refine(({ risk, level }) => (risk === 'none') === (level === 'none'));

export const needsMeaning = z.array(z.enum(NEEDS)).min(1);
