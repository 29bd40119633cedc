/** Asks the thread that does the sums of signing in: started at the first, ended after a while without any, one sum at a time. */
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import { projectRoot } from '../../store/engine/projectRoot';
import { type Sum, type Total, total } from './sums';

/** More people than this at once are told to try again: a crowd of guessers must not fill the memory. */
const MOST_WAITING = 40;
/** One sum may take so long, the start of the thread with it, ms. */
const HUNG = 15_000;
const REST_AFTER = 5 * 60_000;
const LIMITS = { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 8 };

const answered = z.object({ id: z.number(), total: total.nullable() });

/** Too many at once, or the thread is not well: nothing is wrong with what was given. */
export class SumsBusy extends Error {
  constructor() {
    super('The sums of signing in were not done in time');
    this.name = 'SumsBusy';
  }
}

/** Does a sum; throws SumsBusy. */
export type DoSum = (asked: Sum) => Promise<Total>;

interface Waiting {
  readonly id: number;
  readonly asked: Sum;
  readonly settle: (made: Total | null) => void;
}

/** The built worker. */
const workerFile = () => join(projectRoot(), 'dist', 'services', 'staff', 'sums', 'worker.js');

export function createSums(start: () => Worker = () => new Worker(workerFile(), { resourceLimits: LIMITS })) {
  let worker: Worker | null = null;
  let waiting: readonly Waiting[] = [];
  let current: Waiting | null = null;
  let timer: NodeJS.Timeout | undefined;
  let next = 0;

  function end(): void {
    clearTimeout(timer);
    const ending = worker;
    worker = null;
    void ending?.terminate();
  }

  /** The one in hand is lost with its thread; the others get a new one. */
  function failed(): void {
    end();
    const lost = current;
    current = null;
    lost?.settle(null);
    sendNext();
  }

  function begin(): Worker {
    const started = start();
    started.unref();
    started.on('message', (message: unknown) => {
      const read = answered.safeParse(message);
      if (worker !== started || !read.success || read.data.id !== current?.id) return;
      const { settle } = current;
      current = null;
      settle(read.data.total);
      sendNext();
    });
    // an error is always followed by an exit; without a listener it would end the whole process
    started.on('error', () => undefined);
    started.once('exit', () => {
      if (worker === started) failed();
    });
    return started;
  }

  function sendNext(): void {
    clearTimeout(timer);
    if (current !== null) return;
    const [first, ...others] = waiting;
    if (first === undefined) {
      timer = setTimeout(end, REST_AFTER);
      timer.unref();
      return;
    }
    waiting = others;
    current = first;
    worker ??= begin();
    worker.postMessage({ id: first.id, sum: first.asked });
    timer = setTimeout(failed, HUNG);
    timer.unref();
  }

  const ask: DoSum = async (asked) => {
    if (waiting.length >= MOST_WAITING) throw new SumsBusy();
    next += 1;
    const id = next;
    const made = await new Promise<Total | null>((settle) => {
      waiting = [...waiting, { id, asked, settle }];
      sendNext();
    });
    if (made === null) throw new SumsBusy();
    return made;
  };

  return {
    ask,
    stop(): void {
      end();
      const lost = current === null ? waiting : [current, ...waiting];
      current = null;
      waiting = [];
      for (const one of lost) one.settle(null);
    },
  };
}
