/** One process of the silence test as its parent sees it: told what to do, killed at any moment, and started again. */
import { type ChildProcess, fork } from 'node:child_process';
import path from 'node:path';
import type { Order, Word, WorkerSettings } from './silenceWorker';
import { word } from './silenceWorker';

/** built by tsc: a worker is a program, not a test */
const program = path.join(__dirname, '..', '..', 'dist', 'test', 'load', 'silenceWorker.js');
const builtHere = __filename.endsWith('.js') ? path.join(__dirname, 'silenceWorker.js') : program;

type Ask = Order extends infer One ? (One extends Order ? Omit<One, 'n'> : never) : never;

export interface Process {
  /** Tells it something; null when it was killed before it had done it. Throws what went wrong there. */
  ask(order: Ask): Promise<readonly string[] | null>;
  readonly port: () => number;
  readonly alive: () => boolean;
  /** SIGKILL; resolves when it is gone */
  kill(): Promise<void>;
  /** starts it afresh where it is gone; resolves when it answers */
  start(at: number): Promise<void>;
}

/** Makes it; `letter` hears each mail to the team. */
export function makeProcess(
  settings: Omit<WorkerSettings, 'start'>,
  letter: (id: string, token: string) => void,
): Process {
  let child: ChildProcess | null = null;
  let port = 0;
  let n = 0;
  const waiting = new Map<number, { done: (said: readonly string[] | null) => void; fail: (error: Error) => void }>();

  function hear(one: Word, ready: () => void): void {
    if (one.what === 'ready') {
      port = one.port;
      ready();
    } else if (one.what === 'letter') letter(one.id, one.token);
    else {
      const asked = waiting.get(one.n);
      waiting.delete(one.n);
      if (one.what === 'done') asked?.done(one.said);
      else asked?.fail(new Error(`${settings.me}: ${one.why}`));
    }
  }

  return {
    port: () => port,
    alive: () => child !== null,
    ask(order) {
      if (child === null) return Promise.resolve(null);
      const it = child;
      n += 1;
      const id = n;
      return new Promise((done, fail) => {
        waiting.set(id, { done, fail });
        it.send({ ...order, n: id });
      });
    },
    async kill() {
      const it = child;
      if (it === null) return;
      const gone = new Promise<void>((done) => it.once('exit', () => done()));
      it.kill('SIGKILL');
      await gone;
    },
    async start(at) {
      if (child !== null) return;
      const it = fork(builtHere, [JSON.stringify({ ...settings, start: at } satisfies WorkerSettings)], {
        stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      });
      child = it;
      it.once('exit', () => {
        child = null;
        for (const { done } of waiting.values()) done(null);
        waiting.clear();
      });
      await new Promise<void>((ready, fail) => {
        it.once('exit', () => fail(new Error(`${settings.me} ended as it began`)));
        it.on('message', (message) => hear(word.parse(message), ready));
      });
    },
  };
}
