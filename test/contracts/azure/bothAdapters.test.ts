/** The contract of the Azure channel, on recorded activities: Bot Framework's adapter keeps it, and so does the one it gives way to. */
import nock from 'nock';
import { z } from 'zod';
import { oneToOneOnly } from '../../../dialogs/content/troubles';
import { agentsServer } from './agentsServer';
import { aTalk, botServer, expectReplies } from './botServer';

// it fetches the keys of signed callers, whom this contract leaves out, by a module that jest cannot load
jest.mock('jwks-rsa', () => ({}));

const activity = z.looseObject({
  type: z.string(),
  text: z.string().optional(),
  suggestedActions: z.looseObject({ actions: z.array(z.looseObject({ title: z.string() })) }).optional(),
});
type Activity = z.infer<typeof activity>;
const texts = (activities: readonly Activity[]) => activities.map((one) => one.text ?? '');
const connector = 'http://localhost:3979';

const adapters = [
  ['botbuilder', async () => botServer()],
  ['@microsoft/agents-hosting', agentsServer],
] as const;

describe.each(adapters)('on %s', (_name, start) => {
  let server: Pick<Awaited<ReturnType<typeof botServer>>, 'post' | 'service' | 'logged' | 'stop'>;
  beforeAll(async () => {
    server = await start();
  });
  afterAll(() => server.stop());
  afterEach(() => nock.cleanAll());

  async function repliesTo(body: object): Promise<readonly Activity[]> {
    const answer = await server.post({ ...body, ...expectReplies });
    expect(answer.status).toBe(200);
    return z.object({ activities: z.array(activity) }).parse(await answer.json()).activities;
  }
  const turnsOf = async (id: string, channelId = 'emulator') => {
    const all = await server.service.transcript(`azure:${channelId}:${id}`, 0, 50);
    return all.kind === 'found' ? all.turns.map((turn) => turn.inboundId) : [];
  };
  /** What the channel was sent, in order. */
  function channel(talkId: string, status = 200): Activity[] {
    const sent: Activity[] = [];
    nock(connector)
      .persist()
      .post(new RegExp(`^/v3/conversations/${talkId}/activities(/[^/]+)?$`))
      .reply((_uri, body) => {
        sent.push(activity.parse(body));
        return [status, { id: 'r' }];
      });
    return sent;
  }

  test('whoever joins is greeted, with the choices as buttons; the bot itself is not', async () => {
    const greeting = await repliesTo(aTalk().joined());
    expect(greeting[0]?.text).toMatch(/^Hi, this is WIN/);
    expect(greeting.at(-1)?.suggestedActions?.actions.map(({ title }) => title)).toEqual([
      "Yes, that's OK",
      'Tell me more',
      'No',
    ]);
    expect(greeting.every(({ type }) => type === 'message')).toBe(true);
    expect(await repliesTo(aTalk().joined({ membersAdded: [{ id: 'bot' }] }))).toEqual([]);
  });

  test('a typed answer and a tap are heard', async () => {
    const talk = aTalk();
    await repliesTo(talk.joined());
    expect(texts(await repliesTo(talk.says("Yes, that's OK"))).at(-1)).toMatch(/OK time and place/);
    const tap = talk.says('', { text: null, value: { choice: 'safeNow~yes', label: 'Yes' } });
    expect(texts(await repliesTo(tap)).at(-1)).toMatch(/^What do you need in life right now/);
  });

  test('the same activity is one turn, however often and fast it comes', async () => {
    const talk = aTalk();
    await repliesTo(talk.joined());
    const message = talk.says('yes');
    const answers = await Promise.all(Array.from({ length: 5 }, () => repliesTo(message)));
    expect(texts(answers[0] ?? []).length).toBeGreaterThan(0);
    expect(new Set(answers.map((one) => texts(one).join('|'))).size).toBe(1);
    expect(await turnsOf(talk.id)).toEqual(['hello', 'm-1']);
  });

  test('by text message the choices are numbered lines', async () => {
    const [first] = await repliesTo(aTalk('sms').says('hello'));
    expect(first?.text).toMatch(/OK to start\?\n1 Yes\n2 Later\n3 No$/);
    expect(first).not.toHaveProperty('suggestedActions');
  });

  test('a group is refused kindly, and nothing of it is kept', async () => {
    const talk = aTalk();
    const said = talk.says('<at>WIN</at> hello');
    const inGroup = { ...said, conversation: { ...said.conversation, isGroup: true } };
    expect(texts(await repliesTo(inGroup))).toEqual([oneToOneOnly]);
    expect(await turnsOf(talk.id)).toEqual([]);
  });

  test.each(['typing', 'event', 'trace', 'messageReaction', 'endOfConversation'])(
    '%s says nothing to us',
    async (type) => {
      expect(await repliesTo({ ...aTalk().says('hello'), type })).toEqual([]);
    },
  );

  test('nothing can be invoked', async () => {
    expect((await server.post({ ...aTalk().says(''), type: 'invoke', name: 'x' })).status).toBe(501);
  });

  test('danger gets its numbers', async () => {
    const said = texts(await repliesTo(aTalk().says('i have taken an overdose'))).join('\n');
    expect(said).toMatch(/call 999 now/);
  });

  test('where answers go to the channel, typing is shown and the words come in order', async () => {
    const talk = aTalk('emulator', connector);
    const sent = channel(talk.id);
    expect((await server.post(talk.joined())).status).toBe(200);
    expect(sent[0]?.type).toBe('typing');
    expect(texts(sent.slice(1))[0]).toMatch(/^Hi, this is WIN/);
    expect(sent.slice(1).every(({ type }) => type === 'message')).toBe(true);
    expect(sent.length).toBeGreaterThan(3);
  });

  test('a channel that refuses our answer loses no turn, and the answer to it is calm', async () => {
    const talk = aTalk('emulator', connector);
    channel(talk.id, 403);
    const answer = await server.post(talk.says('hello'));
    expect(answer.status).toBe(200);
    expect(await answer.text()).not.toMatch(/Error|at .*js/);
    expect(await turnsOf(talk.id)).toEqual(['m-1']);
  });

  test('nobody is answered at an address that is not Microsoft or this machine', async () => {
    const talk = aTalk('emulator', 'https://elsewhere.example.org');
    expect((await server.post(talk.says('hello'))).status).toBe(400);
    expect(await turnsOf(talk.id)).toEqual([]);
  });

  test.each([
    ['nothing', ''],
    ['not JSON', '{"type":'],
    ['a list', '[]'],
    ['no conversation', JSON.stringify({ type: 'message', channelId: 'x', text: 'hi' })],
  ])('%s is a calm 400', async (_what, body) => {
    const answer = await server.post(body);
    expect(answer.status).toBe(400);
    expect(await answer.text()).not.toMatch(/zod|expected|stack/i);
  });
});
