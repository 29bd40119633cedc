/** What was said at an address, for a page that shows it, also after Leave now or a move. */

import { moveOf } from '../store/identity';
import type { ConversationStore, StoredConversation, TurnRecord } from '../store/ports';
import type { Watching } from './watch';

/** Leave now at this address, or on another device after this one joined; `joined` is the conversation it moved to. */
function hasLeft(own: StoredConversation, joined: StoredConversation | null): boolean {
  if (joined === null) return own.state.left;
  const joinedAt = own.recent.at(-1)?.at ?? own.createdAt;
  return joined.state.leftAt >= joinedAt;
}

export function createTranscripts(parts: {
  readonly store: Pick<ConversationStore, 'look' | 'transcript'>;
  readonly ownId: (address: string) => string;
}) {
  const { ownId } = parts;

  /** Turns whose items come after item `after`, from what was just read when it reaches back far enough. */
  async function turnsAfter(there: StoredConversation, after: number, limit: number): Promise<readonly TurnRecord[]> {
    if ((there.recent[0]?.firstItem ?? 1) > after + 1) return parts.store.transcript(there.id, after, limit);
    return there.recent.filter((turn) => turn.items > 0 && turn.firstItem + turn.items - 1 > after).slice(0, limit);
  }

  /** `page`: the open page it is read for; whatever is read without one is shown on none that waits. */
  return async function transcript(address: string, after: number, limit: number, page?: Watching) {
    try {
      const own = ownId(address);
      // read afresh: another process may have gone on with it, moved it, or heard Leave now
      const stored = await parts.store.look(own);
      if (!stored) return { kind: 'none' as const };
      const move = moveOf(stored);
      const id = move?.id ?? own;
      const there = move ? await parts.store.look(id) : stored;
      if (there) page?.shown(new Map([own, id].map((one) => [one, one === id ? there.rev : stored.rev])));
      // Leave now holds for good, on every device that was there, also in another process and after a restart
      if (!there || hasLeft(stored, move ? there : null)) return { kind: 'none' as const };
      const start = move?.after ?? 0;
      const turns = await turnsAfter(there, Math.max(after, start), limit);
      const last = turns.at(-1);
      const items = Math.max(there.items, last ? last.firstItem + last.items - 1 : 0);
      return { kind: 'found' as const, turns, items, start, conversationId: id };
    } catch {
      // whatever the store's fault, the page shows the crisis lines and looks again (B10)
      return { kind: 'storeDown' as const };
    }
  };
}
