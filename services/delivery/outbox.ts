/** The outbox folder of a development machine: letters as files, and what the start page reads back from them. */
import { mkdir, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Letter, Sent } from './letter';

/** One letter as the start page lists it. */
export interface OutboxLetter {
  readonly file: string;
  readonly to: string;
  readonly kind: string;
  readonly ref: string;
  /** the one-time link in it, when there is one */
  readonly link: string | null;
  /** when it was written, ms */
  readonly at: number;
}

const NAME = /^((?:WIN|ALARM)-[0-9A-Z]+)-(asked|reminder|withdrawn|alarm)\.eml$/;
const LINK = /https?:\/\/\S+\/(?:r|alert)\/[A-Za-z0-9_-]{43}/;

/** A long line comes in pieces that end in "=" (quoted-printable, RFC 2045 6.7); the link may be one. */
function unfold(mail: string): string {
  return mail.replace(/=\r?\n/g, '').replace(/=3D/g, '=');
}

/** Writes a letter as `<number>-<kind>.eml`, whole or not at all. */
export function keepInOutbox(folder: string, letter: Letter, message: string): Promise<Sent> {
  return keepFile(folder, `${letter.ref}-${letter.kind}.eml`, message);
}

/** Writes a mail under this name, whole or not at all. */
export async function keepFile(folder: string, name: string, message: string): Promise<Sent> {
  const file = path.join(folder, name);
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(`${file}.part`, message, { mode: 0o600 });
    await rename(`${file}.part`, file);
    return { kind: 'delivered' };
  } catch (error) {
    const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'unknown';
    return { kind: 'tryAgain', why: `outbox ${code}` };
  }
}

/** The newest letters, at most `limit`; none when there is no folder yet. */
export async function readOutbox(folder: string, limit: number): Promise<readonly OutboxLetter[]> {
  const files = await readdir(folder).catch(() => []);
  const letters = await Promise.all(
    files.map(async (file): Promise<OutboxLetter | null> => {
      const named = NAME.exec(file);
      if (named === null) return null;
      const at = path.join(folder, file);
      const [mail, facts] = await Promise.all([readFile(at, 'utf8'), stat(at)]);
      const text = unfold(mail);
      return {
        file,
        to: /^To: (.*)$/m.exec(text)?.[1] ?? '',
        kind: named[2] ?? '',
        ref: named[1] ?? '',
        link: LINK.exec(text)?.[0] ?? null,
        at: facts.mtimeMs,
      };
    }),
  );
  return letters
    .filter((letter) => letter !== null)
    .sort((left, right) => right.at - left.at)
    .slice(0, limit);
}
