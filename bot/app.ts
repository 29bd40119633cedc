/** The composition root: settings, what they stand on, the service, the door, the jobs, and how it all stops. */
import { warm } from '../services/understanding/warm';
import type { Config } from './config';
import { openDoor } from './door';
import { openGround } from './ground';
import { createJobs } from './jobs';
import type { Log } from './log';
import { createOwnServices } from './services';
import { tellOutcomeBy } from './tellOutcome';

/** Builds the whole app. Nothing listens until `listen`. `say` is for progress on a terminal. */
export function createApp(config: Config, log: Log, say: (line: string) => void) {
  const ground = openGround(config, log, say, (which) => own.services.unreadable(which));
  const own = createOwnServices(ground, { people: (at) => door.staff.staff.presence(at), jobWaits: () => jobs.wake() });
  const tellOutcome = tellOutcomeBy(own.services);
  const door = openDoor(ground, own, tellOutcome);
  const jobs = createJobs(ground, own, { tellOutcome, seedStaff: door.staff.samples?.seed });

  return {
    server: door.server,
    publicUrl: ground.publicUrl,
    /** there is a stand-in phone at /dev/phone */
    phonePage: own.phoneChannels.standIn,
    /** one-time links that sign sample people in; none anywhere but on a development machine */
    signInLinks: () => door.staff.samples?.oneEach() ?? [],
    /** resolves when the directory is there and what a crash left is done; the app answers before that */
    settled: jobs.settled,
    async listen(): Promise<number> {
      warm(own.services.read);
      const listening = door.listen();
      jobs.startClocks();
      return listening;
    },
    /** finishes turns in hand, then lets go of everything */
    async close(): Promise<void> {
      jobs.stopClocks();
      ground.stopWaiting();
      await door.close();
      own.deepStage.stop();
      door.staff.stop();
      await jobs.close();
      await ground.close();
    },
  };
}
