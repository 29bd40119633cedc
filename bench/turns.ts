/** Turns a second and their times: our app beside a stock bot in memory and a stock bot on the same journaled engine. */
import type { Agent } from 'node:http';
import { join } from 'node:path';
import { freePort, type HeldEngine, holdEngine, type Program, root, startApp, startServer } from './processes';
import { note, progress } from './progress';
import { median, percentile, round } from './statistics';
import { answerTo, connections, lastWords, openLine } from './talk';

/** answers after the greeting; as many as the stock bot has questions */
const answersEach = 9;
const atOnce = [1, 32] as const;

export interface Speed {
  readonly turnsPerSecond: number;
  readonly p50: number;
  readonly p99: number;
}

export type Bot = 'ours' | 'stockMemory' | 'stockMongo';
export type BotSpeeds = Readonly<Record<`${(typeof atOnce)[number]}`, Speed>>;

export interface Turns extends Readonly<Record<Bot, BotSpeeds>> {
  readonly answersEach: number;
  readonly rounds: number;
  readonly conversationsARound: Readonly<Record<string, number>>;
  /** ours over the other, at 32 conversations; more than 1 is faster */
  readonly ratios: { readonly overStockMongo: number; readonly overStockMemory: number };
}

interface Running {
  readonly name: Bot;
  readonly program: Program;
  readonly agent: Agent;
}

let conversations = 0;
let answers = 0;
const nextAnswer = () => {
  answers += 1;
  return answers;
};

/** One conversation from hello to the ninth answer; the time of each turn, ms. */
async function converse(bot: Running): Promise<number[]> {
  conversations += 1;
  const line = openLine(bot.program.url, bot.agent, `bench-${process.pid}-${conversations}`);
  const times: number[] = [];
  let said = await line.say('hi');
  times.push(said.ms);
  for (let n = 0; n < answersEach; n += 1) {
    said = await line.say(answerTo(said.heard, nextAnswer()));
    times.push(said.ms);
  }
  return times;
}

/** Equal work means that every answer moves on: a bot that asks the same again is not being measured. */
async function seeItMovesOn(bot: Running): Promise<void> {
  const line = openLine(bot.program.url, bot.agent, `look-${process.pid}-${bot.name}`);
  let said = await line.say('hi');
  const asked = [lastWords(said.heard)];
  for (let n = 0; n < answersEach; n += 1) {
    said = await line.say(answerTo(said.heard, nextAnswer()));
    asked.push(lastWords(said.heard));
  }
  if (new Set(asked).size !== asked.length) {
    throw new Error(`${bot.name} asked the same thing twice:\n${asked.join('\n')}`);
  }
}

async function measure(bot: Running, together: number, count: number): Promise<Speed> {
  const times: number[] = [];
  // a server closes lines that were idle between rounds; each round begins with new ones
  bot.agent.destroy();
  let left = count;
  const started = performance.now();
  const talkOn = async () => {
    while (left > 0) {
      left -= 1;
      times.push(...(await converse(bot)));
    }
  };
  await Promise.all(Array.from({ length: together }, talkOn));
  const seconds = (performance.now() - started) / 1000;
  return { turnsPerSecond: times.length / seconds, p50: percentile(times, 0.5), p99: percentile(times, 0.99) };
}

async function startAll(engine: HeldEngine): Promise<Running[]> {
  const stock = join(root, 'bench', 'stock', 'index.js');
  const startStock = async (name: Bot, ...args: string[]): Promise<Running> => {
    const port = await freePort();
    const program = await startServer([stock, '--port', String(port), ...args], port);
    return { name, program, agent: connections() };
  };
  const ours: Running = { name: 'ours', program: await startApp({ mongodbUri: engine.uri }), agent: connections() };
  return [
    ours,
    await startStock('stockMemory'),
    await startStock('stockMongo', '--storage', 'mongo', '--uri', engine.uri),
  ];
}

const middle = (speeds: readonly Speed[]): Speed => ({
  turnsPerSecond: round(median(speeds.map((one) => one.turnsPerSecond)), 0),
  p50: round(median(speeds.map((one) => one.p50))),
  p99: round(median(speeds.map((one) => one.p99))),
});

/** All bots run at once, one is asked at a time, the order changes each round; the median of the rounds counts. */
export async function measureTurns(short: boolean): Promise<Turns> {
  const rounds = short ? 1 : 5;
  const perRound = { 1: short ? 10 : 60, 32: short ? 64 : 640 };
  const engine = await holdEngine();
  const bots: Running[] = [];
  try {
    bots.push(...(await startAll(engine)));
    for (const bot of bots) await seeItMovesOn(bot);
    note('Warming up');
    for (const bot of bots) await measure(bot, 32, short ? 32 : 960);
    const found = new Map<string, Speed[]>();
    let step = 0;
    for (let turn = 0; turn < rounds; turn += 1) {
      for (const together of atOnce) {
        for (let place = 0; place < bots.length; place += 1) {
          const bot = bots[(place + turn) % bots.length];
          if (bot === undefined) continue;
          const speed = await measure(bot, together, perRound[together]);
          const key = `${bot.name} ${together}`;
          found.set(key, [...(found.get(key) ?? []), speed]);
          step += 1;
          progress('turns', step, rounds * atOnce.length * bots.length);
        }
      }
    }
    const of = (name: Bot): BotSpeeds => ({
      1: middle(found.get(`${name} 1`) ?? []),
      32: middle(found.get(`${name} 32`) ?? []),
    });
    const [ours, stockMemory, stockMongo] = [of('ours'), of('stockMemory'), of('stockMongo')];
    const over = (other: BotSpeeds) => round(ours[32].turnsPerSecond / other[32].turnsPerSecond);
    return {
      ours,
      stockMemory,
      stockMongo,
      answersEach,
      rounds,
      conversationsARound: perRound,
      ratios: { overStockMongo: over(stockMongo), overStockMemory: over(stockMemory) },
    };
  } finally {
    for (const bot of bots) {
      bot.agent.destroy();
      await bot.program.stop();
    }
    await engine.stop();
  }
}
