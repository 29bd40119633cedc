/** Kills the app at random moments while people talk to it, starts it again each time, and says what came of it. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type App, freePort, type HeldEngine, holdEngine, startApp } from '../../bench/processes';
import { chance, newAgent } from './http';
import { haveConversation } from './person';
import { addUp, judge, nothingWrong, type Verdict } from './verdict';

export interface Faults extends Verdict {
  readonly kills: number;
  readonly conversations: number;
  readonly answersAcknowledged: number;
  /** ms */
  readonly longestWait: number;
  /** from kill to answering again, ms: the middle one and the worst */
  readonly backAfter: { readonly p50: number; readonly worst: number };
}

export interface Faulting {
  readonly kills: number;
  readonly people: number;
  /** answers in a conversation */
  readonly answers: number;
  /** `own`: the app's own database dies and comes back with it. `apart`: the database lives on */
  readonly engine: 'own' | 'apart';
  /** makes the moments of the kills and the pauses of the people */
  readonly seed: number;
  readonly told?: (kills: number) => void;
}

const patienceMs = 60_000;

export async function measureFaults(settings: Faulting): Promise<Faults> {
  const random = chance(settings.seed);
  const dataDir = await mkdtemp(join(tmpdir(), 'win-faults-'));
  const engine: HeldEngine | null = settings.engine === 'apart' ? await holdEngine() : null;
  const port = await freePort();
  // the people all come from one connection here, as no crowd does
  const start = (): Promise<App> => startApp({ dataDir, port, ...(engine === null ? {} : { mongodbUri: engine.uri }) });
  const agent = newAgent();
  let app = await start();
  let verdict = nothingWrong;
  let conversations = 0;
  let answersAcknowledged = 0;
  let longestWait = 0;
  let over = false;

  const live = async (person: number) => {
    for (let turn = 0; !over || turn === 0; turn += 1) {
      const talk = await haveConversation({
        base: app.url,
        agent,
        name: `p${person}-${turn}`,
        answers: settings.answers,
        patienceMs,
        pauseMs: () => 20 + random() * 180,
        onAcknowledged: () => {
          answersAcknowledged += 1;
        },
      });
      conversations += 1;
      longestWait = Math.max(longestWait, talk.longestWait);
      verdict = addUp(verdict, judge(talk));
    }
  };

  const back: number[] = [];
  try {
    const people = Promise.all(Array.from({ length: settings.people }, (_, person) => live(person)));
    for (let kills = 0; kills < settings.kills; kills += 1) {
      await wait(150 + random() * 1_350);
      const killed = performance.now();
      await app.stop('SIGKILL');
      app = await start();
      back.push(performance.now() - killed);
      settings.told?.(kills + 1);
    }
    over = true;
    await people;
    return {
      kills: settings.kills,
      conversations,
      answersAcknowledged,
      ...verdict,
      longestWait: Math.round(longestWait),
      backAfter: {
        p50: Math.round([...back].sort((a, b) => a - b)[Math.floor(back.length / 2)] ?? 0),
        worst: Math.round(Math.max(0, ...back)),
      },
    };
  } finally {
    over = true;
    await app.stop();
    await engine?.stop();
    agent.destroy();
    await rm(dataDir, { recursive: true, force: true });
  }
}
