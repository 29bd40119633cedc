/** The real thread, killed, hung and missing: the reading comes back within the deadline each time, by the fast stage. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDeepClient, type DeepWorker } from '../../../../services/understanding/deep/client';
import { createDeepOpinion } from '../../../../services/understanding/deep/opinion';
import { readDeepCard } from '../../../../services/understanding/deep/stored';
import { startThread } from '../../../../services/understanding/deep/thread';
import { THRESHOLDS } from '../../../../services/understanding/deep/thresholds';
import { askWhole } from '../../../../services/understanding/deep/whole';
import { createReader } from '../../../../services/understanding/read';

const folder = mkdtempSync(join(tmpdir(), 'win-deep-'));
const stops: (() => void)[] = [];
afterAll(() => {
  for (const stop of stops) stop();
  rmSync(folder, { recursive: true });
});

const { outputs } = readDeepCard();
const read = createReader();
const text =
  "I've left the keys with the concierge and fed the cat for the week, they'll not have to worry about me now";

function stage(start: () => DeepWorker, deadlineMs = 250) {
  const client = createDeepClient({
    start,
    deadlineMs,
    hungMs: 30_000,
    restMs: 10,
    longestRestMs: 10,
    told: () => undefined,
  });
  stops.push(client.stop);
  const opinion = createDeepOpinion(askWhole(client.ask, deadlineMs), outputs, THRESHOLDS);
  return {
    ...client,
    /** the joined reading, and how long it took in milliseconds */
    look: async (said: string) => {
      const fast = read(said, { recentlyFlagged: false, asking: null });
      const began = performance.now();
      return { fast, joined: await opinion(said, fast, null), ms: performance.now() - began };
    },
  };
}

function script(code: string): string {
  const file = join(folder, `${code.length}.cjs`);
  writeFileSync(file, code);
  return file;
}

/** The deadline, and what a busy machine adds to a timer. */
const IN_TIME = 400;

it('reads with what was built, and the joined reading has its scores', async () => {
  // a busy machine may need seconds to load the weights the first time
  const { ask, look, state } = stage(startThread, 20_000);
  expect((await ask(text))?.length).toBe(outputs.length);
  expect(state()).toBe('ready');
  const { fast, joined } = await look(text);
  expect(joined.scores).not.toEqual(fast.scores);
}, 30_000);

it('killed while it reads, leaves the fast reading within the deadline', async () => {
  let thread: DeepWorker | null = null;
  const { ask, look } = stage(() => {
    thread = startThread(
      script(`require('worker_threads').parentPort.on('message', () => process.exit(1)).postMessage('ready')`),
    );
    return thread;
  });
  await ask('started');
  const { fast, joined, ms } = await look(text);
  expect(joined).toEqual(fast);
  expect(ms).toBeLessThan(IN_TIME);
});

it('hung, leaves the fast reading within the deadline', async () => {
  const { look } = stage(() =>
    startThread(script(`require('worker_threads').parentPort.on('message', () => { for (;;); }).postMessage('ready')`)),
  );
  for (const said of [text, `${text} again`]) {
    const { fast, joined, ms } = await look(said);
    expect(joined).toEqual(fast);
    expect(ms).toBeLessThan(IN_TIME);
  }
});

it('missing, or throwing as it starts, leaves the fast reading, and ends nothing else', async () => {
  for (const file of [join(folder, 'none.cjs'), script(`throw new Error('broken')`)]) {
    const { look } = stage(() => startThread(file));
    const { fast, joined, ms } = await look(text);
    expect(joined).toEqual(fast);
    expect(ms).toBeLessThan(IN_TIME);
  }
});
