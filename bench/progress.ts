/** Shows how far a long measurement is: a bar on a terminal, a line now and then in a log. */

const every = 15_000;
let lastLine = 0;

/** `done` of `all`; goes to stderr, so that `--json` output stays clean. */
export function progress(what: string, done: number, all: number): void {
  const share = all === 0 ? 1 : done / all;
  if (process.stderr.isTTY) {
    const filled = Math.round(share * 30);
    process.stderr.write(`\r${'#'.repeat(filled)}${'.'.repeat(30 - filled)} ${what} ${done}/${all}\u001b[K`);
    if (done >= all) process.stderr.write('\r\u001b[K');
    return;
  }
  if (Date.now() - lastLine < every) return;
  lastLine = Date.now();
  process.stderr.write(`${what}: ${Math.round(share * 100)}%\n`);
}

/** One line that stays. */
export const note = (line: string): void => {
  process.stderr.write(`${line}\n`);
};
