/** Seals and opens what a conversation holds; the only place that knows under which name each value is bound. */
import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { z } from 'zod';
import type { ConversationState } from '../../../dialogs/types';
import { turnWords } from '../collections/conversationState';
import type { KeptTurn, WaitingEffect } from '../collections/conversations';
import type { PendingEffect, TurnRecord } from '../ports';
import type { Sealer } from '../seal';

type Secrets = ConversationState['secrets'];

// a turn keeps one place for life, so copying it from `conversations` to `messages` seals nothing anew
const turnPlace = (id: string, n: number) => ({ collection: 'messages', id: `${id}:${n}`, field: 'words' });
const secretPlace = (id: string, key: string) => ({ collection: 'conversations', id, field: `secrets.${key}` });
const effectPlace = (id: string, effect: string) => ({ collection: 'conversations', id, field: `outbox.${effect}` });

/** A turn is sealed for the conversation and, a few turns later, for the transcript: the same words in the same place. */
const sealedAlready = new WeakMap<
  TurnRecord,
  { readonly sealer: Sealer; readonly place: string; readonly kept: KeptTurn }
>();

export function sealTurn(sealer: Sealer, id: string, n: number, turn: TurnRecord): KeptTurn {
  const before = sealedAlready.get(turn);
  if (before?.sealer === sealer && before.place === `${id}:${n}`) return before.kept;
  const kept = sealAfresh(sealer, id, n, turn);
  sealedAlready.set(turn, { sealer, place: `${id}:${n}`, kept });
  return kept;
}

function sealAfresh(sealer: Sealer, id: string, n: number, turn: TurnRecord): KeptTurn {
  const { said, replies, messageIds, ...open } = turn;
  const words = sealer.seal(turnPlace(id, n), JSON.stringify({ said, replies }));
  return {
    n,
    inboundId: open.inboundId,
    at: open.at,
    firstItem: open.firstItem,
    items: open.items,
    messageIds: [...messageIds],
    words,
  };
}

export function openTurn(sealer: Sealer, id: string, kept: KeptTurn): TurnRecord {
  const words: z.infer<typeof turnWords> = turnWords.parse(JSON.parse(sealer.open(turnPlace(id, kept.n), kept.words)));
  const { inboundId, at, firstItem, items, messageIds } = kept;
  return { inboundId, at, firstItem, items, messageIds, ...words };
}

export function sealSecret(sealer: Sealer, id: string, key: string, value: string): string {
  return sealer.seal(secretPlace(id, key), value);
}

export function openSecrets(sealer: Sealer, id: string, sealed: Secrets): Secrets {
  return Object.fromEntries(
    Object.entries(sealed).map(([key, value]) => [key, sealer.open(secretPlace(id, key), value)]),
  );
}

export function sealEffect(sealer: Sealer, id: string, effect: PendingEffect): WaitingEffect {
  const { secret, data, kind, at } = effect;
  const plain = Object.entries(data).map(([name, value]) => [name, typeof value === 'object' ? [...value] : value]);
  return {
    id: effect.id,
    at,
    kind,
    data: Object.fromEntries(plain),
    ...(secret === undefined ? {} : { secret: sealer.seal(effectPlace(id, effect.id), secret) }),
  };
}

export function openEffect(sealer: Sealer, id: string, waiting: WaitingEffect): PendingEffect {
  const { secret, parked: _, ...open } = waiting;
  return secret === undefined ? open : { ...open, secret: sealer.open(effectPlace(id, waiting.id), secret) };
}

/** An id is asked about several times in its turn. */
const hashed = new LRUCache<string, string>({ max: 1_000 });

/** 64 bits: enough to say "surely new" of almost every message; a false "seen" costs one look-up. */
export function seenHash(inboundId: string): string {
  const known = hashed.get(inboundId);
  if (known !== undefined) return known;
  const made = createHash('sha256').update(inboundId).digest('base64url').slice(0, 11);
  hashed.set(inboundId, made);
  return made;
}
