/** How long a message takes between a person on the web page and an advisor at the console: on one process, and from one to another. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { anAdvisorAt, aPersonAt, cookieOfAdvisor, until } from './liveTalk';
import { type App, holdEngine, startApp } from './processes';
import { progress } from './progress';
import { percentile, round } from './statistics';

export interface Crossing {
  /** ms from sending to where the other reads it */
  readonly p50: number;
  readonly p99: number;
  readonly most: number;
  readonly messages: number;
}
export interface Crossings {
  readonly toAdvisor: Crossing;
  readonly toPerson: Crossing;
}
export interface HandoffTimes {
  readonly oneProcess: Crossings;
  readonly twoProcesses: Crossings;
}

/** as long as a real talk: a page with hundreds of lines is read by nobody */
const messagesEach = 50;

const crossing = (times: readonly number[]): Crossing => ({
  p50: round(percentile(times, 0.5), 1),
  p99: round(percentile(times, 0.99), 1),
  most: round(Math.max(...times), 1),
  messages: times.length,
});

/** Talks, one after the other: the person at the first address, the advisor at the second. */
async function talks(what: string, personAt: string, advisorAt: string, conversations: number): Promise<Crossings> {
  const [toAdvisor, toPerson]: [number[], number[]] = [[], []];
  for (let talk = 0; talk < conversations; talk += 1) {
    // signed in anew each time: nobody writes a thousand messages in a minute, and nobody may
    const advisor = await anAdvisorAt(advisorAt, await cookieOfAdvisor(advisorAt));
    const person = await aPersonAt(personAt);
    const thread = await advisor.takeNext();
    const page = await advisor.open(thread);
    await person.say('hello there');
    await until(() => page.shows('hello there'), 'The first message');
    for (let n = 0; n < messagesEach; n += 1) {
      const [theirs, ours] = [`about my house ${talk} ${n}.`, `I can help with that ${talk} ${n}.`];
      let from = performance.now();
      await person.say(theirs);
      await until(() => page.shows(theirs), theirs);
      toAdvisor.push(performance.now() - from);
      from = performance.now();
      const answer = await advisor.send(`${thread}/say`, { words: ours, nonce: `bench-${talk}-${n}-${process.pid}` });
      if (answer.status !== 200) throw new Error(`The words of the advisor were not taken: ${answer.status}`);
      await until(() => person.heard(ours), ours);
      toPerson.push(performance.now() - from);
      await answer.arrayBuffer();
      progress(what, talk * messagesEach + n + 1, conversations * messagesEach);
    }
    await page.close();
    person.leave();
    await (await advisor.send(`${thread}/wrap-up`, { outcome: 'helped', closeNote: '' })).arrayBuffer();
  }
  return { toAdvisor: crossing(toAdvisor), toPerson: crossing(toPerson) };
}

export async function measureHandoff(short: boolean): Promise<HandoffTimes> {
  const conversations = short ? 1 : 20;
  const engine = await holdEngine();
  const dataDir = await mkdtemp(join(tmpdir(), 'win-handoff-'));
  const apps: App[] = [];
  try {
    // one after the other: the first makes the keys both use
    for (let n = 0; n < 2; n += 1) apps.push(await startApp({ mongodbUri: engine.uri, dataDir }));
    const [one = '', two = ''] = apps.map(({ url }) => url.replace('127.0.0.1', 'localhost'));
    await talks('warm-up', one, one, 1);
    return {
      oneProcess: await talks('handoff, one process', one, one, conversations),
      twoProcesses: await talks('handoff, two processes', one, two, conversations),
    };
  } finally {
    for (const app of apps) await app.stop();
    await engine.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}
