/** What one message answers at the question on the table, in whatever words: the asked slot, before anything else. */

import { plain } from '../answers/labels';
import { several } from '../answers/several';
import { type Understood, understandAnswer } from '../answers/understandAnswer';
import { inWords, onlyAsks } from '../answers/words/inWords';
import { wayBackIn } from '../facts';
import { asksLike } from '../reading/questionForm';
import type { Reading } from '../types';
import { anyOf, byLabel, isBother, type Put, shyYes, stem, timesIn, wordsOf } from './anyWillDo';
import { bandOf, spaced, windowOf } from './keepFacts';
import { scoreIn } from './numbersInWords';
import { topicIn } from './ownReading';

export type Answered =
  | Understood
  | { readonly kind: 'conditional' }
  | { readonly kind: 'asks'; readonly topic: string };

const answer = (choices: readonly string[], text = ''): Understood => ({ kind: 'answer', choices, text });
const notUnderstood: Understood = { kind: 'notUnderstood' };

/** The one answer a fact gives at the question that asks for it; null where the message holds no such fact. */
function byFact({ id, choices }: Put, text: string, { facts = {}, needs }: Reading): Understood | null {
  const has = (choice: string) => choices.some((one) => one.id === choice);
  switch (id) {
    case 'name':
      return facts.name ? answer([], nameOnly(facts.name.value)) : null;
    case 'ageBand':
      return facts.age ? answer([bandOf(facts.age.value.band)]) : null;
    case 'area':
      if (!facts.area) return null;
      return facts.area.value.id === 'else'
        ? answer(['somewhereElse'], facts.area.value.place)
        : answer([facts.area.value.id]);
    case 'areaOther':
      return facts.area ? answer([], facts.area.value.place) : null;
    case 'contactBy':
      return facts.contactBy && has(facts.contactBy.value) ? answer([facts.contactBy.value]) : null;
    case 'number':
      return facts.number ? answer([], spaced(facts.number.value)) : null;
    case 'email':
      return facts.email ? answer([], facts.email.value) : null;
    case 'wayBack':
    case 'riskNumber':
    case 'safeAlternative': {
      const number = facts.number && spaced(facts.number.value);
      const here = id === 'wayBack' ? wayBackIn(text) : '';
      const reach = number ?? facts.email?.value ?? (here || reachIn(text));
      return reach ? answer([], reach) : null;
    }
    case 'window':
      return facts.when ? answer([windowOf(facts.when.value)], '') : null;
    case 'voicemail':
      return facts.voicemail ? answer([facts.voicemail.value ? 'yes' : 'no']) : null;
    case 'barriers':
      return ofMany(facts.barriers?.value, has, text);
    case 'adjustments':
      return ofMany(facts.adjustments?.value, has, text);
    case 'readiness':
      return facts.readiness ? answer([`rung${facts.readiness.value.rung}`]) : null;
    case 'priority': {
      const named = [...(facts.priority ? [facts.priority.value] : []), ...needs];
      // what matters most may be something they had not named before
      const first = named.find(has) ?? named[0];
      return first ? answer([first]) : null;
    }
    default:
      return null;
  }
}

/** What a name can be made of: letters of any script, and the marks that go with them. */
function nameOnly(text: string): string {
  return text
    .replace(/[^\p{L}\p{M}\p{N}'\u2019 .,()-]/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 80);
}

/** A number or an email inside a message; null when there is neither. */
function reachIn(text: string): string | null {
  const email = /[^\s@<>]{1,64}@[^\s@<>]{1,190}\.[^\s@.<>]{2,63}/.exec(text)?.[0];
  const digits = /(?:\+\d|0)[\d ()-]{8,15}\d/
    .exec(text)?.[0]
    ?.replace(/[^\d+ ]/g, '')
    .trim();
  return email ?? digits ?? null;
}

function ofMany(found: readonly string[] | undefined, has: (id: string) => boolean, text: string): Understood | null {
  const offered = (found ?? []).filter(has);
  return offered.length ? answer(offered, text) : null;
}

/** "the one with the tea", "the job yin", "yes": which idea is meant, by its name, its line or what it is for. */
function byIdea({ choices, options }: Put, text: string, reading: Reading): Understood | null {
  const shown = options.filter((option) => choices.some((choice) => choice.id === option.serviceId));
  const place = / (?:(first|top|1st|1)|(middle|second|2nd|2)|(third|3rd|last|bottom|3)) /.exec(` ${plain(text)} `);
  if (place) {
    const at = place[1] ? 0 : place[2] ? 1 : shown.length - 1;
    const one = shown[at];
    if (one) return answer([one.serviceId]);
  }
  const words = wordsOf(text).map(stem);
  const scored = shown.map((option) => {
    const about = wordsOf(`${option.service} ${option.partner} ${option.line} ${option.reasons.join(' ')}`).map(stem);
    return {
      option,
      score: words.filter((word) => about.includes(word)).length + (reading.needs.includes(option.need) ? 1 : 0),
    };
  });
  const best = Math.max(0, ...scored.map((one) => one.score));
  const found = scored.filter((one) => one.score === best);
  if (best > 0 && found.length === 1 && found[0]) return answer([found[0].option.serviceId]);
  const only = shown.length === 1 ? shown[0] : undefined;
  const yes = inWords('confirmYesNo', [{ id: 'yes', label: 'Yes' }], text, reading);
  return only && yes?.kind === 'pick' ? answer([only.serviceId]) : null;
}

const onlyNumber = /^\W*\d{1,2}\W*$/;

/** "Skip" among the choices is a skip, but where X5 offers it. */
const chose = (put: Put, id: string): Understood =>
  id === 'skip' && put.id !== 'unsure' ? { kind: 'skipped' } : answer([id]);

/** Exactly a label, or exactly the number beside one: never anything else, in any kind of question. */
function exactly(put: Put, text: string, reading: Reading): Understood | null {
  const label = put.choices.find((choice) => plain(choice.label) === plain(text));
  if (label) return chose(put, label.id);
  if (!onlyNumber.test(text.trim()) || put.choices.length === 0) return null;
  const understood = understandAnswer(
    put.kind === 'many' ? 'many' : 'choice',
    put.choices,
    text,
    reading.command,
    false,
  );
  const one = understood.kind === 'answer' ? understood : null;
  return one?.choices.length === 1 && one.choices[0] ? chose(put, one.choices[0]) : one;
}

const OWN_WORDS: ReadonlySet<string> = new Set([
  'goodWeek',
  'supports',
  'interests',
  'notes',
  'anythingElse',
  'alsoNeed',
  'avoid',
  'trustedPerson',
]);
const NOTHING_TO_ADD =
  /^ (?:no|none|nothing|nope|nah|never mind|not really|cant think|dont know|im good|im fine|i am good|thats (?:it|all|everything|me)|that is (?:it|all|everything|enough)|is enough|all good|enough)(?= )/;

/** Reads a message at the question on the table. */
export function hearAnswer(put: Put, text: string, reading: Reading): Answered {
  const exact = exactly(put, text, reading);
  if (exact) return exact;
  if (reading.command === 'skip') return { kind: 'skipped' };
  const topic = topicHere(put, text, reading);
  const said = inWords(put.id, put.choices, text, reading);
  const sure = said?.kind === 'pick' && said.sure;
  const fact = byFact(put, text, reading);
  if (topic !== null && !sure && !fact && said?.kind !== 'conditional' && !isNeedToo(put, reading))
    return { kind: 'asks', topic };
  // a question of theirs is no yes and no no, in whatever words it is put
  if (said === null && !fact && takesYes(put) && onlyAsks(put.id, text))
    return { kind: 'asks', topic: topic ?? reading.mayAsk ?? 'unknown' };
  if (said?.kind === 'conditional' && put.id !== 'options') return conditionalAt(put);
  if (isBother(put.id, text)) return { kind: 'conditional' };
  // a shy yes to the offer of a person is a yes
  if (said?.kind !== 'pick' && shyYes(put.id, text)) return answer(['yes']);
  const careful = said?.kind === 'unsure' ? CAREFUL[put.id] : undefined;
  if (careful !== undefined) return answer([careful], put.id === 'safeNumber' ? text : '');
  if (put.id === 'options' || put.id === 'nextOption') {
    if (sure && said.kind === 'pick' && (said.ids[0] === 'help' || said.ids[0] === 'none')) return answer(said.ids);
    const listed = several(put.choices, text);
    if (listed !== 'noneOfThem' && listed.length > 0) return answer(listed);
    const idea = byIdea(put, text, reading);
    if (idea) return idea;
    const any = anyOf(put, text);
    if (any) return any;
  }
  if (fact) return fact;
  // not always safe: the times they name are kept, and asked for
  if (said?.kind === 'pick') return answer(said.ids, besidePick(put.id, said.ids[0], text));
  const any = anyOf(put, text) ?? byLabel(put, text);
  if (any) return any;
  if (put.id === 'satisfied') {
    const score = scoreIn(text);
    return score === null ? asUnderstood(put, text, reading) : answer([String(score)]);
  }
  if (OWN_WORDS.has(put.id) && NOTHING_TO_ADD.test(` ${plain(text)} `) && plain(text).split(' ').length <= 6) {
    const none = put.choices.find((choice) => choice.id === 'no');
    return none ? answer([none.id]) : { kind: 'skipped' };
  }
  const understood = ownLine(put, text, asUnderstood(put, text, reading));
  const heard = understood.kind === 'answer' && (understood.choices.length > 0 || !asksHere(put, text));
  // a question we have no answer to is said to be one, and noted; it is never an answer in its own words
  if (!heard && asksHere(put, text) && !isNeedHere(put, reading))
    return { kind: 'asks', topic: reading.mayAsk ?? 'unknown' };
  if (understood.kind === 'notUnderstood' && reading.mayAsk !== undefined)
    return { kind: 'asks', topic: reading.mayAsk };
  return understood;
}

const takesYes = ({ choices }: Put): boolean => choices.some((choice) => choice.id === 'yes');

/** "Eh?": they did not follow, and that is no question we have no answer to. */
const WHAT =
  /^\W*(?:sorry |eh |ok |but )?(?:what|whit|wit|wot|wat|eh|huh|sorry|pardon|come again|say again|you what|ye whit|u wot|wdym|(?:i )?(?:don'?t|dinnae|didn'?t) (?:get|follow|understand)(?: (?:it|that|this|you|ye))?|(?:i'?m )?(?:no|not) following(?: (?:you|ye))?|what (?:is|does) (?:that|this|it)(?: mean)?)\W*$/i;

/** What they ask about. What a partner does with it is not ours to say: it is noted, and never answered as about us. */
function topicHere({ id }: Put, text: string, reading: Reading): string | null {
  if (WHAT.test(text)) return 'what_do_you_mean';
  const topic = reading.asks?.value ?? topicIn(text);
  const ofKeeping = topic === 'data_deleted' || (topic === 'how_long' && KEEPING.test(text));
  const ofPartner = (id === 'share' || id === 'nextOption') && /\b(?:they|them|they'?ll)\b/i.test(text);
  if (ofPartner && (ofKeeping || topic === 'how_long')) return 'unknown';
  return ofKeeping ? 'data_deleted' : topic;
}

/** How long it is kept, not how long this takes. */
const KEEPING = /\bhow long\b.*\b(?:keep|kept|hold|held|store[ds]?|save[ds]?)\b/i;

/** The words worth keeping beside a choice: the times that are safe, and who it is they trust. */
function besidePick(id: string, picked: string | undefined, text: string): string {
  if (id === 'safeNumber' && picked === 'no') return timesIn(text);
  return id === 'trusted' && picked === 'yes' ? text : '';
}

/** Three letters at least and a question mark at the end. Looked for from both ends, so that no length of text is slow. */
const endsAsking = (text: string): boolean => text.trimEnd().endsWith('?') && /\p{L}{3}/u.test(text);
/** Where they are to say what they need, a question by the order of its words ("is it like school tho") asks too. */
const asksHere = (put: Put, text: string): boolean => endsAsking(text) || (put.id === 'need' && asksLike(text));
const isNeedHere = (put: Put, reading: Reading) =>
  ['need', 'notes', 'anythingElse', 'alsoNeed', 'needMenu'].includes(put.id) && reading.needs.length > 0;

/** "Not always", where it is about being safe, is the careful answer. */
const CAREFUL: Readonly<Record<string, string>> = { safeNumber: 'no', voicemail: 'no' };

/** Where "yes, if" can be settled by a fact it is met with one; elsewhere it is a yes. */
function conditionalAt(put: Put): Answered {
  if (put.id === 'consent' || put.id === 'consentMore') return { kind: 'conditional' };
  if (put.id === 'share' || put.id === 'nextOption') return { kind: 'conditional' };
  const yes = ['yes', 'carryOn', 'keepGoing'].find((id) => put.choices.some((choice) => choice.id === id));
  return yes ? answer([yes]) : notUnderstood;
}

/** "Can you help with my rent?" where they are asked what they need is the need, not a question about us. */
function isNeedToo(put: Put, reading: Reading): boolean {
  const about: ReadonlySet<string> = new Set([
    'counselling',
    'housing_help',
    'food_help_today',
    'what_is_this',
    'accessibility',
    'language_interpreter',
    'travel_help',
    'immigration_status',
    'unknown',
  ]);
  return (
    ['need', 'notes', 'anythingElse', 'alsoNeed', 'needMenu'].includes(put.id) &&
    reading.needs.length > 0 &&
    about.has(reading.asks?.value ?? '')
  );
}

/** What a name, a place or a way to be reached cannot be. */
function asUnderstood(put: Put, text: string, reading: Reading): Understood {
  const understood = understandAnswer(put.kind, put.choices, text, reading.command, reading.needs.length > 0);
  if (understood.kind !== 'answer' || understood.choices.length > 0) return understood;
  const words = plain(text).split(' ').filter(Boolean);
  if (put.id === 'name')
    return words.length > 0 && words.length <= 3 && /\p{L}/u.test(text) ? answer([], nameOnly(text)) : notUnderstood;
  if (put.id === 'area' || put.id === 'areaOther') {
    if (reading.command === 'no') return { kind: 'skipped' };
    return words.length > 0 && words.length <= 4 && reading.needs.length === 0 && /\p{L}/u.test(text)
      ? understood
      : notUnderstood;
  }
  if (['wayBack', 'riskNumber', 'safeAlternative'].includes(put.id))
    return reading.command === 'no' || reading.command === 'dont_know' ? { kind: 'skipped' } : notUnderstood;
  return understood;
}

/** Lists that take words of their own: what is on none of their lines is kept as something else, in those words. */
const OWN_LINES: ReadonlySet<string> = new Set(['barriers', 'adjustments']);

function ownLine(put: Put, text: string, understood: Understood): Understood {
  if (understood.kind !== 'notUnderstood' || !/\p{L}{3,}/u.test(text)) return understood;
  if (OWN_LINES.has(put.id)) return answer(put.choices.some((one) => one.id === 'else') ? ['else'] : [], text);
  return put.id === 'window' ? answer([], text) : understood;
}
