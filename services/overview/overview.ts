/** What a supervisor looks at: who waits, who is there, what is promised and at risk, and how long danger waited. Counts and times only. */
import { dateAfter, momentOf, whenIs } from '../calendar/moment';
import type { Handoff } from '../handoffs/machine/handoff';
import { holdsNow } from '../handoffs/machine/rank';
import { audienceOf, isHere, mayTake, type Staff, type StaffNow } from '../handoffs/machine/reasons';
import { isAhead, isOver, keptByKind, type PromiseMade } from '../promises/promise';
import type { Records } from '../store/ports';

export interface OverviewDeps {
  readonly handoffs: Pick<Records<Handoff>, 'find'>;
  readonly promises: { readonly dueIn: (from: number, to: number, limit: number) => Promise<readonly PromiseMade[]> };
  readonly acknowledgedSince: (
    since: number,
  ) => Promise<ReadonlyMap<string, { readonly n: number; readonly p50: number; readonly p95: number }>>;
  /** everybody of the team as they are at a moment */
  readonly team: (at: number) => Promise<readonly StaffNow[]>;
  /** ms since 1970 */
  readonly now: () => number;
}

export interface Overview {
  readonly waiting: {
    readonly count: number;
    /** how many of the levels that cannot wait */
    readonly urgent: number;
    /** since when the one who waits longest does, ms; null when nobody waits */
    readonly oldest: number | null;
  };
  readonly team: readonly {
    readonly id: string;
    readonly name: string;
    readonly onShift: boolean;
    readonly isHere: boolean;
    readonly holds: number;
    readonly room: number;
  }[];
  readonly promises: {
    /** due within so many hours and not kept yet */
    readonly soon: number;
    /** broken, and still owed */
    readonly late: number;
    /** of those whose time came in 30 days, 0 to 1; null while there is none */
    readonly kept: number | null;
  };
  /** from danger to the first of us who saw it, by level, in 30 days */
  readonly seen: readonly { readonly level: string; readonly n: number; readonly p50: number; readonly p95: number }[];
  /** askings for a person on each of the last 14 days, today last */
  readonly days: readonly { readonly date: string; readonly asked: number }[];
}

const hour = 60 * 60_000;
const soonIs = 4 * hour;
const back = 30;
const daysShown = 14;
const most = 20_000;

export function createOverview(deps: OverviewDeps) {
  function days(asked: readonly Handoff[], today: string): Overview['days'] {
    const dates = Array.from({ length: daysShown }, (_one, n) => dateAfter(today, n - daysShown + 1));
    const counts = new Map<string, number>();
    for (const { askedAt } of asked) {
      const { date } = momentOf(askedAt);
      counts.set(date, (counts.get(date) ?? 0) + 1);
    }
    return dates.map((date) => ({ date, asked: counts.get(date) ?? 0 }));
  }

  function promisesNow(all: readonly PromiseMade[], at: number, reader: Staff): Overview['promises'] {
    const mine = all.filter(({ about }) => audienceOf(about) === 'team' || reader.roles.includes('safeguarding'));
    const counted = Object.values(keptByKind(mine.filter(({ dueAt }) => dueAt <= at)));
    const kept = counted.reduce((sum, one) => sum + one.kept, 0);
    const total = counted.reduce((sum, one) => sum + one.kept + one.broken, 0);
    return {
      soon: mine.filter((one) => !isOver(one) && isAhead(one) && one.dueAt < at + soonIs).length,
      late: mine.filter((one) => !isOver(one) && !isAhead(one)).length,
      kept: total === 0 ? null : kept / total,
    };
  }

  return {
    /** As it stands for this reader. A worry about one of us is counted for the lead alone. */
    async look(reader: Staff): Promise<Overview> {
      const at = deps.now();
      const { date } = momentOf(at);
      const [open, asked, due, people, seen] = await Promise.all([
        deps.handoffs.find({ state: { $in: ['queued', 'offered', 'claimed', 'live', 'callback'] } }, most),
        deps.handoffs.find({ askedAt: { $gte: whenIs(dateAfter(date, 1 - daysShown), 0) } }, most),
        deps.promises.dueIn(whenIs(dateAfter(date, -back), 0), at + soonIs, most),
        deps.team(at),
        deps.acknowledgedSince(whenIs(dateAfter(date, -back), 0)),
      ]);
      const mine = open.filter((one) => mayTake(reader, one));
      const waiting = mine.filter(({ state }) => state === 'queued' || state === 'offered');
      const since = waiting.map(({ waitingSince, roundAt }) => waitingSince ?? roundAt);
      return {
        waiting: {
          count: waiting.length,
          urgent: waiting.filter(({ level }) => level === 'P0' || level === 'P1').length,
          oldest: since.length === 0 ? null : Math.min(...since),
        },
        team: people.map((one) => ({
          id: one.id,
          name: one.name,
          onShift: one.onShift,
          isHere: isHere(one, at),
          holds: holdsNow(mine, one),
          room: one.room,
        })),
        promises: promisesNow(due, at, reader),
        seen: [...seen].map(([level, one]) => ({ level, ...one })).toSorted((a, b) => (a.level < b.level ? -1 : 1)),
        days: days(
          asked.filter((one) => mayTake(reader, one)),
          date,
        ),
      };
    },
  };
}

export type OverviewService = ReturnType<typeof createOverview>;
