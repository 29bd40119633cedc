/** Conversations, turns and commits to try a store with. */
import { newConversation } from '../../../dialogs/newConversation';
import type { ConversationState } from '../../../dialogs/types';
import type { Commit, StoredConversation, TurnRecord } from '../../../services/store/ports';

export const day = 24 * 60 * 60_000;
export const start = Date.UTC(2026, 0, 5, 9);

export function exampleState(changes: Partial<ConversationState> = {}): ConversationState {
  return { ...newConversation('web', start), ...changes };
}

export function exampleTurn(n: number, changes: Partial<TurnRecord> = {}): TurnRecord {
  return {
    inboundId: `in-${n}`,
    at: start + n * 1_000,
    firstItem: (n - 1) * 2 + 1,
    items: 2,
    messageIds: ['E1'],
    said: `words ${n}`,
    replies: [{ parts: [{ id: 'E1', params: { name: `Sam ${n}` } }], choices: [], many: false, from: 'bot', toGo: 3 }],
    ...changes,
  };
}

export function exampleCommit(id: string, before: StoredConversation | null, changes: Partial<Commit> = {}): Commit {
  const n = (before?.rev ?? 0) + 1;
  return {
    id,
    life: before?.life ?? `life-${id}`,
    rev: before?.rev ?? 0,
    before,
    state: exampleState({ ...before?.state, turns: n, lastHeardAt: start + n }),
    turn: exampleTurn(n, { firstItem: (before?.items ?? 0) + 1 }),
    effects: [],
    expiresAt: start + 365 * day,
    ...changes,
  };
}
