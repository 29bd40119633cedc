/** Reads an answer the way people give them: a tap, a number, "2 and 4", a word of the label, "aye", a typo, or free text. */
import type { Kind } from '../catalogue/question';
import type { Choice } from '../content/words';
import type { Command } from '../types';

export type Understood =
  | { readonly kind: 'answer'; readonly choices: readonly string[]; readonly text: string }
  | { readonly kind: 'skipped' }
  | { readonly kind: 'unsure' }
  | { readonly kind: 'notUnderstood' };

/** The longest free text kept, in characters; the rest is not an answer but a file. */
export const LONGEST_ANSWER = 4000;

const picked = (choices: readonly string[]): Understood => ({ kind: 'answer', choices, text: '' });
const words = (text: string): Understood => ({ kind: 'answer', choices: [], text: text.slice(0, LONGEST_ANSWER) });

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/[^\p{L}\p{N}' ]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** How many single edits turn a into b, no further than `most` (Damerau-Levenshtein, optimal string alignment). */
function editsApart(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_one, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      row[j] = cost;
    }
    before = last;
    last = row;
  }
  return last[b.length] ?? most + 1;
}

const numberWords = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven'];

/** "2", "2 and 4", "1,3", "two": the numbers in a message that is nothing but numbers; null otherwise. */
function numbersIn(text: string): readonly number[] | null {
  const parts = plain(text.replace(/[&+/,;.]/g, ' '))
    .split(' ')
    .filter((one) => one !== '' && one !== 'and' && one !== 'n' && one !== 'number' && one !== 'option');
  const found = parts.map((one) => (/^\d{1,2}$/.test(one) ? Number(one) : numberWords.indexOf(one)));
  return found.length > 0 && found.every((one) => one >= 0) ? found : null;
}

/** G1's last line is "0 Nothing", so nought means the last one there. */
function byNumber(choices: readonly Choice[], number: number): Choice | undefined {
  const own = choices.find((choice) => choice.label === String(number));
  if (own) return own;
  if (number === 0) return choices.find((choice) => choice.id === 'nothing' || choice.id === 'none');
  return choices[number - 1];
}

function byLabel(choices: readonly Choice[], text: string): Choice | undefined {
  const said = plain(text);
  if (!said) return undefined;
  const exact = choices.find((choice) => plain(choice.label) === said || choice.id.toLowerCase() === said);
  if (exact) return exact;
  const close = choices.filter((choice) => {
    const label = plain(choice.label);
    return label.length >= 4 && editsApart(label, said, 2) <= (label.length >= 8 ? 2 : 1);
  });
  if (close.length === 1) return close[0];
  const begins = said.length >= 4 ? choices.filter((choice) => plain(choice.label).startsWith(`${said} `)) : [];
  if (begins.length === 1) return begins[0];
  const within = said.length >= 4 ? choices.filter((choice) => plain(choice.label).split(' ').includes(said)) : [];
  if (within.length === 1) return within[0];
  // "a quiet space please", "well, work and learning": one whole label inside a short message
  const around =
    said.split(' ').length <= 6
      ? choices.filter((choice) => plain(choice.label).length >= 4 && ` ${said} `.includes(` ${plain(choice.label)} `))
      : [];
  return around.length === 1 ? around[0] : undefined;
}

/** "Yes" to "carry on, or leave it?" is carry on. */
const saidYes = ['yes', 'carryOn', 'keepGoing'];
const saidNo = ['no', 'none', 'notNow', 'leave', 'nothing', 'neither', 'notHere'];

function byCommand(choices: readonly Choice[], command: Command | null): Choice | undefined {
  const first = (ids: readonly string[]) => choices.find((choice) => ids.includes(choice.id));
  if (command === 'yes') return first(saidYes);
  if (command === 'no') return first(saidNo);
  if (command === 'dont_know') return first(['unsure']);
  if (command === 'menu') return first(['menu', 'list']);
  return undefined;
}

function several(choices: readonly Choice[], text: string): readonly string[] {
  const numbers = numbersIn(text);
  if (numbers) {
    const found = numbers.map((number) => byNumber(choices, number));
    return found.every((one) => one !== undefined) ? found.flatMap((one) => (one ? [one.id] : [])) : [];
  }
  const pieces = text
    .split(/[,;\n]|\band\b|&|\+/i)
    .map((one) => one.trim())
    .filter(Boolean);
  const found = pieces.map((piece) => byLabel(choices, piece));
  return found.every((one) => one !== undefined) ? [...new Set(found.flatMap((one) => (one ? [one.id] : [])))] : [];
}

function phoneOf(text: string): string | null {
  const digits = text.replace(/[^\d+]/g, '');
  return /^\+?\d{9,15}$/.test(digits)
    ? text
        .replace(/[^\d+ ]/g, '')
        .replace(/\s+/g, ' ')
        .trim()
    : null;
}

function emailOf(text: string): string | null {
  return /[^\s@]+@[^\s@]+\.[^\s@.]{2,}/.exec(text)?.[0] ?? null;
}

/** Reads one message as an answer to a question with these choices. Never throws. */
export function understandAnswer(
  kind: Kind,
  choices: readonly Choice[],
  text: string,
  command: Command | null,
  seesNeeds: boolean,
): Understood {
  if (command === 'skip') return { kind: 'skipped' };
  const said = text.trim();
  if (!said) return { kind: 'notUnderstood' };
  if (kind === 'phone' || kind === 'email') {
    const value = kind === 'phone' ? phoneOf(said) : emailOf(said);
    return value
      ? words(value)
      : command === 'no' || command === 'dont_know'
        ? { kind: 'skipped' }
        : { kind: 'notUnderstood' };
  }
  if (kind === 'text') return command === 'dont_know' && choices.length > 0 ? { kind: 'skipped' } : words(said);
  const spoken = byCommand(choices, command);
  if (spoken) return picked([spoken.id]);
  if (kind === 'many') {
    const found = several(choices, said);
    if (found.length) return picked(found);
    if (command === 'dont_know') return { kind: 'unsure' };
    // own words at a list are worth keeping when they name something
    return seesNeeds ? words(said) : { kind: 'notUnderstood' };
  }
  const numbers = numbersIn(said);
  if (numbers?.length === 1 && choices.length > 0) {
    const one = byNumber(choices, numbers[0] ?? -1);
    if (one) return picked([one.id]);
    if (kind === 'choice' || kind === 'scale') return { kind: 'notUnderstood' };
  }
  const label = byLabel(choices, said);
  if (label) return picked([label.id]);
  if (command === 'dont_know') return { kind: 'unsure' };
  return kind === 'choiceOrText' ? words(said) : { kind: 'notUnderstood' };
}
