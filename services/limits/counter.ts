/**
 * Counts that several processes share, kept as a keyed hash and a number. Those of one process who come at one moment are
 * counted together: a crowd costs the database no more than one, and does not get in its own way.
 */
import type { Guesses } from '../store/collections/guesses';
import type { Records } from '../store/ports';

/** Several processes counting one key at once: with more rounds than this it cannot be told. */
const ROUNDS = 20;

export interface Allowance {
  readonly most: number;
  /** from the first one on, ms */
  readonly windowMs: number;
}

/** Counts one under this id: whether there was room for it; null when that cannot be told. Throws StoreDown. */
export type Count = (id: string) => Promise<boolean | null>;

interface Waiting {
  readonly done: (room: boolean | null) => void;
  readonly fail: (error: unknown) => void;
}

/** The counter on its records. `now` is in ms since 1970. */
export function createCounter(records: Records<Guesses>, now: () => number, { most, windowMs }: Allowance): Count {
  /** for each id that is being counted, those who came meanwhile */
  const lines = new Map<string, Waiting[]>();

  /** How many of so many there is room for; null when that cannot be told. */
  async function countTogether(id: string, many: number): Promise<number | null> {
    for (let round = 0; round < ROUNDS; round += 1) {
      const at = now();
      const made = await records.get(id);
      const running = made !== null && made.expiresAt > at ? made : null;
      const room = Math.min(many, most - (running?.count ?? 0));
      // over it nothing is written: a flood costs a read
      if (room <= 0) return 0;
      const next = {
        id,
        rev: (made?.rev ?? 0) + 1,
        count: (running?.count ?? 0) + room,
        expiresAt: running?.expiresAt ?? at + windowMs,
      };
      if (await (made === null ? records.add(next) : records.replace(next, made.rev))) return room;
    }
    return null;
  }

  async function serve(id: string, line: Waiting[]): Promise<void> {
    while (line.length > 0) {
      const batch = line.splice(0);
      try {
        const room = await countTogether(id, batch.length);
        for (const [place, { done }] of batch.entries()) done(room === null ? null : place < room);
      } catch (error) {
        for (const { fail } of batch) fail(error);
      }
    }
    lines.delete(id);
  }

  return (id) =>
    new Promise((done, fail) => {
      const line = lines.get(id);
      if (line !== undefined) {
        line.push({ done, fail });
        return;
      }
      const begun = [{ done, fail }];
      lines.set(id, begun);
      void serve(id, begun);
    });
}
