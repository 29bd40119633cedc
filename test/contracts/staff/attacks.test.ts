/** The staff pages as somebody with bad plans tries them, over HTTP: fixation, reuse, forged forms, guessing, asking who is there, stolen cookies. */
import { Secret, TOTP } from 'otpauth';
import { newCodeSecret } from '../../../services/staff/codes';
import { ACCOUNT_TRIES, NETWORK_TRIES } from '../../../services/staff/staff';
import { anAuthenticator } from '../../unit/staff/anAuthenticator';
import { MORAG, ORIGIN, PASSWORD } from '../../unit/staff/aStaff';
import { staffServer } from './staffServer';

const right = { email: MORAG.email, password: PASSWORD };
const stops: (() => Promise<void>)[] = [];
async function aServer(options: Parameters<typeof staffServer>[0] = {}) {
  const made = await staffServer(options);
  stops.push(made.stop);
  return made;
}
afterEach(async () => {
  await Promise.all(stops.splice(0).map((stop) => stop()));
});

const codeOf = (secret: string, at: number) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at });

/** Morag, with an app beside her password. */
async function withApp(options: Parameters<typeof staffServer>[0] = {}) {
  const server = await aServer(options);
  const { house } = server;
  const account = await house.added();
  const secret = newCodeSecret();
  await house.signIn.addCode(account, secret, codeOf(secret, house.now()));
  house.pass(60_000);
  const code = () => codeOf(secret, house.now());
  async function signIn(browser = server.aBrowser()) {
    const first = await browser.send('/staff/sign-in', right);
    expect(first.to).toBe('/staff/second-factor');
    const second = await browser.send('/staff/second-factor', { code: code() }, '/staff/second-factor');
    expect(second.to).toBe('/staff');
    house.pass(60_000);
    return browser;
  }
  return { ...server, account, secret, code, signIn };
}

it('a password and a code lead in, and out again', async () => {
  const { signIn, house } = await withApp();
  const browser = await signIn();
  const own = await browser.look('/staff/account');
  expect(own.status).toBe(200);
  expect(own.text).toContain('Morag Bell');
  const out = await browser.send('/staff/sign-out', {}, '/staff/account');
  expect(out.to).toBe('/staff/sign-in?note=signedOut');
  expect((await browser.look('/staff/account')).to).toMatch(/^\/staff\/sign-in/);
  expect(house.audited.map(({ action }) => action)).toEqual(['accountAdded', 'codeAdded', 'signedIn', 'signedOut']);
});

it('the cookie is for this host, no script and no other site, and over https only in production', async () => {
  const { aBrowser } = await aServer();
  const here = await aBrowser().look('/staff/sign-in');
  expect(here.cookie).toMatch(/^win_staff=v[\w-]+\.[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
  const live = await aServer({ production: true });
  expect((await live.aBrowser().look('/staff/sign-in')).cookie).toMatch(
    /^__Host-win_staff=.*; HttpOnly; SameSite=Lax; Secure$/,
  );
});

it('pages are kept nowhere, in no frame, with no script but ours', async () => {
  const { signIn } = await withApp();
  const { headers } = await (await signIn()).look('/staff/account');
  expect(headers.get('cache-control')).toBe('no-store');
  expect(headers.get('x-frame-options')).toBe('DENY');
  expect(headers.get('content-security-policy')).toMatch(/default-src 'none'; script-src 'self';.*form-action 'self'/);
});

describe('fixation', () => {
  it('a cookie planted before signing in, ours or made up, opens nothing after it', async () => {
    const { signIn, aBrowser } = await withApp();
    const thief = aBrowser();
    await thief.look('/staff/sign-in');
    const victim = aBrowser();
    victim.take(thief.cookie());
    await signIn(victim);
    expect(victim.cookie()).not.toBe(thief.cookie());
    expect((await thief.look('/staff/account')).to).toMatch(/^\/staff\/sign-in/);
    thief.take('win_staff=sAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA.BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB');
    const made = await thief.look('/staff/account');
    expect(made.to).toMatch(/^\/staff\/sign-in/);
    expect(made.cookie).toMatch(/^win_staff=v/);
  });

  it('the half session of the password is over once the code was given', async () => {
    const { aBrowser, code } = await withApp();
    const browser = aBrowser();
    await browser.send('/staff/sign-in', right);
    const half = browser.cookie();
    await browser.send('/staff/second-factor', { code: code() }, '/staff/second-factor');
    const thief = aBrowser();
    thief.take(half);
    expect((await thief.look('/staff/second-factor')).to).toMatch(/^\/staff\/sign-in/);
  });
});

describe('reuse', () => {
  it('a cookie copied before signing out opens nothing after it', async () => {
    const { signIn, aBrowser } = await withApp();
    const browser = await signIn();
    const thief = aBrowser();
    thief.take(browser.cookie());
    expect((await thief.look('/staff/account')).status).toBe(200);
    await browser.send('/staff/sign-out', {}, '/staff/account');
    expect((await thief.look('/staff/account')).to).toMatch(/^\/staff\/sign-in/);
  });

  it.each(['role', 'close', 'reset'] as const)(
    'a stolen cookie opens nothing from the moment of a %s',
    async (what) => {
      const { signIn, aBrowser, house, account } = await withApp();
      const thief = aBrowser();
      thief.take((await signIn()).cookie());
      expect((await thief.look('/staff/account')).status).toBe(200);
      if (what === 'role') await house.accounts.setRoles(account.id, ['manager'], 'command');
      if (what === 'close') await house.accounts.close(account.id, 'command');
      if (what === 'reset') await house.accounts.reset(account.id, 'another long password', 'command');
      expect((await thief.look('/staff/account')).to).toMatch(/^\/staff\/sign-in/);
    },
  );

  it('a code that was seen over a shoulder opens nothing again', async () => {
    const { aBrowser, code } = await withApp();
    const seen = code();
    const browser = aBrowser();
    await browser.send('/staff/sign-in', right);
    expect((await browser.send('/staff/second-factor', { code: seen }, '/staff/second-factor')).to).toBe('/staff');
    const thief = aBrowser();
    await thief.send('/staff/sign-in', right);
    const again = await thief.send('/staff/second-factor', { code: seen }, '/staff/second-factor');
    expect(again.status).toBe(422);
    expect(again.text).toContain('it was used before');
  });
});

describe('forged forms', () => {
  it.each([
    ['no token', {}, {}],
    ['the token of another browser', { csrf: 'theirs' }, {}],
    ['a form on another site', {}, { 'sec-fetch-site': 'cross-site' }],
    ['a form on a sister site', {}, { 'sec-fetch-site': 'same-site' }],
    ['another origin', {}, { origin: 'https://elsewhere.example' }],
  ])('with %s change nothing', async (_what, fields, headers) => {
    const { as, house } = await aServer();
    const admin = await as(['admin']);
    const other = await house.added({ email: 'other@win.example.org' });
    const page = await admin.look(`/staff/accounts/${other.id}`);
    expect(page.text).toContain('Close this account');
    const own = /name="csrf" value="([^"]+)"/.exec(page.text)?.[1] ?? '';
    const browser = admin.like(headers);
    browser.take(admin.cookie());
    const csrf = 'csrf' in fields ? fields.csrf : Object.keys(headers).length > 0 ? own : '';
    const answer = await browser.ask('POST', `/staff/accounts/${other.id}/close`, { csrf });
    expect(answer.to).toBe('/staff?note=stale');
    expect((await house.accounts.get(other.id))?.state).toBe('open');
  });

  it('the token of a stranger is no good once somebody is signed in', async () => {
    const { aBrowser, signIn, house } = await withApp();
    const browser = aBrowser();
    const { text } = await browser.look('/staff/sign-in');
    const before = /name="csrf" value="([^"]+)"/.exec(text)?.[1] ?? '';
    await signIn(browser);
    expect((await browser.ask('POST', '/staff/sign-out', { csrf: before })).to).toBe('/staff?note=stale');
    expect(house.audited.map(({ action }) => action)).not.toContain('signedOut');
  });

  it('signs nobody in as somebody else from another site', async () => {
    const { aBrowser } = await withApp();
    const browser = aBrowser({ 'sec-fetch-site': 'cross-site' });
    const answer = await browser.send('/staff/sign-in', right);
    expect(answer.to).toBe('/staff/sign-in?note=stale');
  });
});

describe('guessing', () => {
  it('passwords of one account from many networks: later, then again', async () => {
    const { aBrowser, house } = await withApp();
    const browser = aBrowser();
    for (let n = 0; n < ACCOUNT_TRIES; n += 1)
      expect((await browser.send('/staff/sign-in', { ...right, password: `a guess ${n}` })).status).toBe(422);
    const locked = await browser.send('/staff/sign-in', right);
    expect(locked.status).toBe(429);
    expect(locked.text).toContain('A passkey still works');
    house.pass(15 * 60_000);
    expect((await browser.send('/staff/sign-in', right)).to).toBe('/staff/second-factor');
  });

  it('one password at many accounts from one network: later for it, and for nobody else', async () => {
    const { aBrowser } = await withApp();
    const guesser = aBrowser({ 'x-test-address': '203.0.113.7' });
    for (let n = 0; n < NETWORK_TRIES; n += 1)
      await guesser.send('/staff/sign-in', { email: `person${n}@win.example.org`, password: 'spring is in the air' });
    expect((await guesser.send('/staff/sign-in', right)).status).toBe(429);
    const other = aBrowser({ 'x-test-address': '203.0.113.8' });
    expect((await other.send('/staff/sign-in', right)).to).toBe('/staff/second-factor');
  });

  it('codes with the right password: back to the beginning, and then later', async () => {
    const { aBrowser, code } = await withApp();
    const browser = aBrowser();
    const outcomes: string[] = [];
    for (let n = 0; n < 14; n += 1) {
      if ((await browser.look('/staff/second-factor')).status !== 200) await browser.send('/staff/sign-in', right);
      const wrong = String((Number(code()) + 1 + n) % 1_000_000).padStart(6, '0');
      const answer = await browser.send('/staff/second-factor', { code: wrong }, '/staff/second-factor');
      outcomes.push(`${answer.status} ${answer.to ?? ''}`.trim());
    }
    const over = '303 /staff/sign-in?note=later';
    expect(outcomes.slice(0, 10)).toEqual([...Array(4).fill('422'), over, ...Array(4).fill('422'), over]);
    expect(new Set(outcomes.slice(10))).toEqual(new Set(['429']));
  });
});

describe('asking who works here', () => {
  it('a wrong password, nobody, a closed account and one with no password: the same page', async () => {
    const { aBrowser, house } = await withApp();
    await house.added({ email: 'bare@win.example.org', password: null });
    const gone = await house.added({ email: 'gone@win.example.org' });
    await house.accounts.close(gone.id, 'command');
    const pages: string[] = [];
    for (const email of [MORAG.email, 'nobody@win.example.org', gone.email, 'bare@win.example.org']) {
      const browser = aBrowser();
      const { status, text } = await browser.send('/staff/sign-in', { email, password: 'not the right one' });
      const plain = text
        .replaceAll(email, 'EMAIL')
        .replace(/(name="(?:csrf|challenge)" value=")[^"]+/g, '$1')
        .replace(/data-options="[^"]+"/g, '');
      pages.push(`${status} ${plain}`);
    }
    expect(new Set(pages).size).toBe(1);
    expect(pages[0]).toContain('422');
    expect(pages[0]).toContain('That does not go together');
  });

  it('no passkey is named before somebody has shown who they are', async () => {
    const { aBrowser, house, account } = await withApp();
    const device = anAuthenticator(ORIGIN);
    const challenge = house.challenges.make('v-x');
    await house.signIn.addPasskey(account, { response: device.add(challenge), challenge }, 'v-x', 'Phone');
    const browser = aBrowser();
    expect((await browser.look('/staff/sign-in')).text).not.toContain(device.id);
    await browser.send('/staff/sign-in', right);
    expect((await browser.look('/staff/second-factor')).text).toContain(device.id);
  });
});

describe('a passkey over HTTP', () => {
  it('is added by who has just signed in, and then leads in alone', async () => {
    const { signIn, aBrowser } = await withApp();
    const browser = await signIn();
    const device = anAuthenticator(ORIGIN);
    const challengeIn = (text: string) => /name="challenge" value="([^"]+)"/.exec(text)?.[1] ?? '';
    const page = await browser.look('/staff/account');
    const challenge = challengeIn(page.text);
    const added = await browser.send(
      '/staff/account/passkey',
      { challenge, response: JSON.stringify(device.add(challenge)), label: 'My <b>phone' },
      '/staff/account',
    );
    expect(added.to).toBe('/staff/account?note=passkeyAdded');
    const after = await browser.look('/staff/account?note=passkeyAdded');
    expect(after.text).toContain('My &lt;b&gt;phone');
    expect(after.text).toContain('The passkey was added');

    const fresh = aBrowser();
    const next = challengeIn((await fresh.look('/staff/sign-in?next=%2Fstaff%2Faccount')).text);
    const fields = { challenge: next, response: JSON.stringify(device.use(next)), next: '/staff/account' };
    const used = await fresh.send('/staff/passkey', fields);
    expect(used.to).toBe('/staff/account');
    const replay = await aBrowser().send('/staff/passkey', fields);
    expect(replay.status).toBe(422);
  });

  it('is added by nobody who signed in long ago: they sign in again first', async () => {
    const { signIn, house } = await withApp();
    const browser = await signIn();
    house.pass(11 * 60_000);
    for (const path of ['/staff/account/passkey', '/staff/account/app/remove', '/staff/account/password']) {
      const answer = await browser.send(path, {}, '/staff/account');
      expect(answer.to).toBe('/staff/sign-in?again=1&next=%2Fstaff%2Faccount&note=fresh');
    }
    expect((await browser.look('/staff/sign-in?again=1&note=fresh')).text).toContain('Please sign in again first');
  });
});

describe('a first sign-in', () => {
  it('with a password alone opens one page: to set up an app, and then the rest', async () => {
    const { aBrowser, house } = await aServer();
    await house.added();
    const browser = aBrowser();
    expect((await browser.send('/staff/sign-in', right)).to).toBe('/staff/account?note=setUp');
    expect((await browser.look('/staff')).to).toBe('/staff/account?note=setUp');
    const page = await browser.look('/staff/account/app');
    const secret = (/class="key">([A-Z2-7 ]+)</.exec(page.text)?.[1] ?? '').replaceAll(' ', '');
    expect(secret).toHaveLength(32);
    const wrong = await browser.send('/staff/account/app', { code: '000000' }, '/staff/account/app');
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('aria-invalid="true"');
    const done = await browser.send('/staff/account/app', { code: codeOf(secret, house.now()) }, '/staff/account/app');
    expect(done.to).toBe('/staff/account?note=appAdded');
    expect((await browser.look('/staff/account')).text).toContain('Where you are signed in');
  });
});

describe('being sent elsewhere', () => {
  it.each([
    'https://elsewhere.example',
    '//elsewhere.example',
    '/\\elsewhere.example',
    '/staff/../r/x',
    'javascript:alert(1)',
    '/staff\r\nX: y',
  ])('after signing in, never to %j', async (next) => {
    const { aBrowser, code } = await withApp();
    const browser = aBrowser();
    const first = await browser.send('/staff/sign-in', { ...right, next });
    expect(first.to).toBe('/staff/second-factor');
    const second = await browser.send('/staff/second-factor', { code: code(), next }, '/staff/second-factor');
    expect(second.to).toBe('/staff');
  });

  it('to the page that was asked for', async () => {
    const { aBrowser, code } = await withApp();
    const browser = aBrowser();
    const asked = await browser.look('/staff/account/password');
    expect(asked.to).toBe('/staff/sign-in?next=%2Fstaff%2Faccount%2Fpassword');
    const first = await browser.send('/staff/sign-in', { ...right, next: '/staff/account/password' });
    expect(first.to).toBe('/staff/second-factor?next=%2Fstaff%2Faccount%2Fpassword');
    const second = await browser.send(
      '/staff/second-factor',
      { code: code(), next: '/staff/account/password' },
      '/staff/second-factor',
    );
    expect(second.to).toBe('/staff/account/password');
  });
});

it('an admin changes roles, closes, opens and ends sessions, all of it in the audit; nobody ends another’s by guessing', async () => {
  const { as, house } = await aServer();
  const admin = await as(['admin']);
  const advisor = await as(['advisor']);
  const at = `/staff/accounts/${advisor.account.id}`;
  const [session] = await house.sessions.openOf(advisor.account.id);
  const notTheirs = await advisor.send(
    '/staff/account/sessions/end',
    { session: (await house.sessions.openOf(admin.account.id))[0]?.id ?? '' },
    '/staff/account',
  );
  expect(notTheirs.status).toBe(404);
  expect((await admin.look('/staff/account')).status).toBe(200);
  expect((await admin.send(`${at}/sessions/end`, { session: session?.id ?? '' }, at)).to).toBe(
    `${at}?note=sessionEnded`,
  );
  expect((await advisor.look('/staff/account')).to).toMatch(/^\/staff\/sign-in/);
  const none = await admin.send(`${at}/roles`, {}, at);
  expect(none.status).toBe(422);
  expect(none.text).toContain('Please pick at least one role');
  expect((await admin.send(`${at}/roles`, { role: 'manager' }, at)).to).toBe(`${at}?note=rolesChanged`);
  expect((await house.accounts.get(advisor.account.id))?.roles).toEqual(['manager']);
  expect((await admin.send(`${at}/close`, {}, at)).to).toBe(`${at}?note=closed`);
  expect((await admin.send(`${at}/open`, {}, at)).to).toBe(`${at}?note=opened`);
  const own = `/staff/accounts/${admin.account.id}`;
  expect((await admin.send(`${own}/close`, {}, own)).to).toBe(`${own}?note=notChanged`);
  const actions = house.audited.filter(({ actor }) => actor === admin.account.id).map(({ action }) => action);
  for (const one of ['accountSeen', 'sessionEnded', 'rolesChanged', 'accountClosed', 'accountOpened'])
    expect(actions).toContain(one);
});

it('with the database away it says so calmly, and lets nobody in', async () => {
  let down = false;
  const { as, logged } = await aServer({ down: () => down });
  const admin = await as(['admin']);
  down = true;
  const answer = await admin.look('/staff/accounts');
  expect(answer.status).toBe(503);
  expect(answer.text).not.toContain('away');
  expect(logged).toContain('staff.failed');
});
