/** News from outside a conversation, told once by its key. */
import { newConversation } from '../../dialogs/newConversation';
import { takeTurn } from '../../dialogs/turn/takeTurn';
import type { Happening } from '../../dialogs/types';
import type { WorldFor } from '../calendar/world';
import { turnIn } from '../store/identity';
import type { ConversationStore } from '../store/ports';
import type { Keep, Kept } from './keep';
import type { Places } from './places';

/** A turn thought on a state that moved on is thought again; more often than this is a fault. */
export const TRIES = 12;

export interface HappenDeps {
  readonly store: Pick<ConversationStore, 'load' | 'look'>;
  readonly places: Pick<Places, 'seen' | 'ownId'>;
  readonly keep: Keep;
  readonly worldFor: WorldFor;
  readonly now: () => Date;
}

export function createHappen(parts: HappenDeps) {
  const { keep, worldFor } = parts;
  const { seen } = parts.places;

  async function happenAs(id: string, inboundId: string, event: Happening, line?: string): Promise<Kept | null> {
    for (let go = 0; go < TRIES; go += 1) {
      const stored = await parts.store.load(id);
      if (!stored) return null;
      // put off in a life that was forgotten since: it is over with that
      if ((turnIn(inboundId, id)?.life ?? stored.life) !== stored.life) return null;
      const before = await seen(stored, id, inboundId);
      if (before) return { record: before, settled: Promise.resolve() };
      const channel = event.name === 'cameByPhrase' ? event.channel : stored.state.channel;
      const turn = takeTurn(stored.state, { kind: 'happened', event }, worldFor(id, channel, parts.now()));
      const kept = await keep({
        stored,
        id,
        inboundId,
        said: null,
        turn,
        event,
        ...(line === undefined ? {} : { line }),
      });
      if (kept) return kept;
    }
    throw new Error('A conversation kept moving on while news was told');
  }

  /** A phone that never wrote is asked, once, whether somebody on the web may be told news there (askByText). */
  async function askAs(address: string, forId: string, key: string, line: string): Promise<Kept | null> {
    const id = parts.places.ownId(address);
    const [stored, asker] = [await parts.store.load(id), await parts.store.look(forId)];
    if (stored || !asker) return null;
    const now = parts.now();
    const event = { name: 'askedUsToText' } as const;
    const state = { ...newConversation('sms', now.getTime()), askedFor: forId };
    const turn = takeTurn(state, { kind: 'happened', event }, worldFor(id, 'sms', now));
    return keep({ stored: null, id, inboundId: key, said: null, turn, event, line });
  }

  return { happenAs, askAs };
}

export type Happen = ReturnType<typeof createHappen>;
