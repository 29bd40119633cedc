/** The real app as its own process on a database of its own, for journeys through everything. */
import { randomBytes } from 'node:crypto';
import { type App, freePort, startApp } from '../../../bench/processes';

export interface WholeApp {
  readonly url: string;
  /** ends it at once, as a power cut would, and starts it again on the same address and database */
  restart(): Promise<void>;
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
    async restart() {
      process.kill(app.pid, 'SIGKILL');
      await app.stop();
      app = await startApp({ port, dataDir, env, ...where });
    },
    stop: () => app.stop(),
  };
}
