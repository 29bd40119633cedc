/** What a conversation remembers is bounded, however much is written: older words live in its transcript (H6). Pure. */
import type { ConversationState, Effect } from './types';

/** The longest of any one piece of what they wrote, in characters. */
export const LONGEST_WORDS = 4_000;
/** The longest of one message kept in a transcript; all of it is read, for danger is heard wherever it stands. */
export const LONGEST_SAID = 8_000;
/** Pieces kept of what was said beside a button or after the end, the newest. */
const MOST_BESIDE = 20;

const theirs = /^(?:said\/|firstWords$|check\/)/;
const numbered = /^said\/(?:after|beside)(\d+)$/;

const cut = (words: string, longest: number) => (words.length <= longest ? words : `${words.slice(0, longest - 1)}…`);

/** The state with what they wrote cut to size, the oldest of what was said in passing let go. The same one when it fits. */
export function boundState(state: ConversationState): ConversationState {
  const fields = Object.entries(state.secrets);
  const passing = fields
    .flatMap(([field]) => numbered.exec(field) ?? [])
    .filter((_one, at) => at % 2 === 1)
    .map(Number)
    .sort((a, b) => b - a);
  const oldest = passing[MOST_BESIDE - 1] ?? 0;
  const stays = ([field]: [string, string]) => Number(numbered.exec(field)?.[1] ?? oldest) >= oldest;
  const isLong = ([field, words]: [string, string]) => theirs.test(field) && words.length > LONGEST_WORDS;
  if (passing.length <= MOST_BESIDE && !fields.some(isLong)) return state;
  const kept = fields
    .filter(stays)
    .map(([field, words]): [string, string] => [field, theirs.test(field) ? cut(words, LONGEST_WORDS) : words]);
  return { ...state, secrets: Object.fromEntries(kept) };
}

/**
 * What they said, as the turn looks for answers in it; all of it is read for danger before. Patterns that are quick on
 * what people write may be slow on what nobody writes, so none is ever shown more than this.
 */
export const boundHeard = (words: string): string => cut(words, LONGEST_WORDS);

/** What they said, as a transcript keeps it. */
export const boundSaid = (words: string): string => cut(words, LONGEST_SAID);

/** An effect with their own words cut to size; what was agreed and is passed on stays whole. */
export function boundEffect(effect: Effect): Effect {
  const { kind, secret } = effect;
  const own = kind === 'noteRiskAnswer' || kind === 'raiseRisk' || kind === 'recordComplaint';
  return own && secret !== undefined && secret.length > LONGEST_SAID
    ? { ...effect, secret: cut(secret, LONGEST_SAID) }
    : effect;
}
