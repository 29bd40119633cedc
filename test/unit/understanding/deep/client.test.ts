/** Killed, hung or missing, the deep stage never keeps anybody waiting over its deadline, and comes back by itself. */

import { createDeepClient, type DeepOutcome, type DeepWorker } from '../../../../services/understanding/deep/client';
import { askWhole } from '../../../../services/understanding/deep/whole';

/** A worker that does as it is told: answers, says nothing, or dies. */
function fakeWorker(does: 'answers' | 'hangs' | 'dies' | 'never ready' | 'rubbish') {
  let heard: (message: unknown) => void = () => undefined;
  let ended: () => void = () => undefined;
  const asked: string[] = [];
  const worker: DeepWorker & { terminated: boolean; asked: string[]; die: () => void } = {
    asked,
    terminated: false,
    die: () => ended(),
    postMessage: ({ id, text }) => {
      asked.push(text);
      if (does === 'answers') setTimeout(() => heard({ id, margins: [text.length] }), 5);
      if (does === 'rubbish') setTimeout(() => heard({ id, margins: ['x'] }), 5);
      if (does === 'dies') setTimeout(() => ended(), 5);
    },
    onMessage: (hear) => {
      heard = hear;
      if (does !== 'never ready') setTimeout(() => heard('ready'), 1);
    },
    onEnd: (end) => {
      ended = end;
    },
    terminate: () => {
      worker.terminated = true;
    },
  };
  return worker;
}

function client(start: (() => DeepWorker) | null, hungMs = 2_000) {
  const outcomes: DeepOutcome[] = [];
  const made = createDeepClient({
    start,
    deadlineMs: 250,
    hungMs,
    restMs: 30,
    longestRestMs: 100,
    told: (outcome) => outcomes.push(outcome),
  });
  return { ...made, outcomes };
}

/** The answer and how long it took, in milliseconds. */
async function timed<T>(asked: Promise<T>): Promise<{ readonly answer: T; readonly ms: number }> {
  const began = performance.now();
  const answer = await asked;
  return { answer, ms: performance.now() - began };
}
/** The deadline of 250 ms, and what a busy machine adds to a timer. */
const IN_TIME = 400;

it('answers, and reads a text it has seen only once', async () => {
  const worker = fakeWorker('answers');
  const { ask, state, outcomes, stop } = client(() => worker);
  expect(state()).toBe('resting');
  expect(await ask('hello')).toEqual([5]);
  expect(await ask('hello')).toEqual([5]);
  expect(state()).toBe('ready');
  expect(worker.asked).toEqual(['hello']);
  expect(outcomes).toEqual(['answered', 'known']);
  stop();
});

it('answers many at once, each its own', async () => {
  const { ask, stop } = client(() => fakeWorker('answers'));
  const all = await Promise.all(['a', 'bb', 'ccc', 'dddd'].map((one) => ask(one)));
  expect(all).toEqual([[1], [2], [3], [4]]);
  stop();
});

it('a long message gives way to short ones between its stretches, and the worst of it counts', async () => {
  const worker = fakeWorker('answers');
  const { ask, stop } = client(() => worker);
  await ask('ready');
  const long = askWhole(ask, 250)(Array.from({ length: 300 }, (_, n) => `word${n}`).join(' '));
  await ask('first');
  await ask('second');
  // ready, a stretch, the first, a stretch, the second: nobody waits for more than one stretch
  expect(worker.asked.indexOf('first')).toBeLessThanOrEqual(2);
  expect(worker.asked.indexOf('second')).toBeLessThanOrEqual(4);
  expect(await long).toEqual([Math.max(...worker.asked.map((text) => text.length))]);
  expect(worker.asked).toHaveLength(7);
  stop();
});

it('of a long message only what came in time counts', async () => {
  const worker = fakeWorker('answers');
  const { ask, stop } = client(() => worker);
  await ask('ready');
  const words = Array.from({ length: 300 }, (_, n) => `word${n}`).join(' ');
  expect(await askWhole(ask, 0)(words)).toBeNull();
  expect(await askWhole(ask, 8)(words)).not.toBeNull();
  stop();
});

it('without weights gives nothing at once, and says so', async () => {
  const { ask, state, outcomes } = client(null);
  const { answer, ms } = await timed(ask('hello'));
  expect(answer).toBeNull();
  expect(ms).toBeLessThan(20);
  expect(state()).toBe('no weights');
  expect(outcomes).toEqual(['absent']);
});

it('killed while it reads, gives nothing at once, and starts again after a rest', async () => {
  const workers = [fakeWorker('dies'), fakeWorker('answers')];
  let started = 0;
  const { ask, state, stop } = client(() => {
    const worker = workers[started] ?? fakeWorker('answers');
    started += 1;
    return worker;
  });
  const { answer, ms } = await timed(ask('hello'));
  expect(answer).toBeNull();
  expect(ms).toBeLessThan(IN_TIME);
  expect(state()).toBe('resting');
  expect(await ask('at once')).toBeNull();
  expect(started).toBe(1);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(await ask('later')).toEqual([5]);
  expect(started).toBe(2);
  stop();
});

it('hung, gives nothing within 250 ms, and is ended and started again', async () => {
  const hanging = fakeWorker('hangs');
  const workers = [hanging, fakeWorker('answers')];
  let started = 0;
  const { ask, stop } = client(() => workers[started++] ?? fakeWorker('answers'), 300);
  const both = await Promise.all(['one', 'two', 'three'].map((text) => timed(ask(text))));
  for (const { answer, ms } of both) {
    expect(answer).toBeNull();
    expect(ms).toBeLessThan(IN_TIME);
  }
  // what waited too long behind them was never sent
  expect(hanging.asked).toEqual(['one', 'two']);
  await new Promise((resolve) => setTimeout(resolve, 150));
  expect(hanging.terminated).toBe(true);
  expect(await ask('seven')).toEqual([5]);
  stop();
});

it('that never becomes ready keeps nobody waiting, and is ended', async () => {
  const worker = fakeWorker('never ready');
  const { ask, stop } = client(() => worker, 60);
  const { answer, ms } = await timed(ask('one'));
  expect(answer).toBeNull();
  expect(ms).toBeLessThan(IN_TIME);
  await new Promise((resolve) => setTimeout(resolve, 120));
  expect(worker.terminated).toBe(true);
  stop();
});

it('that talks rubbish, or cannot be started, is as good as absent', async () => {
  const rubbish = client(() => fakeWorker('rubbish'));
  expect(await rubbish.ask('one')).toBeNull();
  rubbish.stop();
  const broken = client(() => {
    throw new Error('no threads here');
  });
  expect(await broken.ask('one')).toBeNull();
  expect(broken.state()).toBe('resting');
  broken.stop();
  expect(await broken.ask('one')).toBeNull();
  expect(broken.state()).toBe('stopped');
});

it('lets whole messages that came later go before the parts of a long one, but not for ever', async () => {
  const worker = fakeWorker('answers');
  const { ask, stop } = client(() => worker);
  await ask('first of all');
  const part = (n: number) => `part ${n}`;
  const all = [
    ask(part(0), 5_000, true),
    ask(part(1), 5_000, true),
    ...Array.from({ length: 8 }, (_, n) => ask(`short ${n}`, 5_000)),
  ];
  await Promise.all(all);
  const order = worker.asked.slice(1);
  // the first was sent before anything else was there; the second waits for a few, and then it is its turn
  expect(order[0]).toBe('part 0');
  expect(order.indexOf('part 1')).toBeGreaterThan(order.indexOf('short 1'));
  expect(order.indexOf('part 1')).toBeLessThan(order.indexOf('short 6'));
  stop();
});
