/** What a kind of job is: the shape of its data, what it does, and how it is tried again. */
import type { z } from 'zod';
import type { Job } from './collection';

/** One run of one job, as the doer sees it. */
export interface Run {
  readonly id: string;
  /** fencing token: a later run of the same job has a larger one */
  readonly fence: number;
  /** tries that failed before this one */
  readonly attempts: number;
  /** when it was to be done, ms since 1970 */
  readonly dueAt: number;
  /** aborted when the lease was lost or the process stops: do no more */
  readonly signal: AbortSignal;
  /** ms since 1970 */
  readonly now: () => number;
}

/** What came of a run: over, or to be done again at a time (ms since 1970). A throw is a try that failed. */
export type Done = { readonly kind: 'done' } | { readonly kind: 'again'; readonly at: number };

/** Waits after each try that failed, ms. After the last: a dead letter, or the last wait for ever. */
export interface BackOff {
  readonly waits: readonly number[];
  readonly last: 'dead' | 'again';
}

export interface JobKind<Ports> {
  readonly kind: string;
  /** runs at once in one process */
  readonly concurrency: number;
  /** how long a process may be silent before another takes the job, ms; renewed while it runs */
  readonly leaseMs: number;
  readonly backOff: BackOff;
  /** ms between runs of the house's own standing job of this kind; null for jobs that are asked for */
  readonly every: number | null;
  /** checks the data and does it; throws BadData when they do not fit */
  run(data: unknown, ports: Ports, run: Run): Promise<Done>;
}

/** Data that no try will make fit: a dead letter at once. */
export class BadData extends Error {
  constructor(kind: string) {
    super(`The data of a job do not fit its kind: ${kind}`);
    this.name = 'BadData';
  }
}

const minute = 60_000;
const hour = 60 * minute;
export const usualBackOff: BackOff = {
  waits: [5_000, 30_000, 2 * minute, 10 * minute, hour, 4 * hour],
  last: 'dead',
};

/** Describes a kind of job. Defaults: one at a time, a lease of 30 s, the usual back-off, asked for. */
export function defineJob<Ports, Shape extends z.ZodType>(kind: {
  readonly kind: string;
  readonly data: Shape;
  readonly do: (data: z.output<Shape>, ports: Ports, run: Run) => Promise<Done>;
  readonly concurrency?: number;
  readonly leaseMs?: number;
  readonly backOff?: BackOff;
  readonly every?: number;
}): JobKind<Ports> {
  return {
    kind: kind.kind,
    concurrency: kind.concurrency ?? 1,
    leaseMs: kind.leaseMs ?? 30_000,
    backOff: kind.every === undefined ? (kind.backOff ?? usualBackOff) : { waits: [kind.every], last: 'again' },
    every: kind.every ?? null,
    async run(data, ports, run) {
      const read = kind.data.safeParse(data);
      if (!read.success) throw new BadData(kind.kind);
      return kind.do(read.data, ports, run);
    },
  };
}

/** When to try a job again after a fault at `now` (ms since 1970); null: it is a dead letter. */
export function nextTry(job: Job, { waits, last }: BackOff, now: number): number | null {
  const wait = waits[job.attempts] ?? (last === 'again' ? waits.at(-1) : undefined);
  return wait === undefined ? null : now + wait;
}

export const done: Done = { kind: 'done' };
