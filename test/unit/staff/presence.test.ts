/** Who of the team is there: signed in, and with a console that was heard of. */
import { IDLE } from '../../../services/staff/sessions';
import { aStaff } from './aStaff';

async function aTeam() {
  const house = aStaff();
  const ailsa = await house.added({ name: 'Ailsa', email: 'ailsa@win.example.org' });
  await house.added({ name: 'Eilidh', email: 'eilidh@win.example.org', roles: ['admin'] });
  const enter = async () => {
    const token = await house.enter(ailsa, { stage: 'in', by: 'passkey', device: '', before: null });
    const seen = await house.sessions.look(token);
    if (seen === null) throw new Error('nobody');
    return { token, id: seen.session.id };
  };
  const now = async () =>
    (await house.presence(house.now())).map(({ name, signedIn, seenAt }) => ({
      name,
      signedIn,
      ago: house.now() - seenAt,
    }));
  return { house, ailsa, enter, now };
}

it('names who works with people, there or not, and nobody else', async () => {
  const { now, house } = await aTeam();
  expect(await now()).toEqual([{ name: 'Ailsa', signedIn: false, ago: house.now() }]);
});

it('a page that keeps telling is heard of now; one that went silent is not', async () => {
  const { house, enter, now } = await aTeam();
  const { id } = await enter();
  house.pass(20_000);
  await house.sessions.here(id, true);
  expect(await now()).toEqual([{ name: 'Ailsa', signedIn: true, ago: 0 }]);
  house.pass(50_000);
  expect(await now()).toEqual([{ name: 'Ailsa', signedIn: true, ago: 50_000 }]);
});

it('a page without a script counts while somebody may be writing on it, and no longer', async () => {
  const { house, enter, now } = await aTeam();
  const { id } = await enter();
  await house.sessions.here(id, false);
  house.pass(5 * 60_000 - 1);
  expect((await now())[0]?.ago).toBe(0);
  house.pass(60_001);
  expect((await now())[0]?.ago).toBe(60_000);
});

it('two browsers are one person, there while one of them is', async () => {
  const { house, enter, now, ailsa } = await aTeam();
  const first = await enter();
  const second = await enter();
  await house.sessions.here(first.id, true);
  house.pass(30_000);
  await house.sessions.here(second.id, true);
  expect(await now()).toEqual([{ name: 'Ailsa', signedIn: true, ago: 0 }]);
  const seen = await house.sessions.look(second.token);
  if (seen === null) throw new Error('nobody');
  await house.leave(second.token, seen);
  expect(await now()).toEqual([{ name: 'Ailsa', signedIn: true, ago: 30_000 }]);
  await house.accounts.setRoles(ailsa.id, ['manager'], 'command');
  expect((await now())[0]?.signedIn).toBe(false);
});

it('who says that they are away is asked nothing, and is there again when they say so', async () => {
  const { house, enter } = await aTeam();
  const { id } = await enter();
  const atWork = async () => (await house.presence(house.now())).map(({ onShift, signedIn }) => [onShift, signedIn]);
  expect(await atWork()).toEqual([[true, true]]);
  await house.sessions.setAway(id, true);
  expect(await atWork()).toEqual([[false, true]]);
  await house.sessions.setAway(id, false);
  expect(await atWork()).toEqual([[true, true]]);
});

it('an open page alone keeps nobody signed in', async () => {
  const { house, enter, now } = await aTeam();
  const { id } = await enter();
  for (let passed = 0; passed < IDLE; passed += 60_000) {
    house.pass(60_000);
    await house.sessions.here(id, true);
  }
  expect((await now())[0]?.signedIn).toBe(false);
});
