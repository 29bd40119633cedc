/** What is owed today, over HTTP: the reader's own first, late before the rest, and a worry about us for the lead alone. */
import { referralCollection } from '../../../services/referrals/collection';
import type { Referral } from '../../../services/referrals/referral';
import type { Role } from '../../../services/store/collections/roles';
import { createMemoryRecords } from '../../../services/store/memory/records';
import { aPhoneService, hour } from '../../unit/inbox/aPhoneService';
import { staffServer } from './staffServer';

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(stops.splice(0).map((stop) => stop()));
});

const aReferral = (more: Partial<Referral>): Referral => ({
  ...{ id: 'c_a:life:1:0', rev: 1, ref: 'WIN-7F3K4', conversationId: 'c_a', serviceId: 's', organisationId: 'o' },
  ...{ partner: 'Clyde Kettle', service: 'Tea and a talk', partnerContact: '', need: 'loneliness', state: 'requested' },
  ...{ owner: 'partner', nextAction: 'chase', nextActionAt: 0, shared: [], shownText: '' },
  ...{ consent: { version: '1', at: 1, withdrawnAt: null }, letterAt: 1, declineReason: null, declineWords: '' },
  ...{ answerDue: 1, promisedBy: null, hold: null, holdUntil: null, holdWords: '', tried: null, told: true },
  ...{ history: [], createdAt: 1, expiresAt: 10 ** 15 },
  ...more,
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

test('what is to be followed up stands there with its time: a complaint, and its last day by law', async () => {
  const { phone, as } = await aDay('I want to make a complaint');
  const ailsa = await as('Ailsa', 'advisor');
  expect((await ailsa.look('/advisor/today')).text).toContain('To follow up');
  for (const said of ['1', 'nobody rang me back when you said']) await phone.says(said);
  const complaints = (await phone.kept.promises.find({}, 20)).filter(({ kind }) => kind === 'complaint');
  expect(complaints).toHaveLength(1);
  const { text } = await ailsa.look('/advisor/today');
  expect(text).toContain('Answer a complaint. Last day by law: Thu 24 Dec');
  await phone.pass(31 * 24 * hour);
  await phone.promiseClocks.look();
  const late = (await ailsa.look('/advisor/today')).text;
  expect(late.slice(late.indexOf('To follow up'))).toContain('Late');
});

test('what one left for oneself is ticked off from the page, several at once', async () => {
  const { phone, as } = await aDay();
  const ailsa = await as('Ailsa', 'advisor');
  const staff = { id: ailsa.account.id, name: 'Ailsa', roles: ['advisor'] as const };
  const [row] = await phone.team.list(staff);
  const id = row?.id ?? '';
  await phone.team.claim(staff, id);
  const next = { action: 'Post them the form', ownerId: staff.id, dueAt: phone.now() + hour };
  expect((await (await as('Morag', 'advisor')).look('/advisor/today')).text).not.toContain('type="checkbox"');
  // of us, only who answers to the team by name can be given something to do
  phone.staff.now = [{ ...staff, roles: ['advisor'], onShift: true, signedIn: true, seenAt: phone.now(), room: 3 }];
  await phone.team.wrapUp(staff, id, { outcome: 'helped', note: '', next });
  const { text } = await ailsa.look('/advisor/today');
  expect(text).toContain('Post them the form');
  expect(text).toContain('type="checkbox"');
  expect((await (await as('Morag', 'advisor')).look('/advisor/today')).text).not.toContain('Post them the form');
  const send = (form: Record<string, string>) => ailsa.send('/advisor/today', form, '/advisor/today');
  expect((await send({ act: 'done' })).to).toContain('note=tasksNone');
  expect((await send({ act: 'putOff', task: id })).to).toContain('note=tasksPutOff');
  expect((await ailsa.look('/advisor/today')).text).toContain('10am');
  expect((await send({ act: 'done', task: id })).to).toContain('note=tasksDone');
  expect((await ailsa.look('/advisor/today')).text).toContain('Nothing is to be followed up');
  expect((await send({ act: 'done', task: id })).to).toContain('note=tasksSome');
});

test('a partner who says nothing is for the team to ring', async () => {
  const introduced = createMemoryRecords(referralCollection);
  const phone = aPhoneService({});
  const server = await staffServer({
    desk: { handoffs: phone.team, now: phone.now },
    promised: phone.kept.promises,
    introduced,
  });
  stops.push(server.stop);
  const ailsa = await server.as(['advisor']);
  await introduced.add(aReferral({ owner: 'team', nextAction: 'reroute', nextActionAt: phone.now() + hour }));
  await introduced.add(
    aReferral({ id: 'c_b:life:1:0', owner: 'partner', nextAction: 'chase', nextActionAt: phone.now() }),
  );
  const { text } = await ailsa.look('/advisor/today');
  expect(text).toContain('A partner says nothing: ring them, Clyde Kettle');
  expect(text.match(/A partner says nothing/g)).toHaveLength(1);
});
