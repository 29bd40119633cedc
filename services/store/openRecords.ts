/** Opens the records of one collection, in whatever keeps them. */
import type { z } from 'zod';
import type { CollectionDefinition } from './definition';
import type { Records } from './ports';

export type OpenRecords = <T extends { readonly id: string }>(
  definition: CollectionDefinition<z.ZodObject & z.ZodType<T>>,
) => Records<T>;
