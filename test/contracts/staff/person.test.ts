/** The record of a person over HTTP: what they said and were told, for whose eyes, and that every look is in the audit. */
import { day, hour } from '../../unit/inbox/aPhoneService';
import { aPersonsRecord } from './aPersonsRecord';

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(stops.splice(0).map((stop) => stop()));
});

async function aRecord(...words: readonly string[]) {
  const made = await aPersonsRecord(...words);
  stops.push(made.stop);
  return made;
}

test('it says what they need, what they agreed to and what they were promised, and each look is in the audit', async () => {
  const { as, at, audited } = await aRecord('i have nobody to talk to and i am so lonely', 'can i talk to a person');
  const ailsa = await as('Ailsa', 'advisor');
  const { status, text } = await ailsa.look(at);
  expect(status).toBe(200);
  expect(text).toContain('company');
  expect(text).toContain('Still open');
  expect(text).toContain('Be in touch');
  expect(text).toContain('That we keep what they tell us');
  expect(text).toContain('They agreed');
  expect(audited).toEqual([expect.stringMatching(/^\S+ personRead person:c_/)]);
  await ailsa.look(at);
  expect(audited).toHaveLength(2);
});

test('how they may be reached stands first, in the box that stays in sight', async () => {
  const { phone, as, at } = await aRecord('i need help with my rent');
  await phone.remembers((state) => ({ contact: 'QUIET', secrets: { ...state.secrets, 'said/avoid': 'after 6' } }));
  await phone.chose({ avoid: 'skipped' });
  const { text } = await (await as('Ailsa', 'advisor')).look(at);
  const main = text.slice(text.indexOf('<main'));
  expect(main.indexOf('class="careful"')).toBeLessThan(main.indexOf('<h2 id="who"'));
  expect(main).toContain('Quiet: name no need');
});

test('the words of danger are for the lead and for whoever has or had it', async () => {
  const { phone, as, at } = await aRecord('i want to end my life tonight');
  const [ailsa, jean, duncan] = [
    await as('Ailsa', 'advisor'),
    await as('Jean', 'safeguarding'),
    await as('Duncan', 'manager'),
  ];
  for (const stranger of [ailsa, duncan]) {
    const { text } = await stranger.look(at);
    expect(text).toContain('for the safeguarding lead and whoever had it');
    expect(text).not.toContain('end my life');
  }
  expect((await jean.look(at)).text).toContain('i want to end my life tonight');
  const staff = { id: ailsa.account.id, name: 'Ailsa', roles: ['advisor'] as const };
  const [row] = await phone.team.list(staff);
  await phone.team.claim(staff, row?.id ?? '');
  expect((await ailsa.look(at)).text).toContain('i want to end my life tonight');
});

test('a worry about one of us is not in it for anybody but the lead', async () => {
  const { as, at } = await aRecord('one of your workers shouted at me and touched me');
  const [ailsa, jean] = [await as('Ailsa', 'advisor'), await as('Jean', 'safeguarding')];
  const seen = (await ailsa.look(at)).text;
  expect(seen).not.toContain('A worry about one of us');
  expect(seen).not.toContain('Be in touch');
  expect((await jean.look(at)).text).toContain('A worry about one of us');
});

test('a broken promise stands there as broken, and what happened is in order', async () => {
  const { phone, as, at } = await aRecord('can i talk to a person');
  await phone.pass(7 * hour);
  await phone.promiseClocks.look();
  const { text } = await (await as('Ailsa', 'advisor')).look(at);
  expect(text).toContain('Broken');
  const order = ['Promise broken: Be in touch', 'Promised: Be in touch', 'They agreed:', 'They came to us'];
  const places = order.map((words) => text.lastIndexOf(words));
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  expect(places[0]).toBeGreaterThan(0);
});

test('who has the number after them meets nothing of theirs', async () => {
  const { phone, as, at, conversationId } = await aRecord('can i talk to a person');
  await phone.store.forget(conversationId);
  await phone.pass(day);
  await phone.says('hi');
  const fresh = (await phone.store.look(conversationId))?.life ?? '';
  const ailsa = await as('Ailsa', 'advisor');
  const theirs = (await ailsa.look(`/advisor/people/${encodeURIComponent(`${conversationId}:${fresh}`)}`)).text;
  expect(theirs).not.toContain('Be in touch');
  const before = (await ailsa.look(at)).text;
  expect(before).toContain('Be in touch');
  expect(before).toContain('is not kept any more');
});

test.each(['nobody', 'c_nobody:life', ':', 'a:b:c'])('there is no record of %s', async (id) => {
  const { as, audited } = await aRecord();
  const answer = await (await as('Ailsa', 'advisor')).look(`/advisor/people/${encodeURIComponent(id)}`);
  expect(answer.status).toBe(404);
  expect(audited).toEqual([]);
});

test('somebody is looked up by a number, and neither it nor a name is in an address or in the audit', async () => {
  const { as, at, audited } = await aRecord('i need help with my rent');
  const ailsa = await as('Ailsa', 'advisor');
  const found = await ailsa.send('/advisor/people', { who: '07700 900123' }, '/advisor/people');
  expect(found.status).toBe(200);
  expect(found.text).toContain(`href="${at}"`);
  expect(found.text).toContain('By this number');
  const nobody = await ailsa.send('/advisor/people', { who: 'Nobody Here' }, '/advisor/people');
  expect(nobody.text).toContain('Nobody was found');
  expect(audited.map((one) => one.split(' ').slice(1).join(' '))).toEqual([
    'peopleSearched people',
    'peopleSearched people',
  ]);
});
