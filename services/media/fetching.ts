/** Fetches the files that wait, and asks carriers to delete their own copies. */
import type { CarrierName } from '../store/collections/carriers';
import type { MediaFile } from '../store/collections/media';
import type { Records } from '../store/ports';
import type { Pieces } from './pieces';
import { type Fetched, keptKinds, LARGEST_MEDIA, type MediaSource } from './source';

const minute = 60 * 1000;
const hour = 60 * minute;
/** After this long a file that still cannot be fetched is given up, ms. */
export const giveUpAfter = 24 * hour;
/** A try that has not come back after this long is another process's to make, ms; longer than any source may take. */
const claimFor = 3 * minute;
/** Files taken up in one pass. */
const atOnce = 50;

export interface FetchingParts {
  readonly media: Records<MediaFile>;
  readonly pieces: Pieces;
  readonly sources: ReadonlyMap<CarrierName, MediaSource>;
  readonly now: () => number;
  /** names of carriers and codes only */
  readonly log: (event: string, facts: Readonly<Record<string, string>>) => void;
}

/** One minute, two, four ... up to four hours. */
const backOff = (tries: number): number => Math.min(minute * 2 ** Math.max(0, tries - 1), 4 * hour);

/** Sources keep the limits; here they are kept again, whatever a source says. */
function checked(fetched: Fetched): Fetched {
  if (fetched.kind !== 'got') return fetched;
  if (fetched.bytes.length > LARGEST_MEDIA) return { kind: 'tooBig' };
  if (!keptKinds.test(fetched.contentType)) return { kind: 'wrongKind' };
  return fetched.bytes.length === 0 ? { kind: 'later', code: 'empty' } : fetched;
}

/** `audio/ogg` of `audio/ogg; codecs=opus`: what follows may be the name of the file. */
export const plainType = (contentType: string): string =>
  (contentType.split(';')[0] ?? '').trim().toLowerCase().slice(0, 100);

/** A code may be kept and logged; anything that looks like more than a code may not. */
const codeOf = (code: string): string => (/^[\w-]{1,40}$/.test(code) ? code : 'other');

/** What the record says once the source has answered. */
function after(file: MediaFile, fetched: Fetched, now: number): MediaFile {
  const next = { ...file, rev: file.rev + 1, dueAt: now };
  switch (fetched.kind) {
    case 'got':
      return {
        ...next,
        state: 'kept',
        why: null,
        bytes: fetched.bytes.length,
        contentType: plainType(fetched.contentType),
      };
    case 'tooBig':
    case 'wrongKind':
      return { ...next, state: 'refused', why: fetched.kind };
    case 'gone':
      return { ...next, state: 'gone', why: codeOf(fetched.code) };
    case 'later': {
      const why = codeOf(fetched.code);
      if (now - file.receivedAt >= giveUpAfter) return { ...next, state: 'gone', why };
      const dueAt = Math.min(now + backOff(file.attempts), file.receivedAt + giveUpAfter);
      return { ...next, why, dueAt };
    }
  }
}

/** The fetcher. Two processes may run it at once: a file is claimed before it is asked for. */
export function createFetching(parts: FetchingParts) {
  const { media, pieces, sources, now, log } = parts;

  async function fetchOne(waiting: MediaFile): Promise<void> {
    const source = sources.get(waiting.carrier);
    if (source === undefined || waiting.at === null) return;
    const claimed = {
      ...waiting,
      rev: waiting.rev + 1,
      attempts: waiting.attempts + 1,
      dueAt: now() + claimFor,
    };
    if (!(await media.replace(claimed, waiting.rev))) return;
    const fetched = checked(await source.fetch(waiting.at));
    const { id, attempts } = claimed;
    if (fetched.kind === 'got')
      await pieces.write({ mediaId: id, attempt: attempts }, fetched.bytes, claimed.expiresAt);
    const next = after(claimed, fetched, now());
    if (await media.replace(next, claimed.rev)) {
      // what a try that died half way has left
      if (next.state === 'kept') await pieces.clear(id, attempts - 1, now());
      if (next.state !== 'kept') log(`media.${next.state}`, { carrier: next.carrier, why: next.why ?? '' });
      return;
    }
    // deleted, or changed, while it was on its way
    await pieces.clearTry({ mediaId: id, attempt: attempts }, now());
  }

  async function removeOne(file: MediaFile): Promise<void> {
    const source = sources.get(file.carrier);
    const base = { ...file, rev: file.rev + 1 };
    if (source?.remove === undefined || file.at === null) {
      await media.replace({ ...base, carrierCopy: 'cannot', at: null }, file.rev);
      return;
    }
    const removed = await source.remove(file.at);
    const removals = file.removals + 1;
    const next = removed
      ? { ...base, removals, carrierCopy: 'removed' as const, at: null }
      : { ...base, removals, dueAt: now() + backOff(removals) };
    await media.replace(next, file.rev);
  }

  return {
    /** Fetches what is due, then asks for the copies of what is settled to be deleted; how many files it worked on. Throws StoreDown. */
    async fetchDue(): Promise<number> {
      const waiting = await media.find({ state: 'waiting', dueAt: { $lte: now() } }, atOnce);
      // one at a time: two files of the largest size would be too much for a small machine
      for (const file of waiting) await fetchOne(file);
      const settled = { $in: ['kept', 'refused', 'gone', 'deleted'] };
      const there = await media.find({ carrierCopy: 'there', state: settled, dueAt: { $lte: now() } }, atOnce);
      for (const file of there) await removeOne(file);
      return waiting.length + there.length;
    },
  };
}
