/** What people of the team do with a handoff makes promises, and keeps those that were made. */
import type { Handoff, OUTCOMES, Owner } from '../handoffMachine/handoff';
import { ownerOf } from '../handoffMachine/parts';
import { audienceOf, type Staff } from '../handoffMachine/reasons';
import type { Keeping, Which } from './keeping';
import { movePromise, type PromiseKind } from './promise';

/** Nothing was wanted after all: what was promised for it is not owed, and was not kept either. */
const offTheList: ReadonlySet<(typeof OUTCOMES)[number]> = new Set(['notWanted', 'mistake']);
/** What a person's own clocks are about, by why the team was asked. */
const byReason: Readonly<Record<string, PromiseKind>> = { complaint: 'complaint', rights: 'rights' };

type Of = Pick<Handoff, 'id' | 'conversationId' | 'life' | 'audience'>;

const answersOf = ({ life, audience }: Of): Which => ({
  kinds: ['answer'],
  fits: (made) => made.life === life && audienceOf(made.about) === audience,
});
const callsOf = ({ id }: Of): Which => ({ kinds: ['callBack'], fits: ({ about }) => about === id });

export function createHandoffPromises(keeping: Keeping, now: () => number) {
  /** One of us is in touch with them. */
  const spoke = (handoff: Of) => keeping.done(handoff.conversationId, answersOf(handoff), now());

  async function callAgreed(handoff: Handoff, staff: Staff, callAt: number): Promise<void> {
    const { id, rev, conversationId, life } = handoff;
    await keeping.cancel(conversationId, callsOf(handoff), now());
    const owner = ownerOf(staff);
    const named = `${id}:call:${rev}`;
    await keeping.make({
      id: named,
      conversationId,
      life,
      kind: 'callBack',
      about: id,
      owner,
      madeAt: now(),
      dueAt: callAt,
    });
  }

  return {
    spoke,

    /** Another has it: what was promised is theirs. */
    async owned(handoff: Of, owner: Owner): Promise<void> {
      for (const which of [answersOf(handoff), callsOf(handoff)])
        for (const { id } of await keeping.owed(handoff.conversationId, which))
          await keeping.change(id, (made) => movePromise(made, { name: 'owned', at: now(), owner }));
    },

    /** A call for a time, or what else was agreed. */
    async callBack(handoff: Handoff, staff: Staff, callAt: number): Promise<void> {
      await spoke(handoff);
      await callAgreed(handoff, staff, callAt);
    },

    /** They called; not reached, they try again at `nextAt`. */
    async called(handoff: Handoff, staff: Staff, nextAt: number | null): Promise<void> {
      await keeping.done(handoff.conversationId, callsOf(handoff), now());
      await spoke(handoff);
      if (nextAt !== null) await callAgreed(handoff, staff, nextAt);
    },

    /** The talk is over, and something of our own is left to do: nothing more is owed to the person for now. */
    async wentOn(handoff: Handoff): Promise<void> {
      await keeping.cancel(handoff.conversationId, callsOf(handoff), now());
      await spoke(handoff);
    },

    /** Nothing is left to do. A call that was still to come is off. */
    async ended(handoff: Handoff, outcome: NonNullable<Handoff['outcome']>): Promise<void> {
      const { conversationId, asks, life } = handoff;
      const off = offTheList.has(outcome);
      const reasons = asks.flatMap(({ reason }) => byReason[reason] ?? []);
      const theirs: Which = { kinds: reasons, fits: (made) => made.life === life };
      await keeping.cancel(conversationId, callsOf(handoff), now());
      for (const which of [answersOf(handoff), theirs])
        await (off ? keeping.cancel(conversationId, which, now()) : keeping.done(conversationId, which, now()));
    },
  };
}
