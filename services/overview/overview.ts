/** What a supervisor looks at: who waits, who is there, what is promised and at risk, and how long danger waited. Counts and times only. */
import { dateAfter, momentOf, whenIs } from '../calendar/moment';
import type { CorrectionCount } from '../corrections/collection';
import { monthsUpTo, type Tally, tallyOf } from '../corrections/tally';
import type { Handoff } from '../handoffMachine/handoff';
import { holdsNow } from '../handoffMachine/rank';
import { audienceOf, isHere, mayTake, type Staff, type StaffNow } from '../handoffMachine/reasons';
import type { Keeping } from '../promises/keeping';
import { isAhead } from '../promises/promise';
import type { Records } from '../store/ports';

export interface OverviewDeps {
  readonly handoffs: Pick<Records<Handoff>, 'find' | 'count'>;
  readonly promises: Pick<Keeping, 'owedIn' | 'keptIn'>;
  readonly acknowledgedSince: (
    since: number,
  ) => Promise<ReadonlyMap<string, { readonly n: number; readonly p50: number; readonly p95: number }>>;
  /** what the team said of what was heard, in these months */
  readonly corrected: (months: readonly string[]) => Promise<readonly CorrectionCount[]>;
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
  /** what the team said of what was heard in three months, with the most to mend first */
  readonly said: readonly Tally[];
}

const hour = 60 * 60_000;
const soonIs = 4 * hour;
const back = 30;
const daysShown = 14;
const monthsShown = 3;
const most = 20_000;

export function createOverview(deps: OverviewDeps) {
  /** Counted day by day: there may be thousands, and none of their words is needed. */
  async function days(today: string, reader: Staff): Promise<Overview['days']> {
    const dates = Array.from({ length: daysShown }, (_one, n) => dateAfter(today, n - daysShown + 1));
    const audience = mayTake(reader, { audience: 'lead' }) ? {} : { audience: 'team' };
    return Promise.all(
      dates.map(async (date) => {
        const askedAt = { $gte: whenIs(date, 0), $lt: whenIs(dateAfter(date, 1), 0) };
        return { date, asked: await deps.handoffs.count({ askedAt, ...audience }) };
      }),
    );
  }

  async function promisesNow(at: number, since: number, reader: Staff): Promise<Overview['promises']> {
    const [owed, counts] = await Promise.all([
      deps.promises.owedIn(since, at + soonIs, most),
      deps.promises.keptIn(since, at),
    ]);
    const mine = owed.filter(({ about }) => audienceOf(about) === 'team' || reader.roles.includes('safeguarding'));
    const counted = Object.values(counts);
    const kept = counted.reduce((sum, one) => sum + one.kept, 0);
    const total = counted.reduce((sum, one) => sum + one.kept + one.broken, 0);
    return {
      soon: mine.filter(isAhead).length,
      late: mine.filter((one) => !isAhead(one)).length,
      kept: total === 0 ? null : kept / total,
    };
  }

  return {
    /** As it stands for this reader. A worry about one of us is counted for the lead alone. */
    async look(reader: Staff): Promise<Overview> {
      const at = deps.now();
      const { date } = momentOf(at);
      const since = whenIs(dateAfter(date, -back), 0);
      const [open, promises, people, seen, asked, said] = await Promise.all([
        deps.handoffs.find({ state: { $in: ['queued', 'offered', 'claimed', 'live', 'callback'] } }, most),
        promisesNow(at, since, reader),
        deps.team(at),
        deps.acknowledgedSince(since),
        days(date, reader),
        deps.corrected(monthsUpTo(date, monthsShown)),
      ]);
      const mine = open.filter((one) => mayTake(reader, one));
      const waiting = mine.filter(({ state }) => state === 'queued' || state === 'offered');
      const waits = waiting.map(({ waitingSince, roundAt }) => waitingSince ?? roundAt);
      return {
        waiting: {
          count: waiting.length,
          urgent: waiting.filter(({ level }) => level === 'P0' || level === 'P1').length,
          oldest: waits.length === 0 ? null : Math.min(...waits),
        },
        team: people.map((one) => ({
          id: one.id,
          name: one.name,
          onShift: one.onShift,
          isHere: isHere(one, at),
          holds: holdsNow(mine, one),
          room: one.room,
        })),
        promises,
        seen: [...seen].map(([level, one]) => ({ level, ...one })).toSorted((a, b) => (a.level < b.level ? -1 : 1)),
        days: asked,
        said: tallyOf(
          said.filter(({ label }) => reader.roles.includes('safeguarding') || label !== 'concern_about_us'),
        ),
      };
    },
  };
}

export type OverviewService = ReturnType<typeof createOverview>;
