/** One queue for everything done later: leased, fenced, and with dead letters, on one guarded document a job. No transactions. */
import { addOnce } from '../store/addOnce';
import type { Records } from '../store/ports';
import type { Job } from './collection';

const day = 24 * 60 * 60 * 1000;
/** A done job is remembered so long, so that asking for it again does not do it again, ms. */
const doneKeptFor = 30 * day;
/** No lease is longer than this, ms. */
const longestLease = 10 * 60 * 1000;
/** A dead letter waits so long for somebody to look, ms. */
const deadKeptFor = 365 * day;
/** One that still waits is never forgotten while it is due to be done, ms after its time. */
const waitingKeptFor = 365 * day;

/** Work to be done once, at or after `dueAt` (ms since 1970). The same `id` twice is one job. */
export interface NewJob {
  readonly id: string;
  readonly kind: string;
  readonly data?: Job['data'];
  readonly conversationId?: string | null;
  /** now when absent */
  readonly dueAt?: number;
}

export interface Queue {
  /** Writes a job down, once for its id. True when it was new. Throws StoreDown. */
  enqueue(job: NewJob): Promise<boolean>;
  /** Writes a standing job down, once, and brings it forward when it waits longer than `every` (ms) from now. */
  stand(id: string, kind: string, every: number): Promise<void>;
  /** What may be taken now, of these kinds. */
  due(kinds: readonly string[], limit: number): Promise<readonly Job[]>;
  /** Takes a job for `leaseMs`; null when another process was quicker, or it is not to be had any more. */
  claim(seen: Job, by: string, leaseMs: number): Promise<Job | null>;
  /** Holds it longer; null when it was lost, and then the holder must stop. */
  renew(held: Job, leaseMs: number): Promise<Job | null>;
  /** Ends it. False when the lease was lost: then somebody else has it, and this run does not count. */
  done(held: Job): Promise<boolean>;
  /** Puts a standing job back for its next time. False when the lease was lost. */
  again(held: Job, dueAt: number): Promise<boolean>;
  /** A try that failed: again at `at` (ms), or a dead letter when null. `why` is a code. False when the lease was lost. */
  fail(held: Job, why: string, at: number | null): Promise<boolean>;
  /** Cancels what is still to come for a conversation, of these kinds, where `which` says so; how many. */
  cancel(conversationId: string, kinds: readonly string[], which?: (id: string) => boolean): Promise<number>;
  /** Dead letters, at most `limit`. */
  dead(limit: number): Promise<readonly Job[]>;
  /** Gives a dead letter another go, now, with all its tries. False when there is no such dead letter. */
  replay(id: string): Promise<boolean>;
}

/** The queue on its records. `now` is in ms since 1970; `added` is told when something may be due at once. */
export function createQueue(records: Records<Job>, now: () => number, added: () => void = () => undefined): Queue {
  async function move(from: Job, change: Partial<Job>): Promise<Job | null> {
    const next: Job = { ...from, ...change, rev: from.rev + 1 };
    return (await records.replace(next, from.rev)) ? next : null;
  }
  const moved = async (from: Job, change: Partial<Job>) => (await move(from, change)) !== null;
  const waits = (dueAt: number) => ({
    state: 'waiting' as const,
    leaseBy: '',
    dueAt,
    expiresAt: dueAt + waitingKeptFor,
  });

  async function enqueue({ id, kind, data = {}, conversationId = null, dueAt = now() }: NewJob): Promise<boolean> {
    const job = { id, rev: 1, kind, conversationId, data, fence: 0, attempts: 0, why: null, endedAt: null };
    // another job under this id would be one that is never done
    const made = { ...job, createdAt: now(), ...waits(dueAt) };
    const isNew = await addOnce<Job>(records, made, ['kind', 'conversationId', 'data']);
    if (isNew && dueAt <= now()) added();
    return isNew;
  }

  return {
    enqueue,
    async stand(id, kind, every) {
      const there = await records.get(id);
      if (there === null) return void (await enqueue({ id, kind }));
      const ended = there.state !== 'waiting' && there.state !== 'running';
      if (ended || there.dueAt > now() + Math.max(every, longestLease)) await moved(there, waits(now()));
    },
    due: (kinds, limit) =>
      records.find({ state: { $in: ['waiting', 'running'] }, dueAt: { $lte: now() }, kind: { $in: kinds } }, limit),
    async claim(seen, by, leaseMs) {
      const free = (seen.state === 'waiting' || seen.state === 'running') && seen.dueAt <= now();
      if (!free) return null;
      return move(seen, { state: 'running', leaseBy: by, dueAt: now() + leaseMs, fence: seen.fence + 1 });
    },
    renew: (held, leaseMs) => move(held, { dueAt: now() + leaseMs }),
    done: (held) =>
      moved(held, { state: 'done', leaseBy: '', why: null, endedAt: now(), expiresAt: now() + doneKeptFor }),
    again: (held, dueAt) => moved(held, { ...waits(dueAt), attempts: 0, why: null }),
    fail: (held, why, at) =>
      at === null
        ? moved(held, {
            state: 'dead',
            leaseBy: '',
            why,
            attempts: held.attempts + 1,
            endedAt: now(),
            expiresAt: now() + deadKeptFor,
          })
        : moved(held, { ...waits(at), why, attempts: held.attempts + 1 }),
    async cancel(conversationId, kinds, which = () => true) {
      let cancelled = 0;
      const open = { $in: ['waiting', 'running'] };
      // read again after each pass: one that was claimed meanwhile is another revision
      for (let go = 0; go < 8; go += 1) {
        const all = await records.find({ conversationId, state: open, kind: { $in: kinds } }, 500);
        const found = all.filter(({ id }) => which(id));
        if (found.length === 0) break;
        for (const job of found) {
          const ended = { state: 'cancelled' as const, leaseBy: '', endedAt: now(), expiresAt: now() + doneKeptFor };
          if (await moved(job, ended)) cancelled += 1;
        }
      }
      return cancelled;
    },
    dead: (limit) => records.find({ state: 'dead' }, limit),
    async replay(id) {
      const job = await records.get(id);
      if (job?.state !== 'dead') return false;
      return moved(job, { ...waits(now()), attempts: 0, endedAt: null });
    },
  };
}
