/** Server-sent events over a real line: how many a browser may hold, and that nothing goes on for who has gone. */
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { createEvents, type Listening } from '../../../bot/http/events';

const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

async function aServer(listening: Partial<Listening> = {}, everyMs = 20) {
  const counts = { beats: 0, stopped: 0 };
  const events = createEvents({ beat: async () => true, failed: () => undefined, everyMs });
  const mine: Listening = {
    listen: async () => () => {
      counts.stopped += 1;
    },
    beat: async () => {
      counts.beats += 1;
    },
    ...listening,
  };
  const server = createServer((_req, res) => void events.open(res, 'one browser', mine));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', () => done()));
  stops.push(
    () => server.closeAllConnections(),
    () => server.close(),
  );
  const address: AddressInfo | string | null = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  return { counts, events, url };
}

const until = async (isSo: () => boolean) => {
  for (let tries = 0; tries < 200 && !isSo(); tries += 1) await pause(10);
  expect(isSo()).toBe(true);
};

it('the fifth page of one browser is heard, and the first is told that it asks by itself from now on', async () => {
  const { url } = await aServer();
  const open = await Promise.all([1, 2, 3, 4].map(() => fetch(url)));
  const fifth = await fetch(url);
  const ended = await Promise.race(open.map((one) => one.text()));
  expect(ended).toContain('event: enough');
  expect(fifth.status).toBe(200);
  await fifth.body?.cancel();
});

it('who has gone while it was looked up keeps nothing going: nobody is said to be here for a page that is closed', async () => {
  let begin: () => void = () => undefined;
  const slow = new Promise<void>((done) => {
    begin = done;
  });
  const counts = { stopped: 0 };
  const { counts: own, url } = await aServer({
    listen: async () => {
      await slow;
      return () => {
        counts.stopped += 1;
      };
    },
  });
  const leaving = new AbortController();
  const news = fetch(url, { signal: leaving.signal }).catch(() => null);
  await pause(50);
  leaving.abort();
  await news;
  await pause(50);
  begin();
  await until(() => counts.stopped === 1);
  const before = own.beats;
  await pause(100);
  expect(own.beats).toBe(before);
});

it('who reads nothing of it is let go, before what they leave unread fills the house', async () => {
  let tell: (event: string) => void = () => undefined;
  let stopped = 0;
  const { url } = await aServer({
    listen: async (how) => {
      tell = how;
      return () => {
        stopped += 1;
      };
    },
  });
  const reader = await fetch(url);
  const heard = reader.body?.getReader();
  const { hostname, port } = new URL(url);
  const sleeper = connect(Number(port), hostname, () => sleeper.write('GET / HTTP/1.1\r\nHost: a\r\n\r\n'));
  stops.push(() => sleeper.destroy());
  sleeper.pause();
  const first = tell;
  await until(() => tell !== first);
  // as much as the machine itself takes in for them, and then some
  for (let times = 0; times < 2_000; times += 1) tell('x'.repeat(10_000));
  await until(() => stopped === 1);
  // nobody else loses anything
  first('changed');
  const decoder = new TextDecoder();
  let text = '';
  for (let tries = 0; !text.includes('event: changed') && tries < 50; tries += 1)
    text += decoder.decode((await heard?.read())?.value ?? new Uint8Array());
  expect(text).toContain('event: changed');
  await heard?.cancel();
});

it('what is told has a number and what it is about, on lines that end as the protocol says', async () => {
  const { url, events } = await aServer({
    listen: async (tell) => {
      tell('thread', { words: 'two\nlines' });
      return () => undefined;
    },
  });
  const open = await fetch(url);
  expect(open.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
  setTimeout(events.close, 50);
  const [first, second] = (await open.text()).split('\n\n');
  expect(first).toBe('id: 1\nevent: thread\ndata: {"words":"two\\nlines"}');
  expect(second).toBe('id: 2\nevent: beat\ndata: {}');
});

it('when the server stops, what is open ends, and what opens late ends too', async () => {
  const { events, url, counts } = await aServer();
  const open = await fetch(url);
  await until(() => counts.beats > 0);
  events.close();
  expect(await open.text()).toContain('event: beat');
  expect(await (await fetch(url)).text()).toBe('');
  await until(() => counts.stopped === 2);
});
