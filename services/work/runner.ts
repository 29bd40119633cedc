/** Runs jobs: takes what is due, holds its lease while it works, and never does more of a kind at once than the kind allows. */
import type { Job } from './collection';
import { BadData, type Done, type JobKind, nextTry } from './job';
import type { Queue } from './queue';

export interface RunnerParts<Ports> {
  readonly queue: Queue;
  readonly kinds: readonly JobKind<Ports>[];
  readonly ports: Ports;
  /** this process, unlike any other */
  readonly me: string;
  /** ms since 1970, steady: a clock put back must not stall what waits */
  readonly now: () => number;
  /** names of kinds and faults only */
  readonly log: (event: string, facts: Readonly<Record<string, string>>) => void;
  /** a job became a dead letter: somebody should know */
  readonly died?: (job: Job) => void;
  /** ms between looks; 1 s when absent */
  readonly pollMs?: number;
}

/** Looked at in one pass. */
const atOnce = 100;
/** Looks whether the standing jobs are there, ms. */
const keepStandingEvery = 60_000;
/** A running job lets go by itself within this long of a stop, ms; else its lease does. */
const stopWithin = 5_000;

interface Running {
  readonly kind: string;
  readonly stop: AbortController;
  readonly ended: Promise<void>;
}

const faultOf = (error: unknown) => (error instanceof Error ? error.name : 'unknown');

/** The runner of one process. */
export function createRunner<Ports>(parts: RunnerParts<Ports>) {
  const { queue, now, me } = parts;
  const kinds = new Map(parts.kinds.map((kind) => [kind.kind, kind]));
  if (kinds.size !== parts.kinds.length) throw new Error('Two kinds of job have one name');
  const running = new Set<Running>();
  let closing = false;
  let passing: Promise<number> | null = null;
  let onceMore = false;
  let timer: NodeJS.Timeout | undefined;
  let standing: NodeJS.Timeout | undefined;

  const free = (kind: JobKind<Ports>) => kind.concurrency - [...running].filter((one) => one.kind === kind.kind).length;

  /** Renews the lease while a job runs; `held` is always the newest revision of it. */
  function hold(claimed: Job, leaseMs: number, stop: AbortController) {
    let held: Job | null = claimed;
    let renewing: Promise<void> = Promise.resolve();
    const beat = setInterval(() => {
      renewing = renewing
        .then(async () => {
          if (held === null || stop.signal.aborted) return;
          held = await queue.renew(held, leaseMs);
          if (held === null) stop.abort();
        })
        // a database that is away for a moment: tried again with the next beat
        .catch(() => undefined);
    }, leaseMs / 3);
    beat.unref();
    // on a stop it is no longer held, so that another process may have it soon
    stop.signal.addEventListener('abort', () => clearInterval(beat));
    return async () => {
      clearInterval(beat);
      await renewing;
      return held;
    };
  }

  async function settle(job: Job, kind: JobKind<Ports>, result: Done | { readonly kind: 'fault'; error: unknown }) {
    // a standing job is never over
    if (result.kind === 'done' && kind.every !== null) return void (await queue.again(job, now() + kind.every));
    if (result.kind === 'done') return void (await queue.done(job));
    if (result.kind === 'again') return void (await queue.again(job, result.at));
    const why = faultOf(result.error);
    const at = result.error instanceof BadData ? null : nextTry(job, kind.backOff, now());
    parts.log('job.failed', { kind: job.kind, error: why, next: at === null ? 'dead' : 'again' });
    if ((await queue.fail(job, why, at)) && at === null) parts.died?.(job);
  }

  async function work(claimed: Job, dueAt: number, kind: JobKind<Ports>, stop: AbortController): Promise<void> {
    const letGo = hold(claimed, kind.leaseMs, stop);
    const { id, fence, attempts } = claimed;
    let result: Parameters<typeof settle>[2];
    try {
      const data = { ...claimed.data, conversationId: claimed.conversationId };
      result = await kind.run(data, parts.ports, { id, fence, attempts, dueAt, signal: stop.signal, now });
    } catch (error) {
      result = { kind: 'fault', error };
    }
    const held = await letGo();
    if (held === null) return parts.log('job.lost', { kind: kind.kind });
    try {
      await settle(held, kind, result);
    } catch (error) {
      // what came of it could not be written: the lease ends by itself, and it is done again
      parts.log('job.unsettled', { kind: kind.kind, error: faultOf(error) });
    }
  }

  function begin(claimed: Job, dueAt: number, kind: JobKind<Ports>): void {
    const stop = new AbortController();
    const ended = work(claimed, dueAt, kind, stop).finally(() => {
      running.delete(one);
      // room for another of its kind
      wake();
    });
    const one: Running = { kind: kind.kind, stop, ended };
    running.add(one);
  }

  /** Takes what is due until nothing more may be taken; how many. A kind that is full is left out, so it hides no other. */
  async function pass(): Promise<number> {
    let taken = 0;
    for (;;) {
      const open = [...kinds.values()].filter((kind) => free(kind) > 0);
      if (closing || open.length === 0) return taken;
      const due = await queue.due(
        open.map(({ kind }) => kind),
        atOnce,
      );
      let news = 0;
      for (const seen of due) {
        const kind = kinds.get(seen.kind);
        if (closing || kind === undefined || free(kind) <= 0) continue;
        const claimed = await queue.claim(seen, me, kind.leaseMs);
        if (claimed === null) continue;
        begin(claimed, seen.dueAt, kind);
        news += 1;
      }
      taken += news;
      if (news === 0) return taken;
    }
  }

  /** One pass at a time, whoever asks for it. */
  function look(): Promise<number> {
    if (passing !== null) {
      onceMore = true;
      return passing;
    }
    passing = pass()
      .catch((error: unknown) => {
        parts.log('jobs.look', { error: faultOf(error) });
        return 0;
      })
      .finally(() => {
        passing = null;
        if (onceMore && !closing) {
          onceMore = false;
          void look();
        }
      });
    return passing;
  }

  function wake(): void {
    if (timer !== undefined && !closing) void look();
  }

  /** Every standing job is there, and none waits longer than it should because a clock was wrong when it was put back. */
  async function keepStanding(): Promise<void> {
    for (const { kind, every } of kinds.values())
      if (every !== null) await queue.stand(`standing:${kind}`, kind, every);
  }

  return {
    /** Writes down the house's standing jobs (once for all processes) and begins to look. Throws StoreDown. */
    async start(): Promise<void> {
      await keepStanding();
      if (closing || timer !== undefined) return;
      timer = setInterval(() => void look(), parts.pollMs ?? 1_000);
      standing = setInterval(() => void keepStanding().catch(() => undefined), keepStandingEvery);
      timer.unref();
      standing.unref();
      void look();
    },
    /** something may be due at once */
    wake,
    /** takes what is due and waits for all of it to end; for tests and commands */
    async runDue(): Promise<number> {
      let all = 0;
      for (;;) {
        const taken = await look();
        await Promise.all([...running].map(({ ended }) => ended));
        all += taken;
        if (taken === 0) return all;
      }
    },
    /** takes nothing more; what runs may end within a few seconds, else its lease lets go of it */
    async stop(withinMs: number = stopWithin): Promise<void> {
      closing = true;
      clearInterval(timer);
      clearInterval(standing);
      await passing;
      let limit: NodeJS.Timeout | undefined;
      const late = new Promise<void>((give) => {
        limit = setTimeout(give, withinMs);
      });
      await Promise.race([Promise.all([...running].map(({ ended }) => ended)), late]);
      clearTimeout(limit);
      for (const { stop } of running) stop.abort();
    },
  };
}
