/** The thread of the sums: one at a time, a lost one costs one sum, a crowd is told to come later. */
import { Worker } from 'node:worker_threads';
import { createSums, SumsBusy } from '../../../services/staff/sums/thread';

/** says yes to a password, dies at "die", and is silent at "hang" */
const CODE = `const { parentPort } = require('node:worker_threads');
parentPort.on('message', ({ id, sum }) => {
  if (sum.password === 'die') process.exit(1);
  if (sum.password === 'broken') return parentPort.postMessage({ id, total: null });
  setTimeout(() => parentPort.postMessage({ id, total: { kind: 'fits', fits: sum.password === 'yes' } }), 5);
});`;

function threads() {
  const started: Worker[] = [];
  const sums = createSums(() => {
    const worker = new Worker(CODE, { eval: true });
    started.push(worker);
    return worker;
  });
  const ask = (password: string) => sums.ask({ kind: 'fits', password, hash: 'x' });
  return { ask, started, stop: sums.stop };
}

it('answers each with its own, in turn, from one thread', async () => {
  const { ask, started, stop } = threads();
  expect(started).toHaveLength(0);
  const made = await Promise.all(['yes', 'no', 'yes'].map(ask));
  expect(made.map((one) => one.kind === 'fits' && one.fits)).toEqual([true, false, true]);
  expect(started).toHaveLength(1);
  stop();
});

it('a thread that dies loses the sum in hand and no other', async () => {
  const { ask, started, stop } = threads();
  const all = await Promise.allSettled(['yes', 'die', 'yes'].map(ask));
  expect(all.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(started).toHaveLength(2);
  stop();
});

it('a sum that failed, too many at once, and stopping are all "busy", never "wrong"', async () => {
  const { ask, stop } = threads();
  await expect(ask('broken')).rejects.toThrow(SumsBusy);
  const crowd = await Promise.allSettled(Array.from({ length: 60 }, () => ask('yes')));
  const refused = crowd.filter((one) => one.status === 'rejected');
  expect(refused.length).toBeGreaterThan(10);
  expect(refused.every((one) => one.status === 'rejected' && one.reason instanceof SumsBusy)).toBe(true);
  const last = ask('yes');
  stop();
  await expect(last).rejects.toThrow(SumsBusy);
});
