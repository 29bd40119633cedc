/** One turn from the outside in: load, read, think, commit, tell; at most two round trips to the database. */

import { setTimeout as pause } from 'node:timers/promises';
import { sayNumber } from '../../dialogs/contactWays';
import type { Happening, Reply, World } from '../../dialogs/types';
import { OFFICE_ROTA } from '../calendar/team';
import { type WorldFor, worldAt } from '../calendar/world';
import { createPace, SHORT_IN_A_FLOOD, TALK_PACE } from '../limits/pace';
import { StoreDown, type TurnRecord } from '../store/ports';
import { readAhead } from '../understanding/read';
import type { ConversationParts } from './deps';
import { createHappen } from './happen';
import { type Inbound, type TurnDone, type TurnFailed, wordsIn } from './inbound';
import { makeInOrder } from './inOrder';
import { inTime } from './inTime';
import { createKeep } from './keep';
import { createMoving } from './moving';
import { createNoTurn } from './noTurn';
import { opinionOnce } from './opinion';
import { createPlaces } from './places';
import { repliesWithoutStore } from './replies';
import { createThink } from './think';
import { createTranscripts } from './transcript';
import { makeWatch } from './watch';

/** Somebody in danger waits at most this long for a database that says nothing, ms: help has to be there in 3 s. */
const DANGER_WAITS = 2_500;
/** A turn that fails is tried so often, with these waits between, ms; then its message is set aside. */
const TURN_WAITS = [50, 250];

/** The conversation service on its parts. */
export function createConversationService(parts: ConversationParts) {
  const inOrder = makeInOrder();
  const ahead = parts.readAhead ?? readAhead;
  const paced = parts.pace ?? createPace(TALK_PACE, () => performance.now());
  const listeners = new Set<(address: string) => void>();
  const onTurn = new Set<(conversationId: string) => void>();
  const onWriting = new Set<(address: string) => void>();
  let looking = false;
  const watch = makeWatch((ids) => parts.store.revisions(ids));
  const rota = () => parts.rota?.() ?? OFFICE_ROTA;
  const worldFor: WorldFor = (id, channel, now, from = '') => {
    const number = sayNumber(from);
    const own = number === '' ? {} : { number };
    const { settings, match } = parts;
    const callTimes: World['callTimes'] = (safe) => parts.callTimes?.(id, safe) ?? [];
    return worldAt({ now, channel, settings, seed: parts.newSeed(), match, rota: rota(), callTimes, ...own });
  };

  function tell(conversationId: string): void {
    for (const listener of onTurn) listener(conversationId);
    for (const address of watch.pagesOf(conversationId)) for (const listener of listeners) listener(address);
  }

  const places = createPlaces(parts);
  const { ownId, where } = places;
  const keep = createKeep(parts, tell);
  const { happenAs, askAs } = createHappen({ ...parts, places, keep, worldFor });
  const { comeByPhrase, linkByYes } = createMoving({ ...parts, places, keep, happenAs });
  const think = createThink({ ...parts, ahead, places, keep, linkByYes, worldFor });
  const { withoutStore, whileLate, putAside, ifDanger } = createNoTurn({ ...parts, ahead });

  async function turnOrWords(inbound: Inbound): Promise<TurnDone | TurnFailed> {
    return inOrder(inbound.address, async () => {
      const { length } = wordsIn(inbound.what);
      const wait = paced(inbound.address, length);
      if (wait > 0) await pause(wait);
      // page after page, faster than anybody writes, is heard by our own ears alone: a slow reader would keep all others waiting
      const isFlood = wait > 0 && length > SHORT_IN_A_FLOOD;
      const opinion = opinionOnce(isFlood ? undefined : parts.secondOpinion);
      for (let go = 0; ; go += 1) {
        try {
          return (await comeByPhrase(inbound)) ?? (await think(inbound, opinion));
        } catch (error) {
          if (error instanceof StoreDown) return withoutStore(inbound);
          const wait = TURN_WAITS[go];
          if (wait === undefined) return putAside(inbound, error);
          await pause(wait);
        }
      }
    });
  }

  return {
    /** One turn for one message. The same inbound id gives the replies given then. Never throws for a store that is down. */
    handleTurn(inbound: Inbound): Promise<TurnDone | TurnFailed> {
      return inTime(turnOrWords(inbound), DANGER_WAITS, () => whileLate(inbound));
    },

    /** Tells a conversation that something happened outside it. `key` makes it happen once. Throws StoreDown. */
    async happen(conversationId: string, key: string, event: Happening): Promise<TurnRecord | null> {
      const kept = await inOrder(conversationId, () => happenAs(conversationId, key, event));
      await kept?.settled;
      return kept?.record ?? null;
    },

    /**
     * Asks a phone that never wrote, once, whether somebody on the web may be told news there. `key` makes it happen once.
     * Null when it must not be: the phone has talked with us, or that conversation is gone. Throws StoreDown.
     */
    async askByText(address: string, forId: string, key: string, line: string): Promise<TurnRecord | null> {
      const kept = await inOrder(address, () => askAs(address, forId, key, line));
      await kept?.settled;
      return kept?.record ?? null;
    },

    transcript: createTranscripts({ store: parts.store, ownId }),

    /** An open page at this address wants to be told by `onNews`, also of what other processes do. */
    watch: watch.open,

    onNews(listener: (address: string) => void): () => void {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },

    /** One of us is writing to them: each of their pages that is open at this process hears it. Nothing is kept. */
    writes(conversationId: string): void {
      for (const address of watch.pagesOf(conversationId)) for (const listener of onWriting) listener(address);
    },

    onWriting(listener: (address: string) => void): () => void {
      onWriting.add(listener);
      return () => void onWriting.delete(listener);
    },

    /** Told of each conversation this process goes on with; gives back how to stop. */
    onTurn(listener: (conversationId: string) => void): () => void {
      onTurn.add(listener);
      return () => void onTurn.delete(listener);
    },

    /** Leave now: what was on the table is put away, and the next hello asks if it is safe first. */
    async leave(address: string): Promise<void> {
      const { id, stored } = await where(address);
      if (stored) await inOrder(address, () => happenAs(id, `leave:${stored.rev}`, { name: 'left' }));
    },

    /** The conversation this address goes on in, whether or not anything was said in it yet. Throws StoreDown. */
    async conversationOf(address: string): Promise<string> {
      return (await where(address)).id;
    },

    /** Looks whether another process went on with conversations that this one has pages open on, and tells them. */
    async lookForNews(): Promise<void> {
      // a slow database is not asked again before it has answered
      if (looking) return;
      looking = true;
      try {
        for (const address of await watch.look()) for (const listener of listeners) listener(address);
      } finally {
        looking = false;
      }
    },

    ifDanger,

    /** The replies when nothing can be kept, for routes that have no turn. */
    withoutStore(phone = parts.settings.phone): readonly Reply[] {
      return repliesWithoutStore(null, phone);
    },
  };
}
