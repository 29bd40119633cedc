/**
 * `npm start`: gets ready, reads .env where there is one (what the environment says already wins), and runs the app with
 * the flags given here. Signals reach the app, and its exit code is ours.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

await import('./prepare.mjs');
if (process.exitCode) process.exit();

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const settings = join(root, '.env');
if (existsSync(settings)) process.loadEnvFile(settings);

// the channel tells the app when we are gone without having been able to say so
const app = spawn(process.execPath, [...process.argv.slice(2), join(root, 'dist', 'bot', 'main.js')], {
  stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
});
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'])
  process.on(signal, () => app.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal));
// npm tells its shell to stop, and the shell stops without a word to us: seen by having lost our parent
const parent = process.ppid;
if (process.env.npm_lifecycle_event !== undefined)
  setInterval(() => process.ppid !== parent && app.kill('SIGTERM'), 250).unref();
app.once('error', (error) => {
  process.stderr.write(`The front door could not start: ${error.message}\n`);
  process.exit(1);
});
app.once('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)));
