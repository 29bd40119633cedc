/** Kills the app and its database at random moments while people talk to it, and says what came of it. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type App, freePort, type HeldEngine, holdEngine, root, startApp } from '../../bench/processes';
import { whoHas } from '../../services/store/engine/socketFolder';
import { type EffectsFound, effectsKept } from './effectsKept';
import { chance, newAgent } from './http';
import { haveConversation, type Talk } from './person';
import { addUp, judge, nothingWrong, type Verdict } from './verdict';

/** What is broken on purpose, to show that it is seen: effects are never done, or turns are acknowledged before they are kept. */
export type Planted = 'effects' | 'journal';

export interface Faults extends Verdict, EffectsFound {
  readonly kills: number;
  /** of those, how often the database was killed as well */
  readonly databaseKills: number;
  readonly conversations: number;
  readonly answersAcknowledged: number;
  /** ms */
  readonly longestWait: number;
  /** from kill to answering again, ms: the middle one and the worst */
  readonly backAfter: { readonly p50: number; readonly worst: number };
  /** from telling it to end until it was gone, ms: the middle one and the worst */
  readonly goneAfter: { readonly p50: number; readonly worst: number };
}

export interface Faulting {
  readonly kills: number;
  readonly people: number;
  /** answers in a conversation */
  readonly answers: number;
  /** `own`: the app's own database. `apart`: one that another process looks after */
  readonly engine: 'own' | 'apart';
  /** makes the moments of the kills and the pauses of the people */
  readonly seed: number;
  readonly planted?: Planted;
  /** how it ends: killed, or told to end in good order as an operator does, its database with it. SIGKILL when absent */
  readonly signal?: 'SIGKILL' | 'SIGTERM';
  readonly told?: (kills: number) => void;
}

const patienceMs = 60_000;
/** Effects are tried again by a sweep; none may take longer, ms. */
const effectsWithinMs = 30_000;
/** Whoever looks after the database starts it again five times in a minute at most, ms. */
const databaseRests = 13_000;

/** Ends the database that runs on this folder now, as a failing machine would. */
function killDatabase(folder: string): boolean {
  const holder = whoHas(folder);
  if (holder === null) return false;
  try {
    process.kill(holder.engine, 'SIGKILL');
    return true;
  } catch {
    return false;
  }
}

const addressIn = (folder: string) =>
  `mongodb://${encodeURIComponent(join(whoHas(folder)?.socketDir ?? '', 'mongodb.sock'))}/win?directConnection=true`;

export async function measureFaults(settings: Faulting): Promise<Faults> {
  const { planted, signal = 'SIGKILL' } = settings;
  const random = chance(settings.seed);
  const dataDir = await mkdtemp(join(tmpdir(), 'win-faults-'));
  const engine: HeldEngine | null = settings.engine === 'apart' ? await holdEngine() : null;
  const folder = engine?.folder ?? join(dataDir, 'mongo');
  const port = await freePort();
  const plants = { effects: 'plantNoEffects.js', journal: 'plantEarlyAnswers.js' } as const;
  const broken = planted && `--require ${join(root, 'dist/test/load', plants[planted])}`;
  // the people all come from one connection here, as no crowd does
  const start = (): Promise<App> =>
    startApp({
      dataDir,
      port,
      ...(engine === null ? {} : { mongodbUri: engine.uri }),
      ...(broken === undefined ? {} : { env: { NODE_OPTIONS: broken } }),
    });
  const agent = newAgent();
  let app = await start();
  let verdict = nothingWrong;
  const talks: Talk[] = [];
  let answersAcknowledged = 0;
  let longestWait = 0;
  let over = false;
  let acknowledged: () => void = () => undefined;
  const nextAcknowledged = () =>
    new Promise<void>((resolve) => {
      acknowledged = resolve;
    });

  const live = async (person: number) => {
    for (let turn = 0; !over || turn === 0; turn += 1) {
      const talk = await haveConversation({
        base: app.url,
        agent,
        name: `p${person}-${turn}`,
        answers: settings.answers,
        // what a planted fault took away does not come back
        patienceMs: planted === 'journal' ? 3_000 : patienceMs,
        pauseMs: () => (planted === undefined ? 20 + random() * 180 : 0),
        onAcknowledged: () => {
          answersAcknowledged += 1;
          acknowledged();
        },
      });
      talks.push(talk);
      longestWait = Math.max(longestWait, talk.longestWait);
      verdict = addUp(verdict, judge(talk));
    }
  };

  const back: number[] = [];
  const gone: number[] = [];
  let databaseKills = 0;
  let rested = 0;
  try {
    const people = Promise.all(Array.from({ length: settings.people }, (_, person) => live(person)));
    for (let kills = 0; kills < settings.kills; kills += 1) {
      await wait(150 + random() * 1_350);
      // every other time at the worst moment: something has just been acknowledged
      if (planted === 'journal' || random() < 0.5) await Promise.race([nextAcknowledged(), wait(5_000)]);
      const killed = performance.now();
      // now and then only the app: its database then ends in good order
      const both = engine === null ? kills === 0 || random() < 0.7 : killed > rested || planted === 'journal';
      if (signal === 'SIGKILL' && both && killDatabase(folder)) {
        databaseKills += 1;
        rested = killed + databaseRests;
      }
      await app.stop(signal);
      gone.push(performance.now() - killed);
      app = await start();
      back.push(performance.now() - killed);
      settings.told?.(kills + 1);
    }
    over = true;
    await people;
    // a planted fault is not waited for
    const within = planted === undefined ? effectsWithinMs : 1_000;
    const effects = await effectsKept(engine?.uri ?? addressIn(folder), dataDir, talks, within);
    return {
      kills: settings.kills,
      databaseKills,
      conversations: talks.length,
      answersAcknowledged,
      ...verdict,
      ...effects,
      longestWait: Math.round(longestWait),
      backAfter: spread(back),
      goneAfter: spread(gone),
    };
  } finally {
    over = true;
    await app.stop();
    await engine?.stop();
    agent.destroy();
    await rm(dataDir, { recursive: true, force: true });
  }
}

const spread = (times: readonly number[]) => ({
  p50: Math.round([...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0),
  worst: Math.round(Math.max(0, ...times)),
});

/** An app told to end may take so long, ms; `startApp` kills one that takes longer. */
export const endsWithin = 15_000;

/** Everything that must be nothing. */
export const wrongOf = (one: Faults): number =>
  one.lost + one.doubled + one.askedTwice + one.untrue + one.stuck + one.effectsLost + one.effectsDoubled;

/** A short run with a fault planted: how much of just what it breaks was found wrong. */
export async function plantedFaults(planted: Planted, seed: number): Promise<number> {
  const run = planted === 'journal' ? { kills: 1, people: 3, answers: 4 } : { kills: 0, people: 1, answers: 2 };
  const found = await measureFaults({ ...run, engine: 'apart', seed, planted });
  return planted === 'journal' ? found.lost : found.effectsLost;
}
