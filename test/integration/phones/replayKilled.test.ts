/** `npm run replay` in short, with one of the two processes killed. */
import { faultsIn } from '../../load/replayCheck';
import { replay } from '../../load/replayRun';

const wrong: string[] = [];
const tell = (figures: string) => void wrong.push(figures);

test('one of the two is killed in the middle: the other finishes everything', async () => {
  const found = await replay({ webhooks: 100, people: 8, over: 5_000, seed: 11, kill: true, wrong: tell });
  expect(wrong).toEqual([]);
  expect(faultsIn(found)).toBe(0);
  expect(found.repliesSent).toBeGreaterThan(25);
}, 240_000);
