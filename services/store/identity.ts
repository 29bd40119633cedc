/** Which conversation an address belongs to, and the move from one to another by resume phrase. */
import type { StoredConversation } from './ports';

export type Hash = (purpose: string, value: string) => string;

/** The conversation of an address: worked out, so no look-up is needed to find it. */
export function conversationIdOf(hash: Hash, address: string): string {
  return `c_${hash('address', address)}`;
}

/** The id of what a turn causes: the same however often it is tried, and never that of another life or turn. */
export const effectIdOf = (conversationId: string, life: string, rev: number, at: number): string =>
  `${conversationId}:${life}:${rev}:${at}`;

/** The life and revision in the id of something a turn of this conversation caused; null in any other id. */
export function turnIn(id: string, conversationId: string): { readonly life: string; readonly rev: number } | null {
  if (!id.startsWith(`${conversationId}:`)) return null;
  const [life = '', rev = ''] = id.slice(conversationId.length + 1).split(':');
  return life !== '' && /^\d+$/.test(rev) ? { life, rev: Number(rev) } : null;
}

/** Whether `id` is of a turn before that of `effectId`, or of another life; ids from before lives had names are older. */
export function isOlderThan(id: string, effectId: string, conversationId: string): boolean {
  const [one, other] = [turnIn(id, conversationId), turnIn(effectId, conversationId)];
  return one === null || other === null || one.life !== other.life || one.rev < other.rev;
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
