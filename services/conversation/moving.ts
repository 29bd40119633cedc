/** An address goes on in another conversation: three words that matched, or a yes by text. */
import { newConversation } from '../../dialogs/newConversation';
import { phraseIn } from '../../dialogs/phrase';
import type { Turn } from '../../dialogs/types';
import { type Move, writeMove } from '../store/identity';
import type { ConversationParts } from './deps';
import { type Happen, TRIES } from './happen';
import type { Inbound, TurnDone } from './inbound';
import type { Keep, Kept } from './keep';
import type { Places } from './places';

export function createMoving(
  parts: Pick<ConversationParts, 'store' | 'hash' | 'now' | 'countGuess'> & {
    readonly places: Places;
    readonly keep: Keep;
    readonly happenAs: Happen['happenAs'];
  },
) {
  const { keep, happenAs } = parts;
  const { ownId, where } = parts.places;

  /** Three words that match carry this address to the conversation they belong to; guesses are counted. */
  async function comeByPhrase(inbound: Inbound): Promise<TurnDone | null> {
    const phrase = inbound.what.kind === 'text' ? phraseIn(inbound.what.text) : null;
    if (phrase === null) return null;
    if (!(await parts.countGuess(inbound.address))) return null;
    const target = await parts.store.findByPhrase(parts.hash('phrase', phrase));
    const here = await where(inbound.address);
    if (target === null || target === here.id) return null;
    const before = await parts.store.load(target);
    if (!before) return null;
    const event = { name: 'cameByPhrase', channel: inbound.channel } as const;
    const came = await happenAs(target, inbound.id, event, inbound.line);
    return came && (await goOn(inbound, { id: target, after: before.items }, came));
  }

  /** From here on this address goes on in another conversation, after what is there already. */
  async function goOn(inbound: Inbound, to: Move, came: Kept): Promise<TurnDone | null> {
    const own = ownId(inbound.address);
    for (let go = 0; go < TRIES; go += 1) {
      const stored = await parts.store.load(own);
      const state = stored?.state ?? newConversation(inbound.channel, parts.now().getTime());
      const turn: Turn = {
        state: { ...state, paused: true, asked: null, agenda: [] },
        replies: [],
        effects: [],
        hideSaid: true,
      };
      const kept = await keep({
        stored,
        id: own,
        inboundId: `${inbound.id}/moved`,
        said: null,
        turn,
        movedTo: writeMove(to),
      });
      if (!kept) continue;
      const { record, settled, ...left } = came;
      const was = stored ? { was: stored.state.contact } : {};
      return { kind: 'done', conversationId: to.id, turn: record, repeated: false, settled, ...was, ...left };
    }
    return null;
  }

  /**
   * A phone that was asked for somebody on the web said yes: from now on it goes on in that conversation, and news comes
   * to it (P-H11). Null where that conversation is gone.
   */
  async function linkByYes(inbound: Inbound, target: string): Promise<TurnDone | null> {
    const before = await parts.store.load(target);
    const came = before && (await happenAs(target, inbound.id, { name: 'saidYesByText' }, inbound.line));
    return came && goOn(inbound, { id: target, after: before.items }, came);
  }

  return { comeByPhrase, linkByYes };
}
