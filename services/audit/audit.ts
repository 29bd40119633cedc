/** Who read or changed what: append-only, each entry holding the hash of the one before, so that a gap or a change shows (DESIGN.md 4). */
import { createHash } from 'node:crypto';
import type { z } from 'zod';
import type { audit, auditHead } from '../store/collections/running';
import type { Records } from '../store/ports';

export type AuditEntry = z.infer<typeof audit.schema>;
export type AuditHead = z.infer<typeof auditHead.schema>;

/** One thing done to one record, in ids and labels. */
export interface Done {
  readonly actor: string;
  readonly action: string;
  readonly subject: string;
  readonly detail: Readonly<Record<string, string>>;
}

/** What a look through the whole chain found. */
export interface Verified {
  readonly entries: number;
  /** the number of the first entry that is missing or was changed; null when the chain is whole */
  readonly firstBreak: number | null;
}

const atATime = 1_000;
const headId = 'head';
type Place = Pick<AuditEntry, 'n' | 'hash'>;
const beginning: Place = { n: 0, hash: '' };

/** The hash of an entry: of everything in it, and so of all entries before it. */
export function hashOf(entry: Omit<AuditEntry, 'id' | 'hash'>): string {
  const { n, at, actor, action, subject, detail, before } = entry;
  const sorted = Object.entries(detail).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256')
    .update(JSON.stringify([n, at, actor, action, subject, sorted, before]))
    .digest('base64url');
}

/** The audit on its records: the chain, and where it ends. `now` is in ms since 1970. */
export function createAudit(records: Records<AuditEntry>, heads: Records<AuditHead>, now: () => number) {
  let last: Place | null = null;
  const entryAt = (n: number) => records.get(`audit:${n}`);

  /** Where the chain ends when nobody wrote it down: by doubling and halving, never by reading it all. */
  async function searchEnd(): Promise<Place> {
    let low = 0;
    let high = 1;
    while ((await entryAt(high)) !== null) {
      low = high;
      high *= 2;
    }
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if ((await entryAt(middle)) === null) high = middle;
      else low = middle;
    }
    return low === 0 ? beginning : ((await entryAt(low)) ?? beginning);
  }

  /** Writes down how far the chain goes. One that is behind is put right with the next entry, so a crash here costs a read or two. */
  async function moveHead({ n, hash }: Place): Promise<void> {
    const head = await heads.get(headId);
    if (head === null) await heads.add({ id: headId, rev: 1, n, hash });
    else if (head.n < n) await heads.replace({ ...head, rev: head.rev + 1, n, hash }, head.rev);
  }

  async function verify(): Promise<Verified> {
    let before = '';
    for (let n = 1; ; n += atATime) {
      const found = await records.find({ n: { $gte: n, $lt: n + atATime } }, atATime);
      const entries = [...found].sort((a, b) => a.n - b.n);
      for (const [index, entry] of entries.entries()) {
        const wanted = n + index;
        if (entry.n !== wanted || entry.before !== before || entry.hash !== hashOf(entry))
          return { entries: wanted - 1, firstBreak: wanted };
        before = entry.hash;
      }
      if (entries.length === atATime) continue;
      const end = n + entries.length - 1;
      // what is gone from the end leaves later entries, or a head that says there were more
      const more = await records.find({ n: { $gt: end } }, 1);
      const short = more.length > 0 || ((await heads.get(headId))?.n ?? 0) > end;
      return { entries: end, firstBreak: short ? end + 1 : null };
    }
  }

  return {
    /** Adds one entry; resolves when it is safe. Throws StoreDown, and then whatever was to be done must not be. */
    async add(done: Done): Promise<void> {
      last ??= (await heads.get(headId)) ?? (await searchEnd());
      for (;;) {
        const at: Place = last;
        const body = { ...done, detail: { ...done.detail }, n: at.n + 1, at: now(), before: at.hash };
        const entry: AuditEntry = { ...body, id: `audit:${body.n}`, hash: hashOf(body) };
        // its number is its id, so of two processes one is first and the other goes on behind it
        if (await records.add(entry)) {
          last = entry;
          // the entry is safe; where the chain ends is found again if this fails
          await moveHead(entry).catch(() => undefined);
          return;
        }
        last = (await entryAt(body.n)) ?? at;
      }
    },
    verify,
    /** The number of the first entry that is missing or was changed; null when the chain is whole. */
    firstBreak: async (): Promise<number | null> => (await verify()).firstBreak,
  };
}
