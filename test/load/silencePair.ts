/** Two processes of the real app on one database, which die between any two steps and are started again, under a clock we move. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type Document, MongoClient } from 'mongodb';
import { type App, freePort, holdEngine, root, startApp } from '../../bench/processes';
import type { Webhook } from '../../bot/dev/carrierWebhooks';
import { postHere } from '../../bot/dev/postWebhook';
import { carrierSettings } from './providerApps';
import { startStandIn } from './standInServer';

export interface PairSettings {
  /** how often a process dies at a write, 0 to 1 */
  readonly dies: number;
  /** the clock of everybody at the start, ms since 1970 */
  readonly start: number;
  /** effects are never done: a planted fault */
  readonly noEffects?: boolean;
  /** true: this webhook is thanked for and never comes: a planted fault */
  readonly dropped?: (webhook: Webhook) => boolean;
}

export type Pair = Awaited<ReturnType<typeof startPair>>;

/** Starts engine, carriers and both processes. Stop it, or they stay. */
export async function startPair(settings: PairSettings) {
  const engine = await holdEngine();
  const dataDir = await mkdtemp(join(tmpdir(), 'win-silence-'));
  let offset = settings.start - Date.now();
  const now = () => Date.now() + offset;
  const ports = [await freePort(), await freePort()] as const;
  const apps: (App | null)[] = [null, null];
  /** one start at a time of each: two would answer for each other on one port */
  const starting: Promise<void>[] = [Promise.resolve(), Promise.resolve()];
  let crashes = 0;
  let over = false;
  let moving = false;
  const post = async (webhook: Webhook): Promise<boolean> => {
    if (settings.dropped?.(webhook)) return true;
    const first = Math.random() < 0.5 ? 0 : 1;
    for (const which of [first, 1 - first]) {
      if (!apps[which]?.alive()) continue;
      if (await postHere('127.0.0.1', ports[which] ?? 0, webhook)) return true;
    }
    return false;
  };
  const carriers = await startStandIn({
    publicUrl: 'https://front.door.example',
    metaRetries: Array.from({ length: 1_200 }, () => 500),
    clock: now,
    post,
  });
  const preloads = ['silenceInside.js', ...(settings.noEffects === true ? ['plantNoEffects.js'] : [])]
    .map((file) => `--require ${join(root, 'dist/test/load', file)}`)
    .join(' ');

  async function start(which: 0 | 1): Promise<void> {
    for (;;) {
      try {
        const app = await startApp({
          mongodbUri: engine.uri,
          dataDir,
          port: ports[which],
          env: {
            ...carrierSettings(carriers.bases),
            NODE_OPTIONS: preloads,
            SILENCE_CLOCK: String(offset),
            SILENCE_DIES: String(settings.dies),
          },
        });
        process.kill(app.pid, 'SIGUSR2');
        apps[which] = app;
        return;
      } catch (error) {
        // it has to come up in the end, whatever the other left behind
        if (over) throw error;
        await wait(200);
      }
    }
  }
  /** Whoever is gone is started again, as a supervisor does. */
  const supervise = async (which: 0 | 1) => {
    while (!over) {
      if (!moving && apps[which] && !apps[which]?.alive()) {
        crashes += 1;
        starting[which] = start(which);
        await starting[which];
      }
      await wait(50);
    }
  };
  await start(0);
  await start(1);
  const supervisors = [supervise(0), supervise(1)];
  const client = await MongoClient.connect(engine.uri);
  const db = client.db('win');
  return {
    uri: engine.uri,
    dataDir,
    carriers,
    db,
    now,
    crashes: () => crashes,
    urls: () => ports.map((port) => `http://127.0.0.1:${port}`),
    alive: (which: number) => apps[which]?.alive() ?? false,
    /** Both end, one by a kill; the clock stands so much later; both start again, and what is past its time may go. */
    async pass(ms: number): Promise<void> {
      moving = true;
      await Promise.all(starting);
      const [one, other] = Math.random() < 0.5 ? [0, 1] : [1, 0];
      await Promise.all([apps[one]?.stop('SIGKILL'), apps[other]?.stop('SIGTERM')]);
      crashes += 1;
      offset += ms;
      // a clock that moved so far is slept on for an hour; here it is known to be right
      await db
        .collection<Document & { _id: string }>('jobs')
        .updateMany({ kind: 'retention' }, { $set: { dueAt: now() } });
      await Promise.all([start(0), start(1)]);
      moving = false;
    },
    async stop(): Promise<void> {
      over = true;
      await Promise.all(supervisors);
      await Promise.all(apps.map((app) => app?.stop('SIGKILL')));
      await client.close();
      await carriers.stop();
      await engine.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
