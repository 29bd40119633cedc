/** Makes a document a database check should accept, from the check itself. */
import fc from 'fast-check';

type Json = Readonly<Record<string, unknown>>;
const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

function text(pattern: unknown, least: number): string {
  const tries = [
    'example-1',
    'v1.key.abc',
    '2026-01-05',
    '2026-01-05T09:00:00Z',
    '09:00',
    'G72',
    'https://a.example/x',
    'a@a.example',
    'A'.repeat(43),
  ];
  const fits = (one: string) =>
    one.length >= least && (typeof pattern !== 'string' || new RegExp(pattern, 'u').test(one));
  const found = tries.find(fits);
  if (found !== undefined) return found;
  const [made = ''] = fc.sample(fc.stringMatching(new RegExp(String(pattern))), { numRuns: 1, seed: 1 });
  return made;
}

function example(schema: unknown): unknown {
  if (!isJson(schema)) return 'anything';
  const { enum: choices, anyOf, oneOf, allOf, properties, required, items, minItems } = schema;
  const kinds = schema['bsonType'];
  const bsonType: unknown = Array.isArray(kinds) ? kinds[0] : kinds;
  if (Array.isArray(choices)) return choices[0];
  for (const variants of [anyOf, oneOf]) if (Array.isArray(variants)) return example(variants[0]);
  if (Array.isArray(allOf)) return example(Object.assign({}, ...allOf));
  if (bsonType === 'number') return typeof schema['minimum'] === 'number' ? Math.max(1, schema['minimum']) : 1;
  if (bsonType === 'string') return text(schema['pattern'], Number(schema['minLength'] ?? 1));
  if (bsonType === 'bool') return true;
  if (bsonType === 'null') return null;
  if (bsonType === 'array') return Array.from({ length: Number(minItems ?? 1) }, () => example(items));
  if (!isJson(properties)) return {};
  const needed = Array.isArray(required) ? required : [];
  return Object.fromEntries(needed.map((field: string) => [field, example(properties[field])]));
}

export function exampleDocument(schema: unknown): Json {
  const made = example(schema);
  if (!isJson(made)) throw new Error('Not a document');
  return made;
}
