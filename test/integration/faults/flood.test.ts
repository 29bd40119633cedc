/** The short form of `npm run flood`: one talk and one phone are flooded, stay bounded and heard; and a planted fault is seen. */
import { floodOnce, wrongOfFlood } from '../../load/floodRun';

// a busy machine is slow, and slow is not wrong
jest.setTimeout(120_000);

test('W12: a loop that writes into one talk by web and SMS: bounded, taken, and danger in it answered', async () => {
  const found = await floodOnce({ bytes: 250_000, people: 2, quietMs: 1_500, planted: false });
  expect(found.refused).toBe(0);
  expect(found.documentBytes).toBeLessThan(1_000_000);
  expect(found.dangerAfter).toBeLessThan(5_000);
  expect(found.dangerBySmsAfter).not.toBeNull();
  // how long others wait is measured by the command: on a machine that runs tests it says nothing
  expect(found.during.count).toBeGreaterThan(0);
});

test('B16: the check for floods sees a planted fault', async () => {
  expect(wrongOfFlood(await floodOnce({ bytes: 100_000, people: 1, quietMs: 500, planted: true }))).toBeGreaterThan(1);
});
