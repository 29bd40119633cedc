/** The three kinds of credentials: which settings are taken, and whose token an answer carries. */
import nock from 'nock';
import { azureSettings, KeepingAuthentication } from '../../../bot/channels/azure/authentication';
import { readConfig } from '../../../bot/config';
import { aTalk, botServer } from './botServer';
import { CHANNEL, channelCalls, publishKeys, tokenService } from './theCloud';

const TENANT = 'aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee';
const appId = (n: number) => `11111111-2222-3333-4444-00000000000${n}`;

/** Settings as the environment would give them, read and checked. */
function settingsOf(environment: Readonly<Record<string, string>>) {
  const read = readConfig(environment);
  if (read.kind === 'faults') throw new Error(read.faults.join('\n'));
  return read.config;
}
const faultsOf = (environment: Readonly<Record<string, string>>) => {
  const read = readConfig(environment);
  return read.kind === 'faults' ? read.faults : [];
};

const single = (id = appId(1)) => ({
  MicrosoftAppId: id,
  MicrosoftAppPassword: 'a-secret',
  MicrosoftAppType: 'SingleTenant',
  MicrosoftAppTenantId: TENANT,
});
const multi = (id = appId(2)) => ({ MicrosoftAppId: id, MicrosoftAppPassword: 'a-secret' });
const managed = (id = appId(3)) => ({
  MicrosoftAppId: id,
  MicrosoftAppType: 'UserAssignedMsi',
  MicrosoftAppTenantId: TENANT,
});

afterEach(() => nock.cleanAll());

describe('settings', () => {
  it.each([
    ['single-tenant', single()],
    ['multi-tenant, by name', { ...multi(), MicrosoftAppType: 'MultiTenant' }],
    ['multi-tenant, by silence', multi()],
    ['a managed identity', managed()],
    ['no app at all', {}],
  ])('%s builds', (_name, environment) => {
    expect(() => new KeepingAuthentication(azureSettings(settingsOf(environment)))).not.toThrow();
  });

  it.each([
    ['single-tenant without its tenant', { ...single(), MicrosoftAppTenantId: '' }, /^MicrosoftAppTenantId: needed/],
    ['single-tenant without a secret', { ...single(), MicrosoftAppPassword: '' }, /^MicrosoftAppPassword: needed/],
    ['multi-tenant without a secret', { MicrosoftAppId: appId(2) }, /^MicrosoftAppPassword: needed/],
    ['a managed identity without its tenant', { ...managed(), MicrosoftAppTenantId: '' }, /^MicrosoftAppTenantId/],
    ['a managed identity with a secret', { ...managed(), MicrosoftAppPassword: 'x' }, /must be left out/],
    ['a kind there is not', { ...multi(), MicrosoftAppType: 'singletenant!' }, /^MicrosoftAppType: /],
    ['a secret without an app', { MicrosoftAppPassword: 'x' }, /^MicrosoftAppId: needed beside MicrosoftAppPassword/],
    ['a tenant without an app', { MicrosoftAppTenantId: TENANT }, /^MicrosoftAppId: needed/],
    ['a managed identity without an app', { ...managed(), MicrosoftAppId: '' }, /^MicrosoftAppId: needed/],
  ])('%s is refused, in one clear sentence', (_name, environment, fault) => {
    const faults = faultsOf(environment);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(fault);
    expect(faults[0]).not.toContain('a-secret');
  });
});

describe('an answer to a channel', () => {
  /** What the channel got: its path and its Authorization. */
  function channelTakes() {
    const got: { path: string; authorization: string }[] = [];
    nock(CHANNEL)
      .persist()
      .post(/^\/v3\/conversations\//)
      .reply(function (path) {
        got.push({ path, authorization: String(this.req.headers['authorization']) });
        return [200, { id: 'taken' }];
      });
    return got;
  }

  it.each([
    ['single-tenant: our own tenant', single(appId(4)), TENANT],
    ['multi-tenant: botframework.com', multi(appId(5)), 'botframework.com'],
  ])('%s is asked for a token, and the answer carries it', async (_name, environment, tenant) => {
    publishKeys(['directline']);
    const asked = tokenService();
    const got = channelTakes();
    const server = await botServer({ settings: settingsOf(environment) });
    const talk = aTalk('directline', CHANNEL);
    const answer = await server.post(talk.joined(), channelCalls(environment.MicrosoftAppId));
    expect(answer.status).toBe(200);
    expect(new Set(asked.map((one) => one.tenant))).toEqual(new Set([tenant]));
    const form = asked[0]?.form;
    expect(form?.get('client_id')).toBe(environment.MicrosoftAppId);
    expect(form?.get('client_secret')).toBe('a-secret');
    expect(form?.get('grant_type')).toBe('client_credentials');
    expect(form?.get('scope')?.split(' ')).toContain('https://api.botframework.com/.default');
    expect(got.length).toBeGreaterThan(2);
    expect(new Set(got.map((one) => one.authorization))).toEqual(new Set(['Bearer the-token']));
    expect(got.every((one) => one.path.startsWith(`/v3/conversations/${talk.id}/activities`))).toBe(true);
    await server.stop();
  });

  it('managed identity: the token comes from the machine itself, and no tenant is asked', async () => {
    publishKeys(['directline']);
    const asked = tokenService();
    const resources: (string | null)[] = [];
    nock('http://169.254.169.254')
      .persist()
      .get(/^\/metadata\/identity\/oauth2\/token/)
      .query(true)
      .reply((uri) => {
        const query = new URL(uri, 'http://x').searchParams;
        resources.push(query.get('client_id'));
        const expires = String(Math.floor(Date.now() / 1_000) + 3_600);
        return [200, { access_token: 'machine-token', expires_on: expires, expires_in: '3600', token_type: 'Bearer' }];
      });
    const got = channelTakes();
    const server = await botServer({ settings: settingsOf(managed(appId(6))) });
    const answer = await server.post(aTalk('directline', CHANNEL).joined(), channelCalls(appId(6)));
    expect(answer.status).toBe(200);
    expect(asked).toEqual([]);
    expect(resources).toContain(appId(6));
    expect(new Set(got.map((one) => one.authorization))).toEqual(new Set(['Bearer machine-token']));
    await server.stop();
  }, 30_000);

  it('a token that is refused: the turn is kept, nothing goes out, and no secret is logged', async () => {
    publishKeys(['directline']);
    tokenService(() => [401, { error: 'invalid_client', error_description: 'AADSTS7000215: Invalid client secret' }]);
    const got = channelTakes();
    const server = await botServer({ settings: settingsOf(single(appId(7))) });
    const talk = aTalk('directline', CHANNEL);
    const answer = await server.post(talk.says('hello'), channelCalls(appId(7)));
    expect(answer.status).toBe(200);
    expect(got).toEqual([]);
    expect(server.logged).toEqual(['bot.send.failed']);
    const kept = await server.service.transcript(`azure:directline:${talk.id}`, 0, 5);
    expect(kept.kind === 'found' && kept.turns).toHaveLength(1);
    await server.stop();
  });
});

describe('who may call', () => {
  it.each([
    ['another app', { aud: appId(9) }],
    ['another issuer', { iss: 'https://sts.windows.net/elsewhere/' }],
    ['another way back than it was signed for', { serviceurl: 'https://evil.example' }],
    ['a channel the key does not speak for', {}],
    ['yesterday', { exp: Math.floor(Date.now() / 1_000) - 3_600 }],
  ])('a token of %s is 401, and no turn is made', async (name, claims) => {
    publishKeys(['directline']);
    const server = await botServer({ settings: settingsOf(single(appId(8))) });
    const quiet = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    const talk = aTalk(name.startsWith('a channel') ? 'msteams' : 'directline', CHANNEL);
    const { exp, ...more } = { exp: undefined, ...claims };
    const headers = exp === undefined ? channelCalls(appId(8), more) : expired(appId(8), exp);
    expect((await server.post(talk.says('my secret'), headers)).status).toBe(401);
    const { channelId } = talk.says('');
    expect((await server.service.transcript(`azure:${channelId}:${talk.id}`, 0, 5)).kind).toBe('none');
    quiet.mockRestore();
    await server.stop();
  });
});

/** A token that ran out. */
function expired(app: string, exp: number) {
  const real = Date.now;
  Date.now = () => exp * 1_000 - 600_000;
  try {
    return channelCalls(app);
  } finally {
    Date.now = real;
  }
}
