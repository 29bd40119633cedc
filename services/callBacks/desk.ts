/** A call-back from the choice to the promise: booked with one of us, theirs to make, and the person's to move or call off. */
import type { Happening } from '../../dialogs/types';
import type { Needed } from '../handoffMachine/asking';
import type { Handoff } from '../handoffMachine/handoff';
import type { Staff } from '../handoffMachine/reasons';
import type { Keeping } from '../promises/keeping';
import { turnIn } from '../store/identity';
import type { Bookings } from './bookings';

export interface CallBackDeps {
  readonly bookings: Pick<Bookings, 'book' | 'cancel'>;
  readonly keeping: Pick<Keeping, 'cancel' | 'make'>;
  readonly people: (at: number) => Promise<readonly Staff[]>;
  readonly handoffs: {
    readonly booked: (
      needed: Needed,
      call: { readonly by: Staff; readonly callAt: number; readonly until: number },
    ) => Promise<Handoff | null>;
    readonly calledOff: (conversationId: string) => Promise<void>;
  };
  readonly happen: (conversationId: string, key: string, event: Happening) => Promise<unknown>;
  /** ms since 1970 */
  readonly now: () => number;
}

/** A time that was chosen in a turn; `id` is the effect's. */
export interface ChosenTime {
  readonly id: string;
  readonly conversationId: string;
  /** when it was chosen, and the time itself, ms */
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

export function createCallBackDesk({ bookings, keeping, people, handoffs, happen, now }: CallBackDeps) {
  return {
    /** Books it, once for its id. Somebody who was quicker after all is told of in the conversation. Throws StoreDown. */
    async book({ id, conversationId, at, from, to }: ChosenTime): Promise<void> {
      // tried again after its time: what was booked then was promised then
      if (to <= now()) return;
      const staffId = await bookings.book(conversationId, from);
      if (staffId === null) {
        await happen(conversationId, `${id}:gone`, { name: 'callGone' });
        return;
      }
      const found = (await people(now())).find((one) => one.id === staffId);
      const by: Staff = { id: staffId, name: found?.name ?? staffId, roles: found?.roles ?? ['advisor'] };
      const needed: Needed = { id, conversationId, reason: 'asked', level: 'P3', at, dueAt: to };
      const handoff = await handoffs.booked(needed, { by, callAt: from, until: to });
      const life = turnIn(id, conversationId)?.life ?? '';
      const fits = (made: { readonly id: string; readonly life: string }) => made.life === life && made.id !== id;
      // the time they chose takes the place of the one they were told
      await keeping.cancel(conversationId, { kinds: ['callBack', 'answer'], fits }, now());
      const owner = { kind: 'person', id: by.id, name: by.name } as const;
      const about = handoff?.id ?? '';
      await keeping.make({
        id,
        conversationId,
        life,
        kind: 'callBack',
        about,
        owner,
        madeAt: at,
        dueAt: from,
        toldAt: to,
      });
    },

    /** Called off by the person. */
    async cancel(conversationId: string): Promise<void> {
      await bookings.cancel(conversationId);
      await keeping.cancel(conversationId, { kinds: ['callBack'] }, now());
      await handoffs.calledOff(conversationId);
    },
  };
}

export type CallBackDesk = ReturnType<typeof createCallBackDesk>;
