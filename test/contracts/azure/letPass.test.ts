/** What is not for us: invokes get the protocol's own answer, everything else is let pass, and no turn is made. */
import { aTalk, botServer } from './botServer';

let server: Awaited<ReturnType<typeof botServer>>;
beforeAll(async () => {
  server = await botServer();
});
afterAll(() => server.stop());

const rubbish = [undefined, null, 'x', 7, [], {}, { action: 'x' }, { action: { type: 5, verb: {} } }, { state: [] }];

describe('invoke', () => {
  it.each([
    'application/search',
    'adaptiveCard/action',
    'signin/verifyState',
    'signin/tokenExchange',
    'task/fetch',
    'composeExtension/query',
    'fileConsent/invoke',
    'made-up',
    '',
  ])('%s gets 501, or a 2xx or 4xx of the protocol, whatever its value', async (name) => {
    for (const value of rubbish) {
      const talk = aTalk();
      const answer = await server.post({ ...talk.says('my secret'), type: 'invoke', name, value });
      expect(answer.status === 501 || answer.status < 500).toBe(true);
      expect(await answer.text()).not.toMatch(/my secret|at .*[.]js/);
      expect((await server.service.transcript(`azure:emulator:${talk.id}`, 0, 5)).kind).toBe('none');
    }
  });

  it('with no name at all is 501', async () => {
    expect((await server.post({ ...aTalk().says(''), type: 'invoke' })).status).toBe(501);
  });
});

it.each([
  ['typing', {}],
  ['messageReaction', { reactionsAdded: [{ type: 'like' }] }],
  ['messageReaction', { reactionsRemoved: [{ type: 'like' }] }],
  ['messageDelete', {}],
  ['endOfConversation', { code: 'completedSuccessfully' }],
  ['conversationUpdate', { membersRemoved: [{ id: 'person' }] }],
  ['conversationUpdate', { membersAdded: [{ id: 'bot' }] }],
  ['conversationUpdate', { topicName: 'x' }],
  ['installationUpdate', { action: 'remove' }],
  ['command', { name: 'x' }],
  ['trace', {}],
  ['event', { name: 'made-up' }],
])('%s %j is let pass', async (type, more) => {
  const talk = aTalk();
  expect((await server.post({ ...talk.says(''), type, ...more })).status).toBe(200);
  expect((await server.service.transcript(`azure:emulator:${talk.id}`, 0, 5)).kind).toBe('none');
});

it.each(['messageUpdate', 'somethingNew', 'suggestion'])(
  'S5: danger in a %s is heard, and other words are answered like something we cannot open',
  async (type) => {
    const texts = async (text: string) => {
      const talk = aTalk();
      const deliveryMode = 'expectReplies';
      await server.post({ ...talk.says('hello'), deliveryMode });
      const answer = await server.post({ ...talk.says(text), type, deliveryMode });
      return JSON.stringify(await answer.json());
    };
    expect(await texts('i want to kill myself')).toMatch(/"messageIds":\["R/);
    expect(await texts('i want to kill myself')).not.toBe(await texts('see you on tuesday'));
    expect(await texts('see you on tuesday')).toContain('text');
  },
);

it('nothing of it was a fault of ours', () => {
  expect(server.logged).toEqual([]);
});
