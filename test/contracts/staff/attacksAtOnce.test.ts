/** Attacks that race, tamper and wait: many guesses at once, one code in two browsers, a cookie bent by a letter, a session left open. */
import { Secret, TOTP } from 'otpauth';
import { newCodeSecret } from '../../../services/staff/codes';
import { ACCOUNT_TRIES } from '../../../services/staff/staff';
import { MORAG, PASSWORD } from '../../unit/staff/aStaff';
import { type Browser, staffServer } from './staffServer';

const right = { email: MORAG.email, password: PASSWORD };
const minute = 60_000;
const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(stops.splice(0).map((stop) => stop()));
});

/** Morag, with an app beside her password. */
async function withApp() {
  const server = await staffServer();
  stops.push(server.stop);
  const { house } = server;
  const account = await house.added();
  const secret = newCodeSecret();
  const code = () => new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: house.now() });
  await house.signIn.addCode(account, secret, code());
  house.pass(minute);
  async function half(browser = server.aBrowser()): Promise<Browser> {
    expect((await browser.send('/staff/sign-in', right)).to).toBe('/staff/second-factor');
    return browser;
  }
  async function signIn(): Promise<Browser> {
    const browser = await half();
    const second = await browser.send('/staff/second-factor', { code: code() }, '/staff/second-factor');
    expect(second.to).toBe('/staff');
    house.pass(minute);
    return browser;
  }
  return { ...server, account, code, half, signIn };
}

const isOut = (to: string | null) => expect(to).toMatch(/^\/staff\/sign-in/);

it('many passwords guessed at one moment are no more tries than one after the other', async () => {
  const { aBrowser } = await withApp();
  const browsers = Array.from({ length: 3 * ACCOUNT_TRIES }, () => aBrowser());
  await Promise.all(browsers.map((browser) => browser.look('/staff/sign-in')));
  const answers = await Promise.all(
    browsers.map((browser, n) => browser.send('/staff/sign-in', { ...right, password: `a guess ${n}` })),
  );
  // a crowd of sums is told to come back (503), and nothing more than the tries is ever looked at (422)
  expect(answers.filter(({ status }) => status === 422).length).toBeLessThanOrEqual(ACCOUNT_TRIES);
  expect(answers.every(({ status }) => [422, 429, 503].includes(status))).toBe(true);
});

it('one code given in two browsers at one moment lets one of them in', async () => {
  const { half, code } = await withApp();
  const [mine, theirs] = [await half(), await half()];
  const seen = code();
  const both = await Promise.all(
    [mine, theirs].map((browser) => browser.send('/staff/second-factor', { code: seen }, '/staff/second-factor')),
  );
  expect(both.map(({ to }) => to).filter((to) => to === '/staff')).toHaveLength(1);
  expect(both.map(({ status }) => status).sort()).toEqual([303, 422]);
});

it('a cookie bent anywhere opens nothing, and nothing of it stays', async () => {
  const { signIn, aBrowser } = await withApp();
  const cookie = (await signIn()).cookie() ?? '';
  const [name = '', value = ''] = cookie.split('=');
  const bent = [...value].flatMap((letter, at) =>
    at % 7 === 0 ? [`${value.slice(0, at)}${letter === 'A' ? 'B' : 'A'}${value.slice(at + 1)}`] : [],
  );
  const all = [
    ...bent,
    value.slice(0, -1),
    `${value}A`,
    value.replace('.', ''),
    value.split('.')[0] ?? '',
    `${value}.${value}`,
  ];
  for (const one of all) {
    const thief = aBrowser();
    thief.take(`${name}=${one}`);
    isOut((await thief.look('/staff/account')).to);
  }
  const thief = aBrowser();
  thief.take(`${name}=${value}`);
  // the check can fail: as it was given it opens
  expect((await thief.look('/staff/account')).status).toBe(200);
});

it('an hour without use ends a session, and twelve hours of use do as well', async () => {
  const { signIn, house } = await withApp();
  const left = await signIn();
  house.pass(61 * minute);
  isOut((await left.look('/staff/account')).to);

  const busy = await signIn();
  for (let used = 0; used < 12 * 60; used += 50) {
    house.pass(50 * minute);
    const { status, to } = await busy.look('/staff/account');
    if (status !== 200) {
      isOut(to);
      expect(used).toBeGreaterThan(10 * 60);
    }
  }
  isOut((await busy.look('/staff/account')).to);
});

it('the token of one of somebody’s sessions is no good in another of theirs', async () => {
  const { signIn, house, account } = await withApp();
  const [first, second] = [await signIn(), await signIn()];
  const csrf = /name="csrf" value="([^"]+)"/.exec((await first.look('/staff/account')).text)?.[1] ?? '';
  expect((await second.ask('POST', '/staff/sign-out', { csrf })).to).toBe('/staff?note=stale');
  expect((await house.sessions.openOf(account.id)).length).toBeGreaterThanOrEqual(2);
});

it('nothing is changed by a link: what changes something takes a form', async () => {
  const { signIn } = await withApp();
  const browser = await signIn();
  for (const path of ['/staff/sign-out', '/staff/account/app/remove', '/advisor/next', '/advisor/shift'])
    expect([404, 405]).toContain((await browser.look(path)).status);
  expect((await browser.look('/staff/account')).status).toBe(200);
});

it('an open line of news ends when the role of whoever listens changes, and says nothing more', async () => {
  const { as, house, at } = await withApp();
  const advisor = await as(['advisor']);
  const news = await fetch(`${at}/advisor/events`, { headers: { cookie: advisor.cookie() ?? '' } });
  const reader = news.body?.getReader();
  await reader?.read();
  await house.accounts.setRoles(advisor.account.id, ['partner'], 'command');
  expect(await house.sessions.peek(advisor.token)).toBeNull();
  const again = await fetch(`${at}/advisor/events`, {
    headers: { cookie: advisor.cookie() ?? '' },
    redirect: 'manual',
  });
  isOut(again.headers.get('location'));
  await reader?.cancel();
});
