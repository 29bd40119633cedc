/** A turn while it is being thought through: the state so far, what will be said, and what will be done after. */

import { linesIn, type MessageId, messages, part } from './content/copy';
import { usableLines } from './content/helplines';
import type { Choice, Part, Reply } from './content/words';
import type { ConversationState, Effect, World } from './types';

/** What questions may look at. */
export interface Context {
  readonly state: ConversationState;
  readonly world: World;
}

/** What handlers may change, by replacing `state` and adding replies and effects. */
export interface Draft {
  state: ConversationState;
  readonly world: World;
  readonly replies: Reply[];
  readonly effects: Effect[];
  hideSaid: boolean;
  /** the turn is over: ask nothing more */
  settled: boolean;
}

/** Starts a turn. */
export function draftOf(state: ConversationState, world: World): Draft {
  return { state, world, replies: [], effects: [], hideSaid: false, settled: false };
}

/** Changes some of the state. */
export function put(d: Draft, change: Partial<ConversationState>): void {
  d.state = { ...d.state, ...change };
}

/** Keeps or forgets one piece of free text (sealed at rest). */
export function keepSecret(d: Draft, field: string, value: string | null): void {
  const { [field]: _old, ...others } = d.state.secrets;
  put(d, { secrets: value === null ? others : { ...others, [field]: value } });
}

/** A message whose crisis line is stale or shut right now goes out as the fail-safe four instead (guide.md D1, D2). */
function inDate(one: Part, world: World): Part {
  const wanted = Object.hasOwn(messages, one.id) ? linesIn[one.id as MessageId] : undefined;
  if (!wanted) return one;
  const usable = usableLines(world.now);
  return wanted.some((line) => usable.has(line)) ? one : part('W-FAILSAFE');
}

/** Says one bubble. */
export function say(d: Draft, ...parts: readonly Part[]): void {
  d.replies.push(bubble(d.world, parts, [], false, 0));
}

/** A bubble made ready to send. */
export function bubble(
  world: World,
  parts: readonly Part[],
  choices: readonly Choice[],
  many: boolean,
  toGo: number,
): Reply {
  return { parts: parts.map((one) => inDate(one, world)), choices, many, from: 'bot', toGo };
}

/** Asks for something to be done once this turn is committed. */
export function later(d: Draft, kind: Effect['kind'], data: Effect['data'], secret?: string): void {
  d.effects.push(secret === undefined ? { kind, data } : { kind, data, secret });
}

/** Puts questions outside the journey first in line. */
export function askFirst(d: Draft, ...keys: readonly string[]): void {
  put(d, { agenda: [...keys, ...d.state.agenda.filter((key) => !keys.includes(key))] });
}

/** Ends the turn here: nothing more is asked until they write. */
export function settle(d: Draft): void {
  d.settled = true;
}

/** Takes an answer back, so its question is asked again. */
export function unanswer(d: Draft, ...keys: readonly string[]): void {
  const kept = Object.fromEntries(Object.entries(d.state.answers).filter(([key]) => !keys.includes(key)));
  put(d, { answers: kept });
  for (const key of keys) {
    keepSecret(d, `said/${key}`, null);
    keepSecret(d, `shown/${key}`, null);
  }
}
