/** The real app as its own process on a database of its own, for journeys through everything. */
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type App, freePort, holdEngine, startApp } from '../../../bench/processes';
import { dateAfter, momentOf, whenIs } from '../../../services/calendar/moment';

export interface WholeApp {
  readonly url: string;
  /** where it keeps its files */
  readonly dataDir: string;
  /** ends it at once, as a power cut would, and starts it again on the same address and database; `env` from then on */
  restart(env?: Readonly<Record<string, string>>): Promise<void>;
  stop(): Promise<void>;
}

/** An address like the engine's, for a database of this name. */
export function withName(uri: string, name: string): string {
  const [, head = '', query = ''] = /^(mongodb(?:\+srv)?:\/\/[^/?]+)\/?[^?]*(\?.*)?$/.exec(uri) ?? [];
  return `${head}/${name}${query}`;
}

/** Starts the app that `npm start` starts. */
export async function startWholeApp(env: Readonly<Record<string, string>> = {}): Promise<WholeApp> {
  const given = process.env['MONGODB_URI'];
  const port = await freePort();
  const where = given === undefined ? {} : { mongodbUri: withName(given, `e2e_${randomBytes(6).toString('hex')}`) };
  let app: App = await startApp({ port, env, ...where });
  const { dataDir } = app;
  return {
    url: `http://localhost:${port}`,
    dataDir,
    async restart(other = env) {
      process.kill(app.pid, 'SIGKILL');
      await app.stop();
      app = await startApp({ port, dataDir, env: other, ...where });
    },
    stop: () => app.stop(),
  };
}

/** Two apps as two processes on one database with one set of keys, as behind a load balancer. */
export interface TwoWholeApps {
  readonly urls: readonly [string, string];
  stop(): Promise<void>;
}

/** The app's clock at eleven tomorrow in Scotland: at night nobody is texted first, and a test must pass at night too. */
function atEleven(): Readonly<Record<string, string>> {
  const now = Date.now();
  const preload = join(__dirname, '../../../dist/test/load/silenceInside.js');
  return {
    NODE_OPTIONS: `--require ${preload}`,
    SILENCE_CLOCK: String(whenIs(dateAfter(momentOf(now).date, 1), 11 * 60) - now),
  };
}

export async function startTwoWholeApps(): Promise<TwoWholeApps> {
  const given = process.env['MONGODB_URI'];
  const engine = given === undefined ? await holdEngine() : null;
  const mongodbUri = withName(given ?? engine?.uri ?? '', `e2e_${randomBytes(6).toString('hex')}`);
  const dataDir = await mkdtemp(join(tmpdir(), 'win-two-'));
  // one clock for both
  const env = atEleven();
  // one after the other: the first makes the keys both use
  const start = async () => startApp({ port: await freePort(), mongodbUri, dataDir, env });
  const [first, second] = [await start(), await start()];
  const at = ({ url }: App) => url.replace('127.0.0.1', 'localhost');
  return {
    urls: [at(first), at(second)],
    async stop() {
      await Promise.all([first.stop(), second.stop()]);
      await engine?.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
