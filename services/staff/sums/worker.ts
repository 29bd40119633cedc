/** The sums of signing in, in a thread: asked one at a time by thread.ts only. */
import { parentPort } from 'node:worker_threads';
import { z } from 'zod';
import { doSum, sum } from './sums';

const asked = z.object({ id: z.number(), sum });

const port = parentPort;
if (port === null) throw new Error('run as a worker thread');
port.on('message', (message: unknown) => {
  const { id, sum: wanted } = asked.parse(message);
  doSum(wanted).then(
    (total) => port.postMessage({ id, total }),
    () => port.postMessage({ id, total: null }),
  );
});
