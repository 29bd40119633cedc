/** The contract of every channel: what it hands to the conversation service, and what it gets back. */
import type { Choice, Reply } from '../../dialogs/content/words';
import type { ChannelKind } from '../../dialogs/types';
import type { Watching } from '../../services/conversation/watch';
import type { TurnRecord } from '../../services/store/ports';

/** One thing a person did at a channel, checked and cleaned, nothing more. */
export interface Inbound {
  /** the message's id at its channel; the same id never makes a second turn */
  readonly id: string;
  /** stable address within the channel, as `web:<conversationId>` */
  readonly address: string;
  readonly channel: ChannelKind;
  readonly what:
    | { readonly kind: 'hello' }
    | { readonly kind: 'text'; readonly text: string }
    /** several picked at once: ids and labels joined by `, ` */
    /** `beside`: words typed next to the button that was pressed; they are heard first */
    | { readonly kind: 'choice'; readonly id: string; readonly label: string; readonly beside?: string }
    | { readonly kind: 'media'; readonly media: 'voice' | 'picture' | 'other'; readonly caption: string };
}

export interface TurnDone {
  readonly kind: 'done';
  readonly conversationId: string;
  readonly turn: TurnRecord;
  /** the inbound id had been seen before, so this is the turn made then */
  readonly repeated: boolean;
}

/** The store could not be reached: nothing was kept. The replies are the crisis text and a phone number. */
export interface TurnFailed {
  readonly kind: 'storeDown';
  readonly replies: readonly Reply[];
}

export interface TranscriptFound {
  readonly kind: 'found';
  /** oldest first */
  readonly turns: readonly TurnRecord[];
  /** items in the whole conversation */
  readonly items: number;
  /** items before this address joined, which it is not shown; 0 when absent */
  readonly start?: number;
  /** which conversation this address continues now; tells a move by resume phrase apart. Absent: it never moves */
  readonly conversationId?: string;
}

/** What a channel needs of the conversation service. */
export interface Conversations {
  handleTurn(inbound: Inbound): Promise<TurnDone | TurnFailed>;
  /** at most `limit` turns of the conversation this address continues, whose items come after item `after`. After `leave`: none */
  transcript(
    address: string,
    after: number,
    limit: number,
    page?: Watching,
  ): Promise<TranscriptFound | { readonly kind: 'none' } | { readonly kind: 'storeDown' }>;
  /** an open page waits for news at this address: what is read for it is given it, and it is stopped when it closes */
  watch(address: string): Watching;
  /** called with a watched address when something was added to its conversation by anyone; gives back how to stop listening */
  onNews(listener: (address: string) => void): () => void;
  /** called with a watched address while one of the team writes to it; gives back how to stop listening */
  onWriting?(listener: (address: string) => void): () => void;
  /** the person left with Leave now: the session at this address ends and is not restored */
  leave(address: string): Promise<void>;
}

/** One bubble in words. */
export interface SaidAloud {
  readonly text: string;
  readonly choices: readonly Choice[];
  readonly many: boolean;
  /** "About 3 to go", or empty */
  readonly toGo: string;
  readonly from: 'bot' | 'advisor';
  readonly messageIds: readonly string[];
  /** an answer to danger: nothing of the ordinary questions stands beside it */
  readonly danger: boolean;
  /** somebody else may be looking: a screen shows nothing of the talk after it */
  readonly clears: boolean;
}

/** Finds the words for a reply. */
export type Say = (reply: Reply) => SaidAloud;
