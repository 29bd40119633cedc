/** How long a message takes between a person on the web page and an advisor at the console: on one process, and from one to another. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { WebSocket } from 'ws';
import { z } from 'zod';
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
const patience = 10_000;

const session = z.object({ token: z.string(), conversationId: z.string() });
const begun = z.object({ streamUrl: z.string() });

/** Waits until a look at what has come says yes. */
async function until(isSo: () => boolean, what: string): Promise<void> {
  const started = performance.now();
  while (!isSo()) {
    if (performance.now() - started > patience) throw new Error(`${what} did not come`);
    await pause(1);
  }
}

interface Person {
  say(words: string): Promise<void>;
  heard(words: string): boolean;
  leave(): void;
}

/** Somebody on the web page who asks for a person. */
async function aPersonAt(url: string): Promise<Person> {
  const post = async (path: string, token: string, body: unknown): Promise<unknown> => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
    const answer = await fetch(`${url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
    return answer.json();
  };
  const { token, conversationId } = session.parse(await post('/chat/token', '', {}));
  const { streamUrl } = begun.parse(await post('/v3/directline/conversations', token, {}));
  const socket = new WebSocket(streamUrl);
  let all = '';
  socket.on('message', (data) => {
    all += String(data);
  });
  await new Promise((open, fail) => socket.once('open', open).once('error', fail));
  const say = async (words: string) => {
    await post(`/v3/directline/conversations/${conversationId}/activities`, token, { type: 'message', text: words });
  };
  for (const words of ['yes', 'yes', 'can i talk to a person']) await say(words);
  return { say, heard: (words) => all.includes(words), leave: () => socket.close() };
}

/** An advisor with a console open, signed in by the one-time link of a development machine. */
async function anAdvisorAt(url: string) {
  const start = await (await fetch(`${url}/start`)).text();
  const link = /href="[^"]*(\/dev\/sign-in\/[\w-]+)"/.exec(start)?.[1] ?? '';
  const cookie = (await fetch(`${url}${link}`, { redirect: 'manual' })).headers.get('set-cookie')?.split(';')[0] ?? '';
  const headers = { cookie, 'x-win-live': '1' };
  const look = async (path: string) => (await fetch(`${url}${path}`, { headers, redirect: 'manual' })).text();
  const csrf = /name="csrf" value="([^"]+)"/.exec(await look('/advisor'))?.[1] ?? '';
  const send = (path: string, form: Readonly<Record<string, string>>) =>
    fetch(`${url}${path}`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ ...form, csrf }),
      redirect: 'manual',
    });

  /** The next who waits; they may have asked at another process. */
  async function takeNext(): Promise<string> {
    for (let tries = 0; tries < 200; tries += 1) {
      const answer = await send('/advisor/next', {});
      await answer.arrayBuffer();
      const to = answer.headers.get('location') ?? '';
      if (to.startsWith('/advisor/threads/')) return to.split('?')[0] ?? '';
      await pause(50);
    }
    throw new Error('Nobody waits');
  }

  return {
    look,
    takeNext,
    send,
    /** what the open page has of a thread, read again at each piece of news as the console does */
    async open(path: string) {
      const stop = new AbortController();
      const events = `${url}/advisor/events?thread=${path.split('/').at(-1) ?? ''}`;
      const news = await fetch(events, { headers, signal: stop.signal });
      let page = '';
      let reading = Promise.resolve();
      const listen = async () => {
        for await (const piece of news.body ?? [])
          if (new TextDecoder().decode(piece).includes('changed'))
            reading = reading.then(async () => {
              page = await look(path);
            });
      };
      const listening = listen().catch(() => undefined);
      return {
        shows: (words: string) => page.includes(words),
        async close() {
          stop.abort();
          await listening;
          await reading;
        },
      };
    },
  };
}

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
    const advisor = await anAdvisorAt(advisorAt);
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
