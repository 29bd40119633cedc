/** How long each page of the console takes among 20,000 people and 200,000 messages, and how long it takes to find one of them. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { holdEngine, startApp } from './processes';
import { note, progress } from './progress';
import { percentile, round } from './statistics';
import { fillTown, nameOf, numberOf, personOf } from './town';

export interface PageTimes {
  /** ms from asking to the last byte */
  readonly p50: number;
  readonly p95: number;
  readonly most: number;
}
export interface ConsoleTimes {
  readonly people: number;
  readonly messages: number;
  readonly pages: Readonly<Record<string, PageTimes>>;
}

/** A browser signed in by the one-time link of a development machine, as whoever has this role. */
async function aDeskAt(url: string, role: string) {
  const start = await (await fetch(`${url}/start`)).text();
  const link = new RegExp(`href="[^"]*(/dev/sign-in/[\\w-]+)"[^>]*>[^<]*, ${role}<`).exec(start)?.[1] ?? '';
  const cookie = (await fetch(`${url}${link}`, { redirect: 'manual' })).headers.get('set-cookie')?.split(';')[0] ?? '';
  const headers = { cookie };
  const look = async (path: string) => {
    const answer = await fetch(`${url}${path}`, { headers, redirect: 'manual' });
    const text = await answer.text();
    if (answer.status !== 200) throw new Error(`${path.split('/').slice(0, 3).join('/')} answered ${answer.status}`);
    return text;
  };
  const csrf = /name="csrf" value="([^"]+)"/.exec(await look('/advisor'))?.[1] ?? '';
  const lookUp = async (who: string) => {
    const answer = await fetch(`${url}/advisor/people`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ who, csrf }),
      redirect: 'manual',
    });
    const text = await answer.text();
    if (!text.includes('/advisor/people/')) throw new Error('Nobody of the town was found');
  };
  return { look, lookUp };
}

async function timed(what: string, times: number, ask: (n: number) => Promise<unknown>): Promise<PageTimes> {
  const all: number[] = [];
  await ask(0);
  for (let n = 1; n <= times; n += 1) {
    const from = performance.now();
    await ask(n);
    all.push(performance.now() - from);
    progress(what, n, times);
  }
  const one = (share: number) => round(percentile(all, share), 1);
  return { p50: one(0.5), p95: one(0.95), most: round(Math.max(...all), 1) };
}

export async function measureConsole(short: boolean): Promise<ConsoleTimes> {
  const [count, times] = short ? [200, 3] : [20_000, 40];
  const engine = await holdEngine();
  const dataDir = await mkdtemp(join(tmpdir(), 'win-console-'));
  const app = await startApp({ mongodbUri: engine.uri, dataDir });
  try {
    const { messages } = await fillTown(engine.uri, dataDir, count);
    note(`${count} people and ${messages} messages are there`);
    const url = app.url.replace('127.0.0.1', 'localhost');
    const [advisor, manager] = [await aDeskAt(url, 'Advisor'), await aDeskAt(url, 'Manager')];
    const somebody = (n: number) => (n * 7919) % count;
    const thread = (n: number) => encodeURIComponent(`c_town-${(n * 100) % count}:town:0:team`);
    const asks: Readonly<Record<string, (n: number) => Promise<unknown>>> = {
      queue: () => advisor.look('/advisor'),
      thread: (n) => advisor.look(`/advisor/threads/${thread(n)}`),
      today: () => advisor.look('/advisor/today'),
      rota: () => advisor.look('/advisor/rota'),
      overview: () => manager.look('/advisor/overview'),
      person: (n) => advisor.look(`/advisor/people/${encodeURIComponent(personOf(somebody(n)))}`),
      'search by number': (n) => advisor.lookUp(numberOf(somebody(n))),
      'search by first name': (n) => advisor.lookUp(nameOf(somebody(n)).split(' ')[0] ?? ''),
      'search by whole name': (n) => advisor.lookUp(nameOf(somebody(n))),
    };
    const pages: Record<string, PageTimes> = {};
    for (const [name, ask] of Object.entries(asks)) pages[name] = await timed(name, times, ask);
    return { people: count, messages, pages };
  } finally {
    await app.stop();
    await engine.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}
