/** Makes the database what the registry says: collections, checks and indexes. Doing it again changes nothing. */
import { isDeepStrictEqual } from 'node:util';
import { type Db, type Document, MongoServerError } from 'mongodb';
import type { CollectionDefinition, Index } from '../definition';
import { alone, nameOfShape, note, readLedger } from './ledger';
import type { Migration } from './migrations/migration';
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

/** The shape a definition asks for: its check and its indexes. */
const wanted = (definition: CollectionDefinition) => ({
  validator: validatorOf(definition),
  indexes: definition.indexes,
});
const shapeId = ({ name }: CollectionDefinition) => `shape:${name}`;
const migrationId = ({ id }: Migration) => `migration:${id}`;

interface Wish {
  readonly definition: CollectionDefinition;
  /** the name of the shape this process knows */
  readonly shape: string;
}

/**
 * Applies every definition and runs every migration, once for all processes. A shape the collection has had before and has
 * no longer is an older version's: that process goes on with the newer one, however late it starts (H7). Records made by
 * the older version still pass it, for what a newer one adds is never required.
 */
export async function prepare(
  db: Db,
  definitions: readonly CollectionDefinition[],
  migrations: readonly Migration[],
): Promise<void> {
  const wishes = definitions.map((definition): Wish => ({ definition, shape: nameOfShape(wanted(definition)) }));
  const open = (ledger: ReadonlyMap<string, readonly string[]>) => ({
    shapes: wishes.filter(({ definition, shape }) => !(ledger.get(shapeId(definition)) ?? []).includes(shape)),
    migrations: migrations.filter((one) => !ledger.has(migrationId(one))),
  });
  const nothing = ({ shapes, migrations: left }: ReturnType<typeof open>) => shapes.length + left.length === 0;
  if (nothing(open(await readLedger(db)))) return;
  await alone(db, async () => {
    // another process may have done it while this one waited
    const left = open(await readLedger(db));
    // data first: a new check or a unique index may need what a migration changes
    for (const migration of left.migrations) {
      await migration.up(db);
      await note(db, migrationId(migration), 'done');
    }
    const there = await db.listCollections().toArray();
    const validators = new Map(
      there.map((one) => [one.name, 'options' in one ? (one.options?.['validator'] ?? null) : null]),
    );
    await Promise.all(
      left.shapes.map(async ({ definition, shape: name }) => {
        await shape(db, definition, validators.get(definition.name));
        await index(db, definition);
        await note(db, shapeId(definition), name);
      }),
    );
  });
}
