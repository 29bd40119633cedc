/** What the service asks of its store, by role. The Mongo adapters live in ./mongo; only bot/app.ts wires them. */
import type { ConversationState, Effect, Reply } from '../../dialogs/types';

/** One turn as it was: what the person did and exactly what they were told. Sealed as one field at rest. */
export interface TurnRecord {
  /** the inbound message's id at its channel; the same id never makes a second turn */
  readonly inboundId: string;
  readonly at: number;
  /** number of this turn's first transcript item, from 1; the person's item comes first when there is one */
  readonly firstItem: number;
  /** transcript items in this turn: 1 for what the person said (0 for a happening) + 1 a reply */
  readonly items: number;
  /** ids of the messages sent, for reports; no words */
  readonly messageIds: readonly string[];
  /** what the person said, as they saw it; null for a happening */
  readonly said: string | null;
  readonly replies: readonly Reply[];
}

/** An effect waiting to be done after the commit. `id` is deterministic: `<conversationId>:<life>:<rev>:<index>`. */
export interface PendingEffect extends Effect {
  readonly id: string;
  readonly at: number;
}

export interface StoredConversation {
  readonly id: string;
  /** made when the document is created: a conversation that was forgotten and began again has another */
  readonly life: string;
  /** guards every write; 0 means not stored yet */
  readonly rev: number;
  readonly state: ConversationState;
  /** transcript items so far */
  readonly items: number;
  /** the latest turns, newest last (at least 10), so a repeat gets the same replies and a reconnect its transcript */
  readonly recent: readonly TurnRecord[];
  /** another conversation this address now continues (resume phrase) */
  readonly movedTo: string | null;
  readonly createdAt: number;
}

export interface Commit {
  readonly id: string;
  /** the life thought on; of a conversation not stored yet, a fresh one */
  readonly life: string;
  /** the rev the thinking was done on; 0 creates */
  readonly rev: number;
  readonly before: StoredConversation | null;
  readonly state: ConversationState;
  readonly turn: TurnRecord;
  readonly effects: readonly PendingEffect[];
  /** keyed hash of a resume phrase to keep, when one was given out this turn */
  readonly phraseHash?: string;
  readonly movedTo?: string;
  /** when retention ends for this record, ms */
  readonly expiresAt: number;
}

export type Committed =
  | { readonly kind: 'committed'; readonly conversation: StoredConversation }
  | { readonly kind: 'stale' };

/** Conversations: one read and one guarded, journaled write a turn. Throws StoreDown when the database cannot be reached in time. */
export interface ConversationStore {
  load(id: string): Promise<StoredConversation | null>;
  /** as `load`, but read afresh: another process may have gone on with it. For what must not rest on an old state */
  look(id: string): Promise<StoredConversation | null>;
  /** one atomic write, sent together with the writes of other conversations waiting at the same time */
  commit(commit: Commit): Promise<Committed>;
  /** the conversation a resume phrase belongs to */
  findByPhrase(phraseHash: string): Promise<string | null>;
  /** transcript turns whose items come after item `after`, oldest first, at most `limit` turns */
  transcript(id: string, after: number, limit: number): Promise<readonly TurnRecord[]>;
  /** the turn made by an inbound id older than `recent` still knows; null when never seen */
  findTurn(id: string, inboundId: string): Promise<TurnRecord | null>;
  /** effects committed but not yet done, oldest first, across conversations; for the sweep after a crash */
  pendingEffects(
    olderThanMs: number,
    limit: number,
  ): Promise<readonly { conversationId: string; effect: PendingEffect }[]>;
  effectDone(conversationId: string, effectId: string): Promise<void>;
  /** the work queue has it from now on: it stays written down, and `pendingEffects` leaves it out */
  parkEffect(conversationId: string, effectId: string): Promise<void>;
  /** one effect, parked or not; null once it is done, or its conversation was forgotten */
  effectOf(conversationId: string, effectId: string): Promise<PendingEffect | null>;
  /** forget a conversation and its transcript; with `claimedAt` only while it is still claimed for that (Keeper) */
  forget(id: string, claimedAt?: number): Promise<void>;
  /** forget everything past its retention; returns how many */
  sweepExpired(now: number): Promise<number>;
  /** the revision of each of these that is stored, for pages that wait for news from another process */
  revisions(ids: readonly string[]): Promise<ReadonlyMap<string, number>>;
}

/** A conversation past its retention, and whether the person had agreed to be kept. */
export interface OldConversation {
  readonly id: string;
  readonly agreed: boolean;
}

/** Forgets records by name of their collection, without reading them. Every method throws StoreDown and may be called again. */
export interface Keeper {
  /** those whose `expiresAt` has come by `at` (ms); how many */
  expired(name: string, at: number): Promise<number>;
  /** those that name one of these conversations in this field; how many */
  ofConversations(name: string, field: string, ids: readonly string[]): Promise<number>;
  /** those named after turns of one life of a conversation (`<conversation>:<life>`); how many */
  ofLife(name: string, life: string): Promise<number>;
  /**
   * Claims conversations past their retention at `at` (ms), at most `limit`, so that nobody goes on in them while what
   * hangs on them is forgotten: whoever writes in that moment has a life of their own after it. `more`: call again.
   */
  claimOld(
    at: number,
    limit: number,
  ): Promise<{ readonly claimed: readonly OldConversation[]; readonly more: boolean }>;
  /** holds those of these that are still claimed since `claimedAt` from `at` (ms) on; gives back which they are */
  renewClaim(ids: readonly string[], claimedAt: number, at: number): Promise<readonly string[]>;
  /** phone lines no longer lead to these */
  unlinkLines(ids: readonly string[]): Promise<void>;
  /** at `at` (ms): a number that said stop a day ago is kept as a hash alone, and one that leads to nobody goes, hash and all */
  hideNumbers(at: number): Promise<void>;
}

/** The database could not be reached in time. The person still gets the crisis text. */
export class StoreDown extends Error {
  constructor(cause: unknown) {
    super('The store did not answer in time', { cause });
    this.name = 'StoreDown';
  }
}

/** The general shape of the small record stores (referrals, risks, handoffs, ...): idempotent by id. */
export interface Records<T extends { readonly id: string }> {
  /** insert; doing it twice with the same id changes nothing. True when it was new. What must not be lost: `addOnce` */
  add(record: T): Promise<boolean>;
  get(id: string): Promise<T | null>;
  /** replace only while the stored record still has this rev; false when it moved on */
  replace(record: T & { readonly rev: number }, fromRev: number): Promise<boolean>;
  find(query: Readonly<Record<string, unknown>>, limit: number): Promise<readonly T[]>;
  /** the revision (0 where it has none) of each that a look-up would find, by id, without reading or unsealing them */
  revisions(query: Readonly<Record<string, unknown>>, limit: number): Promise<ReadonlyMap<string, number>>;
  /** how many a look-up would find, without reading them */
  count(query: Readonly<Record<string, unknown>>): Promise<number>;
  /** forgets every record whose `expiresAt` has come; how many */
  sweepExpired(now: number): Promise<number>;
}

/** A record that cannot be read: where it is and the kind of fault, never what it holds. */
export interface Unreadable {
  readonly collection: string;
  readonly id: string;
  readonly why: string;
}
/** Told of each, as often as it is met. */
export type OnUnreadable = (which: Unreadable) => void;
