/** Whether there is room to write where the database lives; asked by writing, for a quota shows in nothing else. */
import { closeSync, fsyncSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { EngineProblem, folderProblem } from './problem';

/** The engine needs at least this much to open its files and write its journal, bytes. */
const needed = 1024 * 1024;

/** A disk that takes no file of 1 MB in `folder` is full, in words for an operator; null when it takes it, or fails otherwise. */
export function noRoomIn(folder: string): EngineProblem | null {
  const path = join(folder, `.room-${process.pid}`);
  try {
    const file = openSync(path, 'w', 0o600);
    try {
      const block = Buffer.alloc(64 * 1024, 1);
      for (let written = 0; written < needed; ) written += writeSync(file, block);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    return null;
  } catch (error) {
    const problem = folderProblem(error, folder);
    return problem instanceof EngineProblem && problem.kind === 'diskFull' ? problem : null;
  } finally {
    try {
      rmSync(path, { force: true });
    } catch {
      // a folder that is gone, or may not be written, has no file of ours in it
    }
  }
}
