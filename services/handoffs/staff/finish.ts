/** How a talk ends or goes on: handed back, a call agreed, rung, wrapped up. Each changes what was promised. */

import type { Outcome } from '../../handoffMachine/event';
import type { Handoff } from '../../handoffMachine/handoff';
import type { Staff } from '../../handoffMachine/reasons';
import type { createHandoffPromises } from '../../promises/ofHandoff';
import type { createRepository } from '../repository';
import { type Act, type Acted, LONGEST_NOTE, type NextGiven, refuse } from './shapes';

const LONGEST_ACTION = 200;
/** A call is agreed at most so far ahead, ms. */
const farthestCall = 60 * 24 * 60 * 60_000;

interface Finishing {
  /** ms since 1970 */
  readonly now: () => number;
  readonly repository: ReturnType<typeof createRepository>;
  readonly promises: ReturnType<typeof createHandoffPromises>;
  /** one they may see; null for any other */
  readonly seen: (staff: Staff, id: string) => Promise<Handoff | null>;
  readonly colleaguesFor: (handoff: Handoff, staff: Staff) => Promise<readonly Staff[]>;
  readonly act: Act;
}

export function createFinish({ now, repository, promises, seen, colleaguesFor, act }: Finishing) {
  /** What is left to do, with its owner by name; null where it is no such thing. */
  async function nextFor(handoff: Handoff, staff: Staff, given: NextGiven) {
    const owner = (await colleaguesFor(handoff, staff)).find(({ id }) => id === given.ownerId);
    const action = given.action.trim();
    const isGood = action !== '' && action.length <= LONGEST_ACTION && !badCall(given.dueAt);
    return owner === undefined || !isGood ? null : { action, owner, dueAt: given.dueAt };
  }

  const badCall = (at: number) => at <= now() || at > now() + farthestCall;

  return {
    /** The bot goes on: said to the person. `goesOn`: so do the questions, where they were; that is a person's decision after danger. */
    async handBack(
      staff: Staff,
      id: string,
      given: { readonly intake: 'goesOn' | 'stays'; readonly note: string },
    ): Promise<Acted> {
      const done = await act(staff, id, 'handoffHandedBack', {
        name: 'handedBack',
        at: now(),
        by: staff,
        intake: given.intake,
        note: given.note.slice(0, LONGEST_NOTE),
      });
      const handoff = done.kind === 'done' ? await repository.get(id) : null;
      if (handoff !== null) await promises.ended(handoff, 'handedBack');
      return done;
    },

    /** A call, or another next thing, is agreed for a time: a promise, and the clock keeps it. */
    async callback(staff: Staff, id: string, given: { readonly at: number; readonly note: string }): Promise<Acted> {
      if (badCall(given.at)) return refuse('bad');
      const event = {
        name: 'callbackAgreed',
        at: now(),
        by: staff,
        callAt: given.at,
        note: given.note.slice(0, LONGEST_NOTE),
      } as const;
      const done = await act(staff, id, 'handoffCallback', event);
      const handoff = done.kind === 'done' ? await repository.get(id) : null;
      if (handoff !== null) await promises.callBack(handoff, staff, given.at);
      return done;
    },

    /** They called. Not reached: tried again at `nextAt`. */
    async called(
      staff: Staff,
      id: string,
      given: { readonly reached: true } | { readonly reached: false; readonly nextAt: number },
    ): Promise<Acted> {
      if (!given.reached && badCall(given.nextAt)) return refuse('bad');
      const nextAt = given.reached ? 0 : given.nextAt;
      const event = { name: 'called', at: now(), by: staff, reached: given.reached, nextAt } as const;
      const done = await act(staff, id, given.reached ? 'handoffReached' : 'handoffNotReached', event);
      const handoff = done.kind === 'done' ? await repository.get(id) : null;
      const again = given.reached || handoff?.nextAction !== '' ? null : given.nextAt;
      if (handoff !== null) await promises.called(handoff, staff, again);
      return done;
    },

    /** The talk is over. `next`: what is left to do, whose it is and by when; without it nothing is. */
    async wrapUp(
      staff: Staff,
      id: string,
      given: {
        readonly outcome: Outcome;
        readonly note: string;
        readonly next?: NextGiven;
      },
    ): Promise<Acted> {
      const before = await seen(staff, id);
      if (before === null) return refuse('unknown');
      const next = given.next === undefined ? undefined : await nextFor(before, staff, given.next);
      if (next === null) return refuse('bad');
      const event = {
        name: 'wrappedUp',
        at: now(),
        by: staff,
        outcome: given.outcome,
        note: given.note.slice(0, LONGEST_NOTE),
        ...(next === undefined ? {} : { next }),
      } as const;
      const done = await act(staff, id, 'handoffWrappedUp', event);
      const handoff = done.kind === 'done' ? await repository.get(id) : null;
      if (handoff?.state === 'closed') await promises.ended(handoff, given.outcome);
      else if (handoff !== null) await promises.wentOn(handoff);
      return done;
    },
  };
}
