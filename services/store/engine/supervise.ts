/** Keeps the database process going: started again when it ends, slower when it ends again and again, never given up. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Engine } from './engine';
import type { Running } from './launch';
import { EngineProblem } from './problem';

const stopWithinMs = 10_000;
/** More ends than this in a minute, and it is down: said once, and tried again every `slowly`. */
const restartsInAMinute = 5;
const slowly = 10_000;

export interface Supervised {
  readonly uri: string;
  /** starts one more process, once the folder is free; throws EngineProblem */
  readonly launch: () => Promise<Running>;
  /** the disk is full, in words for an operator; null when there is room */
  readonly noRoom: () => EngineProblem | null;
  /** a process serves now: its socket gets the lasting name */
  readonly serves: (now: Running) => void;
  /** the last process has ended for good */
  readonly over: () => void;
  readonly say: (line: string) => void;
  /** ms between tries of a database that is down; for tests */
  readonly slowly?: number;
}

/** Stops a child: asks, waits, then insists. */
async function end({ child }: Running): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill('SIGTERM');
  const insist = setTimeout(() => child.kill('SIGKILL'), stopWithinMs);
  await gone;
  clearTimeout(insist);
}

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
const isFull = (error: unknown): boolean => error instanceof EngineProblem && error.kind === 'diskFull';

/**
 * The engine around its first process. One that ends is started again at once. A full disk is waited for: nobody but the
 * operator can make room, and a new process of ours would find the same. Anything else that keeps it down makes `down`
 * say why, so that whoever runs us may start us afresh; we go on trying all the same (B11).
 */
export function supervise(parts: Supervised, first: Running): Engine {
  const { say } = parts;
  let running = first;
  let down: string | null = null;
  let said: string | null = null;
  const stopping = new AbortController();
  let restarting: Promise<void> = Promise.resolve();
  const ends: number[] = [];
  const listeners: ((why: string) => void)[] = [];

  function serve(now: Running): void {
    running = now;
    parts.serves(now);
    now.child.once('exit', () => {
      if (!stopping.signal.aborted) restarting = restart();
    });
  }

  /** Said and told once for each trouble, however often it is met. */
  function tell(why: string): void {
    if (said === why) return;
    said = why;
    say(why);
    for (const listener of listeners) listener(why);
  }

  const endsInAMinute = (): number => {
    const now = Date.now();
    while (now - (ends[0] ?? now) >= 60_000) ends.shift();
    return ends.length;
  };

  /** One try. True when it serves. */
  async function launched(): Promise<boolean> {
    try {
      const full = parts.noRoom();
      if (full !== null) throw full;
      const again = await parts.launch();
      if (stopping.signal.aborted) {
        await end(again);
        return true;
      }
      if (said !== null) say('The database is back.');
      settle(again);
      serve(again);
      return true;
    } catch (error) {
      const full = isFull(error);
      down = full ? null : wordsOf(error);
      tell(full ? `${wordsOf(error)} The database goes on by itself when there is space.` : wordsOf(error));
      return false;
    }
  }

  async function restart(): Promise<void> {
    ends.push(Date.now());
    let soon = endsInAMinute() <= restartsInAMinute;
    if (soon) say('The database process ended; starting it again.');
    else if (parts.noRoom() === null) {
      down = `The database ended more than ${restartsInAMinute} times in a minute. It is tried again every few seconds.`;
      tell(down);
    }
    for (;;) {
      if (!soon) await wait(parts.slowly ?? slowly, undefined, { signal: stopping.signal }).catch(() => undefined);
      if (stopping.signal.aborted || (await launched())) return;
      soon = false;
    }
  }

  /** A database that came back and stays is no longer down. */
  function settle(back: Running): void {
    const believe = () => {
      if (running === back && back.child.exitCode === null && back.child.signalCode === null) {
        down = null;
        said = null;
      }
    };
    // one that had kept ending is believed when it has stood as long as it was waited for
    if (down === null) said = null;
    else setTimeout(believe, parts.slowly ?? slowly).unref();
  }

  serve(first);
  return {
    uri: parts.uri,
    get pid() {
      return running.pid;
    },
    down: () => down,
    async stop() {
      stopping.abort();
      await restarting;
      await end(running);
      parts.over();
    },
    onExit: (listener) => {
      listeners.push(listener);
    },
  };
}
