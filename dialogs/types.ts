/** The words of the conversation engine: what comes in, what is remembered, what goes out. Nothing here does anything. */
import type { Reply } from './content/words';
import type { ConversationState } from './types/state';
import type { EffectKind, Need } from './vocabulary';

export type * from './types/known';
export type * from './types/risk';
export type * from './types/said';
export type * from './types/state';
export type * from './types/world';
export type { Need, Reply };

/** What the conversation wants done once it is committed. Ids and labels only; words that matter go in `secret`. */
export interface Effect {
  readonly kind: EffectKind;
  readonly data: Readonly<Record<string, string | number | boolean | readonly string[]>>;
  /** free text, encrypted at rest */
  readonly secret?: string;
}

/** One bubble's worth of what the bot will say is a Reply; a turn gives a few, in order. */
export interface Turn {
  readonly state: ConversationState;
  readonly replies: readonly Reply[];
  readonly effects: readonly Effect[];
  /** what was said is not kept in the transcript (a code word, an equality answer) */
  readonly hideSaid: boolean;
}
