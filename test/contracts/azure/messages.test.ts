/** `POST /api/messages`: what Azure Bot Service sends, and what it gets back. */
import { connect } from 'node:net';
import { sign } from 'jsonwebtoken';
import nock from 'nock';
import { z } from 'zod';
import { createSlots } from '../../../bot/http/slots';
import { aTalk, botServer, expectReplies } from './botServer';

type Server = Awaited<ReturnType<typeof botServer>>;
let server: Server;
beforeAll(async () => {
  server = await botServer();
});
afterAll(() => server.stop());
afterEach(() => nock.cleanAll());

const activity = z.looseObject({
  type: z.string(),
  text: z.string().optional(),
  suggestedActions: z.looseObject({ actions: z.array(z.looseObject({ title: z.string() })) }).optional(),
});
type Activity = z.infer<typeof activity>;

/** The activities of an expectReplies answer. */
async function repliesIn(answer: Response): Promise<readonly Activity[]> {
  expect(answer.status).toBe(200);
  return z.object({ activities: z.array(activity) }).parse(await answer.json()).activities;
}
const texts = (activities: readonly Activity[]) => activities.map((one) => one.text);
const connector = 'http://localhost:3979';

describe('answers in the response (expectReplies)', () => {
  it('greets whoever joins, and says nothing when only the bot joined', async () => {
    const talk = aTalk();
    const greeting = await repliesIn(await server.post(talk.joined(expectReplies)));
    expect(greeting[0]?.text).toMatch(/^Hi, this is WIN/);
    expect(greeting.at(-1)?.suggestedActions?.actions.map((one) => one.title)).toEqual([
      "Yes, that's OK",
      'Tell me more',
      'No',
    ]);
    expect(greeting.every((one) => one.type === 'message')).toBe(true);
    const bot = aTalk().joined({ ...expectReplies, membersAdded: [{ id: 'bot' }] });
    expect(await repliesIn(await server.post(bot))).toEqual([]);
  });

  it('takes a typed answer and a tap', async () => {
    const talk = aTalk();
    await server.post(talk.joined(expectReplies));
    const next = await repliesIn(await server.post(talk.says("Yes, that's OK", expectReplies)));
    expect(next.at(-1)?.text).toMatch(/OK time and place/);
    const tap = talk.says('', { ...expectReplies, text: null, value: { choice: 'safeNow~yes', label: 'Yes' } });
    const need = await repliesIn(await server.post(tap));
    expect(need.at(-1)?.text).toMatch(/^What do you need in life right now/);
  });

  it('makes one turn of the same activity sent five times at once', async () => {
    const talk = aTalk();
    await server.post(talk.joined(expectReplies));
    const message = talk.says('yes', expectReplies);
    const answers = await Promise.all(Array.from({ length: 5 }, async () => repliesIn(await server.post(message))));
    expect(texts(answers[0] ?? []).length).toBeGreaterThan(0);
    expect(new Set(answers.map((one) => JSON.stringify(texts(one)))).size).toBe(1);
    const all = await server.service.transcript(`azure:emulator:${talk.id}`, 0, 50);
    expect(all.kind === 'found' && all.turns.map((turn) => turn.inboundId)).toEqual(['hello', 'm-1']);
  });

  it('writes numbered text on SMS, with no buttons', async () => {
    const talk = aTalk('sms');
    const [first] = await repliesIn(await server.post(talk.says('hello', expectReplies)));
    expect(first?.text).toMatch(/OK to start\?\n1 Yes\n2 Later\n3 No$/);
    expect(first).not.toHaveProperty('suggestedActions');
    expect(first).not.toHaveProperty('channelData');
  });

  it('gives the fault words and a phone number when a turn breaks, and logs no words', async () => {
    const broken = await botServer({ broken: true });
    const answer = await repliesIn(await broken.post(aTalk().says('my secret', expectReplies)));
    expect(texts(answer).join('\n')).toMatch(/01632 960 100/);
    expect(texts(answer).join('\n')).toMatch(/116 123/);
    expect(broken.logged).toEqual(['turn.failed']);
    await broken.stop();
  });
});

describe('answers sent to the channel', () => {
  /** What the channel was sent, in order. */
  function channel(talkId: string, reply: (body: Activity) => [number, object | string]) {
    const sent: Activity[] = [];
    nock(connector)
      .persist()
      .post(new RegExp(`^/v3/conversations/${talkId}/activities(/[^/]+)?$`))
      .reply((_uri, body) => {
        const one = activity.parse(body);
        sent.push(one);
        return reply(one);
      });
    return sent;
  }

  it('show that we are typing first, then the words in order', async () => {
    const talk = aTalk('emulator', connector);
    const sent = channel(talk.id, () => [200, { id: 'r' }]);
    expect((await server.post(talk.joined())).status).toBe(200);
    expect(sent.map((one) => one.type)).toEqual([
      'typing',
      ...Array.from({ length: sent.length - 1 }, () => 'message'),
    ]);
    expect(sent[1]?.text).toMatch(/^Hi, this is WIN/);
    expect(sent.length).toBeGreaterThan(3);
  });

  it.each([
    ['refused', [403, { error: { code: 'Forbidden', message: 'no' } }]],
    ['rubbish', [200, '<html>not what it should be</html>']],
    ['a fault at the channel', [500, 'oops']],
  ] as const)('%s: the turn is kept all the same, and the answer is calm', async (_name, [status, body]) => {
    const brief = await botServer({ sendWithin: 300 });
    const talk = aTalk('emulator', connector);
    channel(talk.id, () => [status, body]);
    await brief.post(talk.joined());
    const answer = await brief.post(talk.says('yes'));
    expect(answer.status).toBe(200);
    expect(await answer.text()).not.toMatch(/Error|at .*js/);
    const all = await brief.service.transcript(`azure:emulator:${talk.id}`, 0, 50);
    expect(all.kind === 'found' && all.turns.map((turn) => turn.inboundId)).toEqual(['hello', 'm-1']);
    // the same message again gets the same words
    const again = await repliesIn(await brief.post({ ...talk.says('yes'), id: 'm-1', ...expectReplies }));
    expect(again.at(-1)?.text).toMatch(/OK time and place/);
    await brief.stop();
  });

  it('from a channel that never answers: the turn is kept at once, and we let go in time', async () => {
    const slow = await botServer({ sendWithin: 300 });
    const talk = aTalk('emulator', connector);
    nock(connector)
      .persist()
      .post(/activities/)
      .delay(60_000)
      .reply(200, { id: 'r' });
    const began = performance.now();
    const answer = await slow.post(talk.says('i want to end my life'));
    expect(answer.status).toBe(200);
    expect(performance.now() - began).toBeLessThan(4_000);
    expect(slow.logged).toEqual(['bot.send.late']);
    const all = await slow.service.transcript(`azure:emulator:${talk.id}`, 0, 50);
    expect(all.kind === 'found' && all.turns).toHaveLength(1);
    nock.abortPendingRequests();
    await slow.stop();
  });
});

describe('bad input', () => {
  it.each([
    ['nothing', ''],
    ['not JSON', '{"type":'],
    ['a list', '[]'],
    ['no type', JSON.stringify({ channelId: 'x', conversation: { id: 'c' } })],
    ['no conversation', JSON.stringify({ type: 'message', channelId: 'x', text: 'hi', ...expectReplies })],
    ['an empty conversation id', JSON.stringify({ type: 'message', channelId: 'x', conversation: { id: '' } })],
    ['text that is no text', JSON.stringify({ ...aTalk().says(''), text: { $gt: '' } })],
    ['deep', `${'['.repeat(5_000)}${']'.repeat(5_000)}`],
  ])('%s is a calm 400', async (_name, body) => {
    const answer = await server.post(body);
    expect(answer.status).toBe(400);
    const read = z.object({ error: z.object({ code: z.string(), message: z.string() }) }).parse(await answer.json());
    expect(read.error.message).not.toMatch(/zod|expected|token|stack/i);
  });

  it('too much is 413', async () => {
    expect((await server.post(aTalk().says('x'.repeat(300_000), expectReplies))).status).toBe(413);
  });

  it('an address to answer at that is not this machine is refused while callers are not checked', async () => {
    for (const serviceUrl of ['http://example.com', 'https://10.0.0.1', 'file:///etc/passwd', 'nonsense', ''])
      expect((await server.post({ ...aTalk().says('hi'), serviceUrl })).status).toBe(400);
  });

  it('activities that say nothing to us are let pass', async () => {
    for (const type of ['typing', 'event', 'endOfConversation', 'messageReaction', 'contactRelationUpdate', 'made-up'])
      expect((await server.post({ ...aTalk().says('x', expectReplies), type })).status).toBe(200);
  });
});

describe('with an app id set', () => {
  it.each([
    ['nobody', {}],
    ['a made-up token', { authorization: 'Bearer not.a.token' }],
    ['the wrong scheme', { authorization: 'Basic dXNlcjpwYXNz' }],
  ])('%s is refused with 401 and no turn is made', async (_name, headers) => {
    const checked = await botServer({ app: { id: '11111111-2222-3333-4444-555555555555', password: 'x' } });
    const quiet = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    const talk = aTalk('directline', 'https://directline.example');
    const answer = await checked.post(talk.says('my secret'), headers);
    expect(answer.status).toBe(401);
    expect(await answer.text()).not.toMatch(/my secret|at .*js:/);
    expect((await checked.service.transcript(`azure:directline:${talk.id}`, 0, 5)).kind).toBe('none');
    quiet.mockRestore();
    await checked.stop();
  });
});

it('B15: without a token that may be good nothing of the body is read', async () => {
  const checked = await botServer({ app: { id: '11111111-2222-3333-4444-555555555555', password: 'x' } });
  const { hostname, port } = new URL(checked.url);
  const old = sign({ exp: 1_000_000 }, 'anything');
  for (const bearer of [
    '',
    'Authorization: Bearer x.y.z\r\n',
    'Authorization: Basic eA==\r\n',
    `Authorization: Bearer ${old}\r\n`,
  ]) {
    const socket = connect(Number(port), hostname);
    // the body never comes, and the answer does not wait for it
    socket.write(`POST /api/messages HTTP/1.1\r\nHost: a\r\n${bearer}Content-Length: 250000\r\n\r\n{"type":`);
    const answer = await new Promise<string>((done) => socket.once('data', (piece) => done(String(piece))));
    expect(answer).toMatch(/^HTTP\/1\.1 401/);
    socket.destroy();
  }
  await checked.stop();
});

it('B15: large bodies take turns, and small ones do not wait for them', async () => {
  const filler = 'x'.repeat(200_000);
  const large = Array.from({ length: 40 }, () => server.post({ ...aTalk().says('hi'), type: 'typing', filler }));
  const small = await server.post({ ...aTalk().says('hello'), deliveryMode: 'expectReplies' });
  expect(small.status).toBe(200);
  expect(new Set((await Promise.all(large)).map((answer) => answer.status))).toEqual(new Set([200]));
});

it('B15: slots hold so many at once, and what fails gives its own back', async () => {
  const inTurn = createSlots(2);
  let inHand = 0;
  let most = 0;
  const work = async (fails: boolean) => {
    inHand += 1;
    most = Math.max(most, inHand);
    await new Promise((done) => setTimeout(done, 5));
    inHand -= 1;
    if (fails) throw new Error('no');
    return true;
  };
  const all = await Promise.allSettled(Array.from({ length: 20 }, (_, n) => inTurn(() => work(n % 3 === 0))));
  expect([most, inHand, all.filter((one) => one.status === 'fulfilled').length]).toEqual([2, 0, 13]);
});
