/** The last handler: a fault nobody caught is written down without a word of anybody's, and the process ends to start anew. */
import { basename } from 'node:path';
import { faultName, type Log } from './log';

/** What is in hand may take this long, ms; then the process ends as it is. */
const FINISH_WITHIN = 10_000;

/** Where a fault came from, as "routes.js:12 < gate.js:40": names of our files and line numbers, never its message. */
export function placeOf(error: unknown): string {
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  const frames = stack.split('\n').flatMap((line) => {
    const [, file, at] = /^\s+at .*?([^\s():]+):(\d+):\d+\)?$/.exec(line) ?? [];
    return file === undefined ? [] : [`${basename(file)}:${at}`];
  });
  return frames.slice(0, 4).join(' < ').slice(0, 110);
}

/**
 * After a fault nobody caught the state of the process is not known: what is in hand is finished with `finish`, and the
 * process ends with 1 so that a supervisor starts it again.
 */
export function watchForFaults(log: Log, finish: () => Promise<unknown>): void {
  let ending = false;
  const end = (kind: string) => (error: unknown) => {
    log.error('process.fault', { kind, error: faultName(error), place: placeOf(error) });
    if (ending) return;
    ending = true;
    const leave = () => process.exit(1);
    setTimeout(leave, FINISH_WITHIN);
    finish().then(leave, leave);
  };
  process.on('uncaughtException', end('exception'));
  process.on('unhandledRejection', end('rejection'));
}
