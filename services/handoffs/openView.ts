/**
 * Everything open, as a list on a page may show it: what this process did is in it at once, what another did within a
 * second. With hundreds of threads and twenty consoles the lists would otherwise be read again from the database for every
 * sentence anybody writes. Nothing is decided by it: whoever claims or looks at clocks reads afresh.
 */
import type { Handoff } from './machine/handoff';

/** Read again when it is older, ms. */
const STALE = 1_000;

interface Known {
  readonly handoff: Handoff;
  /** when this process wrote it or read it, by the clock of the process */
  readonly at: number;
}

export function createOpenView(read: () => Promise<readonly Handoff[]>, clock: () => number = () => performance.now()) {
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
    const all = await read();
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
      return [...known.values()].map(({ handoff }) => handoff).filter(({ state }) => state !== 'closed');
    },
  };
}
