/**
 * Preloaded into the app (`node --require`) to plant a fault: a turn is acknowledged before it is written, as it is where the
 * journal is off. (That the engine's own lazy journal is seen is test/integration/store/faults.test.ts.) Only for the
 * checks of `npm run faults`, which must see it.
 */
import { setTimeout as wait } from 'node:timers/promises';
import * as commits from '../../services/store/mongo/commits';

/** Longer than a busy machine takes from an acknowledgement to the kill, ms. */
const late = 1_500;
const real = commits.createCommits;
const broken: typeof real = (...given) => {
  const group = real(...given);
  return {
    ...group,
    add: async (item) => {
      void wait(late)
        .then(() => group.add(item))
        .catch(() => undefined);
      return { kind: 'written' };
    },
  };
};
Object.defineProperty(commits, 'createCommits', { value: broken });
