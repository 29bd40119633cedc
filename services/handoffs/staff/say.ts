/** Words of one of us to the person, in the person's own channel and within their rules. */

import type { House } from '../../handoffMachine/clock';
import type { Handoff } from '../../handoffMachine/handoff';
import { move } from '../../handoffMachine/move';
import { isOwner, nameOf } from '../../handoffMachine/parts';
import type { Staff } from '../../handoffMachine/reasons';
import type { createHandoffPromises } from '../../promises/ofHandoff';
import type { createClocks } from '../clocks';
import type { createRepository } from '../repository';
import { itemsOf } from '../thread';
import { isLead, type Refused, refuse, type StaffDeps, type Wrote } from './shapes';

/** The longest of an advisor's messages, in characters: a person reads it on a phone. */
export const LONGEST_WORDS = 1_500;

interface Saying {
  readonly deps: StaffDeps;
  readonly repository: ReturnType<typeof createRepository>;
  readonly clocks: ReturnType<typeof createClocks>;
  readonly house: House;
  readonly promises: ReturnType<typeof createHandoffPromises>;
  readonly note: (staff: Staff, action: string, handoff: Handoff) => Promise<void>;
  /** one they may see; null for any other */
  readonly seen: (staff: Staff, id: string) => Promise<Handoff | null>;
}

export function createSay({ deps, repository, clocks, house, promises, note, seen }: Saying) {
  const { now } = deps;

  /** Why their words were not said, as the conversation stands. */
  async function whyNotSaid(handoff: Handoff): Promise<Refused> {
    const state = (await deps.store.look(handoff.conversationId))?.state;
    if (state === undefined) return refuse('unknown');
    if (state.contact === 'STOPPED') return refuse('stopped');
    if (state.mode === 'advisor' && state.thread?.id !== handoff.id) {
      const other = state.thread === null ? null : await repository.get(state.thread.id);
      return refuse('inThread', other === null ? '' : nameOf(other.owner));
    }
    if (state.mode !== 'advisor') return refuse('away');
    const latest = await repository.get(handoff.id);
    return refuse('held', latest === null ? '' : nameOf(latest.owner));
  }

  return {
    /**
     * Their words to the person, in the person's own channel and within their rules. `key` is the page's own for this
     * message: sent again after a lost answer it is said once.
     */
    async say(
      staff: Staff,
      id: string,
      { key, words }: { readonly key: string; readonly words: string },
    ): Promise<Wrote> {
      const text = words.trim();
      if (text === '' || text.length > LONGEST_WORDS || !/^[A-Za-z0-9_-]{8,80}$/.test(key)) return refuse('bad');
      const handoff = await seen(staff, id);
      if (handoff === null) return refuse('unknown');
      const may = move(handoff, { name: 'said', at: now(), by: staff }, house);
      if (may.kind === 'refused') return refuse(may.why, nameOf(may.owner));
      await note(staff, 'handoffSaid', handoff);
      // what the conversation was not told yet comes before their words
      await clocks.perform(handoff);
      const { conversationId, claim } = handoff;
      const turn = await deps.happen(conversationId, `${id}:said:${staff.id}:${key}`, {
        name: 'advisorWrote',
        person: staff.name,
        words: text,
        thread: { id, claim },
      });
      if (turn === null) return refuse('unknown');
      if (!turn.messageIds.includes('W-SAYS')) return whyNotSaid(handoff);
      await promises.spoke(handoff);
      const sent = await deps.outgoing.find({ conversationId, at: turn.at }, 50);
      return { kind: 'said', items: itemsOf([turn], sent, isLead(staff)) };
    },

    /** They are writing: shown on the person's open page for a moment, while the two talk. Nothing is kept of it. */
    async writes(staff: Staff, id: string): Promise<void> {
      const handoff = await seen(staff, id);
      if (handoff === null || handoff.claimedAt === null || !isOwner(handoff.owner, staff)) return;
      const state = (await deps.store.look(handoff.conversationId))?.state;
      const talks = state?.mode === 'advisor' && state.contact === 'OPEN' && state.thread?.id === id;
      if (talks) deps.writing?.(handoff.conversationId);
    },
  };
}
