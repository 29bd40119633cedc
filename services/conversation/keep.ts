/** Writes down one turn that was thought: its state, its replies and what it causes, in one guarded write. */
import { boundEffect, boundSaid, boundState } from '../../dialogs/bounds';
import type { ContactMode, ConversationState, Happening, Turn } from '../../dialogs/types';
import { keepPerson } from '../people/keep';
import { withAnswer } from '../risks/answered';
import type { Why } from '../store/collections/phone';
import { effectIdOf, type Hash } from '../store/identity';
import type { Commit, PendingEffect, StoredConversation, TurnRecord } from '../store/ports';
import type { ConversationParts } from './deps';
import { keepUntil } from './retention';

export interface Thought {
  readonly stored: StoredConversation | null;
  readonly id: string;
  readonly inboundId: string;
  readonly said: string | null;
  readonly turn: Turn;
  readonly movedTo?: string;
  /** what began it, when no person did */
  readonly event?: Happening;
  readonly line?: string;
  /** when they wrote it, as their channel says, ms */
  readonly writtenAt?: number;
}

export interface Kept {
  readonly record: TurnRecord;
  /** what it left, as it was written; absent for a turn made before */
  readonly state?: ConversationState;
  readonly settled: Promise<void>;
}

/** Replies that do not go back in the answer: what is sent to a phone after the commit, first of all that is done. */
function deliveryOf(thought: Thought, state: ConversationState, firstItem: number): Turn['effects'] {
  const { event, line, stored, turn } = thought;
  if (turn.replies.length === 0 || (line === undefined && event === undefined)) return [];
  const why = whyOf(event, stored?.state.contact ?? 'OPEN', state.contact);
  // news of a talk on the web goes to the phone that said yes to it; the page shows it by itself
  const channel = event !== undefined && state.byText === 'yes' && state.channel === 'web' ? 'sms' : state.channel;
  return [{ kind: 'deliver', data: { channel, firstItem, why, line: line ?? '' } }];
}

/** One of the team came, wrote or went. */
const ofTheTeam: ReadonlySet<Happening['name']> = new Set([
  'advisorWrote',
  'handoffAccepted',
  'handoffReleased',
  'handoffLate',
  'handoffEnded',
]);

function whyOf(event: Happening | undefined, before: ContactMode, after: ContactMode): Why {
  if (event?.name === 'askedUsToText') return 'ask';
  if (event !== undefined && ofTheTeam.has(event.name)) return 'talk';
  if (event !== undefined && event.name !== 'cameByPhrase' && event.name !== 'saidYesByText')
    return event.name === 'silence' ? 'nudge' : 'news';
  if (after !== 'STOPPED') return 'answer';
  return before === 'STOPPED' ? 'crisis' : 'stopped';
}

/** What a code word is known by in this conversation: never the word. */
export const codeHash = (hash: Hash, id: string, word: string): string => hash(`code:${id}`, word.trim().toLowerCase());

/** A turn is thought on a state that may move on; null when it has. */
export type Keep = (thought: Thought) => Promise<Kept | null>;

/** `tell` hears of each conversation that went on. */
export function createKeep(
  parts: Pick<ConversationParts, 'store' | 'hash' | 'now' | 'newSeed' | 'doEffects'>,
  tell: (conversationId: string) => void,
): Keep {
  /** The state with what only the host can make: the hash of a code word, never the word. */
  function withHashes(
    turn: Turn,
    id: string,
  ): { state: ConversationState; effects: Turn['effects']; phraseHash?: string } {
    const code = turn.effects.find((effect) => effect.kind === 'hashCodeWord')?.secret;
    const phrase = turn.effects.find((effect) => effect.kind === 'keepPlace')?.secret;
    const effects = turn.effects.filter((effect) => effect.kind !== 'hashCodeWord' && effect.kind !== 'keepPlace');
    const state = code === undefined ? turn.state : { ...turn.state, codeWordHash: codeHash(parts.hash, id, code) };
    return phrase === undefined ? { state, effects } : { state, effects, phraseHash: parts.hash('phrase', phrase) };
  }

  return async (thought) => {
    const { id, stored, turn } = thought;
    const now = parts.now().getTime();
    const { state: whole, effects: asked, phraseHash } = withHashes(turn, id);
    const state = boundState(whole);
    const firstItem = (stored?.items ?? 0) + 1;
    // what the turn causes is named after the life too: forgotten and begun again, the counts start anew
    const life = stored?.life ?? parts.newSeed();
    const rev = stored?.rev ?? 0;
    const effects = [
      ...deliveryOf(thought, state, firstItem),
      ...keepPerson(parts.hash, stored?.state ?? null, state, now),
      ...asked.map((effect) => withAnswer(boundEffect(effect), turn.replies, thought.writtenAt ?? null)),
    ];
    const record: TurnRecord = {
      inboundId: thought.inboundId,
      at: now,
      firstItem,
      items: (thought.said === null ? 0 : 1) + turn.replies.length,
      messageIds: turn.replies.flatMap((reply) => reply.parts.map((one) => one.id)),
      said: thought.said === null ? null : turn.hideSaid ? '\u2022\u2022\u2022' : boundSaid(thought.said),
      replies: turn.replies,
    };
    const pending = effects.map(
      (effect, at): PendingEffect => ({ ...effect, id: effectIdOf(id, life, rev + 1, at), at: now }),
    );
    const commit: Commit = {
      id,
      life,
      rev,
      before: stored,
      state,
      turn: record,
      effects: pending,
      expiresAt: keepUntil(state, now),
      ...(phraseHash === undefined ? {} : { phraseHash }),
      ...(thought.movedTo === undefined ? {} : { movedTo: thought.movedTo }),
    };
    const committed = await parts.store.commit(commit);
    if (committed.kind === 'stale') return null;
    const settled = pending.length > 0 ? parts.doEffects(id, pending) : undefined;
    tell(id);
    return { record, state, settled: settled ?? Promise.resolve() };
  };
}
