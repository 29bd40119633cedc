/** Hundreds of threads at once, each with one of the team: every message is timed from who wrote it to who reads it. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Advisor, anAdvisorAt, aPersonAt, type Person, until } from '../../bench/liveTalk';
import { type App, holdEngine, residentBytes, root, startApp } from '../../bench/processes';
import { percentile, round } from '../../bench/statistics';
import { chance } from './http';
import { advisorCookies } from './liveStaff';

export interface LiveSettings {
  readonly threads: number;
  readonly advisors: number;
  readonly seconds: number;
  readonly seed: number;
  readonly planted?: 'drop' | 'late';
  readonly told?: (what: string) => void;
}

export interface Times {
  readonly p50: number;
  readonly p99: number;
  readonly most: number;
  readonly messages: number;
}

export interface LiveRun {
  readonly threads: number;
  readonly advisors: number;
  readonly seconds: number;
  /** from the advisor's sending to the person's page */
  readonly toPerson: Times;
  /** from the person's sending to the thread the advisor has open */
  readonly toAdvisor: Times;
  /** from the sending of somebody the advisor holds as well to where the open page says that they wait */
  readonly toOthers: Times;
  /** later than two seconds */
  readonly late: number;
  /** not there after ten seconds */
  readonly lost: number;
  readonly doubled: number;
  /** resident, MB: the middle of the second and of the last quarter */
  readonly memory: { readonly early: number; readonly end: number };
}

/** No message comes later, ms. */
const LATEST = 2_000;
const PATIENCE = 10_000;
/** Memory that grows by less is flat, MB: what the collector has not come to yet. */
const FLAT = 25;

/** What of it is wrong; 0 for nothing. Memory says something only of a run of minutes. */
export const wrongInLive = (run: LiveRun): number =>
  run.late + run.lost + run.doubled + (run.seconds >= 120 && run.memory.end - run.memory.early > FLAT ? 1 : 0);

interface Thread {
  readonly path: string;
  readonly person: Person;
  /** everything said to them, each once */
  readonly said: string[];
}
interface Desk {
  readonly advisor: Advisor;
  readonly threads: Thread[];
}

/** Runs `work` on all, `atOnce` at a time. */
async function each<T>(all: readonly T[], atOnce: number, work: (one: T, n: number) => Promise<void>): Promise<void> {
  let next = 0;
  const worker = async () => {
    for (let n = next++; n < all.length; n = next++) {
      const one = all[n];
      if (one !== undefined) await work(one, n);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

const timesOf = (all: readonly number[]): Times => ({
  p50: round(percentile(all, 0.5), 0),
  p99: round(percentile(all, 0.99), 0),
  most: round(Math.max(0, ...all), 0),
  messages: all.length,
});

/** Each advisor takes their share of who waits; which person is behind a thread is read off what they wrote. */
async function takeAll(desks: readonly Desk[], people: readonly Person[]): Promise<void> {
  const [first] = desks;
  const queue = (await first?.advisor.look('/advisor')) ?? '';
  const paths = [...new Set([...queue.matchAll(/href="(\/advisor\/threads\/[^"]+)"/g)].map(([, path = '']) => path))];
  if (paths.length < people.length) throw new Error(`Only ${paths.length} wait`);
  await each(paths, 8, async (path, n) => {
    const desk = desks[n % desks.length];
    if (desk === undefined) return;
    await (await desk.advisor.send(`${path}/claim`, {})).arrayBuffer();
    const number = /about house (\d+) please/.exec(await desk.advisor.look(path))?.[1];
    const person = people[Number(number)];
    if (person !== undefined) desk.threads.push({ path, person, said: [] });
  });
}

/** A working day at one desk, in seconds: to whoever, both ways, while others write as well. */
async function work(desk: Desk, at: number, over: () => boolean, random: () => number) {
  const [toPerson, toAdvisor, toOthers]: [number[], number[], number[]] = [[], [], []];
  const faults = { late: 0, lost: 0 };
  async function timed(into: number[], isThere: () => boolean, from: number): Promise<void> {
    try {
      await until(isThere, 'A message', PATIENCE);
      const took = performance.now() - from;
      into.push(took);
      if (took > LATEST) faults.late += 1;
    } catch {
      faults.lost += 1;
    }
  }
  const one = () => desk.threads[Math.floor(random() * desk.threads.length)];
  for (let n = 0; !over(); n += 1) {
    const [thread, other] = [one(), one()];
    if (thread === undefined || other === undefined) return { toPerson, toAdvisor, toOthers, ...faults };
    const page = await desk.advisor.open(thread.path);
    const [ours, theirs] = [`I can ring them for you ${at} ${n}.`, `that would help me ${at} ${n}.`];
    let from = performance.now();
    const answer = await desk.advisor.send(`${thread.path}/say`, { words: ours, nonce: `live-${at}-${n}-message` });
    await answer.arrayBuffer();
    if (answer.status !== 200) throw new Error(`The words of an advisor were not taken: ${answer.status}`);
    thread.said.push(ours);
    await timed(toPerson, () => thread.person.heard(ours), from);
    await pause(random() * 1_000);
    from = performance.now();
    await thread.person.say(theirs);
    await timed(toAdvisor, () => page.shows(theirs), from);
    if (other !== thread && n % 2 === 0) {
      from = performance.now();
      await other.person.say(`are you there ${at} ${n}`);
      const waits = `href="${other.path}"`;
      await timed(toOthers, () => page.shows(waits), from);
      // answered, so that they wait no longer
      const words = `Yes, I am here ${at} ${n}.`;
      await (await desk.advisor.send(`${other.path}/say`, { words, nonce: `live-${at}-${n}-also` })).arrayBuffer();
      other.said.push(words);
    }
    await page.close();
    await pause(500 + random() * 3_000);
  }
  return { toPerson, toAdvisor, toOthers, ...faults };
}

/** Takes the memory of the app every second until it is told to stop. */
function watchMemory(pid: number) {
  const seen: number[] = [];
  const timer = setInterval(() => {
    void residentBytes(pid).then((bytes) => {
      if (bytes !== null) seen.push(bytes / 1_000_000);
    });
  }, 1_000);
  const middle = (from: number, to: number) =>
    round(percentile(seen.slice(Math.floor(seen.length * from), Math.ceil(seen.length * to)), 0.5), 1);
  return () => {
    clearInterval(timer);
    return seen.length === 0 ? { early: 0, end: 0 } : { early: middle(0.25, 0.5), end: middle(0.75, 1) };
  };
}

export async function runLive(settings: LiveSettings): Promise<LiveRun> {
  const { threads, advisors, seconds, seed, planted, told = () => undefined } = settings;
  const engine = await holdEngine();
  const dataDir = await mkdtemp(join(tmpdir(), 'win-live-'));
  let app: App | null = null;
  try {
    const plant = join(root, 'dist', 'test', 'load', 'plantLateWords.js');
    const env = planted === undefined ? {} : { NODE_OPTIONS: `--require ${plant}`, LIVE_PLANT: planted };
    app = await startApp({ mongodbUri: engine.uri, dataDir, env });
    const url = app.url.replace('127.0.0.1', 'localhost');
    const cookies = await advisorCookies(engine.uri, dataDir, advisors);
    const desks: Desk[] = [];
    for (const cookie of cookies) desks.push({ advisor: await anAdvisorAt(url, cookie), threads: [] });
    const people: Person[] = [];
    await each([...Array(threads).keys()], 8, async (n) => {
      const person = await aPersonAt(url);
      await person.say(`it is about house ${n} please`);
      people[n] = person;
      if (n % 50 === 49) told(`${n + 1} people ask`);
    });
    await takeAll(desks, people);
    told('Each is with one of the team');
    const memory = watchMemory(app.pid);
    const ends = performance.now() + seconds * 1_000;
    const random = chance(seed);
    const progress = setInterval(() => told(`${Math.round((ends - performance.now()) / 1_000)} s to go`), 30_000);
    const worked = await Promise.all(desks.map((desk, at) => work(desk, at, () => performance.now() > ends, random)));
    clearInterval(progress);
    const all = desks.flatMap((desk) => desk.threads);
    const doubled = all.flatMap(({ person, said }) => said.filter((words) => person.times(words) > 1)).length;
    for (const person of people) person.leave();
    const sum = (what: 'late' | 'lost') => worked.reduce((so, one) => so + one[what], 0);
    return {
      threads: all.length,
      advisors,
      seconds,
      toPerson: timesOf(worked.flatMap((one) => one.toPerson)),
      toAdvisor: timesOf(worked.flatMap((one) => one.toAdvisor)),
      toOthers: timesOf(worked.flatMap((one) => one.toOthers)),
      late: sum('late'),
      lost: sum('lost'),
      doubled,
      memory: memory(),
    };
  } finally {
    await app?.stop();
    await engine.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}
