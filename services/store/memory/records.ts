/** The small record stores without a database: for unit tests and for playing conversations. */
import { isDeepStrictEqual } from 'node:util';
import type { z } from 'zod';
import type { CollectionDefinition } from '../definition';
import type { Records } from '../ports';

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every value a dotted path leads to, through lists as well, as MongoDB sees it. */
function valuesAt(value: unknown, path: readonly string[]): unknown[] {
  const [next, ...rest] = path;
  if (next === undefined) return Array.isArray(value) ? [value, ...value] : [value];
  if (Array.isArray(value)) return value.flatMap((item) => valuesAt(item, path));
  return isPlain(value) && next in value ? valuesAt(value[next], rest) : [];
}

const inOrder = (a: unknown, b: unknown, ok: (sign: number) => boolean): boolean => {
  if (typeof a === 'number' && typeof b === 'number') return ok(Math.sign(a - b));
  return typeof a === 'string' && typeof b === 'string' && ok(a < b ? -1 : Number(a > b));
};

function passes(values: readonly unknown[], operator: string, wanted: unknown): boolean {
  const any = (test: (value: unknown) => boolean) => values.some(test);
  switch (operator) {
    case '$eq':
      return any((value) => isDeepStrictEqual(value, wanted)) || (wanted === null && values.length === 0);
    case '$ne':
      return !passes(values, '$eq', wanted);
    case '$in':
      return Array.isArray(wanted) && wanted.some((one) => passes(values, '$eq', one));
    case '$exists':
      return values.length > 0 === wanted;
    case '$lt':
      return any((value) => inOrder(value, wanted, (sign) => sign < 0));
    case '$lte':
      return any((value) => inOrder(value, wanted, (sign) => sign <= 0));
    case '$gt':
      return any((value) => inOrder(value, wanted, (sign) => sign > 0));
    case '$gte':
      return any((value) => inOrder(value, wanted, (sign) => sign >= 0));
    default:
      throw new Error(`The store in memory does not know ${operator}`);
  }
}

function matches(record: unknown, query: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(query).every(([field, wanted]) => {
    if (field === '$or') return Array.isArray(wanted) && wanted.some((one) => isPlain(one) && matches(record, one));
    const values = valuesAt(record, field.split('.'));
    const operators =
      isPlain(wanted) && Object.keys(wanted).some((key) => key.startsWith('$')) ? wanted : { $eq: wanted };
    return Object.entries(operators).every(([operator, value]) => passes(values, operator, value));
  });
}

/** `Records` in memory. Copies in and out, so nothing is shared with what is stored. */
export function createMemoryRecords<T extends { readonly id: string }>(
  definition: CollectionDefinition<z.ZodObject & z.ZodType<T>>,
): Records<T> {
  const all = new Map<string, T>();
  const copy = (record: unknown): T => definition.schema.parse(structuredClone(record));
  const revOf = (record: unknown) => (isPlain(record) ? record['rev'] : undefined);
  return {
    async add(record) {
      if (all.has(record.id)) return false;
      all.set(record.id, copy(record));
      return true;
    },
    async get(id) {
      const found = all.get(id);
      return found === undefined ? null : copy(found);
    },
    async replace(record, fromRev) {
      const found = all.get(record.id);
      if (found === undefined || revOf(found) !== fromRev) return false;
      all.set(record.id, copy(record));
      return true;
    },
    async find(query, limit) {
      for (const field of Object.keys(query)) {
        if (definition.sealed.includes(field))
          throw new Error(`${definition.name}.${field} is sealed and cannot be searched`);
      }
      return [...all.values()]
        .filter((record) => matches(record, query))
        .slice(0, limit)
        .map(copy);
    },
    async revisions(query, limit) {
      const found = [...all.values()].filter((record) => matches(record, query)).slice(0, limit);
      return new Map(found.map((record) => [record.id, Number(revOf(record) ?? 0)]));
    },
    async count(query) {
      return [...all.values()].filter((record) => matches(record, query)).length;
    },
    async sweepExpired(now) {
      const due = [...all].filter(([, record]) => matches(record, { expiresAt: { $lte: now } }));
      for (const [id] of due) all.delete(id);
      return due.length;
    },
  };
}
