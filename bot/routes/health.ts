/** Health, version and metrics for operators; nothing personal in any of them. */
import { createHash, timingSafeEqual } from 'node:crypto';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Request, Response, Server } from 'restify';
import { readBearer } from '../http';
import { isFromHere } from '../http/fromHere';
import { respond, sendJson, sendTrouble } from '../http/respond';

export interface HealthDeps {
  /** throws while a person could not be answered properly */
  readonly ready: () => Promise<void>;
  /** true while only a start of this process afresh may help: its database has ended and does not come back */
  readonly down?: () => boolean;
  readonly version: string;
  /** how the deep stage of reading is; while it is not ready the fast stage decides alone */
  readonly deepStage: () => string;
  readonly openSockets: () => number;
  /** who may read /metrics from elsewhere; without it only this machine may */
  readonly metricsToken?: string | undefined;
}

/** What is counted: numbers and labels of ours only. */
export function createMetrics() {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  return {
    registry,
    turns: new Counter({
      name: 'win_turns_total',
      help: 'Turns by outcome',
      labelNames: ['outcome'],
      registers: [registry],
    }),
    seconds: new Histogram({
      name: 'win_turn_seconds',
      help: 'Time from a message to its replies',
      buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5],
      registers: [registry],
    }),
    cloud: new Counter({
      name: 'win_understanding_cloud_total',
      help: 'Messages shown to the cloud recogniser, by outcome',
      labelNames: ['outcome'],
      registers: [registry],
    }),
    disagreements: new Counter({
      name: 'win_understanding_disagreements_total',
      help: 'What our reading or the cloud heard alone, by label',
      labelNames: ['task', 'ours', 'theirs'],
      registers: [registry],
    }),
    acknowledged: new Histogram({
      name: 'win_danger_acknowledged_seconds',
      help: 'Time from danger to one of the team who has seen it',
      buckets: [30, 60, 120, 240, 360, 600, 900, 1_800, 3_600, 14_400, 57_600, 86_400],
      labelNames: ['level'],
      registers: [registry],
    }),
    deep: new Counter({
      name: 'win_understanding_deep_total',
      help: 'Messages shown to the deep stage, by outcome',
      labelNames: ['outcome'],
      registers: [registry],
    }),
    deepSeconds: new Histogram({
      name: 'win_understanding_deep_seconds',
      help: 'Time the deep stage took to answer, waiting included',
      buckets: [0.01, 0.025, 0.05, 0.1, 0.25],
      registers: [registry],
    }),
    /** 1 while the deep stage answers, 0 while the fast stage decides alone; absent where it is off or has no weights */
    watchDeep: (isReady: () => boolean) => {
      new Gauge({
        name: 'win_understanding_deep_ready',
        help: 'Whether the deep stage answers',
        registers: [registry],
        collect() {
          this.set(isReady() ? 1 : 0);
        },
      });
    },
    sockets: new Gauge({ name: 'win_open_sockets', help: 'Open web chat sockets', registers: [registry] }),
  };
}

export type Metrics = ReturnType<typeof createMetrics>;

const digest = (text: string) => createHash('sha256').update(text).digest();

/** Somebody on this machine, or a scraper that knows the token. How busy the door is tells a stranger too much. */
function mayRead(req: Request, token: string | undefined): boolean {
  const given = readBearer(req);
  if (token !== undefined && given !== null) return timingSafeEqual(digest(given), digest(token));
  return isFromHere(req);
}

/** Mounts /health/live, /health/ready, /health/version and /metrics. */
export function mountHealth(server: Server, deps: HealthDeps, metrics: Metrics): void {
  server.get('/health/live', async (_req: Request, res: Response) => {
    // people are answered with the crisis text all the same; this is for whoever can start us again (B11)
    if (deps.down?.() === true)
      sendJson(res, 503, { live: false, why: 'The database ended and does not come back. Look at the log.' });
    else sendJson(res, 200, { live: true });
  });
  server.get('/health/ready', async (_req: Request, res: Response) => {
    try {
      await deps.ready();
      sendJson(res, 200, { ready: true });
    } catch {
      res.header('Retry-After', '1');
      sendJson(res, 503, {
        ready: false,
        why: 'The database is not answering yet. People get the crisis text and our number meanwhile.',
      });
    }
  });
  server.get('/health/version', async (_req: Request, res: Response) => {
    sendJson(res, 200, { version: deps.version, node: process.version, deepStage: deps.deepStage() });
  });
  server.get('/metrics', async (req: Request, res: Response) => {
    if (!mayRead(req, deps.metricsToken)) {
      sendTrouble(req, res, 403);
      return;
    }
    metrics.sockets.set(deps.openSockets());
    respond(res, 200, await metrics.registry.metrics(), { 'Content-Type': metrics.registry.contentType });
  });
}
