/** A circuit breaker: what keeps failing is left alone for a while, then tried once. */
export interface Breaker {
  readonly mayTry: () => boolean;
  readonly worked: () => void;
  readonly failed: () => void;
}

/** Opens after `failures` in a row, for `restMs` milliseconds by `clock`; then lets one try through. */
export function createBreaker({
  failures,
  restMs,
  clock,
}: {
  readonly failures: number;
  readonly restMs: number;
  readonly clock: () => number;
}): Breaker {
  let inARow = 0;
  let restsUntil = 0;
  return {
    mayTry: () => {
      if (inARow < failures) return true;
      if (clock() < restsUntil) return false;
      // one try at a time: the others wait for what it finds
      restsUntil = clock() + restMs;
      return true;
    },
    worked: () => {
      inARow = 0;
    },
    failed: () => {
      inARow += 1;
      if (inARow >= failures) restsUntil = clock() + restMs;
    },
  };
}
