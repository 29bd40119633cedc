/** What is said where no turn can be made: the crisis text for what was written, and a phone number. */
import type { Reading, Reply } from '../../dialogs/types';
import { conversationIdOf } from '../store/identity';
import type { ConversationParts } from './deps';
import { type Inbound, LONGEST, type TurnFailed, wordsIn } from './inbound';
import { repliesWithoutStore } from './replies';

export function createNoTurn(
  parts: Pick<ConversationParts, 'read' | 'hash' | 'settings' | 'setAside'> & {
    readonly ahead: NonNullable<ConversationParts['readAhead']>;
  },
) {
  const { ahead } = parts;

  function readingOf({ what }: Inbound): Reading | null {
    const text = wordsIn(what);
    return text ? parts.read(text.slice(0, LONGEST), { recentlyFlagged: false }) : null;
  }

  function withoutStore(inbound: Inbound): TurnFailed {
    return { kind: 'storeDown', replies: repliesWithoutStore(readingOf(inbound), parts.settings.phone) };
  }

  /** The same while a turn is late, as many are behind a flood: a long one is read in pieces, so that nobody waits for it. */
  async function whileLate(inbound: Inbound): Promise<TurnFailed | null> {
    await ahead(wordsIn(inbound.what).slice(0, LONGEST), { recentlyFlagged: false });
    return atOnceInDanger(inbound);
  }

  /** The crisis text for somebody in danger while the turn is still under way; null when there is time to wait. */
  function atOnceInDanger(inbound: Inbound): TurnFailed | null {
    const risks = readingOf(inbound)?.risks ?? [];
    return risks === 'failed' || risks.length > 0 ? withoutStore(inbound) : null;
  }

  /** No turn can be made of it: the fixed fault text with the crisis lines, and a person looks at the words (S2). */
  async function putAside(inbound: Inbound, error: unknown): Promise<TurnFailed> {
    const failed = withoutStore(inbound);
    const id = conversationIdOf(parts.hash, inbound.address);
    const source = parts.hash('inbound', `${inbound.address} ${inbound.id}`);
    const risks = readingOf(inbound)?.risks ?? [];
    try {
      await parts.setAside({
        id: `aside:${source}`,
        what: 'message',
        conversationId: id,
        source,
        why: error instanceof Error ? error.name : 'unknown',
        words: wordsIn(inbound.what).slice(0, LONGEST) || null,
        level: risks === 'failed' || risks.length > 0 ? 'P0' : 'P1',
      });
    } catch {
      // it could not be kept, so the message must wait
      return failed;
    }
    return { ...failed, setAside: true };
  }

  return {
    withoutStore,
    whileLate,
    putAside,
    /** The fixed crisis words when these show danger, for words that belong to no conversation; else none. */
    ifDanger(text: string): readonly Reply[] {
      const inbound = { id: '', address: '', channel: 'web', what: { kind: 'text', text } } as const;
      return atOnceInDanger(inbound)?.replies ?? [];
    },
  };
}
