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
import { noRoomIn } from './room';
import { makeSocketFolder, takeOver, whoHas } from './socketFolder';
import { supervise } from './supervise';

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
/** How often a full disk is looked at again, ms. */
const lookForRoomEvery = 5_000;

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
    return supervise(
      {
        uri: sockets.uri,
        launch: () => launchWhenFree(plan, dataDir),
        noRoom: () => noRoomIn(folder),
        serves: ({ pid, socketPath }) => {
          sockets.point(socketPath);
          takeOver(dataDir, pid, sockets.path);
        },
        over: sockets.remove,
        say,
      },
      first,
    );
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

/** As `startEngine`, but a full disk is said once and waited for, until there is room or `signal` says stop (B11). */
export async function startWhenRoom(settings: EngineSettings, signal: AbortSignal): Promise<Engine> {
  for (let said = false; ; said = true) {
    try {
      return await startEngine(settings);
    } catch (error) {
      if (!(error instanceof EngineProblem) || error.kind !== 'diskFull' || signal.aborted) throw error;
      if (!said) settings.say(`${error.message} The database starts by itself when there is space.`);
      await wait(lookForRoomEvery, undefined, { signal }).catch(() => undefined);
    }
  }
}
