/** Voice notes and photos: kept sealed, opened only by staff who may, and deleted on the clock (guide.md 2.6, X7, X8). */

import type { Hash } from '../contact/lines';
import type { MediaThere } from '../inbox/webhook';
import type { CarrierName } from '../store/collections/carriers';
import type { MediaFile, MediaPart } from '../store/collections/media';
import type { Records } from '../store/ports';
import { createFetching, plainType } from './fetching';
import { createPieces } from './pieces';
import type { MediaSource } from './source';

const day = 24 * 60 * 60 * 1000;
/** The longest a file is kept, ms; as evidence, a year. */
export const keptFor = { ordinary: 7 * day, evidence: 365 * day } as const;

/** Who may open what people sent. A manager counts and reports, and has no need to. */
const mayOpen: ReadonlySet<string> = new Set(['advisor', 'safeguardingLead']);

/** A member of staff, signed in. */
export interface Reader {
  readonly staffId: string;
  readonly role: string;
}

/** Which files of a conversation, by when they came (ms since 1970, both ends in). */
export interface Which {
  readonly since: number;
  readonly until: number;
  /** voice notes as well; a "No, delete it" is about pictures, and a voice note may be somebody's only call for help */
  readonly voice: boolean;
}

/** For the audit: ids, labels and roles, never what a file holds. */
export interface MediaAudit {
  readonly actor: string;
  readonly action: 'media.read' | 'media.readDenied' | 'media.handled' | 'media.evidence';
  readonly subject: string;
  readonly detail: { readonly role: string; readonly conversationId: string };
}

export type MediaRead =
  | { readonly kind: 'file'; readonly bytes: Buffer; readonly contentType: string }
  | { readonly kind: 'denied' }
  /** not fetched yet, refused, or deleted */
  | { readonly kind: 'notThere'; readonly state: MediaFile['state'] | null };

export interface MediaParts {
  readonly media: Records<MediaFile>;
  readonly parts: Records<MediaPart>;
  readonly sources: ReadonlyMap<CarrierName, MediaSource>;
  readonly hash: Hash;
  /** written before anything is handed out; when it throws, nothing is */
  readonly audit: (entry: MediaAudit) => Promise<void>;
  readonly now: () => number;
  /** names of carriers, states and codes only */
  readonly log: (event: string, facts: Readonly<Record<string, string>>) => void;
}

/** The keeper of files. Every method throws StoreDown when the database is away, and may be called again. */
export function createMedia(parts: MediaParts) {
  const { media, sources, now, log, audit } = parts;
  const pieces = createPieces(parts.parts);
  const fetching = createFetching({ media, pieces, sources, now, log });

  /** Changes a record as it is now; null from `change` leaves it. What it became, or null when it is not there or was left. */
  async function changed(id: string, change: (file: MediaFile) => MediaFile | null): Promise<MediaFile | null> {
    for (;;) {
      const file = await media.get(id);
      const next = file === null ? null : change(file);
      if (file === null || next === null) return null;
      const written = { ...next, rev: file.rev + 1 };
      if (await media.replace(written, file.rev)) return written;
    }
  }

  /** Marked first, so that nobody reads it and no fetch on its way brings it back; then its bytes; then that they went. */
  async function forget(id: string, may: (file: MediaFile) => boolean): Promise<void> {
    const marked = await changed(id, (file) => (may(file) ? { ...file, state: 'deleted', dueAt: now() } : null));
    if (marked) await finish(marked);
  }
  async function finish({ id, attempts, bytes }: MediaFile): Promise<void> {
    await pieces.clear(id, attempts, now());
    if (bytes !== null) await changed(id, (file) => (file.state === 'deleted' ? { ...file, bytes: null } : null));
  }
  const isNotEvidence = ({ evidence }: MediaFile) => !evidence;

  /** The bytes first: a record that outlived them would promise what is not there. Taken again when it changed meanwhile. */
  async function moveToEvidence(id: string, reason: string): Promise<boolean> {
    for (;;) {
      const file = await media.get(id);
      if (file?.state !== 'waiting' && file?.state !== 'kept') return false;
      const expiresAt = file.receivedAt + keptFor.evidence;
      await pieces.keepUntil({ mediaId: id, attempt: file.attempts }, expiresAt);
      const kept = { ...file, rev: file.rev + 1, evidence: true, evidenceReason: reason, expiresAt };
      if (await media.replace(kept, file.rev)) return true;
    }
  }

  const allowed = (by: Reader) => mayOpen.has(by.role);
  const note = (action: MediaAudit['action'], by: Reader, { id, conversationId }: MediaFile) =>
    audit({ actor: by.staffId, action, subject: `media:${id}`, detail: { role: by.role, conversationId } });

  return {
    /** Writes down that files came, each once however often it is told with the same key. They are fetched by the sweep. */
    async keep(conversationId: string, carrier: CarrierName, there: readonly MediaThere[], key: string): Promise<void> {
      const at = now();
      const known = sources.has(carrier);
      for (const [n, one] of there.entries()) {
        await media.add({
          id: parts.hash('media', `${key}:${n}`),
          rev: 1,
          conversationId,
          carrier,
          at: known ? one.at : null,
          state: known ? 'waiting' : 'gone',
          contentType: plainType(one.contentType),
          voice: plainType(one.contentType).startsWith('audio/'),
          bytes: null,
          why: known ? null : 'noSource',
          attempts: 0,
          removals: 0,
          carrierCopy: known ? 'there' : 'cannot',
          dueAt: at,
          receivedAt: at,
          handledAt: null,
          evidence: false,
          evidenceReason: null,
          expiresAt: at + keptFor.ordinary,
        });
      }
    },
    fetchDue: fetching.fetchDue,
    /** The files of a conversation, oldest first, without what they hold; for staff pages. */
    async of(conversationId: string): Promise<readonly MediaFile[]> {
      const found = await media.find({ conversationId }, 1_000);
      return [...found].sort((a, b) => a.receivedAt - b.receivedAt);
    },
    /** "No, delete it": forgets these files here and, with the next sweep, at the carrier. Evidence stays. Twice is once. */
    async deleteOf(conversationId: string, which: Which): Promise<void> {
      const found = await media.find({ conversationId }, 1_000);
      const meant = found.filter(
        ({ receivedAt, voice }) => receivedAt >= which.since && receivedAt <= which.until && (which.voice || !voice),
      );
      for (const file of meant) await forget(file.id, isNotEvidence);
    },
    /** A person has dealt with it: it goes, unless it is evidence. False for staff who may not, and when it is not there. */
    async handled(id: string, by: Reader): Promise<boolean> {
      const file = await media.get(id);
      if (file === null || !allowed(by)) return false;
      await note('media.handled', by, file);
      await changed(id, (one) => (one.handledAt === null ? { ...one, handledAt: now() } : null));
      await forget(id, isNotEvidence);
      return true;
    },
    /** Keeps it for a year instead. The reason is needed, and sealed. False when there is none, or nothing to keep, or they may not. */
    async keepAsEvidence(id: string, by: Reader, reason: string): Promise<boolean> {
      const file = await media.get(id);
      if (file === null || reason.trim() === '' || !allowed(by)) return false;
      await note('media.evidence', by, file);
      return moveToEvidence(id, reason.trim());
    },
    /** Opens a file for somebody of the staff. Written to the audit first, refusals too. */
    async read(id: string, by: Reader): Promise<MediaRead> {
      const file = await media.get(id);
      if (file === null) return allowed(by) ? { kind: 'notThere', state: null } : { kind: 'denied' };
      if (!allowed(by)) {
        await note('media.readDenied', by, file);
        return { kind: 'denied' };
      }
      await note('media.read', by, file);
      if (file.state !== 'kept' || file.bytes === null) return { kind: 'notThere', state: file.state };
      const bytes = await pieces.read({ mediaId: id, attempt: file.attempts }, file.bytes);
      if (bytes === null) return { kind: 'notThere', state: file.state };
      return { kind: 'file', bytes, contentType: file.contentType };
    },
    /** Forgets what is past its time at `at`, and ends deletions a crash left half done; how many files were forgotten. */
    async sweepExpired(at: number): Promise<number> {
      for (const file of await media.find({ state: 'deleted', bytes: { $ne: null } }, 100)) await finish(file);
      for (;;) {
        const due = await media.find({ expiresAt: { $lte: at }, bytes: { $ne: null } }, 100);
        if (due.length === 0) break;
        // its own bytes, whatever their clock says
        for (const { id } of due) await forget(id, (file) => file.expiresAt <= at);
      }
      const left = await media.find({ carrierCopy: 'there', expiresAt: { $lte: at } }, 100);
      for (const { carrier } of left) log('media.leftAtCarrier', { carrier });
      await pieces.sweepExpired(at);
      return media.sweepExpired(at);
    },
  };
}
