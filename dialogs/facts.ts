/** Reading what a person has told us so far. */
import { sayEmail, sayNumber } from './contactWays';
import type { Context } from './draft';
import type { Need } from './types';

/** True once a question has an answer, skipped or not. */
export function answered(c: Context, key: string): boolean {
  return Object.hasOwn(c.state.answers, key);
}

/** The one choice given to a question; null when unanswered, skipped or free text. */
export function chosen(c: Context, key: string): string | null {
  return c.state.answers[key]?.choices[0] ?? null;
}

/** All choices given to a question. */
export function allChosen(c: Context, key: string): readonly string[] {
  return c.state.answers[key]?.choices ?? [];
}

/** The person's own words for a question; '' when there are none. */
export function wordsFor(c: Context, key: string): string {
  return c.state.secrets[`said/${key}`] ?? '';
}

/** The name to use, '' when none was given. Never shown in QUIET mode. */
export function nameToUse(c: Context): string {
  // two texts sent at once are two lines: the name is the first
  return c.state.contact === 'QUIET' ? '' : (wordsFor(c, 'name').split('\n')[0] ?? '');
}

/** They asked for the longer way round, so the gentle extra questions are asked. */
export function wantsMore(c: Context): boolean {
  const pace = c.state.answers['pace'];
  return pace !== undefined && chosen(c, 'pace') !== 'now';
}

/** On the short way, once something is to be passed on: room for what nobody asked, before it is. */
export function lastWordsDue(c: Context): boolean {
  if (chosen(c, 'pace') !== 'now' || c.state.safety !== null || answered(c, 'anythingElse')) return false;
  // who was asked at the start has said it once what helps them is told
  if (answered(c, 'alsoNeed') && answered(c, 'supports')) return false;
  return contactWanted(c);
}

/** Something is to be passed on, or a person is to get back to them: only then is how to reach them asked. */
export function contactWanted(c: Context): boolean {
  const picked = allChosen(c, 'options').some((id) => id !== 'help' && id !== 'none');
  return picked || chosen(c, 'helpChoosing') === 'yes' || chosen(c, 'noMatch') === 'yes';
}

/** A number or an address in these words, and nothing else: a place, a sentence or a no is no way back. */
const reachIn = (words: string): string => sayNumber(words) || sayEmail(words);

/** This thread itself, as a way back. */
export const THIS_THREAD = 'this thread';

/** What they gave for one of our team to reach them by: it stands whatever they chose for news, in QUIET mode too. */
export function givenToTeam(c: Context): string {
  const asked = wordsFor(c, 'wayBack');
  return asked === THIS_THREAD ? asked : reachIn(asked) || reachIn(wordsFor(c, 'riskNumber'));
}

/**
 * A way back that is safe: one they gave for it, this phone itself, or the one they chose to be kept in touch by. ''
 * when there is none, and then nothing is promised.
 */
export function wayBack(c: Context): string {
  const forTeam = givenToTeam(c);
  if (forTeam) return forTeam;
  const by = chosen(c, 'contactBy');
  if (by === 'none' || chosen(c, 'safeNumber') === 'no') return reachIn(wordsFor(c, 'safeAlternative'));
  const given = reachIn(wordsFor(c, 'number')) || reachIn(wordsFor(c, 'email'));
  if (given) return given;
  return c.state.channel === 'sms' || c.state.channel === 'whatsapp' ? THIS_THREAD : '';
}

/** Where they can be got back to, in what they wrote when asked: a number, an address, or this thread; '' when it is none of them. */
export function wayBackIn(words: string): string {
  const here =
    /^(?:(?:on|in|by|just|aye|yes|yeah|ok|okay|to|tae|use|text|txt|message|write|reply|phone|ring|call|me|us|is|fine|grand|safe|please|will|do|right) )*(?:here|this (?:one|number|phone|chat|thread)|same number|the same number|ma number|my number)(?: (?:is|will|do|please|fine|ok|okay|grand|safe|thanks|ta))*$/;
  const said = words
    .toLowerCase()
    .replace(/[^a-z ]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return reachIn(words) || (here.test(said) ? THIS_THREAD : '');
}

/**
 * How a partner may reach them, as both read it: "text only, 07700 900123". '' when there is no way they agreed to: what
 * they gave our own team for a call back is never in it.
 */
export function partnerWay(c: Context): string {
  const by = chosen(c, 'contactBy');
  if (by === 'email') return labelled('email', sayEmail(wordsFor(c, 'email')));
  const ways: Readonly<Record<string, string>> = { text: 'text', call: 'phone', whatsapp: 'WhatsApp' };
  const way = ways[by ?? ''];
  const safe = chosen(c, 'safeNumber');
  if (way === undefined || safe === null) return '';
  if (safe === 'no') return wordsFor(c, 'safeAlternative');
  const own = chosen(c, 'shareNumber') === 'yes' ? c.state.secrets['thisNumber'] : undefined;
  const number = sayNumber(wordsFor(c, 'number')) || (own ?? '');
  if (safe === 'callOnly') return labelled('call only', number);
  if (safe === 'textOnly') return labelled(way === 'WhatsApp' ? 'WhatsApp, no calls' : 'text only', number);
  return labelled(way, number);
}

function labelled(way: string, value: string): string {
  return value === '' ? '' : `${way}, ${value}`;
}

/** The needs in the order they matter: the one named first, then the rest. */
export function needsInOrder(c: Context): readonly Need[] {
  const first = priorityNeed(c);
  return first ? [first, ...c.state.needs.filter((need) => need !== first)] : c.state.needs;
}

/** What matters most, when they said so or when there is only one need. */
export function priorityNeed(c: Context): Need | null {
  const said = chosen(c, 'priority');
  return (
    c.state.needs.find((need) => need === said) ?? (c.state.needs.length === 1 ? (c.state.needs[0] ?? null) : null)
  );
}
