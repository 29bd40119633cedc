/** Things put off to a time: a check-in, a quiet risk question, a nudge. Each is done by one process, once. */
import type { Happening } from '../../dialogs/types';
import type { Records } from '../store/ports';
import type { Job } from './doEffects';

export interface ReminderParts {
  readonly jobs: Records<Job>;
  /** tells the conversation; the same key does it once */
  readonly happen: (conversationId: string, key: string, event: Happening) => Promise<unknown>;
  /** ms since 1970 */
  readonly now: () => number;
}

/** How long a process may take over a job before another may have it, ms. */
const claimMs = 60_000;

function eventOf(job: Job): Happening | null {
  if (job.kind === 'riskSilence') return { name: 'riskSilence' };
  if (job.kind === 'checkIn') return { name: 'checkInDue' };
  if (job.kind === 'silence') return { name: 'silence', step: job.data['step'] === 2 ? 2 : 1 };
  return null;
}

/** The runner of jobs that are due. */
export function createReminders(parts: ReminderParts) {
  async function doOne(job: Job): Promise<void> {
    const now = parts.now();
    const claimed: Job = { ...job, rev: job.rev + 1, claimedUntil: now + claimMs, attempts: job.attempts + 1 };
    if (!(await parts.jobs.replace(claimed, job.rev))) return;
    const event = eventOf(job);
    if (event && job.conversationId !== null) await parts.happen(job.conversationId, job.id, event);
    await parts.jobs.replace({ ...claimed, rev: claimed.rev + 1, state: event ? 'done' : 'failed' }, claimed.rev);
  }
  return {
    /** does what is due; how many */
    async run(): Promise<number> {
      const now = parts.now();
      const due = await parts.jobs.find({ state: 'waiting', dueAt: { $lte: now }, claimedUntil: { $lte: now } }, 100);
      for (const job of due) await doOne(job);
      return due.length;
    },
  };
}
