/** What a collection is: its records' shape, the questions its indexes answer, and which fields are sealed. */
import type { z } from 'zod';

export interface Index {
  /** field -> 1, -1 */
  readonly key: Readonly<Record<string, 1 | -1>>;
  /** a sentence naming the query this index serves */
  readonly serves: string;
  readonly unique?: boolean;
  /** MongoDB partial filter: only these documents are in the index */
  readonly only?: Readonly<Record<string, unknown>>;
}

/** How long records are kept (guide.md 2.6), and whether they hang on a conversation. There is no collection without it. */
export interface KeptFor {
  /** the longest after a record's last change, in days, by its own `expiresAt`; 'ever' when it has no clock */
  readonly days: number | 'ever';
  /** the line of the guide it follows, or why it may stay: shown in docs/retention.md */
  readonly why: string;
  /** the field that names its conversation; it goes with that always, or only when nobody agreed to be kept */
  readonly hangsOn?: { readonly field: string; readonly goes: 'always' | 'withoutConsent' };
}

export interface CollectionDefinition<Schema extends z.ZodObject = z.ZodObject> {
  readonly name: string;
  /** the record as the app knows it, with `id`; stored under `_id` */
  readonly schema: Schema;
  /** written on every document as `v`, for migrations to find the older ones; 1 where it never changed */
  readonly version?: number;
  readonly indexes: readonly Index[];
  /** paths of fields that are words or contact details: encrypted at rest. A path walks into every item of a list */
  readonly sealed: readonly string[];
  readonly keptFor: KeptFor;
  /** top fields the database checks by kind alone, because they grow and are written every turn; zod checks the rest */
  readonly light?: readonly string[];
}

/** The one way to describe a collection; the validator and the indexes are made from it at start. */
export function defineCollection<Schema extends z.ZodObject>(
  definition: CollectionDefinition<Schema>,
): CollectionDefinition<Schema> {
  return definition;
}
