/** The first read of a process compiles and loads what all others use: done once before anybody waits for it. */
import type { Reader } from './read';

const lines = [
  'hi',
  'I need help with my rent and the heating is off',
  "I don't want to be here any more, I've taken tablets",
  'ok thanks, can someone phone me on Tuesday after 6pm',
  'STOP',
];

/** Reads a few lines of each kind, several times over. Nothing is kept. */
export function warm(read: Reader): void {
  for (let times = 0; times < 5; times += 1) for (const line of lines) read(line, { recentlyFlagged: false });
}
