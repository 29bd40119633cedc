/** The short form of `npm run live`: a few threads for a few seconds on the real app. */
import { runLive } from '../../load/liveRun';

jest.setTimeout(180_000);

it('every message of every live thread is there in time, once', async () => {
  const run = await runLive({ threads: 12, advisors: 3, seconds: 6, seed: 1 });
  expect(run).toMatchObject({ threads: 12, lost: 0, doubled: 0 });
  expect(run.toPerson.messages).toBeGreaterThan(3);
  expect(run.toAdvisor.messages).toBeGreaterThan(3);
  // a busy machine is slow, and slow is not wrong: the whole form says what is late
  expect(run.late).toBeLessThan(run.toPerson.messages / 4);
});
