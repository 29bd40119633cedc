/** Every way the built-in database can fail to start, each with words that say what to do. */

export type EngineProblemKind =
  | 'noApt'
  | 'downloadRefused'
  | 'folderUnwritable'
  | 'diskFull'
  | 'folderInUse'
  | 'folderDamaged'
  | 'childDied'
  | 'notReady'
  | 'cannotLoad'
  | 'notBuilt'
  | 'nothingWorks';

export class EngineProblem extends Error {
  constructor(
    readonly kind: EngineProblemKind,
    message: string,
    cause?: unknown,
  ) {
    super(message, { cause });
    this.name = 'EngineProblem';
  }
}

export const giveUri =
  'You can also run any MongoDB 6 or newer and give its address: MONGODB_URI=mongodb://HOST:PORT/win npm start';

const words = (error: unknown) => (error instanceof Error ? error.message : String(error));

/** What a file system refusal means to the person who runs this; anything else is passed on as it is. */
export function folderProblem(error: unknown, folder: string): unknown {
  const text = words(error);
  if (/ENOSPC|EDQUOT|No space left|Disk quota/i.test(text)) {
    return new EngineProblem(
      'diskFull',
      `The disk that holds ${folder} is full. Free some space, or choose another folder with DATA_DIR.`,
      error,
    );
  }
  if (/EACCES|EPERM|EROFS|ENOTDIR|EEXIST|ENOENT|Permission denied|Read-only|Not a directory|No such file/i.test(text)) {
    return new EngineProblem(
      'folderUnwritable',
      `The folder ${folder} cannot be written (${text}). Choose another folder with DATA_DIR, or give this one to the account that runs the app.`,
      error,
    );
  }
  return error;
}

/** What the engine itself said when it would not open its folder. */
export function openProblem(text: string, folder: string): EngineProblem {
  // first, for its words name the lock file, or the folder, that could not be written (B11)
  const refused = folderProblem(new Error(text), folder);
  if (refused instanceof EngineProblem && refused.kind === 'diskFull') return refused;
  if (/DBPathInUse|lock file/i.test(text)) {
    return new EngineProblem('folderInUse', `The data folder ${folder} is in use by another process.`);
  }
  if (/GLIBC|GLIBCXX|dlopen|shared object|native binding|ERR_DLOPEN/i.test(text)) {
    return new EngineProblem('cannotLoad', `The built-in database cannot load on this machine: ${text}`);
  }
  if (refused instanceof EngineProblem) return refused;
  return new EngineProblem('childDied', `The built-in database did not start: ${text}`);
}
