/** The ways in, and what people try who have none: guessing, asking who works here, using a thing twice. */
import { Secret, TOTP } from 'otpauth';
import { codePicture, codeUri, newCodeSecret } from '../../../services/staff/codes';
import { IDLE, MOST_WRONG } from '../../../services/staff/sessions';
import { NOBODYS } from '../../../services/staff/signIn';
import { ACCOUNT_TRIES, NETWORK_TRIES } from '../../../services/staff/staff';
import { doSum } from '../../../services/staff/sums/sums';
import { SumsBusy } from '../../../services/staff/sums/thread';
import { anAuthenticator } from './anAuthenticator';
import { aStaff, MORAG, ORIGIN, PASSWORD } from './aStaff';

const here = { network: '192.0.2.1' };
const right = { email: MORAG.email, password: PASSWORD, ...here };
const browser = 'v-this-browser';

const codeOf = (secret: string, at: number) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at });

async function withCode() {
  const house = aStaff();
  const account = await house.added();
  const secret = newCodeSecret();
  const added = await house.signIn.addCode(account, secret, codeOf(secret, house.now()));
  expect(added.kind).toBe('changed');
  house.pass(60_000);
  const half = async () => {
    const read = await house.signIn.withPassword(right);
    if (read.kind !== 'half') throw new Error(read.kind);
    const token = await house.enter(read.account, { stage: 'half', by: 'password', device: 'Firefox', before: null });
    const seen = await house.sessions.look(token);
    if (seen === null) throw new Error('nobody');
    return { token, ...seen };
  };
  return { house, secret, half };
}

async function withPasskey(verified = true) {
  const house = aStaff();
  const account = await house.added();
  const device = anAuthenticator(ORIGIN, { verified });
  const challenge = house.challenges.make(browser);
  const added = await house.signIn.addPasskey(
    account,
    { response: device.add(challenge), challenge },
    browser,
    'Phone',
  );
  const use = (more: Partial<{ browser: string; owner: string }> = {}, from: string = browser) => {
    const next = house.challenges.make(from);
    return house.signIn.withPasskey(
      { response: device.use(next), challenge: next },
      { browser, owner: null, ...here, ...more },
    );
  };
  return { house, account, device, added, use };
}

describe('a password', () => {
  it('opens the way to add a second one, for a week, and then nothing at all', async () => {
    const house = aStaff();
    await house.added();
    expect((await house.signIn.withPassword(right)).kind).toBe('setUp');
    house.pass(7 * 24 * 3_600_000 + 1);
    expect((await house.signIn.withPassword(right)).kind).toBe('no');
  });

  it('is the same however its letters are put together, and the e-mail however it is written', async () => {
    const house = aStaff();
    await house.added({ password: 'caf\u00e9 by the long river' });
    const read = await house.signIn.withPassword({
      email: ' MORAG@win.example.org ',
      password: 'cafe\u0301 by the long river',
      ...here,
    });
    expect(read.kind).toBe('setUp');
  });

  it.each([
    ['a wrong password', { ...right, password: 'heather over the kingfishes' }],
    ['nobody', { ...right, email: 'nobody@win.example.org' }],
    ['nothing', { ...right, email: '', password: '' }],
  ])('%s: the same answer after the same work', async (_what, given) => {
    const house = aStaff();
    await house.added();
    house.summed.length = 0;
    expect(await house.signIn.withPassword(given)).toEqual({ kind: 'no' });
    expect(house.summed.map(({ kind }) => kind)).toEqual(['fits']);
  });

  it.each(['closed', 'without a password'])(
    'an account that is %s: the same answer after the same work',
    async (what) => {
      const house = aStaff();
      const { id } = await house.added(what === 'closed' ? {} : { password: null });
      if (what === 'closed') await house.accounts.close(id, 'command');
      house.summed.length = 0;
      expect(await house.signIn.withPassword(right)).toEqual({ kind: 'no' });
      expect(house.summed.map(({ kind }) => kind)).toEqual(['fits']);
    },
  );

  it('costs the same to try at an account that is not there', async () => {
    const made = await doSum({ kind: 'hash', password: 'anything at all' });
    if (made.kind !== 'hash') throw new Error(made.kind);
    const cost = (text: string) => text.split('$').slice(0, 4);
    expect(cost(NOBODYS)).toEqual(cost(made.hash));
    expect(await doSum({ kind: 'fits', password: 'anything at all', hash: made.hash })).toEqual({
      kind: 'fits',
      fits: true,
    });
    expect(await doSum({ kind: 'fits', password: 'anything at all!', hash: made.hash })).toEqual({
      kind: 'fits',
      fits: false,
    });
  });

  it.each([MORAG.email, 'nobody@win.example.org'])(
    'guessed too often at %s from everywhere: later, also for the right one, and after a while again',
    async (email) => {
      const house = aStaff();
      await house.added();
      for (let n = 0; n < ACCOUNT_TRIES; n += 1) {
        const read = await house.signIn.withPassword({ email, password: `guess number ${n}`, network: `192.0.2.${n}` });
        expect(read.kind).toBe('no');
      }
      house.summed.length = 0;
      expect(await house.signIn.withPassword({ ...right, email, network: '198.51.100.9' })).toEqual({ kind: 'later' });
      expect(house.summed).toEqual([]);
      house.pass(15 * 60_000);
      expect((await house.signIn.withPassword({ ...right, email })).kind).toBe(email === MORAG.email ? 'setUp' : 'no');
    },
  );

  it('guessed at many accounts from one network: later for that network alone', async () => {
    const house = aStaff();
    await house.added();
    for (let n = 0; n < NETWORK_TRIES; n += 1)
      await house.signIn.withPassword({ email: `person${n}@win.example.org`, password: 'spring time 2026', ...here });
    expect((await house.signIn.withPassword(right)).kind).toBe('later');
    expect((await house.signIn.withPassword({ ...right, network: '198.51.100.9' })).kind).toBe('setUp');
  });

  it('tried by too many at once is not called wrong', async () => {
    const house = aStaff({
      sum: async (asked) => {
        if (asked.kind === 'fits') throw new SumsBusy();
        return { kind: 'hash', hash: 'x' };
      },
    });
    await house.added();
    expect(await house.signIn.withPassword(right)).toEqual({ kind: 'busy' });
  });
});

describe('a code of an app', () => {
  it('lets its owner in, once', async () => {
    const { house, secret, half } = await withCode();
    const { session, account } = await half();
    const code = codeOf(secret, house.now());
    expect((await house.signIn.withCode(session, account, `${code.slice(0, 3)} ${code.slice(3)}`)).kind).toBe('in');
    const again = await half();
    expect((await house.signIn.withCode(again.session, again.account, code)).kind).toBe('no');
  });

  it('of two at the same moment lets one in', async () => {
    const { house, secret, half } = await withCode();
    const { session, account } = await half();
    const code = codeOf(secret, house.now());
    const both = await Promise.all([1, 2].map(() => house.signIn.withCode(session, account, code)));
    expect(both.map(({ kind }) => kind).sort()).toEqual(['in', 'no']);
  });

  it('may be half a minute old and no older', async () => {
    const { house, secret, half } = await withCode();
    const { session, account } = await half();
    const old = codeOf(secret, house.now() - 90_000);
    expect((await house.signIn.withCode(session, account, old)).kind).toBe('no');
    expect((await house.signIn.withCode(session, account, codeOf(secret, house.now() - 30_000))).kind).toBe('in');
  });

  it('guessed: the session is over after a few, and the account after some more', async () => {
    const { house, secret, half } = await withCode();
    const wrong = (n: number) => String((Number(codeOf(secret, house.now())) + n) % 1_000_000).padStart(6, '0');
    const first = await half();
    for (let n = 1; n < MOST_WRONG; n += 1)
      expect((await house.signIn.withCode(first.session, first.account, wrong(n))).kind).toBe('no');
    expect((await house.signIn.withCode(first.session, first.account, wrong(9))).kind).toBe('over');
    expect(await house.sessions.look(first.token)).toBeNull();
    const second = await half();
    for (let n = MOST_WRONG; n < ACCOUNT_TRIES; n += 1)
      await house.signIn.withCode(second.session, second.account, wrong(n));
    const third = await half();
    const code = codeOf(secret, house.now());
    expect((await house.signIn.withCode(third.session, third.account, code)).kind).toBe('later');
  });

  it('is set up by a picture that any app can read', () => {
    const uri = codeUri('JBSWY3DPEHPK3PXP', MORAG.email);
    expect(uri).toMatch(/^otpauth:\/\/totp\/WIN:morag%40win\.example\.org\?.*secret=JBSWY3DPEHPK3PXP/);
    const { path, size } = codePicture(uri);
    expect(size).toBeGreaterThan(30);
    expect(path).toMatch(/^(M\d+ \d+h1v1h-1z)+$/);
  });

  it.each(['', 'abcdef', '12345', '1234567', '００００００'])('%j is none', async (code) => {
    const { house, half } = await withCode();
    const { session, account } = await half();
    expect((await house.signIn.withCode(session, account, code)).kind).toBe('no');
  });
});

describe('a passkey', () => {
  it('lets its owner in with nothing else, also while the password is locked', async () => {
    const { house, added, use } = await withPasskey();
    expect(added.kind).toBe('changed');
    for (let n = 0; n < ACCOUNT_TRIES + 1; n += 1)
      await house.signIn.withPassword({ ...right, password: 'x', network: `192.0.2.${n}` });
    expect(await use()).toMatchObject({ kind: 'in', account: { email: MORAG.email } });
  });

  it('answers one challenge once', async () => {
    const { house, device } = await withPasskey();
    const challenge = house.challenges.make(browser);
    const given = { response: device.use(challenge), challenge };
    expect((await house.signIn.withPasskey(given, { browser, owner: null, ...here })).kind).toBe('in');
    expect((await house.signIn.withPasskey(given, { browser, owner: null, ...here })).kind).toBe('no');
  });

  it.each([
    ['another browser', 'v-another', 0],
    ['a page left open too long', browser, 11 * 60_000],
  ])('with a challenge of %s opens nothing', async (_what, from, wait) => {
    const { house, device } = await withPasskey();
    const challenge = house.challenges.make(from);
    house.pass(wait);
    const given = { response: device.use(challenge), challenge };
    expect((await house.signIn.withPasskey(given, { browser, owner: null, ...here })).kind).toBe('no');
  });

  it('made without a finger or a number is not taken', async () => {
    const { added } = await withPasskey(false);
    expect(added.kind).toBe('no');
  });

  it('made on another site is not taken, and neither is a challenge of our own making', async () => {
    const { house, account } = await withPasskey();
    const elsewhere = anAuthenticator('https://door.example.com');
    const challenge = house.challenges.make(browser);
    const given = { response: elsewhere.add(challenge), challenge };
    expect((await house.signIn.addPasskey(account, given, browser, 'x')).kind).toBe('no');
    const own = Buffer.from(`${house.now().toString(36)} abc def`).toString('base64url');
    const device = anAuthenticator(ORIGIN);
    const forged = { response: device.add(own), challenge: own };
    expect((await house.signIn.addPasskey(account, forged, browser, 'x')).kind).toBe('no');
  });

  it('of somebody else, of a closed account, and rubbish open nothing', async () => {
    const { house, account, use } = await withPasskey();
    expect((await use({ owner: 's_other' })).kind).toBe('no');
    const challenge = house.challenges.make(browser);
    for (const response of [null, 'x', {}, { id: 'x' }, { id: account.passkeys[0]?.id, response: {} }])
      expect((await house.signIn.withPasskey({ response, challenge }, { browser, owner: null, ...here })).kind).toBe(
        'no',
      );
    await house.accounts.close(account.id, 'command');
    expect((await use()).kind).toBe('no');
  });

  it('whose count goes back is a copy, and opens nothing', async () => {
    const { house, device, use } = await withPasskey();
    expect((await use()).kind).toBe('in');
    const [account] = await house.accounts.list();
    if (account === undefined) throw new Error('nobody');
    await house.accounts.usePasskey(account.id, device.id, 1_000);
    expect((await use()).kind).toBe('no');
  });
});

describe('ways in', () => {
  it('the only second one stays; taking one of two away ends every session', async () => {
    const { house, account, device } = await withPasskey();
    expect((await house.accounts.removePasskey(account.id, device.id)).kind).toBe('refused');
    const secret = newCodeSecret();
    await house.signIn.addCode(account, secret, codeOf(secret, house.now()));
    const now = await house.accounts.get(account.id);
    if (now === null) throw new Error('nobody');
    const token = await house.enter(now, { stage: 'in', by: 'passkey', device: 'Firefox', before: null });
    expect(await house.sessions.look(token)).not.toBeNull();
    expect((await house.accounts.removePasskey(account.id, device.id)).kind).toBe('changed');
    expect(await house.sessions.look(token)).toBeNull();
    expect((await house.accounts.removeCode(account.id)).kind).toBe('refused');
  });

  it('an app is added only by one that knows the secret', async () => {
    const house = aStaff();
    const account = await house.added();
    expect((await house.signIn.addCode(account, newCodeSecret(), '000000')).kind).toBe('no');
    expect((await house.accounts.get(account.id))?.codeSecret).toBeNull();
  });

  it.each([
    ['short', 'only eleven'],
    ['same', 'aaaaaaaaaaaa'],
    ['yours', 'moragmorag bell'],
  ] as const)('a password is refused as %s', async (fault, password) => {
    const house = aStaff();
    expect(await house.accounts.add({ ...MORAG, password }, 'command')).toEqual({ kind: 'fault', fault });
  });

  it('every one of these is in the audit, by whom, and holds no word, name or address', async () => {
    const { house, account, use } = await withPasskey();
    await use();
    const token = await house.enter(account, { stage: 'in', by: 'passkey', device: 'Firefox', before: null });
    const seen = await house.sessions.look(token);
    if (seen === null) throw new Error('nobody');
    await house.leave(token, seen);
    await house.accounts.setRoles(account.id, ['manager'], 's_admin');
    await house.accounts.close(account.id, 's_admin');
    expect(house.audited.map(({ actor, action }) => `${actor === account.id ? 'own' : actor} ${action}`)).toEqual([
      'command accountAdded',
      'own passkeyAdded',
      'own signedIn',
      'own signedOut',
      's_admin rolesChanged',
      's_admin accountClosed',
    ]);
    expect(JSON.stringify(house.audited)).not.toMatch(/morag|bell|example|Phone/i);
  });
});

test('a session that nobody used for an hour is over', async () => {
  const house = aStaff();
  const account = await house.added();
  const token = await house.enter(account, { stage: 'in', by: 'passkey', device: '', before: null });
  house.pass(IDLE - 1);
  expect(await house.sessions.look(token)).not.toBeNull();
  house.pass(IDLE - 1);
  expect(await house.sessions.look(token)).not.toBeNull();
  house.pass(IDLE);
  expect(await house.sessions.look(token)).toBeNull();
});
