/** Starts one database process and waits until it says where it listens. */
import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import type { Loader } from './newerLibraries';
import { EngineProblem, giveUri, openProblem } from './problem';
import { noRoomIn } from './room';

const Report = z.union([z.object({ socketPath: z.string() }), z.object({ problem: z.string() })]);

/**
 * When a write that was answered is on the disk. `eachWrite`: before the answer. `lazy`: up to a tenth of a second
 * after it, as the engine does by itself; only to show that a check sees what that loses.
 */
export type Journal = 'eachWrite' | 'lazy';

/**
 * This engine answers a write without waiting for its write concern: `j: true` is read and not kept, and a killed
 * process loses what it answered in the last tenth of a second (measured: 5 to 30 of 90 writes a kill). So its storage
 * is told to put each commit in the journal, and the journal on the disk, before the commit returns. WiredTiger reads
 * this variable at open: source.wiredtiger.com, wiredtiger_open, transaction_sync.
 */
const storageFor: Readonly<Record<Journal, Readonly<Record<string, string>>>> = {
  eachWrite: { WIREDTIGER_CONFIG: 'transaction_sync=(enabled=true,method=fsync)' },
  lazy: {},
};

export interface Launch {
  /** compiled child.js */
  readonly script: string;
  readonly folder: string;
  readonly socketDir: string;
  readonly loader: Loader | null;
  readonly readyWithinMs: number;
  readonly journal: Journal;
}

export interface Running {
  readonly child: ChildProcess;
  readonly pid: number;
  readonly socketPath: string;
}

function died(launch: Launch, code: number | null, signal: string | null, said: string): EngineProblem {
  const known = openProblem(said, launch.folder);
  if (known.kind === 'cannotLoad' || known.kind === 'diskFull') return known;
  // it aborts on a full disk too, without a word
  const full = noRoomIn(launch.folder);
  if (full !== null) return full;
  // the engine aborts on files it cannot read, without a word we can rely on
  if (signal === 'SIGABRT' || code === 134 || signal === 'SIGSEGV' || code === 139) {
    return new EngineProblem(
      'folderDamaged',
      `The data in ${launch.folder} is damaged, or was written by another version, and the database stopped on it. ` +
        `Move the folder away and restore a backup, or start with an empty one. ${giveUri}`,
      said,
    );
  }
  return new EngineProblem('childDied', `The built-in database ended at start (${signal ?? code}). ${said}`.trim());
}

/** Resolves when the engine serves its socket; throws EngineProblem when it does not in time. */
export function launch(settings: Launch): Promise<Running> {
  const { loader, script, folder, socketDir } = settings;
  const args = [script, folder, socketDir];
  const [command, full] =
    loader === null
      ? [process.execPath, args]
      : [loader.path, ['--library-path', loader.libraries, process.execPath, ...args]];
  const child = spawn(command, full, {
    stdio: ['pipe', 'pipe', 'pipe'],
    // its socket goes in our private folder, and none of the app's keys go with it
    env: { TMPDIR: socketDir, ...storageFor[settings.journal] },
  });
  return new Promise((resolve, reject) => {
    let heard = '';
    let settled = false;
    const finish = (act: () => void) => {
      if (settled) return;
      settled = true;
      clearTimeout(timer);
      act();
    };
    const fail = (problem: EngineProblem) =>
      finish(() => {
        child.kill('SIGKILL');
        reject(problem);
      });
    const timer = setTimeout(() => {
      const seconds = Math.round(settings.readyWithinMs / 1000);
      fail(new EngineProblem('notReady', `The built-in database was not ready after ${seconds} s. ${giveUri}`));
    }, settings.readyWithinMs);
    child.stdin.on('error', () => undefined);
    child.stderr.on('data', (chunk: Buffer) => {
      if (!settled) heard = (heard + chunk.toString()).slice(-2_000);
    });
    child.on('error', (error) => fail(new EngineProblem('childDied', `No database process: ${error.message}`, error)));
    child.on('exit', (code, signal) =>
      fail(died(settings, code, signal, heard.trim().split('\n').slice(-3).join(' '))),
    );
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (settled) return;
      const report = Report.safeParse(parse(line));
      if (!report.success) return;
      if ('problem' in report.data) return fail(openProblem(report.data.problem, folder));
      const { socketPath } = report.data;
      finish(() => resolve({ child, pid: child.pid ?? 0, socketPath }));
    });
  });
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
