/** A private short folder with one lasting socket name, so the driver finds a restarted database where it was. */
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';

const Note = z.object({ app: z.number(), engine: z.number(), socketDir: z.string() });
const prefix = 'win-db-';

/** A socket's whole path may be about 104 bytes, so a deep temporary folder is not used. */
const roomForSocket = 55;

export interface SocketFolder {
  readonly path: string;
  readonly uri: string;
  /** points the lasting name at the socket of the process that serves it now */
  point(socketPath: string): void;
  remove(): void;
}

export function makeSocketFolder(): SocketFolder {
  const base = tmpdir().length <= roomForSocket ? tmpdir() : '/tmp';
  // mkdtemp makes it 0700: other accounts cannot reach the socket
  const path = mkdtempSync(join(base, prefix));
  const link = join(path, 'mongodb.sock');
  let last: string | null = null;
  return {
    path,
    uri: `mongodb://${encodeURIComponent(link)}/win?directConnection=true`,
    point(socketPath) {
      symlinkSync(socketPath, `${link}.next`);
      renameSync(`${link}.next`, link);
      if (last !== null) rmSync(dirname(last), { recursive: true, force: true });
      last = socketPath;
    },
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
}

const notePath = (dataDir: string) => join(dataDir, 'engine.json');

/** Who runs the engine on this folder, as they noted it; null when nobody did. */
export function whoHas(dataDir: string): z.infer<typeof Note> | null {
  try {
    return Note.parse(JSON.parse(readFileSync(notePath(dataDir), 'utf8')));
  } catch {
    return null;
  }
}

/** Call once the folder is surely ours: tidies the socket folder of a run that was killed, and notes this one. */
export function takeOver(dataDir: string, engine: number, socketDir: string): void {
  const before = whoHas(dataDir);
  const theirs = before?.socketDir;
  if (theirs !== undefined && theirs !== socketDir && basename(theirs).startsWith(prefix)) {
    rmSync(theirs, { recursive: true, force: true });
  }
  mkdirSync(dataDir, { recursive: true });
  writeFileSync(notePath(dataDir), JSON.stringify({ app: process.pid, engine, socketDir }), { mode: 0o600 });
}
