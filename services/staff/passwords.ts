/** What a password must be: long. Nothing about capitals and signs, which only make people write it down. */
export const SHORTEST = 12;
export const LONGEST = 200;
const LEAST_LETTERS = 5;

export type PasswordFault = 'short' | 'long' | 'same' | 'yours';

/** The same for every keyboard: one way to write each letter. */
export const plainPassword = (text: string): string => text.normalize('NFKC');

/** What is wrong with a new password; null when it will do. */
export function passwordFault(given: string, { name, email }: { name: string; email: string }): PasswordFault | null {
  const text = plainPassword(given);
  if (text.length < SHORTEST) return 'short';
  if (text.length > LONGEST) return 'long';
  if (new Set(text).size < LEAST_LETTERS) return 'same';
  const own = [...name.split(/\s+/), email.split('@')[0] ?? ''].filter((part) => part.length > 3);
  const left = own.reduce((rest, part) => rest.replaceAll(part.toLowerCase(), ''), text.toLowerCase());
  return left.length < LEAST_LETTERS ? 'yours' : null;
}
