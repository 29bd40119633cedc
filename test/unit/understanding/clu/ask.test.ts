import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import nock from 'nock';
import { createClu } from '../../../../services/understanding/clu/ask';

const HOST = 'https://win.cognitiveservices.example';
const PATH = '/language/:analyze-conversations';
const TEXT = 'I need somewhere to sleep tonight';

function answer(topIntent: string, scores: Readonly<Record<string, number>>) {
  const intents = Object.entries(scores).map(([category, confidenceScore]) => ({ category, confidenceScore }));
  const prediction = { projectKind: 'Conversation', topIntent, intents, entities: [] };
  return { kind: 'ConversationResult', result: { query: TEXT, detectedLanguage: 'en', prediction } };
}

const refusal = (code: string) => ({ error: { code, message: 'no' } });
const settings = { endpoint: HOST, key: 'k'.repeat(32), project: 'win', deployment: 'production' };
const ask = (more: Partial<Parameters<typeof createClu>[0]> = {}) => createClu({ ...settings, ...more });
const on = () => nock(HOST).post(PATH).query(true);

afterEach(() => {
  expect(nock.pendingMocks()).toEqual([]);
  nock.cleanAll();
});

it('asks with the key, keeps nothing there, and gives every intent it is sure of', async () => {
  const body = jest.fn((_sent: unknown) => true);
  nock(HOST, { reqheaders: { 'ocp-apim-subscription-key': settings.key } })
    .post(PATH, body)
    .query({ 'api-version': '2022-05-15-preview' })
    .reply(200, answer('need.housing', { 'need.housing': 0.91, 'need.money': 0.7, 'need.work': 0.2, None: 0.05 }));
  expect(await ask()(TEXT)).toEqual({
    kind: 'answered',
    intents: [
      { name: 'need.housing', confidence: 0.91 },
      { name: 'need.money', confidence: 0.7 },
    ],
  });
  expect(body.mock.calls[0]?.[0]).toEqual({
    kind: 'Conversation',
    analysisInput: {
      conversationItem: { id: '1', participantId: 'person', text: TEXT, language: 'en', modality: 'text' },
    },
    parameters: {
      projectName: 'win',
      deploymentName: 'production',
      verbose: true,
      isLoggingEnabled: false,
      stringIndexType: 'Utf16CodeUnit',
    },
  });
});

it('hears nothing in None, nor in a best guess under the threshold', async () => {
  on().reply(200, answer('None', { None: 0.9, 'need.work': 0.8 }));
  on().reply(200, answer('need.work', { 'need.work': 0.59 }));
  const asked = ask();
  expect(await asked(TEXT)).toEqual({ kind: 'answered', intents: [] });
  expect(await asked(TEXT)).toEqual({ kind: 'answered', intents: [] });
});

it('sends no more than the service takes, and no half of a letter', async () => {
  const sent: number[] = [];
  const takes = (body: { analysisInput: { conversationItem: { text: string } } }) => {
    sent.push(body.analysisInput.conversationItem.text.length);
    return true;
  };
  nock(HOST).post(PATH, takes).query(true).reply(200, answer('None', {}));
  await ask()(`${'a'.repeat(999)}${'\u{1F198}'.repeat(50)}`);
  expect(sent).toEqual([999]);
});

it('is refused at once for a wrong key, with no second try', async () => {
  on().reply(401, refusal('401'));
  expect(await ask()(TEXT)).toEqual({ kind: 'failed', why: 'refused' });
});

it('tries once more when the service is busy', async () => {
  on().reply(429, refusal('429'), { 'retry-after': '60' });
  on().reply(200, answer('need.work', { 'need.work': 0.9 }));
  expect(await ask()(TEXT)).toMatchObject({ kind: 'answered', intents: [{ name: 'need.work' }] });
});

it('gives up after the second refusal, however long it is asked to wait', async () => {
  on().twice().reply(429, refusal('429'), { 'retry-after': '60' });
  const began = performance.now();
  expect(await ask()(TEXT)).toEqual({ kind: 'failed', why: 'refused' });
  expect(performance.now() - began).toBeLessThan(1_000);
});

it('tries once more when the line breaks, then says so', async () => {
  on().twice().replyWithError('socket hang up');
  expect(await ask()(TEXT)).toEqual({ kind: 'failed', why: 'unreachable' });
});

it('does not wait for a service that hangs', async () => {
  // a true socket: what nock stands in with breaks when it is cut off
  nock.restore();
  const server = createServer(() => undefined);
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  const began = performance.now();
  const result = await ask({ endpoint: `http://127.0.0.1:${port}`, timeout: 200 })(TEXT);
  expect(result).toEqual({ kind: 'failed', why: 'timeout' });
  expect(performance.now() - began).toBeLessThan(1_200);
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
  nock.activate();
});

it.each([
  ['no JSON', 'oops <html>'],
  ['no prediction', { kind: 'ConversationResult', result: { query: TEXT } }],
  ['another kind of project', { kind: 'ConversationResult', result: { prediction: { projectKind: 'Orchestration' } } }],
  ['a score that is none', answer('need.work', { 'need.work': 7 })],
  ['nothing', ''],
])('calls %s rubbish', async (_what, body) => {
  on().reply(200, body, { 'content-type': 'application/json' });
  expect(await ask()(TEXT)).toEqual({ kind: 'failed', why: 'rubbish' });
});

it('rests for a minute after four failures in a row, then tries one', async () => {
  let now = Date.now();
  const clock = jest.spyOn(Date, 'now').mockImplementation(() => now);
  const asked = ask();
  on().times(4).reply(401, refusal('401'));
  for (let go = 0; go < 4; go += 1) expect(await asked(TEXT)).toEqual({ kind: 'failed', why: 'refused' });
  expect(await asked(TEXT)).toEqual({ kind: 'failed', why: 'resting' });
  now += 60_000;
  on().reply(401, refusal('401'));
  expect(await asked(TEXT)).toEqual({ kind: 'failed', why: 'refused' });
  expect(await asked(TEXT)).toEqual({ kind: 'failed', why: 'resting' });
  now += 60_000;
  on().twice().reply(200, answer('None', {}));
  expect(await asked(TEXT)).toMatchObject({ kind: 'answered' });
  expect(await asked(TEXT)).toMatchObject({ kind: 'answered' });
  clock.mockRestore();
});

it('without a key asks as the machine itself', async () => {
  const identity = jest.requireActual<typeof import('@azure/identity')>('@azure/identity');
  const getToken = jest
    .spyOn(identity.DefaultAzureCredential.prototype, 'getToken')
    .mockResolvedValue({ token: 'entra', expiresOnTimestamp: Date.now() + 3_600_000 });
  nock(HOST, { reqheaders: { authorization: 'Bearer entra' } })
    .post(PATH)
    .query(true)
    .reply(200, answer('None', {}));
  const { key: _key, ...withoutKey } = settings;
  expect(await createClu(withoutKey)(TEXT)).toEqual({ kind: 'answered', intents: [] });
  expect(getToken.mock.calls[0]?.[0]).toEqual(['https://cognitiveservices.azure.com/.default']);
  getToken.mockRestore();
});

it('does not wait for an identity that never comes', async () => {
  const identity = jest.requireActual<typeof import('@azure/identity')>('@azure/identity');
  const getToken = jest
    .spyOn(identity.DefaultAzureCredential.prototype, 'getToken')
    .mockReturnValue(new Promise(() => undefined));
  const { key: _key, ...withoutKey } = settings;
  expect(await createClu({ ...withoutKey, timeout: 100 })(TEXT)).toEqual({ kind: 'failed', why: 'timeout' });
  getToken.mockRestore();
});
