/** Writes a record that must not get lost: there already is fine, something else under its name is a loud fault. */
import { isDeepStrictEqual } from 'node:util';
import type { Records } from './ports';

/** Another record stands under this id. Names fields, never what they hold. */
export class RecordDiffers extends Error {
  constructor(fields: readonly string[]) {
    super(`A record of this id is there and differs in ${fields.join(', ')}`);
    this.name = 'RecordDiffers';
  }
}

/**
 * Adds `record` once, however often it is tried; true when it was new. `fixed` are the fields nothing changes later: when
 * what is there differs in one of them it is not ours, and RecordDiffers is thrown. Throws StoreDown.
 */
export async function addOnce<T extends { readonly id: string }>(
  records: Pick<Records<T>, 'add' | 'get'>,
  record: T,
  fixed: readonly (keyof T & string)[],
): Promise<boolean> {
  if (await records.add(record)) return true;
  const there = await records.get(record.id);
  // forgotten between the two: the next try writes it
  if (there === null) throw new RecordDiffers(['id']);
  const differs = fixed.filter((field) => !isDeepStrictEqual(there[field], record[field]));
  if (differs.length > 0) throw new RecordDiffers(differs);
  return false;
}
