/** Signing in by one's organisation over HTTP: the whole way there and back, and everything somebody with bad plans changes on it. */
import { createHash, generateKeyPairSync } from 'node:crypto';
import { sign } from 'jsonwebtoken';
import nock from 'nock';
import { MORAG } from '../../unit/staff/aStaff';
import { type Browser, staffServer } from './staffServer';

const ISSUER = 'https://login.example.org';
const OIDC = { issuer: ISSUER, clientId: 'win', clientSecret: 'a secret between us', timeoutMs: 600 };
const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const other = generateKeyPairSync('rsa', { modulusLength: 2048 });

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(stops.splice(0).map((stop) => stop()));
  nock.cleanAll();
});

function saysWhoItIs(more: object = {}) {
  nock(ISSUER)
    .get('/.well-known/openid-configuration')
    .reply(200, {
      issuer: ISSUER,
      authorization_endpoint: `${ISSUER}/authorize`,
      token_endpoint: `${ISSUER}/token`,
      jwks_uri: `${ISSUER}/keys`,
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256'],
      ...more,
    });
  nock(ISSUER)
    .get('/keys')
    .optionally()
    .reply(200, { keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'RS256', use: 'sig' }] });
}

interface Sent {
  readonly state: string;
  readonly nonce: string;
  readonly challenge: string;
}

async function aServer() {
  const server = await staffServer({ oidc: OIDC });
  stops.push(server.stop);
  await server.house.added();
  /** a browser that pressed the button, and what it was sent with */
  async function leaves(browser = server.aBrowser()): Promise<{ browser: Browser } & Sent> {
    await browser.look('/staff/sign-in');
    const { to, status } = await browser.look('/staff/oidc');
    expect(status).toBe(303);
    const url = new URL(to ?? '');
    expect(url.origin + url.pathname).toBe(`${ISSUER}/authorize`);
    const given = (name: string) => url.searchParams.get(name) ?? '';
    expect(given('client_id')).toBe('win');
    expect(given('redirect_uri')).toBe('http://localhost:3978/staff/oidc/back');
    expect(given('code_challenge_method')).toBe('S256');
    return { browser, state: given('state'), nonce: given('nonce'), challenge: given('code_challenge') };
  }
  return { ...server, leaves };
}

/** They give this for the code, to who can show the verifier of its challenge. */
function givesToken({ nonce, challenge }: Sent, claims: object = {}, key = privateKey) {
  const seconds = Math.floor(Date.now() / 1_000);
  const token = sign(
    {
      iss: ISSUER,
      aud: 'win',
      sub: 'subject-1',
      email: MORAG.email,
      nonce,
      iat: seconds,
      exp: seconds + 300,
      ...claims,
    },
    key,
    { algorithm: 'RS256', keyid: 'one' },
  );
  nock(ISSUER)
    .post('/token', (body) => {
      const made = createHash('sha256').update(String(body.code_verifier)).digest('base64url');
      return made === challenge && body.code === 'a code';
    })
    .optionally()
    .reply(200, { access_token: 'x', token_type: 'Bearer', id_token: token });
}
const back = (browser: Browser, state: string, more = '') =>
  browser.look(`/staff/oidc/back?code=a%20code&state=${encodeURIComponent(state)}${more}`);

it('there and back: signed in, bound to whom they vouched for, in the audit', async () => {
  saysWhoItIs();
  const { leaves, house, aBrowser } = await aServer();
  expect((await aBrowser().look('/staff/sign-in')).text).toContain('Sign in with your work account');
  const sent = await leaves();
  givesToken(sent);
  expect((await back(sent.browser, sent.state)).to).toBe('/staff');
  const own = await sent.browser.look('/staff/account');
  expect(own.text).toContain('Morag Bell');
  expect(own.text).toContain('Work account');
  expect(house.audited.map(({ action }) => action)).toEqual(['accountAdded', 'oidcBound', 'signedIn']);
  // what came back once opens nothing again, to nobody
  givesToken(sent);
  expect((await back(aBrowser(), sent.state)).status).toBe(422);
  expect((await back(sent.browser, sent.state)).status).toBe(422);
});

it('where it is not set up there is no button, and nothing behind it', async () => {
  const server = await staffServer();
  stops.push(server.stop);
  const browser = server.aBrowser();
  expect((await browser.look('/staff/sign-in')).text).not.toContain('work account');
  expect((await browser.look('/staff/oidc/back?code=x&state=y')).status).toBe(404);
});

it('an answer meant for another browser signs nobody in (fixation, and signing in as somebody else)', async () => {
  saysWhoItIs();
  const { leaves, aBrowser } = await aServer();
  const thief = await leaves();
  givesToken(thief);
  const victim = aBrowser();
  await victim.look('/staff/sign-in');
  expect((await back(victim, thief.state)).status).toBe(422);
  expect((await victim.look('/staff/account')).to).toMatch(/^\/staff\/sign-in/);
});

it.each([
  ['another nonce', { nonce: 'another' }, privateKey],
  ['for somebody else', { aud: 'another app' }, privateKey],
  ['by somebody else', { iss: 'https://elsewhere.example.org' }, privateKey],
  ['out of date', { exp: 1_000 }, privateKey],
  ['signed by nobody they know', {}, other.privateKey],
  ['an address they have not checked', { email_verified: false }, privateKey],
  ['no address', { email: undefined }, privateKey],
  ['an address nobody here has', { email: 'nobody@win.example.org' }, privateKey],
])('a token with %s opens nothing', async (_what, claims, key) => {
  saysWhoItIs();
  const { leaves } = await aServer();
  const sent = await leaves();
  givesToken(sent, claims, key);
  const answer = await back(sent.browser, sent.state);
  expect(answer.status).toBe(422);
  expect(answer.text).toContain('Your work account did not open anything here');
  expect((await sent.browser.look('/staff/account')).to).toMatch(/^\/staff\/sign-in/);
});

it('whoever has the address later is not whoever had it: another subject opens nothing', async () => {
  saysWhoItIs();
  const { leaves, house } = await aServer();
  const first = await leaves();
  givesToken(first);
  expect((await back(first.browser, first.state)).to).toBe('/staff');
  const later = await leaves();
  givesToken(later, { sub: 'subject-2' });
  expect((await back(later.browser, later.state)).status).toBe(422);
  const again = await leaves();
  givesToken(again);
  expect((await back(again.browser, again.state)).to).toBe('/staff');
  await house.accounts.close(house.accounts.idOf(MORAG.email), 'command');
  const gone = await leaves();
  givesToken(gone);
  expect((await back(gone.browser, gone.state)).status).toBe(422);
});

it('they refuse: said calmly, and nobody is in', async () => {
  saysWhoItIs();
  const { leaves } = await aServer();
  const sent = await leaves();
  const answer = await sent.browser.look(
    `/staff/oidc/back?error=access_denied&error_description=no%20%3Cb%3E&state=${encodeURIComponent(sent.state)}`,
  );
  expect(answer.status).toBe(422);
  expect(answer.text).not.toContain('access_denied');
  nock(ISSUER).post('/token').reply(400, { error: 'invalid_grant' });
  const next = await leaves();
  expect((await back(next.browser, next.state)).status).toBe(422);
});

it.each([
  ['time-out', () => nock(ISSUER).post('/token').delayConnection(3_000).reply(200, {})],
  ['broken', () => nock(ISSUER).post('/token').reply(503)],
  ['a line that breaks', () => nock(ISSUER).post('/token').replyWithError(new Error('broke'))],
])('they are away (%s): another way is offered', async (_what, fails) => {
  saysWhoItIs();
  const { leaves } = await aServer();
  const sent = await leaves();
  fails();
  const answer = await back(sent.browser, sent.state);
  expect(answer.status).toBe(503);
  expect(answer.text).toContain('Your work account cannot be asked just now');
  expect(answer.text).toContain('name="password"');
  nock.abortPendingRequests();
});

it('rubbish instead of a token, or of themselves, opens nothing; asked again they are well', async () => {
  nock(ISSUER).get('/.well-known/openid-configuration').reply(200, '<html>');
  const { leaves, aBrowser } = await aServer();
  const browser = aBrowser();
  expect((await browser.look('/staff/oidc')).status).toBe(503);
  saysWhoItIs();
  const sent = await leaves();
  nock(ISSUER).post('/token').reply(200, 'x'.repeat(2_000_000));
  expect([422, 503]).toContain((await back(sent.browser, sent.state)).status);
  expect((await sent.browser.look('/staff/account')).to).toMatch(/^\/staff\/sign-in/);
});
