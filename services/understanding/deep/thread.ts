/** Starts the worker thread of the deep stage, from what was built. */
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { projectRoot } from '../../store/engine/projectRoot';
import type { DeepWorker } from './client';

/** The built worker. */
export function workerFile(): string {
  return join(projectRoot(), 'dist', 'services', 'understanding', 'deep', 'worker.js');
}

/** Its weights are outside this heap, in the memory of the network. */
const LIMITS = { maxOldGenerationSizeMb: 48, maxYoungGenerationSizeMb: 8 };

/** Starts one. It keeps no process alive. */
export function startThread(file: string = workerFile()): DeepWorker {
  const thread = new Worker(file, { resourceLimits: LIMITS, execArgv: [] });
  thread.unref();
  return {
    postMessage: (message) => thread.postMessage(message),
    onMessage: (heard) => thread.on('message', heard),
    onEnd: (ended) => {
      // an error is always followed by an exit; without a listener it would end the whole process
      thread.on('error', () => undefined);
      thread.once('exit', ended);
    },
    terminate: () => void thread.terminate(),
  };
}
