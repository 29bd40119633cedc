/** Somebody else's machine that we call. One that keeps failing is left alone for a moment, then tried once. */
import { BrokenCircuitError, CircuitState, ConsecutiveBreaker, circuitBreaker, handleAll } from 'cockatiel';

export interface Provider {
  readonly name: string;
  /**
   * Makes a call, or says at once that the provider rests. `isFault` tells which answers speak against it; whatever is
   * thrown does. `urgent` calls are made even while it rests: somebody in danger does not wait for a breaker.
   */
  call<T>(
    work: () => Promise<T>,
    how: { readonly isFault: (answer: T) => boolean; readonly urgent?: boolean },
  ): Promise<T | Resting>;
}

/** Nothing left this machine. */
export const RESTING = { kind: 'resting' } as const;
export type Resting = typeof RESTING;

export const isResting = (answer: unknown): answer is Resting => answer === RESTING;

export interface ProviderSettings {
  readonly name: string;
  /** faults in a row after which it rests */
  readonly faults: number;
  /** how long it rests before one call tries it, ms */
  readonly restMs: number;
  /** told when it begins to rest and when it is well again: the name of the provider and nothing else */
  readonly told?: (event: 'outside.resting' | 'outside.well', facts: { readonly provider: string }) => void;
}

/** A call that ended: the answer, and whether it speaks against the provider. */
interface Ended<T> {
  readonly answer: T;
  readonly isFault: boolean;
}

const isFaulty = (ended: unknown): boolean =>
  typeof ended === 'object' && ended !== null && 'isFault' in ended && ended.isFault === true;

/** A provider with a breaker of its own. */
export function createProvider({ name, faults, restMs, told }: ProviderSettings): Provider {
  const breaker = circuitBreaker(handleAll.orWhenResult(isFaulty), {
    halfOpenAfter: restMs,
    breaker: new ConsecutiveBreaker(faults),
  });
  breaker.onBreak(() => told?.('outside.resting', { provider: name }));
  breaker.onReset(() => told?.('outside.well', { provider: name }));
  return {
    name,
    async call<T>(
      work: () => Promise<T>,
      { isFault, urgent = false }: Parameters<Provider['call']>[1] & { isFault: (answer: T) => boolean },
    ) {
      const tried = async (): Promise<Ended<T>> => {
        const answer = await work();
        return { answer, isFault: isFault(answer) };
      };
      // one call tries it; the others do not wait for what that finds
      const rests = breaker.state === CircuitState.HalfOpen;
      if (urgent && breaker.state !== CircuitState.Closed) return work();
      if (rests) return RESTING;
      try {
        return (await breaker.execute(tried)).answer;
      } catch (error) {
        if (error instanceof BrokenCircuitError) return RESTING;
        throw error;
      }
    },
  };
}
