/** The clocks of promises: whoever owns one is told before it is due; when it is broken the team is asked, and the person hears sorry. */
import type { Happening } from '../../dialogs/types';
import type { NeedPerson } from '../handoffMachine/asking';
import { type StaffNow, silentAfter } from '../handoffMachine/reasons';
import type { TurnRecord } from '../store/ports';
import type { Keeping } from './keeping';
import { didAbout, movePromise, type PromiseMade } from './promise';

export interface PromiseClockDeps {
  readonly keeping: Keeping;
  /** everybody of the team who may be asked, as they are at this moment */
  readonly people: (at: number) => Promise<readonly StaffNow[]>;
  /** tells a conversation of something; the same key does it once */
  readonly happen: (conversationId: string, key: string, event: Happening) => Promise<TurnRecord | null>;
  readonly needPerson: NeedPerson;
  readonly alarms: {
    /** the alarm list is rung, once for the id */
    readonly raise: (alarm: {
      readonly kind: 'promise';
      readonly level: 'P2';
      readonly id: string;
      readonly subject: string;
    }) => Promise<unknown>;
    readonly hush: (subject: string, who: string) => Promise<void>;
  };
  /** what stands for a promise on its alarm */
  readonly hash: (purpose: string, value: string) => string;
  /** by when a person acts at a level, from now, ms */
  readonly dueAt: (level: 'P2') => number;
  /** what became of the introduction a promise was made with: answered at a moment (ms), taken back, or neither yet */
  readonly introduction: (promiseId: string) => Promise<number | 'off' | null>;
  /** ms since 1970 */
  readonly now: () => number;
  /** names and codes only */
  readonly log: (event: string, facts: Readonly<Record<string, string>>) => void;
}

/** Looked at in one go. */
const atOnce = 500;
/** Fixed lines that say sorry for one that was not kept. */
const SORRY: ReadonlySet<string> = new Set(['W-SORRY-CALL', 'W-SORRY-ANSWER', 'W-STATUS-LATE', 'W-STATUS-YES-LATE']);

export function createPromiseClocks(deps: PromiseClockDeps) {
  const { keeping, now } = deps;
  const subjectOf = ({ id }: PromiseMade) => `p_${deps.hash('promise alarm', id)}`;

  /** Whoever has it sees it at their console; where they are not there the list is rung. */
  async function warn(made: PromiseMade, people: readonly StaffNow[]): Promise<void> {
    // a partner owes it: they have their own letters, and the team its own steps
    if (made.kind === 'referral') return;
    const { owner } = made;
    const at = now();
    const isHere = people.some(
      (one) => one.signedIn && at - one.seenAt < silentAfter && (owner.kind === 'team' || one.id === owner.id),
    );
    if (isHere) return;
    const subject = subjectOf(made);
    await deps.alarms.raise({ kind: 'promise', level: 'P2', id: `${subject}:due`, subject });
  }

  /** The person hears it where that is safe, and in the same turn the team is asked; else the team alone is. */
  async function broken(made: PromiseMade): Promise<void> {
    const { id, conversationId, kind, about, toldAt } = made;
    // a note about one that was broken is not promised again and again
    const turn =
      about === 'late'
        ? null
        : await deps.happen(conversationId, `${id}:broken`, { name: 'promiseBroken', kind, about, was: toldAt });
    if (turn === null)
      await deps.needPerson({
        id: `${id}:broken`,
        conversationId,
        reason: 'late',
        level: 'P2',
        at: made.brokenAt ?? toldAt,
        dueAt: deps.dueAt('P2'),
      });
    if (turn?.messageIds.some((one) => SORRY.has(one)))
      await keeping.change(id, (one) => movePromise(one, { name: 'sorrySaid', at: now() }));
  }

  function doOne(made: PromiseMade, what: PromiseMade['todo'][number], people: readonly StaffNow[]): Promise<void> {
    if (what === 'warn') return warn(made, people);
    const who = made.owner.kind === 'person' ? made.owner.name : made.owner.holder;
    return what === 'break' ? broken(made) : deps.alarms.hush(subjectOf(made), who);
  }

  async function perform(made: PromiseMade, people: readonly StaffNow[]): Promise<void> {
    for (const what of made.todo) {
      await doOne(made, what, people);
      await keeping.change(made.id, (one) => didAbout(one, [what]));
    }
  }

  async function lookAt(seen: PromiseMade): Promise<void> {
    const became = seen.kind === 'referral' ? await deps.introduction(seen.id) : null;
    await keeping.change(seen.id, (made) => {
      if (became === 'off') return movePromise(made, { name: 'cancelled', at: now() });
      return movePromise(made, became === null ? { name: 'clock', at: now() } : { name: 'done', at: became });
    });
  }

  async function each(all: readonly PromiseMade[], work: (made: PromiseMade) => Promise<void>): Promise<void> {
    for (const made of all) {
      try {
        await work(made);
      } catch (error) {
        // one that cannot be told holds up none of the others; it is tried by the next look
        deps.log('promise.undone', { kind: made.kind, error: error instanceof Error ? error.name : 'unknown' });
      }
    }
  }

  return {
    /** One look at all that is due, and at what is still to be told. Throws StoreDown. */
    async look(): Promise<void> {
      await each(await keeping.due(now(), atOnce), lookAt);
      const undone = await keeping.undone(now(), atOnce);
      if (undone.length === 0) return;
      const people = await deps.people(now());
      await each(undone, (made) => perform(made, people));
    },

    /** News of an introduction: a partner that has answered has kept what was promised for them. */
    async referralMoved(conversationId: string): Promise<void> {
      for (const made of await keeping.owed(conversationId, { kinds: ['referral'] })) await lookAt(made);
    },
  };
}
