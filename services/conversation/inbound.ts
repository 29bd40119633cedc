/** What every channel hands over, and what it gets back. */
import type { ChannelKind, ContactMode, ConversationState, Reply } from '../../dialogs/types';
import type { TurnRecord } from '../store/ports';

/** What came in, as every channel hands it over. */
export interface Inbound {
  readonly id: string;
  readonly address: string;
  readonly channel: ChannelKind;
  readonly what:
    | { readonly kind: 'hello' }
    | { readonly kind: 'text'; readonly text: string }
    /** `beside`: words typed next to the button that was pressed; they are heard first */
    | { readonly kind: 'choice'; readonly id: string; readonly label: string; readonly beside?: string }
    | { readonly kind: 'media'; readonly media: 'voice' | 'picture' | 'other'; readonly caption: string };
  /** when it was written, ms, where that can be long before it came */
  readonly writtenAt?: number;
  /** when a question put at a moment (ms) had left for them: words written before it are no answer to it */
  readonly shownAt?: (conversationId: string, askedAt: number) => Promise<number>;
  /** the phone line the replies are sent to afterwards; without it they go back in the answer */
  readonly line?: string;
  /** the number they write from, as the carrier gives it, where there is one */
  readonly number?: string;
}

export interface TurnDone {
  readonly kind: 'done';
  readonly conversationId: string;
  readonly turn: TurnRecord;
  readonly repeated: boolean;
  /** how they could be reached before it; absent where nothing was said yet */
  readonly was?: ContactMode;
  /** what it left, as it was written; absent for a turn made before */
  readonly state?: ConversationState;
  /** resolves when what the turn asked for was done or is left to the sweep; never rejects */
  readonly settled?: Promise<void>;
}

export interface TurnFailed {
  readonly kind: 'storeDown';
  readonly replies: readonly Reply[];
  /** no turn can be made of this message: it was set aside, and what follows it may be heard */
  readonly setAside?: true;
}

/** The longest message looked at, in characters. */
export const LONGEST = 100_000;

/** What somebody wrote themselves, whatever they pressed beside it. */
export function wordsIn(what: Inbound['what']): string {
  if (what.kind === 'text') return what.text;
  if (what.kind === 'media') return what.caption;
  return what.kind === 'choice' ? (what.beside ?? '') : '';
}
