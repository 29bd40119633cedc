/** A person on the web page and an advisor at the console, as programs: for the bench and the load of live threads. */
import { setTimeout as pause } from 'node:timers/promises';
import { WebSocket } from 'ws';
import { z } from 'zod';

const session = z.object({ token: z.string(), conversationId: z.string() });
const begun = z.object({ streamUrl: z.string() });

/** Waits until a look at what has come says yes; throws where it does not within `patience`, ms. */
export async function until(isSo: () => boolean, what: string, patience = 10_000): Promise<void> {
  const started = performance.now();
  while (!isSo()) {
    if (performance.now() - started > patience) throw new Error(`${what} did not come`);
    await pause(1);
  }
}

export interface Person {
  say(words: string): Promise<void>;
  heard(words: string): boolean;
  /** how often these words came */
  times(words: string): number;
  leave(): void;
}

/** Somebody on the web page who asks for a person. */
export async function aPersonAt(url: string): Promise<Person> {
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
  return {
    say,
    heard: (words) => all.includes(words),
    times: (words) => all.split(words).length - 1,
    leave: () => socket.close(),
  };
}

/** The cookie of an advisor, by the one-time link of a development machine. */
export async function cookieOfAdvisor(url: string): Promise<string> {
  const start = await (await fetch(`${url}/start`)).text();
  const link = /href="[^"]*(\/dev\/sign-in\/[\w-]+)"/.exec(start)?.[1] ?? '';
  const answer = await fetch(`${url}${link}`, { redirect: 'manual' });
  return answer.headers.get('set-cookie')?.split(';')[0] ?? '';
}

/** An advisor with a console open. */
export async function anAdvisorAt(url: string, cookie: string) {
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

export type Advisor = Awaited<ReturnType<typeof anAdvisorAt>>;
