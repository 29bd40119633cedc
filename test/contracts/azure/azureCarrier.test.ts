/** Writing first through Azure: what goes over the wire, and what each answer means. */
import nock from 'nock';
import { FrontDoorAdapter } from '../../../bot/channels/azure/adapter';
import { azureSettings, KeepingAuthentication } from '../../../bot/channels/azure/authentication';
import { createAzureCarrier } from '../../../bot/channels/azure/azureCarrier';
import type { Reference } from '../../../bot/channels/azure/references';
import { failedBy } from '../../../bot/channels/azure/sendFault';
import type { Cleared, Outgoing } from '../../../services/contact/carrier';
import { stamp } from '../../../services/contact/clearance';
import { StoreDown } from '../../../services/store/ports';
import { CHANNEL, goodToken, tokenService } from './theCloud';

let apps = 0;
/** Bot Framework keeps tokens for the whole process, so each test is an app of its own. */
function aCarrier({ reference = {}, find = 'found', timeoutMs = 3_000 }: Options = {}) {
  apps += 1;
  const appId = `99999999-0000-0000-0000-${String(apps).padStart(12, '0')}`;
  const settings = { MicrosoftAppId: appId, MicrosoftAppPassword: 'a-secret', MicrosoftAppTenantId: 'our-tenant' };
  const authentication = new KeepingAuthentication(azureSettings({ ...settings, MicrosoftAppType: 'SingleTenant' }));
  const adapter = new FrontDoorAdapter(authentication);
  const swallowed: string[] = [];
  // as the route sets it: it must not take a failed sending for itself
  adapter.onTurnError = async () => void swallowed.push('turn error');
  const stored: Reference = {
    channelId: 'directline',
    serviceUrl: CHANNEL,
    conversation: { id: 'talk-1' },
    user: { id: 'u-1' },
    bot: { id: 'bot' },
    ...reference,
  };
  const get = async (id: string) => {
    if (find === 'storeDown') throw new StoreDown('gone');
    return find === 'none' || id !== 'r-1' ? null : stored;
  };
  return { carrier: createAzureCarrier({ adapter, appId, references: { get }, timeoutMs }), swallowed };
}
interface Options {
  readonly reference?: Partial<Reference>;
  readonly find?: 'found' | 'none' | 'storeDown';
  readonly timeoutMs?: number;
}

const cleared = (message: Outgoing = { kind: 'text', text: 'You have a reply.' }): Cleared =>
  stamp({
    where: { carrier: 'azure', channel: 'whatsapp', to: 'r-1' },
    message,
    ref: 'ref-1',
    validFor: 3_600,
  });

interface Post {
  readonly path: string;
  readonly body: nock.Body;
  readonly authorization: string;
}

/** The channel, answering as it is told. */
function channel(answer: (n: number) => nock.ReplyFnResult): Post[] {
  const posts: Post[] = [];
  nock(CHANNEL)
    .persist()
    .post(/./)
    .reply(function (path, body) {
      posts.push({ path, body, authorization: String(this.req.headers['authorization']) });
      return answer(posts.length);
    });
  return posts;
}

afterEach(() => {
  nock.abortPendingRequests();
  nock.cleanAll();
});

describe('writing first', () => {
  it('goes to the conversation, with a token of our tenant, and answers no message', async () => {
    const asked = tokenService();
    const posts = channel(() => [201, { id: 'a-1' }]);
    const { carrier } = aCarrier();
    expect(await carrier.send(cleared())).toEqual({ kind: 'sent', providerId: 'a-1' });
    expect(await carrier.send(cleared())).toEqual({ kind: 'sent', providerId: 'a-1' });
    expect(asked.map((one) => one.tenant)).toEqual(['our-tenant']);
    expect(posts.map((one) => one.path)).toEqual(Array(2).fill('/v3/conversations/talk-1/activities'));
    expect(posts[0]?.authorization).toBe('Bearer the-token');
    expect(posts[0]?.body).toMatchObject({
      type: 'message',
      text: 'You have a reply.',
      from: { id: 'bot' },
      recipient: { id: 'u-1' },
      conversation: { id: 'talk-1' },
    });
    expect(posts[0]?.body).not.toHaveProperty('replyToId');
  });

  it('a channel that gives no id still took it: our own reference stands for it', async () => {
    tokenService();
    channel(() => [200, {}]);
    expect(await aCarrier().carrier.send(cleared())).toEqual({ kind: 'sent', providerId: 'ref-1' });
  });

  it('nothing leaves that did not pass the safe-contact rules, not even a copy of what did', async () => {
    tokenService();
    const posts = channel(() => [200, { id: 'a' }]);
    const { carrier } = aCarrier();
    await expect(carrier.send({ ...cleared() })).rejects.toThrow('without passing services/contact');
    expect(posts).toEqual([]);
  });

  it('cannot say afterwards whether a message was taken', async () => {
    expect(await aCarrier().carrier.wasTaken(cleared(), 0)).toEqual({ kind: 'unknown' });
  });
});

describe('how it looks', () => {
  const buttons: Outgoing = {
    kind: 'buttons',
    text: 'OK to start?',
    buttons: [
      { id: 'a', title: 'Yes' },
      { id: 'b', title: 'Later' },
    ],
  };
  const list: Outgoing = {
    kind: 'list',
    text: 'What would help?',
    open: 'Choose',
    rows: [
      { id: 'food', title: 'Food', description: 'Today or this week' },
      { id: 'other', title: 'Something else' },
    ],
  };
  const numbers: Outgoing = { kind: 'buttons', text: 'How bad, 1 to 3?', buttons: ['1', '2', '3'].map(asButton) };
  function asButton(title: string) {
    return { id: title, title };
  }

  /** What the channel was posted. */
  async function shown(message: Outgoing, reference: Partial<Reference>) {
    tokenService();
    const posts = channel(() => [200, { id: 'a' }]);
    expect((await aCarrier({ reference }).carrier.send(cleared(message))).kind).toBe('sent');
    return posts[0]?.body;
  }

  it.each(['directline', 'webchat', 'telegram', 'facebook'])('%s: choices are buttons', async (channelId) => {
    expect(await shown(buttons, { channelId })).toMatchObject({
      text: 'OK to start?',
      suggestedActions: { actions: ['Yes', 'Later'].map((title) => ({ type: 'imBack', title, value: title })) },
    });
  });

  it.each(['sms', 'whatsapp', 'email', 'made-up'])('%s: choices are numbered text', async (channelId) => {
    const body = await shown(buttons, { channelId });
    expect(body).toMatchObject({ text: 'OK to start?\n1 Yes\n2 Later' });
    expect(body).not.toHaveProperty('suggestedActions');
  });

  it('Teams: buttons in a personal chat', async () => {
    const conversation = { id: 'talk-1', conversationType: 'personal' };
    expect(await shown(buttons, { channelId: 'msteams', conversation })).toHaveProperty('suggestedActions');
  });

  it('a list with descriptions is written out, so that none is lost', async () => {
    expect(await shown(list, { channelId: 'webchat' })).toMatchObject({
      text: 'What would help?\n1 Food - Today or this week\n2 Something else',
    });
  });

  it('numbers are not numbered twice', async () => {
    expect(await shown(numbers, { channelId: 'sms' })).toMatchObject({ text: 'How bad, 1 to 3?\n1\n2\n3' });
  });
});

describe('what an answer means', () => {
  it.each([
    [400, { kind: 'fault', code: 'http-400' }],
    [401, { kind: 'fault', code: 'http-401' }],
    [403, { kind: 'fault', code: 'http-403' }],
    [404, { kind: 'unreachable', code: 'http-404' }],
    [410, { kind: 'unreachable', code: 'http-410' }],
    [429, { kind: 'later', code: 'http-429' }],
    [500, { kind: 'later', code: 'http-500' }],
    [502, { kind: 'later', code: 'http-502' }],
    [503, { kind: 'later', code: 'http-503' }],
    [504, { kind: 'unsure', code: 'http-504' }],
  ] as const)('%i is %j, asked once and not again', async (status, result) => {
    tokenService();
    const posts = channel(() => [status, { error: { code: 'Some', message: 'to +447700900123' } }]);
    const { carrier, swallowed } = aCarrier();
    expect(await carrier.send(cleared())).toEqual(result);
    expect(posts).toHaveLength(1);
    expect(swallowed).toEqual([]);
  });

  it('429 says when to come back', async () => {
    tokenService();
    channel(() => [429, {}, { 'Retry-After': '7' }]);
    expect(await aCarrier().carrier.send(cleared())).toEqual({ kind: 'later', code: 'http-429', afterMs: 7_000 });
  });

  it.each([
    ['a page', '<html>hello</html>'],
    ['half an answer', '{"id":'],
    ['an id that is none', '{"id":{"$gt":""}}'],
    ['an id without end', `{"id":"${'x'.repeat(600)}"}`],
  ])('rubbish (%s) is unsure: it was probably taken, so it is not sent again blindly', async (_name, body) => {
    tokenService();
    const posts = channel(() => [200, body, { 'content-type': 'application/json' }]);
    expect((await aCarrier().carrier.send(cleared())).kind).toBe('unsure');
    expect(posts).toHaveLength(1);
  });

  it('no answer in time is unsure', async () => {
    tokenService();
    nock(CHANNEL).post(/./).delay(60_000).reply(200, { id: 'late' });
    const began = performance.now();
    expect(await aCarrier({ timeoutMs: 200 }).carrier.send(cleared())).toEqual({ kind: 'unsure', code: 'timeout' });
    expect(performance.now() - began).toBeLessThan(3_000);
  });

  it.each([
    ['ECONNREFUSED', { kind: 'later', code: 'no-connection' }],
    ['ENOTFOUND', { kind: 'later', code: 'no-connection' }],
    ['ECONNRESET', { kind: 'unsure', code: 'broken-off' }],
  ] as const)('%s is %j', async (code, result) => {
    tokenService();
    nock(CHANNEL)
      .persist()
      .post(/./)
      .replyWithError(Object.assign(new Error('socket'), { code }));
    expect(await aCarrier().carrier.send(cleared())).toEqual(result);
  });
});

describe('a token that is not to be had', () => {
  it.each([
    ['refused', 401, { error: 'invalid_client' }, { kind: 'fault', code: 'token-refused' }],
    ['an app there is not', 400, { error: 'unauthorized_client' }, { kind: 'fault', code: 'token-refused' }],
    ['busy', 503, { error: 'temporarily_unavailable' }, { kind: 'later', code: 'token-service' }],
  ] as const)('%s: nothing was sent', async (_name, status, body, result) => {
    tokenService(() => [status, body]);
    const posts = channel(() => [200, { id: 'a' }]);
    const { carrier } = aCarrier();
    expect(await carrier.send(cleared())).toEqual(result);
    expect(posts).toEqual([]);
  });

  it('rubbish: nothing was sent, and the next try asks anew', async () => {
    let good = false;
    tokenService(() => [200, good ? goodToken : '<html>']);
    const posts = channel(() => [200, { id: 'a' }]);
    const { carrier } = aCarrier();
    expect((await carrier.send(cleared())).kind).not.toBe('sent');
    expect(posts).toEqual([]);
    good = true;
    expect((await carrier.send(cleared())).kind).toBe('sent');
  });
});

describe('before anything is asked of anyone', () => {
  it.each([
    [
      'a template, which Azure has none of',
      'found',
      { kind: 'template', name: 'reply_waiting' },
      'fault',
      'no-template',
    ],
    ['a conversation with no way back', 'none', { kind: 'text', text: 'hi' }, 'unreachable', 'no-reference'],
    ['a store that is down', 'storeDown', { kind: 'text', text: 'hi' }, 'later', 'store-down'],
  ] as const)('%s', async (_name, find, message, kind, code) => {
    expect(await aCarrier({ find }).carrier.send(cleared(message))).toEqual({ kind, code });
  });
});

describe('an error of any other kind', () => {
  const named = (name: string, more: object = {}) => Object.assign(new Error('to +447700900123'), { name, ...more });
  it.each([
    ['Node has no connection', named('Error', { code: 'EAI_AGAIN' }), { kind: 'later', code: 'no-connection' }],
    ['Node lost it', named('Error', { code: 'EPIPE' }), { kind: 'unsure', code: 'broken-off' }],
    ['the machine has no identity yet', named('CredentialUnavailableError'), { kind: 'later', code: 'token-service' }],
    [
      'the identity is refused',
      named('AuthenticationError', { statusCode: 500 }),
      { kind: 'fault', code: 'token-refused' },
    ],
    ['no network to the token service', { errorCode: 'network_error' }, { kind: 'later', code: 'token-service' }],
    ['an assertion', named('AssertionError', { code: 'ERR_ASSERTION' }), { kind: 'fault', code: 'unknown' }],
    ['nothing', undefined, { kind: 'fault', code: 'unknown' }],
    ['a word', 'broken', { kind: 'fault', code: 'unknown' }],
  ] as const)('%s', (_name, error, result) => {
    expect(failedBy(error)).toEqual(result);
  });
});
