/** Conversations without a database, with the same promises: for unit tests, transcripts and playing. */
import { phraseLastsFor } from '../collections/conversations';
import type { Commit, ConversationStore, PendingEffect, StoredConversation, TurnRecord } from '../ports';

const recentTurns = 12;

interface Kept {
  readonly conversation: StoredConversation;
  readonly turns: readonly TurnRecord[];
  readonly outbox: readonly PendingEffect[];
  readonly parked: ReadonlySet<string>;
  readonly phraseHash: string | null;
  readonly phraseUntil: number;
  readonly expiresAt: number;
}

function keep(commit: Commit, before: Kept | undefined): Kept {
  const { id, life, rev, state, turn } = commit;
  const turns = [...(before?.turns ?? []), turn];
  return {
    conversation: {
      id,
      life,
      rev: rev + 1,
      state,
      items: turn.firstItem + turn.items - 1,
      recent: turns.slice(-recentTurns),
      movedTo: commit.movedTo ?? before?.conversation.movedTo ?? null,
      createdAt: before?.conversation.createdAt ?? turn.at,
    },
    turns,
    outbox: [...(before?.outbox ?? []), ...commit.effects],
    parked: before?.parked ?? new Set(),
    phraseHash: commit.phraseHash ?? before?.phraseHash ?? null,
    phraseUntil: commit.phraseHash === undefined ? (before?.phraseUntil ?? 0) : turn.at + phraseLastsFor,
    expiresAt: commit.expiresAt,
  };
}

/** `ConversationStore` in memory. `now` is in ms since 1970. */
export function createMemoryConversations({ now }: { readonly now: () => number }): ConversationStore {
  const all = new Map<string, Kept>();
  return {
    async load(id) {
      return all.get(id)?.conversation ?? null;
    },
    async look(id) {
      return all.get(id)?.conversation ?? null;
    },
    async commit(commit) {
      const before = all.get(commit.id);
      if ((before?.conversation.rev ?? 0) !== commit.rev) return { kind: 'stale' };
      if (before !== undefined && before.conversation.life !== commit.life) return { kind: 'stale' };
      const { phraseHash } = commit;
      const taken = ([id, kept]: [string, Kept]) => id !== commit.id && kept.phraseHash === phraseHash;
      if (phraseHash !== undefined && [...all].some(taken)) return { kind: 'stale' };
      // as far as what was kept is concerned, the caller's objects are its own again
      const kept = keep(structuredClone(commit), before);
      all.set(commit.id, kept);
      return { kind: 'committed', conversation: kept.conversation };
    },
    async findByPhrase(phraseHash) {
      for (const [id, kept] of all) if (kept.phraseHash === phraseHash && kept.phraseUntil > now()) return id;
      return null;
    },
    async transcript(id, after, limit) {
      const turns = all.get(id)?.turns ?? [];
      return turns.filter((turn) => turn.items > 0 && turn.firstItem + turn.items - 1 > after).slice(0, limit);
    },
    async findTurn(id, inboundId) {
      return all.get(id)?.turns.find((turn) => turn.inboundId === inboundId) ?? null;
    },
    async pendingEffects(olderThanMs, limit) {
      const until = now() - olderThanMs;
      return [...all]
        .flatMap(([conversationId, { outbox, parked }]) =>
          outbox.filter(({ id }) => !parked.has(id)).map((effect) => ({ conversationId, effect })),
        )
        .filter(({ effect }) => effect.at <= until)
        .sort((a, b) => a.effect.at - b.effect.at)
        .slice(0, limit);
    },
    async effectDone(conversationId, effectId) {
      const kept = all.get(conversationId);
      if (kept === undefined) return;
      all.set(conversationId, { ...kept, outbox: kept.outbox.filter(({ id }) => id !== effectId) });
    },
    async parkEffect(conversationId, effectId) {
      const kept = all.get(conversationId);
      if (kept !== undefined) all.set(conversationId, { ...kept, parked: new Set([...kept.parked, effectId]) });
    },
    async effectOf(conversationId, effectId) {
      return all.get(conversationId)?.outbox.find(({ id }) => id === effectId) ?? null;
    },
    async forget(id) {
      all.delete(id);
    },
    async sweepExpired(at) {
      const due = [...all].filter(([, { expiresAt }]) => expiresAt <= at);
      for (const [id] of due) all.delete(id);
      return due.length;
    },
    async revisions(ids) {
      return new Map(
        ids.flatMap((id): [string, number][] => {
          const kept = all.get(id);
          return kept === undefined ? [] : [[id, kept.conversation.rev]];
        }),
      );
    },
  };
}
