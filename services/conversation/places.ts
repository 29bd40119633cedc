/** Which conversation an address goes on in, and what was made of a message there. */
import { LRUCache } from 'lru-cache';
import { conversationIdOf, type Hash, moveOf } from '../store/identity';
import type { ConversationStore, StoredConversation, TurnRecord } from '../store/ports';

export interface Place {
  readonly id: string;
  readonly stored: StoredConversation | null;
}

export function createPlaces(parts: {
  readonly store: Pick<ConversationStore, 'load' | 'findTurn'>;
  readonly hash: Hash;
}) {
  /** worked out once while somebody writes, not with every message */
  const ownIds = new LRUCache<string, string>({ max: 5_000 });
  const ownId = (address: string): string => {
    const known = ownIds.get(address);
    if (known !== undefined) return known;
    const made = conversationIdOf(parts.hash, address);
    ownIds.set(address, made);
    return made;
  };

  async function seen(stored: StoredConversation | null, id: string, inboundId: string): Promise<TurnRecord | null> {
    if (!stored) return null;
    return stored.recent.find((turn) => turn.inboundId === inboundId) ?? (await parts.store.findTurn(id, inboundId));
  }

  /** Follows a move: the conversation this address goes on in. */
  async function where(address: string): Promise<Place> {
    const own = ownId(address);
    const stored = await parts.store.load(own);
    const move = moveOf(stored);
    return move ? { id: move.id, stored: await parts.store.load(move.id) } : { id: own, stored };
  }

  return { ownId, seen, where };
}

export type Places = ReturnType<typeof createPlaces>;
