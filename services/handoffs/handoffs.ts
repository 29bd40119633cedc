/** Handoffs to people of the team, put together. */

import type { HolderNews } from '../conversation/effects/effect';
import type { Records } from '../store/ports';
import { type ClockDeps, createClocks } from './clocks';
import { houseOf } from './house';
import type { House } from './machine/clock';
import type { Handoff } from './machine/handoff';
import { createRepository, type NeedPerson } from './repository';

export interface HandoffsParts extends Omit<ClockDeps, 'repository' | 'house'> {
  readonly handoffs: Records<Handoff>;
  readonly house?: House;
}

export function createHandoffs(parts: HandoffsParts) {
  const { now, log } = parts;
  const house = parts.house ?? houseOf();
  const repository = createRepository(parts.handoffs, house);
  const clocks = createClocks({ ...parts, repository, house });
  const running = new Set<Promise<void>>();

  /** Done beside whatever asked for it; what fails is done by the next look. */
  function aside(work: () => Promise<void>): void {
    const ended = work().catch((error: unknown) =>
      log('handoff.later', { error: error instanceof Error ? error.name : 'unknown' }),
    );
    running.add(ended);
    void ended.finally(() => running.delete(ended));
  }

  /** A person is needed: written down, then somebody is asked at once. */
  const need: NeedPerson = async (needed) => {
    await repository.need(needed);
    aside(() => clocks.lookAtConversation(needed.conversationId));
  };

  return {
    need,
    /** one look at all clocks (services/work) */
    look: clocks.look,
    /** The person wrote, or left, while one of us holds the thread. */
    async holderNews({ handoffId, what, why, at }: HolderNews): Promise<void> {
      const event = what === 'heard' ? ({ name: 'heard', at } as const) : ({ name: 'left', at, why } as const);
      await repository.change(handoffId, event);
    },
    /** Somebody said behind the link of an alarm that they have it. */
    async seen(subject: string, who: string): Promise<void> {
      for (const handoff of await repository.open()) {
        if (clocks.subjectOf(handoff) !== subject && !clocks.risksOf(handoff).includes(subject)) continue;
        const result = await repository.change(handoff.id, { name: 'seen', at: now(), who });
        if (result?.kind === 'moved') await clocks.perform(result.handoff);
      }
    },
    /** resolves when nothing is under way */
    async idle(): Promise<void> {
      while (running.size > 0) await Promise.all(running);
    },
  };
}
