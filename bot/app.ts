/** The composition root: settings, what they stand on, the service, HTTP, the jobs, and how it all stops. */
import { warm } from '../services/understanding/warm';
import type { Config } from './config';
import { openGround } from './ground';
import { createJobs } from './jobs';
import type { Log } from './log';
import { mountAll } from './mount';
import { createOwnServices } from './services';
import { tellOutcomeBy } from './tellOutcome';

/** Builds the whole app. Nothing listens until `listen`. `say` is for progress on a terminal. */
export function createApp(config: Config, log: Log, say: (line: string) => void) {
  const ground = openGround(config, log, say, (which) => own.services.unreadable(which));
  const own = createOwnServices(ground, { people: (at) => http.staff.staff.presence(at), jobWaits: () => jobs.wake() });
  const tellOutcome = tellOutcomeBy(own.services);
  const http = mountAll(ground, own, tellOutcome);
  const jobs = createJobs(ground, own, { tellOutcome, seedStaff: http.staff.samples?.seed });

  return {
    server: http.server,
    publicUrl: ground.publicUrl,
    /** there is a stand-in phone at /dev/phone */
    phonePage: own.phoneChannels.standIn,
    /** one-time links that sign sample people in; none anywhere but on a development machine */
    signInLinks: () => http.staff.samples?.oneEach() ?? [],
    /** resolves when the directory is there and what a crash left is done; the app answers before that */
    settled: jobs.settled,
    async listen(): Promise<number> {
      warm(own.services.read);
      const listening = http.listen();
      jobs.startClocks();
      return listening;
    },
    /** finishes turns in hand, then lets go of everything */
    async close(): Promise<void> {
      jobs.stopClocks();
      ground.stopWaiting();
      await http.close();
      own.deepStage.stop();
      http.staff.stop();
      await jobs.close();
      await ground.close();
    },
  };
}
