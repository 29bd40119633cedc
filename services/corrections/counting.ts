/**
 * Counts what the team says, each thing once. Two records change, and a process may die between: so what was said is
 * written first with the name of its move, the move is made in the count under that name, and only then is it done. Whoever
 * comes next ends what is open, and no order of events makes a move twice.
 */
import { KEPT } from '../store/kept';
import type { Records } from '../store/ports';
import type { Correction, CorrectionCount } from './collection';
import { type Counted, countId, moved } from './verdict';

export interface CountingDeps {
  readonly corrections: Records<Correction>;
  readonly counts: Records<CorrectionCount>;
  /** ms since 1970 */
  readonly now: () => number;
  /** unlike any other */
  readonly newId: () => string;
}

/** What a verdict is of. */
export type Of = Counted & Pick<Correction, 'id' | 'conversationId'>;

/** Others may change the same record so often before this is a fault. */
const ROUNDS = 100;
const most = 20_000;
const openAtATime = 500;

/** Somebody else changed the same count at each of many tries. */
export class StillMoving extends Error {
  constructor() {
    super('A correction could not be counted: others changed it each time');
    this.name = 'StillMoving';
  }
}

export function createCounting({ corrections, counts, now, newId }: CountingDeps) {
  async function tryUntilDone(step: () => Promise<boolean>): Promise<void> {
    for (let round = 0; round < ROUNDS; round += 1) if (await step()) return;
    throw new StillMoving();
  }

  const empty = ({ month, kind, rule, label }: Counted): CorrectionCount => ({
    id: countId({ month, kind, rule, label }),
    rev: 0,
    month,
    kind,
    rule,
    label,
    counts: {},
    open: [],
    expiresAt: now() + KEPT.sixYears,
  });
  const write = (next: CorrectionCount) =>
    next.rev === 0 ? counts.add({ ...next, rev: 1 }) : counts.replace({ ...next, rev: next.rev + 1 }, next.rev);

  /** Ends the move of this correction, if one is open. Doing it again changes nothing. */
  const settle = (id: string): Promise<void> =>
    tryUntilDone(async () => {
      const seen = await corrections.get(id);
      if (seen === null || seen.moving === null) return true;
      const move = seen.moving;
      const count = (await counts.get(countId(seen))) ?? empty(seen);
      // read after the count: while the move is open now, nobody can have taken its name out of that count
      const open = await corrections.get(id);
      if (open?.moving !== move) return false;
      if (!count.open.includes(move)) {
        const next = { ...count, counts: moved(count.counts, open.counted, open.verdict), open: [...count.open, move] };
        if (!(await write(next))) return false;
      }
      await corrections.replace({ ...open, rev: open.rev + 1, counted: open.verdict, moving: null }, open.rev);
      await forgetMove(countId(open), move);
      return true;
    });

  const forgetMove = (id: string, move: string): Promise<void> =>
    tryUntilDone(async () => {
      const count = await counts.get(id);
      if (!count?.open.includes(move)) return true;
      return write({ ...count, open: count.open.filter((one) => one !== move) });
    });

  return {
    settle,

    /** Writes down what is said of this, and counts it. The same said twice is said once; something else moves the count. */
    async say(of: Of, verdict: string | null): Promise<void> {
      await tryUntilDone(async () => {
        const there = await corrections.get(of.id);
        if (there === null) {
          if (verdict === null) return true;
          const first = {
            ...of,
            rev: 1,
            verdict,
            counted: null,
            moving: newId(),
            expiresAt: now() + KEPT.supportRecord,
          };
          return corrections.add(first);
        }
        if (there.moving !== null) {
          await settle(there.id);
          return false;
        }
        if (there.verdict === verdict) return true;
        const next = { ...there, rev: there.rev + 1, verdict, moving: newId(), expiresAt: now() + KEPT.supportRecord };
        return corrections.replace(next, there.rev);
      });
      await settle(of.id);
    },

    /** What was last said of these, by their ids. */
    async saidOf(conversationId: string): Promise<ReadonlyMap<string, Correction>> {
      const all = await corrections.find({ conversationId }, most);
      return new Map(all.map((one) => [one.id, one]));
    },

    /** Every count there is of these months, or of all; what a crash left half counted is counted first. */
    async counts(months: readonly string[] | 'all'): Promise<readonly CorrectionCount[]> {
      for (const { id } of await corrections.find({ moving: { $gt: '' } }, openAtATime)) await settle(id);
      const found = await counts.find(months === 'all' ? {} : { month: { $in: [...months] } }, most);
      return found.filter((one) => Object.keys(one.counts).length > 0).toSorted((a, b) => (a.id < b.id ? -1 : 1));
    },
  };
}
