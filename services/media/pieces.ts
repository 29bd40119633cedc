/** The bytes of files, in sealed pieces. One piece is in memory at a time beside the file itself. */
import type { MediaPart } from '../store/collections/media';
import type { Records } from '../store/ports';
import { LARGEST_MEDIA } from './source';

/** Bytes in a piece: under 512 KB of a document's 16 MB once sealed, and sealed in a few ms, so nobody's turn waits for it. */
export const PIECE_BYTES = 256 * 1024;
const MOST_PIECES = Math.ceil(LARGEST_MEDIA / PIECE_BYTES);

/** One try at one file. */
export interface Try {
  readonly mediaId: string;
  /** from 1 */
  readonly attempt: number;
}

const idOf = ({ mediaId, attempt }: Try, n: number) => `${mediaId}:${attempt}:${n}`;

/** The store of pieces. Every method throws StoreDown when the database is away. */
export function createPieces(parts: Records<MediaPart>) {
  /** Each piece that is there, changed; a piece somebody else changed meanwhile is taken again. */
  async function changeEach(one: Try, change: (piece: MediaPart) => MediaPart): Promise<void> {
    // every place is looked at: a half-finished clearing leaves holes
    for (let n = 0; n < MOST_PIECES; n += 1) {
      for (let tries = 0; tries < 3; tries += 1) {
        const piece = await parts.get(idOf(one, n));
        if (piece === null) break;
        if (await parts.replace({ ...change(piece), rev: piece.rev + 1 }, piece.rev)) break;
      }
    }
  }
  async function clearTry(one: Try, now: number): Promise<void> {
    await changeEach(one, (piece) => ({ ...piece, words: null, expiresAt: 0 }));
    await parts.sweepExpired(now);
  }
  return {
    /** Writes the pieces of a file that is not there yet. */
    async write(one: Try, bytes: Buffer, expiresAt: number): Promise<void> {
      for (let n = 0; n * PIECE_BYTES < bytes.length; n += 1) {
        const words = bytes.subarray(n * PIECE_BYTES, (n + 1) * PIECE_BYTES).toString('base64');
        await parts.add({ id: idOf(one, n), rev: 1, mediaId: one.mediaId, words, expiresAt });
      }
    },
    /** The file of `size` bytes again; null when any of it is missing. */
    async read(one: Try, size: number): Promise<Buffer | null> {
      const pieces: Buffer[] = [];
      for (let n = 0; n * PIECE_BYTES < size; n += 1) {
        const words = (await parts.get(idOf(one, n)))?.words ?? null;
        if (words === null) return null;
        pieces.push(Buffer.from(words, 'base64'));
      }
      const bytes = Buffer.concat(pieces);
      return bytes.length === size ? bytes : null;
    },
    /** Deletes the pieces of one try: emptied first, so that nothing is left should the sweep not come. */
    clearTry,
    /** Deletes the pieces of the tries 1 to `attempts`. */
    async clear(mediaId: string, attempts: number, now: number): Promise<void> {
      for (let attempt = 1; attempt <= attempts; attempt += 1) await clearTry({ mediaId, attempt }, now);
    },
    /** Moves the clock of a file's pieces. */
    keepUntil: (one: Try, expiresAt: number): Promise<void> => changeEach(one, (piece) => ({ ...piece, expiresAt })),
    sweepExpired: (now: number): Promise<number> => parts.sweepExpired(now),
  };
}

export type Pieces = ReturnType<typeof createPieces>;
