/** `npm run replay` sees a fault that is planted. */
import { droppedIsSeen } from '../../load/replayRun';

test('B16: a message that is dropped is seen', async () => {
  expect(await droppedIsSeen(7)).toBeGreaterThan(0);
}, 120_000);
