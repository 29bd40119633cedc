/**
 * Everything open, as a list on a page may show it: what this process did is in it at once, what another did within a
 * second. With hundreds of threads and twenty consoles the lists would otherwise be read again from the database for every
 * sentence anybody writes. Which there are and at which revision is asked afresh; only those that moved on are read and
 * unsealed again.
 */
import type { Handoff } from '../handoffMachine/handoff';

/** Read again when it is older, ms. */
const STALE = 1_000;

export interface OpenSource {
  /** the revision of every open one, by id */
  revisions(): Promise<ReadonlyMap<string, number>>;
  /** these, as they are; one that cannot be read is left out */
  these(ids: readonly string[]): Promise<readonly Handoff[]>;
}

interface Known {
  readonly handoff: Handoff;
  /** when this process wrote it or read it, by the clock of the process */
  readonly at: number;
}

const isOpen = ({ state }: Handoff): boolean => state !== 'closed';

export function createOpenView(source: OpenSource, clock: () => number = () => performance.now()) {
  let known = new Map<string, Known>();
  let readAt = Number.NEGATIVE_INFINITY;
  let reading: Promise<void> | null = null;

  /** What was read, but for what this process wrote since the reading began. */
  function take(all: readonly Handoff[], began: number): void {
    const next = new Map<string, Known>(all.map((handoff) => [handoff.id, { handoff, at: began }]));
    for (const [id, one] of known) {
      const fresh = next.get(id);
      if (fresh === undefined ? one.at >= began : one.handoff.rev > fresh.handoff.rev) next.set(id, one);
    }
    known = next;
    readAt = began;
  }

  async function readNow(): Promise<readonly Handoff[]> {
    const began = clock();
    const revisions = await source.revisions();
    const same: Handoff[] = [];
    const moved: string[] = [];
    for (const [id, rev] of revisions) {
      const there = known.get(id)?.handoff;
      if (there !== undefined && there.rev >= rev) same.push(there);
      else moved.push(id);
    }
    const all = [...same, ...(moved.length === 0 ? [] : await source.these(moved))].filter(isOpen);
    take(all, began);
    return all;
  }

  return {
    /** this process has just written it */
    wrote(handoff: Handoff): void {
      if ((known.get(handoff.id)?.handoff.rev ?? 0) < handoff.rev) known.set(handoff.id, { handoff, at: clock() });
    },
    /** Read from the database now; what is shown from here on is at least as new. */
    readNow,
    /** As it is shown. Those who ask while it is read wait for the one reading. */
    async shown(): Promise<readonly Handoff[]> {
      if (clock() - readAt >= STALE) {
        reading ??= readNow().then(
          () => {
            reading = null;
          },
          (error: unknown) => {
            reading = null;
            throw error;
          },
        );
        await reading;
      }
      return [...known.values()].map(({ handoff }) => handoff).filter(isOpen);
    },
  };
}
