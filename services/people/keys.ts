/** What a person may be looked up by, as keyed hashes: their names and numbers themselves are sealed, and are searched nowhere. */
import { numberKey } from '../../dialogs/contactWays';
import type { ConversationState } from '../../dialogs/types';
import type { Hash } from '../store/identity';

/** Where a person may have written a number of their own. */
const NUMBERS = ['said/number', 'said/wayBack', 'said/riskNumber', 'said/safeAlternative'] as const;
/** Words of a name that are kept; a name has no more. */
const mostWords = 5;

export interface KnownBy {
  readonly name: string;
  /** as "+447700900123" */
  readonly numbers: readonly string[];
}

/** What they said they are called, and the numbers they gave. */
export function knownBy({ secrets }: Pick<ConversationState, 'secrets'>): KnownBy {
  const name = (secrets['said/name'] ?? '').split('\n')[0]?.trim() ?? '';
  const numbers = NUMBERS.flatMap((field) => numberKey(secrets[field] ?? '') || []);
  return { name, numbers: [...new Set(numbers)] };
}

/** The words of a name as they are compared: small letters, no accents, no marks. */
export function nameWords(name: string): readonly string[] {
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['\u2019]/g, '');
  return [...new Set(plain.match(/[\p{L}\p{N}]+/gu) ?? [])].slice(0, mostWords);
}

const pairs = (words: readonly string[]): readonly string[] =>
  words.flatMap((one, n) => words.slice(n + 1).map((other) => [one, other].toSorted().join(' ')));

export const nameKey = (hash: Hash, words: string): string => hash('person name', words);
export const phoneKey = (hash: Hash, number: string): string => hash('person number', number);

/** Every key of theirs: each word of the name, each two of them, and each number. */
export function keysOf(hash: Hash, { name, numbers }: KnownBy): readonly string[] {
  const words = nameWords(name);
  return [
    ...[...words, ...pairs(words)].map((one) => nameKey(hash, one)),
    ...numbers.map((number) => phoneKey(hash, number)),
  ];
}

/** The key to look a name up by: that of two of its words where there are two, which fewer people share. */
export function keyForName(hash: Hash, name: string): string | null {
  const [first, second] = nameWords(name);
  if (first === undefined) return null;
  return nameKey(hash, second === undefined ? first : [first, second].toSorted().join(' '));
}
