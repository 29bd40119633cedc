/** Any will do, I'd be a bother, not always: what people say for "you choose", and the one line that shares a word. */
import { plain } from '../answers/labels';
import type { Understood } from '../answers/understandAnswer';
import type { Question } from '../catalogue/question';
import type { Choice } from '../content/words';
import type { OptionShown } from '../types';

/** The question on the table, as it was put: what an answer is read against. */
export interface Put {
  readonly id: string;
  readonly kind: Question['kind'];
  readonly choices: readonly Choice[];
  readonly options: readonly OptionShown[];
}

const answer = (choices: readonly string[], text = ''): Understood => ({ kind: 'answer', choices, text });

const small = new Set(
  'the a an one ones thing something that with where who it is for to of and or my me like aye yes im id on in at i you'.split(
    ' ',
  ),
);
/** The words of a text that carry something. */
export const wordsOf = (text: string) =>
  plain(text)
    .split(' ')
    .filter((word) => word.length > 2 && !small.has(word));
/** What a word begins with: "drinking" and "drink" are one. */
export const stem = (word: string) => word.slice(0, 5);

/** Safe at times only. */
const AT_TIMES =
  /\b(?:not always|not every|just now|for now|mostly|sometimes|depends|at times|unless|until|till|only when|in the day)\b/i;

/** "I don't want to be a bother" is neither yes nor no: they are told they are none, and asked once more. */
const BOTHER =
  /\b(?:(?:be|am|being) (?:a|any|nae|no) (?:bother|burden|trouble|nuisance|pest)|bother(?:ing)? (?:you|yous|ye|anyone|anybody|folk|people|them)|put (?:you|yous|ye|anyone|anybody|folk|them) (?:out|to any)|waste (?:your|yer|anybody'?s|anyone'?s|their) time|others? need it more)\b/i;
const BOTHER_AT: ReadonlySet<string> = new Set([
  'helpChoosing',
  'noMatch',
  'talkItThrough',
  'under16',
  'unsure',
  'checkIn',
  'afterNote',
  'returnHow',
]);

/** Do they say they would be a bother, at a question that offers them something? */
export function isBother(id: string, text: string): boolean {
  return BOTHER_AT.has(id) && BOTHER.test(text);
}

/** Any will do: "whatever", "any", "either", "up to you", "not fussed", "whichever's quickest". */
const ANY =
  /^\W*(?:(?:och|oh|um|well|just|aye|yes|ok|honestly|dunno|happy|i|i'?m|am|im|do|really) )*(?:any(?: ?(?:one|thing|wan|yin|of (?:them|those|these)))?|whatever(?:'?s| is)?(?: \w+){0,3}|whit(?:ever)?|which ?ever(?:'?s| is)?(?: \w+){0,3}|either(?: (?:one|way|of them))?|(?:you|yous|ye) (?:pick|choose|decide)|up to (?:you|yous)|(?:not|no|nae) (?:fussed|bothered|fussy|particular)|(?:don'?t|dont|dinnae|do not) (?:mind|care)|all the same(?: to me)?|it'?s all one(?: to me)?|makes no odds)(?: (?:will do|is fine|please|dear|pal|son|hen|thanks|really|to me|if (?:it|that) helps|suits|works|is best|you think|you like))*\W*$/i;

/** What stands where any will do: the first idea, the way they already write, any time. */
export function anyOf(put: Put, text: string): Understood | null {
  if (text.length > 80 || !ANY.test(text)) return null;
  const has = (id: string) => put.choices.some((one) => one.id === id);
  const first = put.options.find((option) => has(option.serviceId));
  if (put.id === 'options') return first ? answer([first.serviceId], text) : null;
  if (put.id === 'priority') return put.choices[0] ? answer([put.choices[0].id]) : null;
  if (put.id === 'pace') return answer(['now']);
  // one of our team is offered: who minds neither way is not left without
  if (OFFERS_PERSON.has(put.id)) return answer(['yes']);
  if (put.id === 'window' && has('anyTime')) return answer(['anyTime']);
  return put.id === 'senderStyle' && has('noName') ? answer(['noName']) : null;
}

/** "his drinking, definitely": the one line of a short list that shares a word with theirs. */
export function byLabel(put: Put, text: string): Understood | null {
  if (put.id !== 'priority') return null;
  const words = new Set(wordsOf(text).map(stem));
  const found = put.choices.filter((choice) => wordsOf(choice.label).some((word) => words.has(stem(word))));
  return found.length === 1 && found[0] ? answer([found[0].id]) : null;
}

/** The whole message where it says a number is safe at times only; '' otherwise. */
export const timesIn = (text: string): string => (AT_TIMES.test(text) ? text : '');

const OFFERS_PERSON: ReadonlySet<string> = new Set(['helpChoosing', 'noMatch', 'talkItThrough']);

/** "Could it be by text?": a yes, and how. */
const BY_ANOTHER_WAY =
  /\b(?:could|can|would|if)\b.{0,30}\b(?:by|over|on|through|via|in) (?:text|message|whats ?app|e-?mail|phone|video|writing)\b/i;

/** "Yes maybe", "aye, I suppose": a yes that does not like to ask, where one of our team is offered. */
export const shyYes = (id: string, text: string): boolean =>
  OFFERS_PERSON.has(id) &&
  (/^\W*(?:(?:och|well|oh|ok) )?(?:yes|aye|yeah|ok|okay)\b/i.test(text) || BY_ANOTHER_WAY.test(text));
