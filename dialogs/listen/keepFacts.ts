/** Keeps every fact a message held beside its answer, so that no question whose answer is known is asked. */
import { type Context, type Draft, keepSecret, put } from '../draft';
import { answered, chosen, wordsFor } from '../facts';
import type { AgeBand, Facts, PartOfDay } from '../reading';
import type { Need } from '../types';
import { heedAge } from './age';

/** The message an answer came by when nothing had asked for it. */
export const FROM_WORDS = 'WORDS';

const BANDS: Readonly<Record<AgeBand, string>> = {
  under16: 'under16',
  '16-17': 'age16to17',
  '18-24': 'over18',
  '25-64': 'over18',
  '65+': 'over18',
};
const AREAS: Readonly<Record<string, string>> = { blantyre: 'Blantyre', rutherglen: 'Rutherglen' };
const WAYS: Readonly<Record<string, string>> = {
  text: 'by text',
  call: 'by phone',
  whatsapp: 'by WhatsApp',
  email: 'by email',
};

/** Sure enough to be kept without having been asked. */
const SURE = 0.5;

/** One fact as the answer to its question: the choice or the words, and what is said back. */
interface Kept {
  readonly key: string;
  readonly choices: readonly string[];
  readonly words: string;
  readonly back: string;
}

const kept = (key: string, choices: readonly string[], words: string, back = ''): Kept => ({
  key,
  choices,
  words,
  back,
});

/** The choice of H3 for some times of day. */
export function windowOf(when: readonly PartOfDay[]): string {
  return when.length === 1 && when[0] ? when[0] : 'anyTime';
}

function timesInWords(when: readonly PartOfDay[]): string {
  return when.length > 2 ? 'any time' : when.map((part) => `${part}s`).join(' and ');
}

/** A UK number as people write it: 07700 900123. Others as they are. */
export function spaced(number: string): string {
  return number.replace(/^(0\d{4})(\d{5,6})$/, '$1 $2');
}

/** The choice of B4 for an age. */
export function bandOf(band: AgeBand): string {
  return BANDS[band];
}

function placeOf(facts: Facts): readonly Kept[] {
  const { area } = facts;
  if (!area || area.confidence < SURE) return [];
  const near = AREAS[area.value.id];
  if (near) return [kept('area', [area.value.id], '', near)];
  const place = area.value.place.trim();
  return place === '' ? [] : [kept('area', ['somewhereElse'], ''), kept('areaOther', [], place, place)];
}

function reachOf({ contactBy, number, email, when, avoid, voicemail }: Facts): readonly Kept[] {
  const by = contactBy && contactBy.confidence >= SURE ? contactBy.value : null;
  return [
    ...(by ? [kept('contactBy', [by], '', WAYS[by] ?? '')] : []),
    ...(number && number.confidence >= SURE ? [kept('number', [], spaced(number.value), spaced(number.value))] : []),
    ...(email && email.confidence >= SURE ? [kept('email', [], email.value, email.value)] : []),
    ...(when && when.confidence >= SURE ? [kept('window', [windowOf(when.value)], '', timesInWords(when.value))] : []),
    ...(avoid && avoid.confidence >= SURE ? [kept('avoid', [], avoid.value)] : []),
    ...(voicemail && voicemail.confidence >= SURE ? [kept('voicemail', [voicemail.value ? 'yes' : 'no'], '')] : []),
  ];
}

function takingPartOf({ barriers, adjustments, readiness, hopes }: Facts): readonly Kept[] {
  return [
    ...(barriers && barriers.confidence >= SURE && barriers.value.length
      ? [kept('barriers', barriers.value, barriers.words)]
      : []),
    ...(adjustments && adjustments.confidence >= SURE && adjustments.value.length
      ? [kept('adjustments', adjustments.value, adjustments.words)]
      : []),
    ...(readiness && readiness.confidence >= SURE ? [kept('readiness', [`rung${readiness.value.rung}`], '')] : []),
    ...(hopes && hopes.confidence >= SURE ? [kept('goodWeek', [], hopes.value)] : []),
  ];
}

/** An age given unasked is said as one; a number that happens to be there (a battery at 11%) is none. */
const SAYS_AGE = /\b(?:i'?m|i am|am|aged?|years?|yrs?|y\/?o|old|turn(?:ed|ing)?|birthday|teenager|pensioner|in my)\b/i;

/** Times are about being reached only where reaching is spoken of, or a way to do it is given. */
const SPEAKS_OF_REACHING =
  /\b(?:phone|call|ring|text|txt|message|whatsapp|contact|reach|email|get me|got me|catch me|free|best|available|suits?)\b/i;

/** Facts nobody asked for, as far as they are surely meant. */
export function surelyMeant(facts: Facts, text: string): Facts {
  const { age, when, avoid, voicemail, ...rest } = facts;
  const reached = rest.number !== undefined || rest.contactBy !== undefined || SPEAKS_OF_REACHING.test(text);
  return {
    ...rest,
    ...(age && SAYS_AGE.test(text) && !/\d\s*%/.test(text) ? { age } : {}),
    ...(when && reached && when.value.length < 3 ? { when } : {}),
    ...(avoid && reached ? { avoid } : {}),
    ...(voicemail ? { voicemail } : {}),
  };
}

function everyFact(facts: Facts): readonly Kept[] {
  const { name, age } = facts;
  return [
    ...(name && name.confidence >= SURE ? [kept('name', [], name.value, name.value)] : []),
    ...placeOf(facts),
    ...(age && age.confidence >= SURE ? [kept('ageBand', [bandOf(age.value.band)], '')] : []),
    ...reachOf(facts),
    ...takingPartOf(facts),
  ];
}

/** What was said while something else was asked, kept as the answer to its own question, which then is not put. */
export function tellAlso(d: Draft, key: string, words: string): void {
  write(d, kept(key, [], words));
}

/** Lists that grow: a second thing that makes it hard is added to the first. */
const GROWS: ReadonlySet<string> = new Set(['barriers', 'adjustments']);

function differs(d: Draft, one: Kept): boolean {
  const was = d.state.answers[one.key];
  if (!was) return true;
  return one.choices.join() !== was.choices.join() || one.words !== wordsFor(d, one.key);
}

function write(d: Draft, one: Kept): void {
  const before = GROWS.has(one.key) ? (d.state.answers[one.key]?.choices ?? []) : [];
  const choices = [...new Set([...before, ...one.choices])];
  const answer = { n: d.state.turns, at: d.world.now.at, choices, skipped: false, message: FROM_WORDS };
  put(d, { answers: { ...d.state.answers, [one.key]: answer } });
  keepSecret(d, `said/${one.key}`, one.words || null);
}

/**
 * Keeps what a message says of the person, besides what it was asked for (`except`). With `correcting` a fact that
 * differs from one already known takes its place. Answers with what to say back, in the order people say it.
 */
export function keepFacts(d: Draft, facts: Facts, except: readonly string[], correcting: boolean): readonly string[] {
  const said: string[] = [];
  const saidNow = new Set<string>();
  for (const one of everyFact(facts)) {
    if (except.includes(one.key)) continue;
    const known = answered(
      d,
      one.key === 'areaOther' && answered(d, 'area') && !saidNow.has('area') ? 'area' : one.key,
    );
    if (known && !GROWS.has(one.key) && !(correcting && differs(d, one))) continue;
    write(d, one);
    saidNow.add(one.key);
    if (one.back && !known) said.push(one.back);
    if (known && correcting) said.push(one.back || one.words);
    if (one.key === 'ageBand' && !known) heedAge(d, one.choices[0] ?? null);
    if (one.key === 'area') put(d, lookAgain(d));
  }
  return said.filter((words) => words !== '');
}

/** Ideas are looked for again while none was answered: afterwards what they chose stands. */
export function lookAgain(d: Context): { readonly matched?: false; readonly options?: readonly [] } {
  return answered(d, 'options') || answered(d, 'noMatch') ? {} : { matched: false, options: [] };
}

/** Adds needs without losing those already named; those that are new. */
export function keepNeeds(d: Draft, needs: readonly Need[]): readonly Need[] {
  const fresh = needs.filter((need) => !d.state.needs.includes(need));
  if (fresh.length) put(d, { needs: [...d.state.needs, ...fresh], ...lookAgain(d) });
  return fresh;
}

/** Everything that was taken from their words unasked, as it is read back: "Shannon, Larkhall, by text". */
export function takenFromWords(d: Context): readonly string[] {
  const taken = (key: string) => d.state.answers[key]?.message === FROM_WORDS;
  return [
    ...(taken('name') ? [wordsFor(d, 'name')] : []),
    ...(taken('area') ? [AREAS[chosen(d, 'area') ?? ''] ?? wordsFor(d, 'areaOther')] : []),
    ...(taken('contactBy') ? [WAYS[chosen(d, 'contactBy') ?? ''] ?? ''] : []),
    ...(taken('number') ? [wordsFor(d, 'number')] : []),
    ...(taken('email') ? [wordsFor(d, 'email')] : []),
  ].filter((words) => words !== '');
}
