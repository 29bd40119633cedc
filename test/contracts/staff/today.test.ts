/** What is owed today, over HTTP: the reader's own first, late before the rest, and a worry about us for the lead alone. */
import type { Role } from '../../../services/staff/roles';
import { aPhoneService, hour } from '../../unit/inbox/aPhoneService';
import { staffServer } from './staffServer';

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(stops.splice(0).map((stop) => stop()));
});

async function aDay(words = 'can i talk to a person') {
  const phone = aPhoneService({});
  const server = await staffServer({
    desk: { handoffs: phone.team, now: phone.now },
    promised: phone.kept.promises,
  });
  stops.push(server.stop);
  for (const said of ['hi', 'yes', 'yes', 'yes']) await phone.says(said);
  await phone.says(words);
  const as = (name: string, ...roles: [Role, ...Role[]]) => server.as(roles, 'in', `${name}@win.example.org`, name);
  return { phone, as };
}

test('a note of today is there until one of us is in touch, and then it is counted as kept', async () => {
  const { phone, as } = await aDay();
  const ailsa = await as('Ailsa', 'advisor');
  const before = (await ailsa.look('/advisor/today')).text;
  expect(before).toContain('Be in touch');
  expect(before).toContain('5pm today');
  expect(before).toContain('/advisor/threads/');
  expect(before).toContain('To do');
  const staff = { id: ailsa.account.id, name: 'Ailsa', roles: ['advisor'] as const };
  const [row] = await phone.team.list(staff);
  await phone.team.claim(staff, row?.id ?? '');
  await phone.settle();
  expect((await ailsa.look('/advisor/today')).text).toContain('Yours');
  await phone.team.say(staff, row?.id ?? '', { key: 'the-first-word', words: 'Hello' });
  const after = (await ailsa.look('/advisor/today')).text;
  expect(after).toContain('Nothing is owed today');
  expect(after).toContain('1 of 1');
});

test('what is late is still owed the day after', async () => {
  const { phone, as } = await aDay();
  const ailsa = await as('Ailsa', 'advisor');
  await phone.pass(7 * hour);
  await phone.promiseClocks.look();
  await phone.pass(15 * hour);
  const { text } = await ailsa.look('/advisor/today');
  expect(text).toContain('Late');
  expect(text).toContain('0 of 1');
});

test('a worry about one of us is seen by the lead and nobody else', async () => {
  const { as } = await aDay('one of your workers shouted at me and touched me');
  const [ailsa, jean] = [await as('Ailsa', 'advisor'), await as('Jean', 'safeguarding')];
  expect((await ailsa.look('/advisor/today')).text).toContain('Nothing is owed today');
  expect((await jean.look('/advisor/today')).text).toContain('Be in touch');
});
