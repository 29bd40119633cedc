/** Makes the database what the registry says: collections, checks and indexes. Doing it again changes nothing. */
import { isDeepStrictEqual } from 'node:util';
import { type Db, type Document, MongoServerError } from 'mongodb';
import type { CollectionDefinition, Index } from '../definition';
import { validatorOf } from './validator';

const existsAlready = 48;
const noSuchCommand = 59;
const indexDiffers = new Set([85, 86]);
const hasCode = (error: unknown, codes: ReadonlySet<number>) =>
  error instanceof MongoServerError && typeof error.code === 'number' && codes.has(error.code);

interface Rules {
  readonly validator: Document;
  readonly validationLevel: 'strict';
  readonly validationAction: 'error';
}

async function shape(db: Db, definition: CollectionDefinition, now: unknown): Promise<void> {
  const validator = validatorOf(definition);
  const rules: Rules = { validator, validationLevel: 'strict', validationAction: 'error' };
  if (isDeepStrictEqual(now, validator)) return;
  if (now === undefined) {
    try {
      await db.createCollection(definition.name, rules);
      return;
    } catch (error) {
      // another process made it a moment ago
      if (!hasCode(error, new Set([existsAlready]))) throw error;
    }
  }
  try {
    await db.command({ collMod: definition.name, ...rules });
  } catch (error) {
    if (!hasCode(error, new Set([noSuchCommand]))) throw error;
    await rebuild(db, definition.name, rules);
  }
}

/**
 * The built-in engine has no collMod: the collection is copied into one with the new check, which then takes its
 * name in one step. Nothing else writes meanwhile, for that engine serves this app alone and this is its start.
 */
async function rebuild(db: Db, name: string, rules: Rules): Promise<void> {
  const next = `${name}.next`;
  // left by a start that was killed half way
  await db.dropCollection(next);
  await db.createCollection(next, rules);
  // what was right under the old check stays; it is looked at again when it is read
  const copied = db.collection(name).aggregate([{ $merge: { into: next } }], { bypassDocumentValidation: true });
  await copied.toArray();
  await db.renameCollection(next, name, { dropTarget: true });
}

const indexName = ({ key }: Index) => Object.entries(key).flat().join('_');

async function index(db: Db, definition: CollectionDefinition): Promise<void> {
  if (definition.indexes.length === 0) return;
  const collection = db.collection(definition.name);
  const wanted = definition.indexes.map((one) => ({
    key: one.key,
    name: indexName(one),
    ...(one.unique === true ? { unique: true } : {}),
    ...(one.only === undefined ? {} : { partialFilterExpression: one.only }),
  }));
  try {
    await collection.createIndexes(wanted);
  } catch (error) {
    if (!hasCode(error, indexDiffers)) throw error;
    for (const { name } of wanted) await collection.dropIndex(name).catch(() => undefined);
    await collection.createIndexes(wanted);
  }
}

/** Applies every definition, side by side. */
export async function prepare(db: Db, definitions: readonly CollectionDefinition[]): Promise<void> {
  const there = await db.listCollections().toArray();
  const validators = new Map(
    there.map((one) => [one.name, 'options' in one ? (one.options?.['validator'] ?? null) : null]),
  );
  await Promise.all(
    definitions.map(async (definition) => {
      await shape(db, definition, validators.get(definition.name));
      await index(db, definition);
    }),
  );
}
