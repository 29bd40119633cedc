/** Webhooks doubled, shuffled and in parallel, to two real processes on one database: `npm run replay` in short. */
import { faultsIn } from '../../load/replayCheck';
import { droppedIsSeen, replay } from '../../load/replayRun';

const wrong: string[] = [];
const tell = (figures: string) => void wrong.push(figures);

test('of four hundred webhooks nothing is lost, doubled or out of order, and each reply goes once', async () => {
  const found = await replay({ webhooks: 400, people: 20, over: 12_000, seed: 7, kill: false, wrong: tell });
  expect(wrong).toEqual([]);
  expect(faultsIn(found)).toBe(0);
  expect(found.webhooks).toBeGreaterThan(300);
  expect(found.unique).toBeGreaterThan(150);
  expect(found.repliesSent).toBeGreaterThan(100);
}, 180_000);

test('one of the two is killed in the middle: the other finishes everything', async () => {
  const found = await replay({ webhooks: 150, people: 10, over: 8_000, seed: 11, kill: true, wrong: tell });
  expect(wrong).toEqual([]);
  expect(faultsIn(found)).toBe(0);
  expect(found.repliesSent).toBeGreaterThan(40);
}, 240_000);

test('B16: a message that is dropped is seen', async () => {
  expect(await droppedIsSeen(7)).toBeGreaterThan(0);
}, 120_000);
