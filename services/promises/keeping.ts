/** Promises on their records: made by the act that says them, settled by the act that keeps them. Guarded by rev. */
import { audienceOf } from '../handoffMachine/reasons';
import { addOnce } from '../store/addOnce';
import type { Records } from '../store/ports';
import { KINDS_STORED, OWED_STORED } from './collection';
import {
  isAhead,
  isOver,
  type Kept,
  movePromise,
  type NewPromise,
  newPromise,
  type PromiseEvent,
  type PromiseKind,
  type PromiseMade,
} from './promise';

/** Promises of one conversation that are looked at; more is a fault. */
const mostOfOne = 500;
const tries = 40;

export interface Which {
  readonly kinds: readonly PromiseKind[];
  readonly fits?: (made: PromiseMade) => boolean;
}

export function createKeeping(records: Records<PromiseMade>) {
  async function change(id: string, next: (made: PromiseMade) => PromiseMade): Promise<PromiseMade | null> {
    for (let go = 0; go < tries; go += 1) {
      const found = await records.get(id);
      if (found === null) return null;
      const changed = next(found);
      if (changed === found) return found;
      const written = { ...changed, rev: found.rev + 1 };
      if (await records.replace(written, found.rev)) return written;
    }
    throw new Error('A promise kept moving on while it was changed');
  }

  const owed = async (conversationId: string, { kinds, fits }: Which) =>
    (await records.find({ conversationId }, mostOfOne)).filter(
      (one) => !isOver(one) && kinds.includes(one.kind) && (fits?.(one) ?? true),
    );

  async function settle(conversationId: string, which: Which, event: PromiseEvent): Promise<void> {
    for (const { id } of await owed(conversationId, which)) await change(id, (made) => movePromise(made, event));
  }

  return {
    change,
    owed,
    get: (id: string) => records.get(id),
    ofConversation: (conversationId: string) => records.find({ conversationId }, mostOfOne),
    /** those the clock must look at by a moment, ms */
    due: (at: number, limit: number) => records.find({ nextAt: { $lte: at } }, limit),
    undone: (at: number, limit: number) => records.find({ todoSince: { $lte: at } }, limit),
    /** of those due from a moment until another, ms, what is still owed, by those who were let down already too */
    owedIn: (from: number, to: number, limit: number) =>
      records.find(
        { kind: { $in: KINDS_STORED }, state: { $in: OWED_STORED }, dueAt: { $gte: from, $lt: to }, doneAt: null },
        limit,
      ),
    /** how those due from a moment until another were kept, by kind; counted and not read */
    async keptIn(from: number, to: number): Promise<Readonly<Record<PromiseKind, Pick<Kept, 'kept' | 'broken'>>>> {
      const dueAt = { $gte: from, $lt: to };
      const count = (kind: PromiseKind, ...states: readonly PromiseMade['state'][]) =>
        records.count({ dueAt, state: { $in: states }, kind });
      const of = async (kind: PromiseKind) => {
        const [kept, broken] = await Promise.all([count(kind, 'kept'), count(kind, 'broken', 'sorrySaid')]);
        return { kept, broken };
      };
      return {
        callBack: await of('callBack'),
        answer: await of('answer'),
        referral: await of('referral'),
        complaint: await of('complaint'),
        rights: await of('rights'),
      };
    },

    /** Makes one, once for its id. Throws StoreDown. */
    async make(made: NewPromise): Promise<void> {
      await addOnce<PromiseMade>(records, newPromise(made), ['conversationId', 'kind', 'madeAt']);
    },

    /** That one of us will be in touch: of several times that were told, the soonest counts. */
    async promiseAnswer(made: Omit<NewPromise, 'kind'>): Promise<void> {
      const fresh = newPromise({ ...made, kind: 'answer' });
      const add = () => addOnce<PromiseMade>(records, fresh, ['conversationId', 'kind', 'madeAt']);
      if ((await records.get(made.id)) !== null) return void (await add());
      const ahead = (await owed(made.conversationId, { kinds: ['answer'] })).filter(isAhead);
      const audience = audienceOf(fresh.about);
      const mine = ahead.filter(({ life, about }) => life === made.life && audienceOf(about) === audience);
      if (mine.some(({ toldAt }) => toldAt <= fresh.toldAt)) return;
      await add();
      for (const { id } of mine) await change(id, (one) => movePromise(one, { name: 'cancelled', at: made.madeAt }));
    },

    /** What was promised was done. */
    done: (conversationId: string, which: Which, at: number) => settle(conversationId, which, { name: 'done', at }),
    /** Nothing is owed any more. */
    cancel: (conversationId: string, which: Which, at: number) =>
      settle(conversationId, which, { name: 'cancelled', at }),
  };
}

export type Keeping = ReturnType<typeof createKeeping>;
