/** A clock for waiting: it goes on evenly when the machine's clock is set, and says when that clock cannot be trusted. */

/** A difference larger than this is a jump, ms; smaller ones are how clocks are kept right. */
const jump = 5_000;
/** A new time that has stood for so long is the right one, ms. */
const standsFor = 60 * 60 * 1000;

export interface SteadyClock {
  /** ms since 1970, never going back but to a time that has stood for an hour */
  now(): number;
  /** false while the machine's clock has jumped and the new time has not stood for an hour: nothing may be deleted by it */
  clockSane(): boolean;
}

/** Made from the machine's clock (ms since 1970) and one that only counts (ms from anywhere). */
export function createSteadyClock(wall: () => number, counted: () => number): SteadyClock {
  let base = wall() - counted();
  let jumped: { readonly by: number; readonly since: number } | null = null;
  let last = 0;

  function look(): void {
    const off = wall() - (base + counted());
    if (Math.abs(off) <= jump) {
      base += off;
      jumped = null;
    } else if (jumped === null || Math.abs(off - jumped.by) > jump) jumped = { by: off, since: counted() };
    else if (counted() - jumped.since >= standsFor) {
      base += off;
      jumped = null;
      // believed, so this once it may go back
      last = 0;
    }
  }

  return {
    now() {
      look();
      last = Math.max(last, base + counted());
      return last;
    },
    clockSane() {
      look();
      return jumped === null;
    },
  };
}
