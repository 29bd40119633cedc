/** Webhooks doubled, shuffled and in parallel, to two real processes on one database: `npm run replay` in short. */
import { faultsIn } from '../../load/replayCheck';
import { replay } from '../../load/replayRun';

const wrong: string[] = [];
const tell = (figures: string) => void wrong.push(figures);

test('of two hundred and fifty webhooks nothing is lost, doubled or out of order, and each reply goes once', async () => {
  const found = await replay({ webhooks: 250, people: 14, over: 7_000, seed: 7, kill: false, wrong: tell });
  expect(wrong).toEqual([]);
  expect(faultsIn(found)).toBe(0);
  expect(found.webhooks).toBeGreaterThan(200);
  expect(found.unique).toBeGreaterThan(90);
  expect(found.repliesSent).toBeGreaterThan(60);
}, 180_000);
