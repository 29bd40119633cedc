/** Seals and opens the fields a definition names, wherever they are in a record. */
import type { Sealer } from '../seal';

type Change = (value: unknown, path: string) => unknown;

const isPlain = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

function at(value: unknown, segments: readonly string[], path: string, change: Change): unknown {
  // nothing to hide in nothing, and look-ups for "none" keep working
  if (value === null || value === undefined) return value;
  const [next, ...rest] = segments;
  if (next === undefined) return change(value, path);
  if (Array.isArray(value)) return value.map((item) => at(item, segments, path, change));
  if (!isPlain(value)) return value;
  if (next === '*') {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, at(inner, rest, path, change)]));
  }
  return next in value ? { ...value, [next]: at(value[next], rest, path, change) } : value;
}

function everywhere(record: object, paths: readonly string[], change: Change): Record<string, unknown> {
  let made: unknown = record;
  for (const path of paths) made = at(made, path.split('.'), path, change);
  return isPlain(made) ? made : {};
}

export function sealFields(sealer: Sealer, name: string, id: string, paths: readonly string[], record: object) {
  return everywhere(record, paths, (value, field) =>
    sealer.seal({ collection: name, id, field }, JSON.stringify(value)),
  );
}

export function openFields(sealer: Sealer, name: string, id: string, paths: readonly string[], record: object) {
  return everywhere(record, paths, (value, field): unknown =>
    JSON.parse(sealer.open({ collection: name, id, field }, String(value))),
  );
}
