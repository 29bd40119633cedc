/** Runs the built-in database beside the app: started, kept going on one address, and stopped cleanly. */
import { existsSync } from 'node:fs';
import { access, constants, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Engine } from './engine';
import { startFallback } from './fallback';
import { type Journal, type Launch, launch, type Running } from './launch';
import { newerLibraries } from './newerLibraries';
import { engineReadiness, type Machine, thisMachine } from './platform';
import { EngineProblem, folderProblem } from './problem';
import { projectRoot } from './projectRoot';
import { makeSocketFolder, type SocketFolder, takeOver, whoHas } from './socketFolder';

export type { Engine };

export interface EngineSettings {
  readonly dataDir: string;
  readonly cacheDir: string;
  readonly say: (line: string) => void;
  /** ms; a long index repair after an upgrade still has to fit */
  readonly readyWithinMs?: number;
  /** for tests */
  readonly machine?: Machine;
  /** for checks, which first show that they see what `lazy` loses; `eachWrite` when not given */
  readonly journal?: Journal;
}

/** A killed app's database needs a moment to close; ms. */
const lockFreesWithinMs = 6_000;
const stopWithinMs = 10_000;
const restartsInAMinute = 5;

async function ownFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await access(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw folderProblem(error, folder);
  }
}

async function launchWhenFree(settings: Launch, dataDir: string): Promise<Running> {
  const until = Date.now() + lockFreesWithinMs;
  for (;;) {
    try {
      return await launch(settings);
    } catch (error) {
      if (!(error instanceof EngineProblem) || error.kind !== 'folderInUse') throw error;
      if (Date.now() < until) {
        await wait(150);
        continue;
      }
      const holder = whoHas(dataDir);
      const named = holder === null ? '' : ` (app process ${holder.app}, database process ${holder.engine})`;
      throw new EngineProblem(
        'folderInUse',
        `The data folder ${dataDir} is in use by another running copy${named}. ` +
          'Stop that one first, give this one its own DATA_DIR, or let both share a database with MONGODB_URI.',
        error,
      );
    }
  }
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

function supervise(
  settings: Launch,
  dataDir: string,
  sockets: SocketFolder,
  first: Running,
  say: EngineSettings['say'],
) {
  let running = first;
  let stopped = false;
  let restarting: Promise<void> = Promise.resolve();
  const restarts: number[] = [];
  const listeners: ((why: string) => void)[] = [];
  const serve = (now: Running) => {
    running = now;
    sockets.point(now.socketPath);
    takeOver(dataDir, now.pid, sockets.path);
    now.child.once('exit', () => {
      if (!stopped) restarting = restart();
    });
  };
  const giveUp = (why: string) => {
    say(why);
    for (const listener of listeners) listener(why);
  };
  const restart = async (): Promise<void> => {
    const now = Date.now();
    restarts.push(now);
    if (restarts.filter((at) => now - at < 60_000).length > restartsInAMinute) {
      return giveUp(`The database ended more than ${restartsInAMinute} times in a minute and stays down.`);
    }
    say('The database process ended; starting it again.');
    try {
      const again = await launchWhenFree(settings, dataDir);
      if (stopped) return end(again);
      serve(again);
    } catch (error) {
      giveUp(error instanceof Error ? error.message : String(error));
    }
  };
  serve(first);
  const engine: Engine = {
    uri: sockets.uri,
    get pid() {
      return running.pid;
    },
    async stop() {
      stopped = true;
      await restarting;
      await end(running);
      sockets.remove();
    },
    onExit: (listener) => {
      listeners.push(listener);
    },
  };
  return engine;
}

async function startBuiltIn(settings: EngineSettings, needsLibraries: boolean): Promise<Engine> {
  const { dataDir, cacheDir, say } = settings;
  const script = join(projectRoot(), 'dist/services/store/engine/child.js');
  if (!existsSync(script)) {
    throw new EngineProblem('notBuilt', `The app is not built (${script} is missing). Run npm start, which builds it.`);
  }
  const loader = needsLibraries ? await newerLibraries(cacheDir, say) : null;
  const folder = join(dataDir, 'db');
  await ownFolder(folder);
  const sockets = makeSocketFolder();
  const plan: Launch = {
    script,
    folder,
    socketDir: sockets.path,
    loader,
    readyWithinMs: settings.readyWithinMs ?? 120_000,
    journal: settings.journal ?? 'eachWrite',
  };
  try {
    const first = await launchWhenFree(plan, dataDir);
    return supervise(plan, dataDir, sockets, first, say);
  } catch (error) {
    sockets.remove();
    throw error;
  }
}

/** Problems another kind of database would not have. */
const worthAnother = new Set(['noApt', 'downloadRefused', 'cannotLoad']);

/**
 * Starts the database on `dataDir` and resolves when it answers (about half a second once libraries are cached).
 * Throws EngineProblem, whose message can be shown as it is.
 */
export async function startEngine(settings: EngineSettings): Promise<Engine> {
  await ownFolder(settings.dataDir);
  const readiness = engineReadiness(settings.machine ?? thisMachine());
  if (readiness.kind === 'noBuild') return startFallback(settings, readiness.why);
  try {
    return await startBuiltIn(settings, readiness.kind === 'needsLibraries');
  } catch (error) {
    if (!(error instanceof EngineProblem) || !worthAnother.has(error.kind)) throw error;
    return startFallback(settings, error.message);
  }
}
