/** Leave now, and news for open pages, on two processes with one database: what one knows the other shows. */
import { startWebChat, type WebChatServer } from '../../e2e/support/webChatServer';
import { aPerson, aProcess, type Process, TUESDAY_AT_TEN } from './aProcess';

// a busy machine is slow, and slow is not wrong
jest.setTimeout(60_000);

const clock = { now: TUESDAY_AT_TEN };
let a: Process;
let b: Process;
beforeAll(async () => {
  const name = `test_leaving_${process.pid}`;
  [a, b] = [await aProcess(name, clock), await aProcess(name, clock)];
});
afterAll(async () => {
  await a.database.use((db) => db.dropDatabase());
  await a.close();
  await b.close();
});

const kindAt = async (where: Process, address: string) => (await where.service.transcript(address, 0, 100)).kind;

/** Far enough to have something to come back to. */
async function begin(person: ReturnType<typeof aPerson>): Promise<void> {
  await person.hello();
  await person.tap("Yes, that's OK");
}

async function phraseOf(person: ReturnType<typeof aPerson>): Promise<string> {
  const { turn } = await person.say('PAUSE');
  const part = turn.turn.replies.flatMap((reply) => reply.parts).find(({ id }) => id === 'W-PHRASE');
  return part?.params['phrase'] ?? '';
}

describe('Leave now on two processes', () => {
  it('H1: the other process shows nothing, though it had the talk in its memory', async () => {
    const maya = aPerson(a);
    await begin(maya);
    expect(await kindAt(b, maya.address)).toBe('found');
    await a.service.leave(maya.address);
    expect([await kindAt(a, maya.address), await kindAt(b, maya.address)]).toEqual(['none', 'none']);
  });

  it('H1: a device that joined by phrase shows nothing either, whoever left; one that joins later is welcome', async () => {
    for (const leaves of ['own', 'joined'] as const) {
      const maya = aPerson(a);
      await begin(maya);
      const phrase = await phraseOf(maya);
      const tablet = aPerson(b);
      await tablet.hello();
      clock.now += 60_000;
      await tablet.say(phrase);
      expect(await kindAt(a, tablet.address)).toBe('found');
      clock.now += 60_000;
      await (leaves === 'own' ? a : b).service.leave(leaves === 'own' ? maya.address : tablet.address);
      for (const process of [a, b]) {
        expect([await kindAt(process, maya.address), await kindAt(process, tablet.address)]).toEqual(['none', 'none']);
      }
      clock.now += 60_000;
      const library = aPerson(a);
      await library.hello();
      await library.say(phrase);
      expect([await kindAt(a, library.address), await kindAt(b, library.address)]).toEqual(['found', 'found']);
    }
  });
});

describe('news on two processes', () => {
  it('B13: an open page is told of news, also just after opening and beside 600 other talks', async () => {
    const people = await Promise.all(
      Array.from({ length: 600 }, async () => {
        const person = aPerson(a);
        await person.hello();
        await a.service.transcript(person.address, 0, 100, a.service.watch(person.address));
        return person;
      }),
    );
    const news: string[] = [];
    const stop = a.service.onNews((address) => news.push(address));
    const chosen = [people[0], people[299], people[599]].flatMap((person) => (person ? [person.address] : []));
    for (const address of chosen) await aPerson(b, 'web', address).say('ma rent', `b-${address}`);
    await a.service.lookForNews();
    stop();
    expect(news.sort()).toEqual(chosen.sort());
  });

  it('B13: a page that closed is not looked for any more', async () => {
    const maya = aPerson(a);
    await begin(maya);
    const page = a.service.watch(maya.address);
    await a.service.transcript(maya.address, 0, 100, page);
    page.stop();
    const news: string[] = [];
    const stop = a.service.onNews((address) => news.push(address));
    await aPerson(b, 'web', maya.address).say('ma rent', 'after-closing');
    await a.service.lookForNews();
    stop();
    expect(news).not.toContain(maya.address);
  });
});

describe('a browser that polls', () => {
  let servers: readonly WebChatServer[];
  beforeAll(async () => {
    servers = await Promise.all([a, b].map((one) => startWebChat(undefined, { conversations: one.service })));
  });
  afterAll(async () => {
    for (const server of servers) await server.stop();
  });

  it('B13: never gets the whole talk again, whichever process answers', async () => {
    const [first, second] = servers;
    if (first === undefined || second === undefined) throw new Error('two servers are needed');
    const post = async (url: string, body: unknown, token = '') =>
      (
        await fetch(url, {
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            ...(token === '' ? {} : { authorization: `Bearer ${token}` }),
          },
          body: JSON.stringify(body),
        })
      ).json();
    const { token, conversationId } = await post(`${first.origin}/chat/token`, {});
    await post(`${first.domain}/conversations`, {}, token);
    // the second process knows the talk as it is now, and would remember that
    const at = `/conversations/${conversationId}/activities`;
    const poll = async (server: WebChatServer, watermark: string) =>
      (
        await fetch(`${server.domain}${at}?watermark=${watermark}`, { headers: { authorization: `Bearer ${token}` } })
      ).json();
    await poll(second, '');
    const said = { type: 'message', text: 'ma rent', channelData: { clientActivityID: 'one' } };
    await post(`${first.domain}${at}`, said, token);
    const all = await poll(first, '');
    for (const server of [second, first, second]) {
      const again = await poll(server, all.watermark);
      expect({ activities: again.activities, watermark: again.watermark }).toEqual({
        activities: [],
        watermark: all.watermark,
      });
    }
  });
});
