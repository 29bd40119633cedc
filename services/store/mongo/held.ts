/** The latest conversations, opened and checked once and kept in memory; every write shows if one went out of date. */
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { conversations } from '../collections/conversations';
import { lifeBornAt } from '../life';
import type { Commit, StoredConversation, TurnRecord } from '../ports';
import type { Sealer } from '../seal';
import { recentTurns, seenIds } from './commitUpdate';
import { openSecrets, openTurn, seenHash } from './words';

/** A conversation and what the store alone needs to know of it. */
export interface Held {
  readonly conversation: StoredConversation;
  /** the last turn known to be in the transcript */
  readonly copied: number;
  /** the latest inbound ids' hashes in one string, a space before each: a list of 200 would weigh six times more */
  readonly seen: string;
}

const hashLength = seenHash('').length + 1;

const Stored = conversations.schema.omit({ id: true }).extend({ _id: z.string() });
export type ConversationDocument = z.infer<typeof Stored>;

/** Checks and opens a document. Throws when it is not what this version knows, or a key is missing. */
export function openDocument(sealer: Sealer, document: unknown): Held {
  const stored = Stored.parse(document);
  const { _id: id, rev, items, movedTo, createdAt, copied } = stored;
  const life = stored.life ?? lifeBornAt(createdAt);
  const state = { ...stored.state, secrets: openSecrets(sealer, id, stored.secrets) };
  const recent = stored.recent.map((kept) => openTurn(sealer, id, kept));
  return {
    conversation: { id, life, rev, state, items, recent, movedTo, createdAt },
    copied,
    seen: stored.seen.map((hash) => ` ${hash}`).join(''),
  };
}

export function hasSeen(held: Held, inboundId: string): boolean {
  return held.seen.includes(` ${seenHash(inboundId)}`);
}

/** What the database holds after this commit, worked out without asking it. */
export function afterCommit(commit: Commit, before: Held | null): Held {
  const { id, life, rev, state, turn } = commit;
  const earlier: readonly TurnRecord[] = before?.conversation.recent ?? [];
  return {
    conversation: {
      id,
      life,
      rev: rev + 1,
      state,
      items: turn.firstItem + turn.items - 1,
      recent: [...earlier, turn].slice(-recentTurns),
      movedTo: commit.movedTo ?? before?.conversation.movedTo ?? null,
      createdAt: before?.conversation.createdAt ?? turn.at,
    },
    copied: before?.copied ?? 0,
    seen: `${before?.seen ?? ''} ${seenHash(turn.inboundId)}`.slice(-seenIds * hashLength),
  };
}

/** Bounded, so memory does not grow with the number of conversations. */
export function createHeld(atMost: number): LRUCache<string, Held> {
  return new LRUCache({ max: atMost });
}
