/** Conversations in MongoDB: at most one read and one shared, journaled write a turn. */
import { setTimeout as wait } from 'node:timers/promises';
import { turnsInPage } from '../collections/conversations';
import {
  type Commit,
  type Committed,
  type ConversationStore,
  StoreDown,
  type StoredConversation,
  type TurnRecord,
} from '../ports';
import type { Sealer } from '../seal';
import { createCommits } from './commits';
import { commitUpdate, recentTurns } from './commitUpdate';
import { collectionOf, type Database } from './connect';
import { afterCommit, type ConversationDocument, createHeld, type Held, hasSeen, openDocument } from './held';
import { CLAIM_LASTS } from './keeper';
import { forget, sweepExpired } from './retention';
import { createTranscript, lastItem } from './transcript';
import { openEffect } from './words';

export interface ConversationSettings {
  readonly sealer: Sealer;
  /** ms since 1970 */
  readonly now: () => number;
  /** conversations kept in memory */
  readonly held?: number;
  /** groups of commits under way at once */
  readonly inFlight?: number;
}

export interface MongoConversations extends ConversationStore {
  /** resolves when every write given so far has ended; for a clean stop */
  settled(): Promise<void>;
}

/** How often one that is being forgotten is looked for, and how long, ms; after that the turn is tried again later. */
const LOOK_AGAIN = 50;
const FORGOTTEN_WITHIN = 2_000;

const of = (database: Database) => ({
  read: <T>(work: (conversations: ReturnType<typeof collectionOf<ConversationDocument>>) => Promise<T>) =>
    database.use((db) => work(collectionOf<ConversationDocument>(db, 'conversations'))),
});

export function createConversations(database: Database, settings: ConversationSettings): MongoConversations {
  const { sealer, now } = settings;
  const cache = createHeld(settings.held ?? 400);
  const commits = createCommits(database, settings.inFlight);
  const transcript = createTranscript(database, sealer);
  const { read } = of(database);

  /** One that is being forgotten is waited for until it is gone: who writes meanwhile begins anew (retention). */
  const fetch = async (id: string): Promise<Held | null> => {
    for (const began = performance.now(); ; await wait(LOOK_AGAIN)) {
      const document = await read((conversations) => conversations.findOne({ _id: id }));
      if (document?.forgetting === undefined) return document === null ? null : openDocument(sealer, document);
      const { forgetting } = document;
      if (now() - forgetting > CLAIM_LASTS) {
        // who forgot it has died over it: it goes on as it was, and its time will come again
        const letGo = { $unset: { forgetting: '' as const } };
        await read((conversations) => conversations.updateOne({ _id: id, forgetting }, letGo));
      } else if (performance.now() - began > FORGOTTEN_WITHIN) throw new StoreDown('being forgotten');
    }
  };
  const hold = (held: Held): Held => {
    const newest = cache.get(held.conversation.id);
    // a slow read must not put back what a commit has since moved on
    if (newest !== undefined && newest.conversation.rev > held.conversation.rev) return newest;
    cache.set(held.conversation.id, held);
    return held;
  };
  const loadHeld = async (id: string): Promise<Held | null> => {
    const known = cache.get(id);
    if (known !== undefined) return known;
    const found = await fetch(id);
    return found === null ? null : hold(found);
  };
  /** Copies turns to the transcript and remembers it; the next commit writes down how far. */
  const copy = async (held: Held, expiresAt: number): Promise<Held> => {
    const copied = await transcript.copy(held, expiresAt);
    const { id } = held.conversation;
    const current = cache.get(id);
    if (current !== undefined && current.copied < copied) cache.set(id, { ...current, copied });
    return { ...held, copied };
  };
  const heldFor = async (commit: Commit): Promise<Held | null> => {
    if (commit.before === null) return null;
    const known = cache.get(commit.id);
    if (known !== undefined && known.conversation.rev > commit.rev) return null;
    const held = known?.conversation.rev === commit.rev ? known : await fetch(commit.id);
    if (held === null || held.conversation.rev !== commit.rev) {
      cache.delete(commit.id);
      return null;
    }
    // the write would push an uncopied turn out of `recent`
    return commit.rev + 1 - held.copied > recentTurns ? copy(held, commit.expiresAt) : held;
  };

  return {
    async load(id): Promise<StoredConversation | null> {
      return (await loadHeld(id))?.conversation ?? null;
    },

    async look(id): Promise<StoredConversation | null> {
      const found = await fetch(id);
      return found === null ? null : hold(found).conversation;
    },

    async commit(commit): Promise<Committed> {
      const before = await heldFor(commit);
      if (before === null && commit.rev > 0) return { kind: 'stale' };
      const { filter, update } = commitUpdate(commit, sealer, before?.copied ?? 0);
      const operation = { filter, update, upsert: true };
      let outcome: Awaited<ReturnType<typeof commits.add>>;
      try {
        outcome = await commits.add(operation);
      } catch (error) {
        // it may or may not have been written: the next load has to look
        cache.delete(commit.id);
        throw error;
      }
      if (outcome.kind !== 'written') {
        cache.delete(commit.id);
        if (outcome.kind === 'refused') throw new Error(outcome.why);
        return { kind: 'stale' };
      }
      const held = hold(afterCommit(commit, before));
      if (held.conversation.rev - held.copied >= turnsInPage) {
        // not awaited: the reply goes out now, and a copy that fails is made again before it is needed
        copy(held, commit.expiresAt).catch(() => undefined);
      }
      return { kind: 'committed', conversation: held.conversation };
    },

    async findByPhrase(phraseHash) {
      const found = await read((all) => all.findOne({ phraseHash }, { projection: { phraseUntil: 1 } }));
      // from before phrases ran out: it lasts as long as its conversation
      return found === null || (found.phraseUntil ?? Number.POSITIVE_INFINITY) <= now() ? null : found._id;
    },

    async transcript(id, after, limit): Promise<readonly TurnRecord[]> {
      // read afresh: another process may have gone on with this conversation
      const held = await fetch(id);
      if (held === null) return [];
      const { recent } = held.conversation;
      const wanted = recent.filter((turn) => turn.items > 0 && lastItem(turn) > after);
      const from = recent[0]?.firstItem ?? 1;
      if (from <= after + 1) return wanted.slice(0, limit);
      const older = (await transcript.after(held.conversation, after, limit)).filter((turn) => turn.firstItem < from);
      return [...older, ...wanted].slice(0, limit);
    },

    async findTurn(id, inboundId): Promise<TurnRecord | null> {
      const held = await loadHeld(id);
      if (held === null || !hasSeen(held, inboundId)) return null;
      const recent = held.conversation.recent.find((turn) => turn.inboundId === inboundId);
      return recent ?? transcript.byInbound(held.conversation, inboundId);
    },

    async pendingEffects(olderThanMs, limit) {
      const until = now() - olderThanMs;
      const found = await read((all) =>
        all
          .find(
            // the first finds it by the index; the second leaves out those of which all are parked
            { 'outbox.at': { $lte: until }, outbox: { $elemMatch: { at: { $lte: until }, parked: { $ne: true } } } },
            { projection: { outbox: 1 } },
          )
          .sort({ 'outbox.at': 1 })
          .limit(limit)
          .toArray(),
      );
      return found
        .flatMap(({ _id, outbox }) =>
          (Array.isArray(outbox) ? outbox : []).map((waiting) => ({ conversationId: _id, waiting })),
        )
        .filter(({ waiting }) => waiting.at <= until && waiting.parked !== true)
        .sort((a, b) => a.waiting.at - b.waiting.at)
        .slice(0, limit)
        .flatMap(({ conversationId, waiting }) => {
          try {
            return [{ conversationId, effect: openEffect(sealer, conversationId, waiting) }];
          } catch (error) {
            const why = error instanceof Error ? error.name : 'unknown';
            database.unreadable({ collection: 'conversations', id: waiting.id, why });
            return [];
          }
        });
    },

    async effectDone(conversationId, effectId) {
      // goes with whatever commits are waiting; it changes nothing a turn depends on, so it leaves `rev` alone
      const update = { $pull: { outbox: { id: effectId } } };
      const outcome = await commits.add({ filter: { _id: conversationId }, update, upsert: false });
      if (outcome.kind === 'refused') throw new Error(outcome.why);
    },

    async parkEffect(conversationId, effectId) {
      const filter = { _id: conversationId, 'outbox.id': effectId };
      const outcome = await commits.add({ filter, update: { $set: { 'outbox.$.parked': true } }, upsert: false });
      if (outcome.kind === 'refused') throw new Error(outcome.why);
    },

    async effectOf(conversationId, effectId) {
      const filter = { _id: conversationId, 'outbox.id': effectId };
      const found = await read((all) => all.findOne(filter, { projection: { outbox: 1 } }));
      const waiting = found?.outbox.find(({ id }) => id === effectId);
      return waiting === undefined ? null : openEffect(sealer, conversationId, waiting);
    },

    async forget(id, claimedAt) {
      await transcript.settled();
      await forget(database, [id], claimedAt);
      cache.delete(id);
    },

    sweepExpired: (at) => sweepExpired(database, at, (id) => cache.delete(id)),

    async revisions(ids) {
      const found = await read((all) => all.find({ _id: { $in: [...ids] } }, { projection: { rev: 1 } }).toArray());
      return new Map(found.map(({ _id, rev }) => [_id, rev]));
    },

    async settled() {
      await commits.settled();
      await transcript.settled();
    },
  };
}
