/** What growing costs: memory after many conversations, a turn among many stored ones, a turn late in a long one. */
import { rm } from 'node:fs/promises';
import { fill } from './fill';
import { type App, type HeldEngine, holdEngine, residentBytes, startApp } from './processes';
import { note, progress } from './progress';
import { median, round } from './statistics';
import { answerTo, connections, type Line, openLine, type Said } from './talk';

export interface Growth {
  readonly memory: {
    /** conversations had, and what the app then held, MB; null where the system does not tell */
    readonly residentMB: Readonly<Record<string, number | null>>;
  };
  /** time of a turn with few and with many conversations stored, ms */
  readonly stored: Compared;
  /** time of a turn early and late in a conversation, ms */
  readonly length: Compared;
}

interface Compared {
  readonly few: { readonly count: number; readonly p50: number };
  readonly many: { readonly count: number; readonly p50: number };
  /** many over few; 1 is no cost at all */
  readonly ratio: number;
}

const answersBefore = 4;
/** always answered, changes no answer, so that message 10 and message 500 are the same work */
const everyday = 'who are you';

async function begin(line: Line): Promise<Said> {
  let said = await line.say('hi');
  for (let n = 0; n < answersBefore; n += 1) said = await line.say(answerTo(said.heard, n));
  return said;
}

/** Runs `work` for 0 to count-1, `together` at a time. */
async function forEach(count: number, together: number, work: (index: number) => Promise<void>): Promise<void> {
  let next = 0;
  const worker = async () => {
    for (let index = next++; index < count; index = next++) await work(index);
  };
  await Promise.all(Array.from({ length: together }, worker));
}

/** The address of one database on an engine. */
function databaseOn(engine: HeldEngine, name: string): string {
  const [, address = '', options = ''] = /^(mongodb:\/\/[^/?]+)[^?]*(\?.*)?$/.exec(engine.uri) ?? [];
  return `${address}/${name}${options}`;
}

async function withApp<T>(uri: string, work: (app: App) => Promise<T>): Promise<T> {
  const app = await startApp({ mongodbUri: uri });
  try {
    return await work(app);
  } finally {
    await app.stop();
    await rm(app.dataDir, { recursive: true, force: true });
  }
}

function compare(few: readonly number[], many: readonly number[], counts: readonly [number, number]): Compared {
  return {
    few: { count: counts[0], p50: round(median(few)) },
    many: { count: counts[1], p50: round(median(many)) },
    ratio: round(median(many) / median(few)),
  };
}

async function measureMemory(engine: HeldEngine, marks: readonly number[]): Promise<Growth['memory']> {
  return withApp(databaseOn(engine, 'memory'), async (app) => {
    const agent = connections();
    const residentMB: Record<string, number | null> = {};
    const all = Math.max(...marks);
    let had = 0;
    for (const mark of marks) {
      const from = had;
      await forEach(mark - from, 32, async (index) => {
        await begin(openLine(app.url, agent, `memory-${from + index}`));
        had += 1;
        progress('memory: conversations', had, all);
      });
      const bytes = await residentBytes(app.pid);
      residentMB[mark] = bytes === null ? null : round(bytes / 1024 / 1024, 0);
    }
    agent.destroy();
    return { residentMB };
  });
}

/** Two apps just started, so that each conversation is read from its database; asked in turn, so that noise hits both. */
async function measureStored(engine: HeldEngine, few: number, many: number, samples: number): Promise<Compared> {
  const uris = [databaseOn(engine, 'few'), databaseOn(engine, 'many')] as const;
  for (const uri of uris) {
    await withApp(uri, async (app) => {
      const agent = connections();
      let had = 0;
      await forEach(few, 32, async (index) => {
        await begin(openLine(app.url, agent, `stored-${index}`));
        had += 1;
        progress('stored: real conversations', had, few);
      });
      agent.destroy();
    });
  }
  await fill(uris[1], many - few, (done) => progress('stored: copies', done, many - few));
  return withApp(uris[0], (fewApp) =>
    withApp(uris[1], async (manyApp) => {
      const agents = [connections(), connections()] as const;
      const times: [number[], number[]] = [[], []];
      for (let index = 0; index < samples; index += 1) {
        const sides = index % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const);
        for (const side of sides) {
          const app = side === 0 ? fewApp : manyApp;
          const old = openLine(app.url, agents[side], `stored-${index}`, answersBefore + 1);
          const spent = [await old.say(everyday), await old.say(everyday)];
          const fresh = openLine(app.url, agents[side], `fresh-${index}`);
          spent.push(await fresh.say('hi'), await fresh.say(everyday));
          // the first tenth warms both up
          if (index >= samples / 10) times[side].push(...spent.map((said) => said.ms));
        }
        progress('stored: turns', index + 1, samples);
      }
      for (const agent of agents) agent.destroy();
      return compare(times[0], times[1], [few, many]);
    }),
  );
}

/** Grows some conversations long, then takes turns in them and in young ones alternately. */
async function measureLength(engine: HeldEngine, early: number, late: number, pairs: number): Promise<Compared> {
  return withApp(databaseOn(engine, 'length'), async (app) => {
    const agent = connections();
    const open = (name: string) =>
      Array.from({ length: pairs }, (_, index) => openLine(app.url, agent, `${name}-${index}`));
    const [young, old] = [open('young'), open('old')];
    const grow = async (line: Line, turns: number) => {
      await line.say('hi');
      for (let n = 1; n < turns; n += 1) await line.say(everyday);
    };
    let grown = 0;
    await forEach(pairs, 8, async (index) => {
      const [youngLine, oldLine] = [young[index], old[index]];
      if (youngLine === undefined || oldLine === undefined) return;
      await grow(youngLine, early - 1);
      await grow(oldLine, late - 1);
      grown += 1;
      progress('length: conversations grown', grown, pairs);
    });
    const times: [number[], number[]] = [[], []];
    // four turns in each: messages 10 to 13 beside messages 500 to 503
    for (let turn = 0; turn < 4; turn += 1) {
      for (let index = 0; index < pairs; index += 1) {
        const [youngLine, oldLine] = [young[index], old[index]];
        if (youngLine === undefined || oldLine === undefined) continue;
        const order = (index + turn) % 2 === 0;
        if (order) times[0].push((await youngLine.say(everyday)).ms);
        times[1].push((await oldLine.say(everyday)).ms);
        if (!order) times[0].push((await youngLine.say(everyday)).ms);
      }
    }
    agent.destroy();
    return compare(times[0], times[1], [early, late]);
  });
}

export async function measureGrowth(short: boolean): Promise<Growth> {
  const engine = await holdEngine();
  try {
    note('Memory as conversations come');
    const memory = await measureMemory(engine, short ? [50, 200] : [1_000, 5_000, 10_000, 20_000]);
    note('A turn among few and many stored conversations');
    const stored = await measureStored(engine, short ? 50 : 1_000, short ? 1_000 : 200_000, short ? 40 : 600);
    note('A turn early and late in a conversation');
    const length = await measureLength(engine, 10, short ? 40 : 500, short ? 10 : 60);
    return { memory, stored, length };
  } finally {
    await engine.stop();
  }
}
