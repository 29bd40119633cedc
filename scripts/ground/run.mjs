/** Small things every script uses: where the project is, how to speak, how to run another command. */
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The top folder of the project. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** A line for the person at the keyboard; on stderr, so that `--json` output stays clean. */
export const say = (line) => process.stderr.write(`${line}\n`);

/** Says what went wrong and gives the exit code for it. */
export function fail(why) {
  say(`\n${why}`);
  return 1;
}

const seconds = (since) => ((Date.now() - since) / 1000).toFixed(1);

/**
 * Runs a command and waits. What it prints is shown when `show` is set, and the last of it is always kept for the
 * explanation when it fails. While it runs quietly, a line now and then says that it still does.
 *
 * @returns {Promise<{code: number, output: string, seconds: string}>}
 */
export function run(command, args, { cwd = root, env = process.env, show = false, still = '', timeoutMs = 0 } = {}) {
  const started = Date.now();
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true });
    let output = '';
    const keep = (chunk) => {
      output = (output + chunk).slice(-200_000);
      if (show) process.stderr.write(chunk);
    };
    child.stdout.setEncoding('utf8').on('data', keep);
    child.stderr.setEncoding('utf8').on('data', keep);
    const ticking = still ? setInterval(() => say(`  ${still} (${seconds(started)} s)`), 10_000) : null;
    const limit = timeoutMs > 0 ? setTimeout(() => child.kill('SIGKILL'), timeoutMs) : null;
    const end = (code, more = '') => {
      if (ticking) clearInterval(ticking);
      if (limit) clearTimeout(limit);
      resolve({ code, output: output + more, seconds: seconds(started) });
    };
    child.on('error', (error) => end(127, String(error.message)));
    child.on('close', (code, signal) => end(code ?? 1, signal ? `\nstopped by ${signal}` : ''));
  });
}

/** Runs a script with this same Node. */
export const runNode = (args, options) => run(process.execPath, args, options);

/** Runs npm: the one that started us, or else the one on the path. */
export function runNpm(args, options) {
  const npm = process.env.npm_execpath;
  if (npm?.endsWith('.js') || npm?.endsWith('.cjs')) return runNode([npm, ...args], options);
  return process.platform === 'win32' ? run('cmd', ['/c', 'npm', ...args], options) : run('npm', args, options);
}
