/** Reads an answer the way people give them: a tap, a number, "2 and 4", a word of the label, "aye", a typo, or free text. */
import type { Kind } from '../catalogue/question';
import { recogniseCommand } from '../commands/recogniseCommand';
import type { Choice } from '../content/words';
import type { Command } from '../types';
import { byExactLabel, byLabel, plain } from './labels';
import { isPolite, linesOf, theOne } from './lines';
import { byAge, byNumber, isRange, numbersIn } from './numbers';
import { several } from './several';

export type Understood =
  | { readonly kind: 'answer'; readonly choices: readonly string[]; readonly text: string }
  | { readonly kind: 'skipped' }
  | { readonly kind: 'unsure' }
  | { readonly kind: 'notUnderstood' };

/** The longest free text kept, in characters; the rest is not an answer but a file. */
export const LONGEST_ANSWER = 4000;

const notUnderstood: Understood = { kind: 'notUnderstood' };
const picked = (choices: readonly string[], text = ''): Understood => ({
  kind: 'answer',
  choices,
  text: text.slice(0, LONGEST_ANSWER),
});
const words = (text: string): Understood => picked([], text);

/** "Yes" to "carry on, or leave it?" is carry on. */
const saidYes = ['yes', 'carryOn', 'keepGoing'];
const saidNo = ['no', 'none', 'notNow', 'leave', 'nothing', 'neither', 'notHere'];

function byCommand(choices: readonly Choice[], command: Command | null): Choice | undefined {
  const first = (ids: readonly string[], label: string) =>
    choices.find((choice) => ids.includes(choice.id)) ??
    choices.find((choice) => [label, `${label} please`].includes(plain(choice.label)));
  if (command === 'yes') return first(saidYes, 'yes');
  if (command === 'no') return first(saidNo, 'no');
  if (command === 'dont_know') return choices.find((choice) => choice.id === 'unsure');
  if (command === 'menu') return choices.find((choice) => choice.id === 'menu' || choice.id === 'list');
  return undefined;
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
  return /[^\s@]{1,64}@[^\s@]{1,190}\.[^\s@.]{2,63}/.exec(text)?.[0] ?? null;
}

interface Asked {
  readonly kind: Kind;
  readonly choices: readonly Choice[];
}

function readWayBack({ kind }: Asked, said: string, command: Command | null): Understood {
  const value = kind === 'phone' ? phoneOf(said) : emailOf(said);
  if (value) return words(value);
  return command === 'no' || command === 'dont_know' ? { kind: 'skipped' } : notUnderstood;
}

function readMany({ choices }: Asked, said: string, command: Command | null, seesNeeds: boolean): Understood {
  const found = several(choices, said);
  if (found === 'noneOfThem') return { kind: 'skipped' };
  if (found.length > 0) return picked(found);
  if (command === 'dont_know') return { kind: 'unsure' };
  // own words at a list are worth keeping when they name something
  return seesNeeds ? words(said) : notUnderstood;
}

/** One choice, by number, age or words; 'none' when it cannot be one of them, null when it may be free text. */
function pickOne({ choices }: Asked, said: string): Choice | 'none' | null {
  const exact = byExactLabel(choices, said);
  if (exact) return exact;
  const numbers = choices.length > 0 ? numbersIn(said) : null;
  const shown = numbers?.length === 1 ? byNumber(choices, numbers[0] ?? -1) : undefined;
  const found = shown ?? byAge(choices, said);
  if (found) return found;
  // numbers that were not offered, or two where one is asked: never an answer, in any kind of question
  return numbers === null && !isRange(said) ? (byLabel(choices, said) ?? null) : 'none';
}

/** One message, or one line of it, as the answer. */
function readOne(asked: Asked, said: string, command: Command | null, seesNeeds: boolean): Understood {
  const { kind, choices } = asked;
  if (command === 'skip') return { kind: 'skipped' };
  if (!said) return notUnderstood;
  if (kind === 'phone' || kind === 'email') return readWayBack(asked, said, command);
  if (kind === 'text') return command === 'dont_know' && choices.length > 0 ? { kind: 'skipped' } : words(said);
  const spoken = byCommand(choices, command);
  if (spoken) return picked([spoken.id]);
  if (kind === 'many') return readMany(asked, said, command, seesNeeds);
  const one = pickOne(asked, said);
  if (one === 'none') return notUnderstood;
  if (one !== null) return picked([one.id]);
  if (command === 'dont_know') return { kind: 'unsure' };
  return kind === 'choiceOrText' ? words(said) : notUnderstood;
}

const isWords = (one: Understood) => one.kind === 'answer' && one.choices.length === 0;

/** Several texts in one message: the whole if it can be read so, else the one line that answers, never two. */
function readLines(asked: Asked, lines: readonly string[], whole: Understood): Understood {
  if (asked.kind === 'text') {
    // "Jo", "thanks": the name is Jo
    const kept = lines.filter((line) => !isPolite(line)).join('\n');
    return isWords(whole) && kept !== '' ? words(kept) : whole;
  }
  const wayBack = asked.kind === 'phone' || asked.kind === 'email';
  // "07700 900123", "2": digits of two texts are never run together while one of them is a number by itself
  if (!wayBack && whole.kind !== 'notUnderstood' && !isWords(whole)) return whole;
  const read = lines.map((line) => readOne(asked, line, recogniseCommand(line), false));
  const found = theOne(read.filter((one) => one.kind !== 'notUnderstood' && (wayBack || !isWords(one))));
  if (found === 'several') return wayBack || !isWords(whole) ? notUnderstood : whole;
  if (found === null) return whole;
  if (found.kind !== 'answer' || asked.kind !== 'choiceOrText') return found;
  // what else they wrote at a question that takes words is kept beside the choice
  const isChoice = (line: string) => {
    const one = read[lines.indexOf(line)];
    return one?.kind === 'answer' && !isWords(one);
  };
  return picked(found.choices, lines.filter((line) => !isChoice(line) && !isPolite(line)).join('\n'));
}

/**
 * Reads one message as an answer to a question with these choices. Never throws, never gives a choice that was not
 * offered, and never takes a line for the answer to anything but this question.
 */
export function understandAnswer(
  kind: Kind,
  choices: readonly Choice[],
  text: string,
  command: Command | null,
  seesNeeds: boolean,
): Understood {
  const asked = { kind, choices };
  const whole = readOne(asked, text.trim(), command, seesNeeds);
  const lines = linesOf(text);
  return lines.length > 1 && whole.kind !== 'skipped' ? readLines(asked, lines, whole) : whole;
}
