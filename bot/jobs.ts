/** What is done later and what is looked at again and again: the queue's runner, and the clocks of this one process. */
import { setTimeout as pause } from 'node:timers/promises';
import { expiringSoon } from '../dialogs/content/helplines';
import { momentAt } from '../services/calendar/moment';
import { collections } from '../services/collections';
import { seedSampleDirectory } from '../services/directory/directory';
import { sampleDirectory } from '../services/directory/sample/sampleDirectory';
import { createRetention } from '../services/privacy/retention';
import { jobKinds } from '../services/work/jobs';
import { createRunner } from '../services/work/runner';
import type { Ground } from './ground';
import { faultName } from './log';
import type { OwnServices } from './services';
import type { TellOutcome } from './tellOutcome';

/** `seedStaff` is there on a development machine alone. */
export function createJobs(
  ground: Ground,
  own: OwnServices,
  above: { readonly tellOutcome: TellOutcome; readonly seedStaff: (() => Promise<unknown>) | undefined },
) {
  const { config, log, store, now, steady } = ground;
  const { services } = own;
  const { conversation, effects, referrals, directory, handoffs, phones, media, alarms } = services;

  const retention = createRetention({
    collections,
    keeper: ground.keeper,
    now: () => now().getTime(),
    forget: store.forget,
    sweepTurns: store.sweepExpired,
    media,
  });
  const runner = createRunner({
    queue: services.queue,
    kinds: jobKinds,
    ports: {
      happen: conversation.happen,
      sweepEffects: () => effects.sweep(store),
      redoEffect: effects.redo,
      referrals,
      tellNews: async (news) => {
        await above.tellOutcome(news.happening, news.conversationId);
        await referrals.markTold(news.referralId);
      },
      ringAlarm: alarms.ring,
      queueUnrung: alarms.queueUnrung,
      lookAtHandoffs: handoffs.look,
      lookAtPromises: services.promises.look,
      fetchMedia: media.fetchDue,
      sweepExpired: retention.sweepExpired,
      erase: own.erasures.carryOut,
      clockSane: steady.clockSane,
    },
    me: own.me,
    now: steady.now,
    log: (event, facts) => log.warn(event, facts),
    died: (job) => {
      log.error('job.dead', { kind: job.kind });
      alarms.raise({ kind: 'fault', level: 'P2', id: job.id }).catch(() => undefined);
    },
  });

  const timers = new Set<NodeJS.Timeout>();
  const every = (ms: number, name: string, work: () => Promise<unknown>) => {
    const timer = setInterval(() => {
      work().catch((error: unknown) => log.warn('sweep.failed', { name, error: faultName(error) }));
    }, ms);
    timer.unref();
    timers.add(timer);
  };

  let closing = false;
  /** What waits for the database: the directory, what a crash left undone, and the runner. */
  async function settleIn(): Promise<void> {
    await ground.ready();
    if (!config.production)
      await seedSampleDirectory(services.directoryRecords, sampleDirectory(momentAt(now()).date), false);
    await above.seedStaff?.();
    await directory.refresh();
    await effects.sweep(store);
    await runner.start();
    own.deepStage.begin();
    for (const line of expiringSoon(momentAt(now()), 30)) log.warn('helpline.expires', { line: line.id });
  }

  return {
    wake: runner.wake,
    /** resolves when the directory is there and what a crash left is done; the app answers before that */
    async settled(): Promise<void> {
      await ground.found;
      for (;;) {
        try {
          return await settleIn();
        } catch (error) {
          if (closing) return;
          log.warn('settling.again', { error: faultName(error) });
          await pause(1_000);
        }
      }
    },
    /** what belongs to this one process: its copy of the directory, its open pages, its phone lines, who is there */
    startClocks(): void {
      every(30_000, 'directory', directory.refresh);
      every(1_000, 'phones', () => phones.sweep());
      // somebody may be in the middle of a talk with one of us whose console is open at another process
      every(500, 'news', () => conversation.lookForNews());
      every(5_000, 'duty', handoffs.lookWhoIsThere);
      every(5_000, 'callBacks', services.callBacks.look);
    },
    stopClocks(): void {
      closing = true;
      for (const timer of timers) clearInterval(timer);
    },
    /** Finishes what is in hand. */
    async close(): Promise<void> {
      await runner.stop();
      await phones.close();
      await effects.idle();
      await handoffs.idle();
      handoffs.close();
    },
  };
}
