/** Which conversation an address belongs to, and the move from one to another by resume phrase. */
import type { StoredConversation } from '../store/ports';

export type Hash = (purpose: string, value: string) => string;

/** The conversation of an address: worked out, so no look-up is needed to find it. */
export function conversationIdOf(hash: Hash, address: string): string {
  return `c_${hash('address', address)}`;
}

/** Where an address goes on: the other conversation, and the item it joined after. */
export interface Move {
  readonly id: string;
  readonly after: number;
}

/** Reads `movedTo` ("c_x#12"). */
export function moveOf(stored: StoredConversation | null): Move | null {
  if (!stored?.movedTo) return null;
  const cut = stored.movedTo.lastIndexOf('#');
  return { id: stored.movedTo.slice(0, cut), after: Number(stored.movedTo.slice(cut + 1)) };
}

/** Writes a move as `movedTo` keeps it. */
export function writeMove(move: Move): string {
  return `${move.id}#${move.after}`;
}
