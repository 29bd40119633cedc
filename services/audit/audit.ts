/** Who read or changed what: append-only, each entry holding the hash of the one before, so that a gap or a change shows (DESIGN.md 4). */
import { createHash } from 'node:crypto';
import type { z } from 'zod';
import type { audit } from '../store/collections/running';
import type { Records } from '../store/ports';

export type AuditEntry = z.infer<typeof audit.schema>;

/** One thing done to one record, in ids and labels. */
export interface Done {
  readonly actor: string;
  readonly action: string;
  readonly subject: string;
  readonly detail: Readonly<Record<string, string>>;
}

const atATime = 1_000;

/** The hash of an entry: of everything in it, and so of all entries before it. */
export function hashOf(entry: Omit<AuditEntry, 'id' | 'hash'>): string {
  const { n, at, actor, action, subject, detail, before } = entry;
  const sorted = Object.entries(detail).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256')
    .update(JSON.stringify([n, at, actor, action, subject, sorted, before]))
    .digest('base64url');
}

/** The audit on its records. `now` is in ms since 1970. */
export function createAudit(records: Records<AuditEntry>, now: () => number) {
  let last: AuditEntry | null = null;

  /** Goes on to the newest entry, whoever wrote it. */
  async function catchUp(): Promise<void> {
    for (;;) {
      const from = last?.n ?? 0;
      const found = await records.find({ n: { $gt: from, $lte: from + atATime } }, atATime);
      for (const entry of found) if (entry.n > (last?.n ?? 0)) last = entry;
      if (found.length < atATime) return;
    }
  }

  return {
    /** Adds one entry; resolves when it is safe. Throws StoreDown, and then whatever was to be done must not be. */
    async add(done: Done): Promise<void> {
      for (;;) {
        await catchUp();
        const body = {
          ...done,
          detail: { ...done.detail },
          n: (last?.n ?? 0) + 1,
          at: now(),
          before: last?.hash ?? '',
        };
        const entry: AuditEntry = { ...body, id: `audit:${body.n}`, hash: hashOf(body) };
        // another process was first: its entry comes before this one
        if (await records.add(entry)) {
          last = entry;
          return;
        }
      }
    },
    /** The number of the first entry that is missing or was changed; null when the chain is whole. */
    async firstBreak(): Promise<number | null> {
      let before = '';
      for (let n = 1; ; n += 1) {
        const entry = await records.get(`audit:${n}`);
        if (!entry) return (await records.find({ n: { $gt: n } }, 1)).length > 0 ? n : null;
        if (entry.before !== before || entry.hash !== hashOf(entry)) return n;
        before = entry.hash;
      }
    },
  };
}
