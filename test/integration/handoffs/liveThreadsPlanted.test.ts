/** The faults `npm run live` is there to find are found: a message dropped, and one that is late. */
import { runLive, wrongInLive } from '../../load/liveRun';

jest.setTimeout(180_000);

it.each(['drop', 'late'] as const)('a message that is planted to %s is seen', async (planted) => {
  expect(wrongInLive(await runLive({ threads: 4, advisors: 2, seconds: 8, seed: 1, planted }))).toBeGreaterThan(0);
});
