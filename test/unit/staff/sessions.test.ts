/** Sessions: what ends one, at once; and what was known before signing in opens nothing after it. */
import { ABSOLUTE, FRESH, HALF, IDLE, isFresh } from '../../../services/staff/sessions';
import { aStaff } from './aStaff';

async function signedIn() {
  const house = aStaff();
  const account = await house.added();
  const begin = (before: string | null = null, stage: 'in' | 'half' = 'in') =>
    house.enter(account, { stage, by: 'passkey', device: 'Firefox on Linux', before });
  return { house, account, token: await begin(), begin };
}

it('is kept by a hash: what is in the database signs nobody in', async () => {
  const { house, token } = await signedIn();
  const [kept] = await house.records.sessions.find({}, 5);
  expect(JSON.stringify(kept)).not.toContain(token.slice(1));
  expect(await house.sessions.look(kept?.id ?? '')).toBeNull();
});

it('fixation: signing in gives a fresh token, and the one before it is over', async () => {
  const { house, token, begin } = await signedIn();
  const next = await begin(token);
  expect(next).not.toBe(token);
  expect(await house.sessions.look(token)).toBeNull();
  expect(await house.sessions.look(next)).not.toBeNull();
  expect(await house.sessions.look('s-chosen-by-somebody-else')).toBeNull();
});

it('is over after signing out, also for who copied it', async () => {
  const { house, token } = await signedIn();
  const seen = await house.sessions.look(token);
  if (seen === null) throw new Error('nobody');
  await house.leave(token, seen);
  expect(await house.sessions.look(token)).toBeNull();
});

it.each([
  [
    'a role changes',
    (house: ReturnType<typeof aStaff>, id: string) => house.accounts.setRoles(id, ['manager'], 's_admin'),
  ],
  ['the account is closed', (house: ReturnType<typeof aStaff>, id: string) => house.accounts.close(id, 's_admin')],
  [
    'it is reset',
    (house: ReturnType<typeof aStaff>, id: string) => house.accounts.reset(id, 'a long new password', 's_admin'),
  ],
  [
    'its owner has another password',
    (house: ReturnType<typeof aStaff>, id: string) => house.accounts.setPassword(id, 'a long new password'),
  ],
])('every one is over when %s, and stays so when the account opens again', async (_what, act) => {
  const { house, account, token, begin } = await signedIn();
  const other = await begin();
  expect((await act(house, account.id)).kind).toBe('changed');
  expect(await house.sessions.look(token)).toBeNull();
  expect(await house.sessions.look(other)).toBeNull();
  await house.accounts.open(account.id, 's_admin');
  expect(await house.sessions.look(token)).toBeNull();
  expect(await house.sessions.openOf(account.id)).toEqual([]);
});

it('is over at the end of a day, however busy it is', async () => {
  const { house, token } = await signedIn();
  for (let passed = 0; passed < ABSOLUTE - IDLE / 2; passed += IDLE / 2) {
    expect(await house.sessions.look(token)).not.toBeNull();
    house.pass(IDLE / 2);
  }
  house.pass(IDLE / 2);
  expect(await house.sessions.look(token)).toBeNull();
});

it('half of one waits ten minutes for the other half', async () => {
  const { house, begin } = await signedIn();
  const half = await begin(null, 'half');
  house.pass(HALF - 1);
  expect((await house.sessions.look(half))?.session.stage).toBe('half');
  house.pass(1);
  expect(await house.sessions.look(half)).toBeNull();
});

it('is listed for its owner, newest first, and ended by them; nobody ends another person’s', async () => {
  const { house, account, token, begin } = await signedIn();
  house.pass(60_000);
  const other = await begin();
  const listed = await house.sessions.openOf(account.id);
  expect(listed).toHaveLength(2);
  const mine = listed[1]?.id ?? '';
  expect(await house.sessions.endOne('s_somebody', mine)).toBe(false);
  expect(await house.sessions.look(token)).not.toBeNull();
  expect(await house.sessions.endOne(account.id, mine)).toBe(true);
  expect(await house.sessions.look(token)).toBeNull();
  expect(await house.sessions.look(other)).not.toBeNull();
});

it('is fresh for ten minutes: ways in are changed by who has just signed in', async () => {
  const { house, token } = await signedIn();
  const seen = await house.sessions.look(token);
  if (seen === null) throw new Error('nobody');
  expect(isFresh(seen.session, house.now() + FRESH - 1)).toBe(true);
  expect(isFresh(seen.session, house.now() + FRESH)).toBe(false);
});

it('asked for a hundred times at once is one session still', async () => {
  const { house, token } = await signedIn();
  house.pass(120_000);
  const looks = await Promise.all(Array.from({ length: 100 }, () => house.sessions.look(token)));
  expect(looks.filter((seen) => seen === null)).toEqual([]);
});

it('an admin shuts out nobody else’s admin by accident: not themselves', async () => {
  const house = aStaff();
  const admin = await house.added({ roles: ['admin'] });
  expect((await house.accounts.close(admin.id, admin.id)).kind).toBe('refused');
  expect((await house.accounts.setRoles(admin.id, ['advisor'], admin.id)).kind).toBe('refused');
  expect(house.audited.map(({ action }) => action)).toEqual(['accountAdded']);
});
