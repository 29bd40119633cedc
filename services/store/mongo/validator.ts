/** Makes the database's own check from a zod shape, so that the two can never differ. */
import { z } from 'zod';
import type { CollectionDefinition } from '../definition';

type Json = Readonly<Record<string, unknown>>;

const bsonTypes: Readonly<Record<string, string>> = {
  // the driver sends a whole number over 2^31 as a double, so a shape cannot ask for int
  integer: 'number',
  boolean: 'bool',
};

/** JSON Schema words MongoDB knows with the same meaning. */
const kept = new Set([
  'anyOf',
  'allOf',
  'oneOf',
  'not',
  'enum',
  'required',
  'pattern',
  'minLength',
  'maxLength',
  'minItems',
  'maxItems',
  'uniqueItems',
  'minimum',
  'maximum',
]);

const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

function mapValues(value: unknown, change: (inner: unknown) => unknown): Json {
  return isJson(value) ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, change(inner)])) : {};
}

/** JSON Schema as zod writes it -> `$jsonSchema` as MongoDB reads it (its manual, "$jsonSchema", Omissions). */
export function toBsonSchema(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(toBsonSchema);
  if (!isJson(schema)) return schema;
  const out: Record<string, unknown> = {};
  for (const [word, value] of Object.entries(schema)) {
    if (word === 'type' && typeof value === 'string') out['bsonType'] = bsonTypes[value] ?? value;
    else if (word === 'type' && Array.isArray(value)) out['bsonType'] = value.map((one) => bsonTypes[one] ?? one);
    else if (word === 'const') out['enum'] = [value];
    else if (word === 'properties') out['properties'] = mapValues(value, toBsonSchema);
    else if (word === 'items' || word === 'additionalProperties') out[word] = toBsonSchema(value);
    else if (word === 'exclusiveMinimum' || word === 'exclusiveMaximum') {
      out[word === 'exclusiveMinimum' ? 'minimum' : 'maximum'] = value;
      out[word] = true;
    } else if (kept.has(word)) out[word] = word.endsWith('Of') || word === 'not' ? toBsonSchema(value) : value;
  }
  return Object.keys(out).length === 1 && isEmpty(out['items']) ? {} : out;
}

const isEmpty = (value: unknown) => isJson(value) && Object.keys(value).length === 0;

const sealedValue = { bsonType: 'string', pattern: '^v1[.]' };

/** At each sealed path only a sealed string may stand (or null, where the shape allows null). */
function sealAt(schema: unknown, path: readonly string[]): unknown {
  if (!isJson(schema)) return schema;
  const variants = schema['anyOf'];
  if (Array.isArray(variants)) return { ...schema, anyOf: variants.map((one) => sealAt(one, path)) };
  if (schema['bsonType'] === 'null') return schema;
  const [next, ...rest] = path;
  if (schema['bsonType'] === 'array' && next !== undefined) return { ...schema, items: sealAt(schema['items'], path) };
  if (next === undefined) {
    const kinds = schema['bsonType'];
    const mayBeNull = Array.isArray(kinds) && kinds.includes('null');
    return mayBeNull ? { ...sealedValue, bsonType: ['string', 'null'] } : sealedValue;
  }
  const { properties, additionalProperties } = schema;
  if (isJson(properties) && next in properties) {
    return { ...schema, properties: { ...properties, [next]: sealAt(properties[next], rest) } };
  }
  if (next === '*') return { ...schema, additionalProperties: sealAt(additionalProperties, rest) };
  throw new Error(`There is no field "${next}" to seal`);
}

function collapseNull(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(collapseNull);
  if (!isJson(schema)) return schema;
  const variants = schema['anyOf'];
  const unique = Array.isArray(variants)
    ? [...new Map(variants.map((one) => [JSON.stringify(one), one])).values()]
    : null;
  return unique === null ? schema : { ...schema, anyOf: unique };
}

/** The validator of one collection: the zod shape, `id` as `_id`, sealed fields as sealed strings. */
export function validatorOf({ schema, sealed, name, light = [] }: CollectionDefinition): { $jsonSchema: Json } {
  const json = toBsonSchema(z.toJSONSchema(schema, { io: 'input', reused: 'inline', unrepresentable: 'any' }));
  const whole = sealed.reduce((made, path) => collapseNull(sealAt(made, path.split('.'))), json);
  const properties = isJson(whole) ? whole['properties'] : undefined;
  const required = isJson(whole) ? whole['required'] : undefined;
  if (!isJson(whole) || !isJson(properties) || !Array.isArray(required)) throw new Error(`${name} has no shape`);
  const { id, ...all } = properties;
  const kindOnly = (field: string, shape: unknown) =>
    light.includes(field) && isJson(shape) ? { bsonType: shape['bsonType'] } : shape;
  const others = Object.fromEntries(Object.entries(all).map(([field, shape]) => [field, kindOnly(field, shape)]));
  if (id === undefined) throw new Error(`Records of ${name} need an id`);
  return {
    $jsonSchema: {
      ...whole,
      required: required.map((field: unknown) => (field === 'id' ? '_id' : field)),
      properties: { _id: id, ...others },
    },
  };
}
