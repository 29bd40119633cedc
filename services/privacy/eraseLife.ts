/** Erases everything that hangs on one life of a conversation, and counts it. What the law keeps stays, and is counted too. */

import type { CollectionDefinition } from '../store/definition';
import { type PersonIn, personIdOf } from '../store/personId';
import type { ConversationStore, Keeper } from '../store/ports';
import type { RetentionDeps } from './retention';

export interface EraseDeps {
  readonly collections: readonly CollectionDefinition[];
  readonly keeper: Pick<Keeper, 'ofConversations' | 'ofLife' | 'unlinkLines'>;
  readonly store: Pick<ConversationStore, 'look' | 'forget'>;
  readonly media: Pick<RetentionDeps['media'], 'deleteOf'>;
  /** ms since 1970 */
  readonly now: () => number;
}

/** Their records are named after something else than a turn of theirs: they go with the talk that is there now. */
const NAMED_OTHERWISE: ReadonlySet<string> = new Set(['callBacks', 'jobs', 'deadLetters', 'references']);

/** How many of each collection went. Throws StoreDown, and may be called again: what went is gone, and the rest follows. */
export async function eraseLife(person: PersonIn, deps: EraseDeps): Promise<Readonly<Record<string, number>>> {
  const { conversationId, life } = person;
  const { keeper, store } = deps;
  const isNow = (await store.look(conversationId))?.life === life;
  const gone: Record<string, number> = {};
  for (const { name, keptFor } of deps.collections) {
    if (keptFor.hangsOn === undefined || name === 'media') continue;
    const count = NAMED_OTHERWISE.has(name)
      ? isNow
        ? await keeper.ofConversations(name, keptFor.hangsOn.field, [conversationId])
        : 0
      : await keeper.ofLife(name, personIdOf(person));
    if (count > 0) gone[name] = count;
  }
  if (!isNow) return gone;
  await deps.media.deleteOf(conversationId, { since: 0, until: deps.now(), voice: true });
  await keeper.unlinkLines([conversationId]);
  await store.forget(conversationId);
  return { ...gone, conversations: 1 };
}
