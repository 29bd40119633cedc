/** One MongoDB for a whole test run: the address in MONGODB_URI when there is one, else our own engine in a fresh folder. */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { root, say } from '../ground/run.mjs';

const hold = join(root, 'dist', 'services', 'store', 'engine', 'hold.js');

/** Starts the engine and waits for its address. It lives until `stop`, or until this process is gone. */
export async function holdEngine() {
  const given = process.env.MONGODB_URI;
  if (given) return { kind: 'ready', uri: given, stop: async () => {} };
  if (!existsSync(hold))
    return { kind: 'failed', why: 'The database engine is not built: dist/ has no engine/hold.js.' };
  const started = Date.now();
  const folder = mkdtempSync(join(tmpdir(), 'win-test-'));
  const child = spawn(process.execPath, [hold, '--dir', folder], { stdio: ['pipe', 'pipe', 'inherit'] });
  const gone = new Promise((resolve) => child.once('close', resolve));
  const stop = async () => {
    child.stdin.end();
    const limit = setTimeout(() => child.kill('SIGKILL'), 10_000);
    await gone;
    clearTimeout(limit);
    rmSync(folder, { recursive: true, force: true });
  };
  const first = new Promise((resolve) => createInterface({ input: child.stdout }).once('line', resolve));
  const late = new Promise((resolve) => setTimeout(resolve, 120_000, null).unref());
  const line = await Promise.race([first, gone.then(() => null), late]);
  if (typeof line !== 'string') {
    await stop();
    return { kind: 'failed', why: 'The database engine did not start; what it said is above.' };
  }
  say(`\nDatabase engine ready (${((Date.now() - started) / 1000).toFixed(1)} s)`);
  return { kind: 'ready', uri: JSON.parse(line).uri, stop };
}
