/** What the weights of the deep stage are, and were made of. */
import { z } from 'zod';

const tensor = z.object({
  kind: z.enum(['i8', 'f32']),
  shape: z.array(z.number().int().positive()).min(1).max(2),
  /** where it begins in deep.bin, in bytes */
  at: z.number().int().nonnegative().multipleOf(16),
});

export const deepCard = z.object({
  about: z.string(),
  /** SHA-256 of deep.bin and of pieces.txt */
  weights: z.string().length(64),
  pieces: z.string().length(64),
  /** SHA-256 of each file of the corpus it learned from */
  files: z.record(z.string(), z.string().length(64)),
  lines: z.number().int().positive(),
  /** most word pieces it looks at together */
  longest: z.number().int().min(16).max(512),
  layers: z.number().int().min(1).max(12),
  outputs: z.array(z.string()).min(3),
  tensors: z.record(z.string(), tensor),
});
export type DeepCard = z.infer<typeof deepCard>;
