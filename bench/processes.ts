/** Starts the programs that are measured, each in its own process, and ends them again. */
import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';

/** The top folder of the project: this file runs from bench/ in tests and from dist/bench otherwise. */
export const root = basename(dirname(__dirname)) === 'dist' ? join(__dirname, '..', '..') : join(__dirname, '..');

export interface Program {
  readonly url: string;
  readonly pid: number;
  alive(): boolean;
  /** ends it as an operator would, or at once with SIGKILL */
  stop(signal?: 'SIGTERM' | 'SIGKILL'): Promise<void>;
}

export interface HeldEngine {
  readonly uri: string;
  /** its data folder, where its process is noted */
  readonly folder: string;
  stop(): Promise<void>;
}

/** A port nothing listens on just now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        if (address === null || typeof address === 'string') reject(new Error('No port was given'));
        else resolve(address.port);
      });
    });
  });
}

/** Servers we started and have not ended: they must not outlive us. (An engine ends by itself when we are gone.) */
const started = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of started) child.kill('SIGKILL');
});

/** Lets Ctrl-C and a polite kill end the programs too. For commands; a test runner ends by itself. */
export function endWithPrograms(): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
}

function remember(child: ChildProcess): void {
  started.add(child);
  child.once('close', () => started.delete(child));
}

const closed = (child: ChildProcess): Promise<void> =>
  child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve()
    : new Promise((resolve) => child.once('close', () => resolve()));

async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(1_000) });
    await response.arrayBuffer();
    return response.status === 200;
  } catch {
    return false;
  }
}

/** Starts a server and waits until `GET /health/ready` answers 200. What it prints is kept for when it does not. */
export async function startServer(
  args: readonly string[],
  port: number,
  env: Readonly<Record<string, string | undefined>> = {},
  readyWithinMs = 60_000,
): Promise<Program> {
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  remember(child);
  let said = '';
  const keep = (chunk: Buffer) => {
    said = (said + chunk.toString('utf8')).slice(-4_000);
  };
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  const url = `http://127.0.0.1:${port}`;
  const until = Date.now() + readyWithinMs;
  while (!(await answers(url))) {
    if (child.exitCode !== null || Date.now() > until) {
      child.kill('SIGKILL');
      throw new Error(`${args.join(' ')} did not become ready. It said:\n${said}`);
    }
    await wait(20);
  }
  const stop = async (signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM') => {
    child.kill(signal);
    const late = setTimeout(() => child.kill('SIGKILL'), 15_000);
    await closed(child);
    clearTimeout(late);
  };
  const alive = () => child.exitCode === null && child.signalCode === null;
  return { url, pid: child.pid ?? 0, alive, stop };
}

/** Holds one database engine open in a fresh folder until `stop`. */
export async function holdEngine(): Promise<HeldEngine> {
  const folder = await mkdtemp(join(tmpdir(), 'win-bench-'));
  const script = join(root, 'dist', 'services', 'store', 'engine', 'hold.js');
  const child = spawn(process.execPath, [script, '--dir', folder], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const stop = async () => {
    child.stdin.end();
    await closed(child);
    await rm(folder, { recursive: true, force: true });
  };
  const line = await new Promise<string | null>((resolve) => {
    createInterface({ input: child.stdout }).once('line', resolve);
    child.once('close', () => resolve(null));
  });
  if (line === null) {
    await stop();
    throw new Error('The database engine did not start; what it said is above');
  }
  return { uri: z.object({ uri: z.string() }).parse(JSON.parse(line)).uri, folder, stop };
}

export interface App extends Program {
  readonly dataDir: string;
}

/** What `npm start` gives node, so that what is measured is what people run. */
function startFlags(): string[] {
  const { scripts } = z
    .object({ scripts: z.object({ start: z.string() }) })
    .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
  return scripts.start.split(' ').filter((word) => word.startsWith('--max'));
}

/** Starts our own app on a fresh data folder (or a given one), as `npm start` would. */
export async function startApp(settings: {
  readonly mongodbUri?: string;
  readonly dataDir?: string;
  readonly port?: number;
  readonly env?: Readonly<Record<string, string>>;
}): Promise<App> {
  const port = settings.port ?? (await freePort());
  const dataDir = settings.dataDir ?? (await mkdtemp(join(tmpdir(), 'win-app-')));
  const env = {
    PORT: String(port),
    DATA_DIR: dataDir,
    LOG_LEVEL: 'warn',
    // none given means none: a database of the machine must not be measured by mistake
    MONGODB_URI: settings.mongodbUri,
    NODE_ENV: undefined,
    ...settings.env,
  };
  const program = await startServer([...startFlags(), join(root, 'dist', 'bot', 'main.js')], port, env);
  return { ...program, dataDir };
}

/** Memory a process holds now, bytes. Linux only; null elsewhere. */
export async function residentBytes(pid: number): Promise<number | null> {
  try {
    const status = await readFile(`/proc/${pid}/status`, 'utf8');
    const found = /^VmRSS:\s+(\d+) kB$/m.exec(status);
    return found?.[1] === undefined ? null : Number(found[1]) * 1024;
  } catch {
    return null;
  }
}
