/** Turns one commit into one guarded update that sends only what changed. */
import type { ConversationState } from '../../../dialogs/types';
import { conversations, phraseLastsFor } from '../collections/conversations';
import type { Commit } from '../ports';
import type { Sealer } from '../seal';
import { sealEffect, sealSecret, sealTurn, seenHash } from './words';

/** Turns kept in the conversation itself. */
export const recentTurns = 12;
/** Inbound ids remembered in the conversation itself. */
export const seenIds = 200;

type Fields = Record<string, unknown>;

export interface GuardedUpdate {
  readonly filter: {
    readonly _id: string;
    readonly rev?: number;
    readonly life?: { readonly $in: readonly (string | null)[] };
    readonly forgetting?: { readonly $exists: false };
  };
  readonly update: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

function safeKey(key: string): string {
  if (key === '' || /[.$\0]/.test(key)) throw new Error('A field name may not be empty or hold . or $');
  return key;
}

const same = (a: unknown, b: unknown) => a === b || JSON.stringify(a) === JSON.stringify(b);

function changes(before: object, after: object, at: string, set: Fields, unset: Fields): void {
  const old = new Map<string, unknown>(Object.entries(before));
  for (const [key, value] of Object.entries(after)) {
    if (!old.has(key) || !same(old.get(key), value)) set[`${at}.${safeKey(key)}`] = value;
    old.delete(key);
  }
  for (const key of old.keys()) unset[`${at}.${safeKey(key)}`] = '';
}

function changedState(before: ConversationState, after: ConversationState, set: Fields, unset: Fields): void {
  const { secrets: _s, answers: oldAnswers, ...old } = before;
  const { secrets: _t, answers, ...now } = after;
  changes(old, now, 'state', set, unset);
  // answers grow with the conversation, so each is compared and sent on its own
  if (oldAnswers !== answers) changes(oldAnswers, answers, 'state.answers', set, unset);
}

function changedSecrets(commit: Commit, sealer: Sealer, set: Fields, unset: Fields): void {
  const { secrets } = commit.state;
  const before = commit.before?.state.secrets;
  if (before === secrets) return;
  if (before === undefined) {
    const all = Object.entries(secrets).map(([key, value]) => [
      safeKey(key),
      sealSecret(sealer, commit.id, key, value),
    ]);
    set['secrets'] = Object.fromEntries(all);
    return;
  }
  const changed: Fields = {};
  changes(before, secrets, 'secrets', changed, unset);
  for (const [path, value] of Object.entries(changed)) {
    set[path] = sealSecret(sealer, commit.id, path.slice('secrets.'.length), String(value));
  }
}

/**
 * Guarded by `rev`, and by nobody's having claimed it to forget it, and sent as an upsert: a rev that moved on shows as a duplicate key, where an update that
 * found nothing would show as nothing. `copied` is the last turn known to be in the transcript.
 */
export function commitUpdate(commit: Commit, sealer: Sealer, copied: number): GuardedUpdate {
  const { id, life, rev, before, state, turn } = commit;
  const set: Fields = {
    life,
    rev: rev + 1,
    items: turn.firstItem + turn.items - 1,
    updatedAt: turn.at,
    expiresAt: commit.expiresAt,
  };
  const unset: Fields = {};
  if (before === null) {
    const { secrets: _, answers, ...open } = state;
    for (const key of Object.keys(answers)) safeKey(key);
    set['state'] = { ...open, answers };
  } else changedState(before.state, state, set, unset);
  changedSecrets(commit, sealer, set, unset);
  if (rev === 0) Object.assign(set, { createdAt: turn.at, movedTo: null, v: conversations.version ?? 1 });
  if (rev === 0 || copied > 0) set['copied'] = copied;
  if (commit.phraseHash !== undefined)
    Object.assign(set, { phraseHash: commit.phraseHash, phraseUntil: turn.at + phraseLastsFor });
  if (commit.movedTo !== undefined) set['movedTo'] = commit.movedTo;
  const effects = commit.effects.map((effect) => sealEffect(sealer, id, effect));
  const push: Fields = {
    recent: { $each: [sealTurn(sealer, id, rev + 1, turn)], $slice: -recentTurns },
    seen: { $each: [seenHash(turn.inboundId)], $slice: -seenIds },
  };
  if (effects.length > 0) push['outbox'] = { $each: effects };
  else if (rev === 0) set['outbox'] = [];
  return {
    // a conversation forgotten and begun again may have come to the same rev; null: from before lives had names
    filter: { _id: id, rev, ...(rev === 0 ? {} : { life: { $in: [life, null] } }), forgetting: { $exists: false } },
    update: { $set: set, $push: push, ...(Object.keys(unset).length > 0 ? { $unset: unset } : {}) },
  };
}
