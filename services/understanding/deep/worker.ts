/** The deep stage in a thread of its own: stretches of text as they are read (whole.ts) in, margins out, one at a time. Run by client.ts only. */
import { parentPort } from 'node:worker_threads';
import { z } from 'zod';
import { loadDeep } from './stored';

const asked = z.object({ id: z.number(), text: z.string() });

/** What comes back: `margins` null where the text could not be read. */
export interface Answered {
  readonly id: number;
  readonly margins: readonly number[] | null;
}

const port = parentPort;
if (port === null) throw new Error('run as a worker thread');
const look = loadDeep();
// the first looks compile what all others use
for (let times = 0; times < 3; times += 1) look('i need help with my rent and the heating is off');
port.on('message', (message: unknown) => {
  const { id, text } = asked.parse(message);
  port.postMessage({ id, margins: answer(text) } satisfies Answered);
});
port.postMessage('ready');

function answer(text: string): readonly number[] | null {
  try {
    return look(text);
  } catch {
    return null;
  }
}
