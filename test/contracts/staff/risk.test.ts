/** The record of a danger over HTTP: complete with times that happened, added to and never written over, for the few who may. */
import type { Role } from '../../../services/store/collections/roles';
import { aPersonsRecord } from './aPersonsRecord';

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(stops.splice(0).map((stop) => stop()));
});

async function aDanger(words = 'i want to end my life tonight') {
  const made = await aPersonsRecord(words);
  stops.push(made.stop);
  const [risk] = await made.phone.kept.risks.find({}, 10);
  const at = `${made.at}/risks/${risk?.eventId}`;
  const staffOf = async (name: string, ...roles: [Role, ...Role[]]) => {
    const browser = await made.as(name, ...roles);
    return { ...browser, staff: { id: browser.account.id, name, roles } };
  };
  return { ...made, risk, at, record: made.at, staffOf };
}

test('it knows what was heard, what was answered, which numbers were given and when', async () => {
  const { at, as } = await aDanger();
  const { status, text } = await (await as('Jean', 'safeguarding')).look(at);
  expect(status).toBe(200);
  expect(text).toContain('end my life tonight');
  expect(text).toMatch(/RS\d/);
  expect(text).toMatch(/999|116123/);
  expect(text).toContain('The team was asked');
  // a text has its carrier's word for when it was written
  const came = /Their message came<\/dt><dd>(.*?)<\/dd>/.exec(text)?.[1];
  expect(came).toContain('today');
  // in words that a person reads, and not by the names that the code has for them
  expect(text).toContain('Freely');
  expect(text).not.toContain('>OPEN<');
  expect(text).toContain('A phrase that we listen for');
  expect(text).toContain('I&#39;m worried about you');
});

test('how they may be reached is beside it, as on every page where one may write or call', async () => {
  const { at, as } = await aDanger();
  const { text } = await (await as('Jean', 'safeguarding')).look(at);
  expect(text).toContain('class="careful"');
  // a box with nothing in it would say that there is nothing to mind
  expect(text).toMatch(/class="careful".*<ul><li>[^<]{10,}/);
});

test('a time nobody saw happen is not there, and is once it happened', async () => {
  const { phone, at, staffOf } = await aDanger();
  const ailsa = await staffOf('Ailsa', 'advisor');
  const jean = await staffOf('Jean', 'safeguarding');
  const met = async () => /One of us was in touch<\/dt><dd>(.*?)<\/dd>/.exec((await jean.look(at)).text)?.[1] ?? '';
  expect(await met()).toContain('Not seen to happen');
  const [row] = await phone.team.list(ailsa.staff);
  await phone.team.claim(ailsa.staff, row?.id ?? '');
  expect(await met()).toContain('Not seen to happen');
  expect((await jean.look(at)).text).toMatch(/One of us saw it<\/dt><dd>.*Ailsa/);
  await phone.settle();
  await phone.team.say(ailsa.staff, row?.id ?? '', { key: 'the-first-word', words: 'Hello, I am here' });
  expect(await met()).toContain('today');
});

test('who has nothing to do with it does not open it, and that they tried is in the audit', async () => {
  const { at, record, as, audited } = await aDanger();
  for (const [name, role] of [
    ['Ailsa', 'advisor'],
    ['Duncan', 'manager'],
  ] as const) {
    const browser = await as(name, role);
    const { status, text } = await browser.look(at);
    expect(status).toBe(403);
    expect(text).not.toContain('end my life');
    const sent = await browser.send(at, { decision: 'Nothing to do' }, '/advisor');
    expect(sent.to).toContain('note=notForYou');
    expect((await browser.look(record)).text).not.toContain('Open the record of danger');
  }
  expect(audited.filter((one) => one.includes('riskRefused'))).toHaveLength(4);
});

test('what is added stands beside what was there, and only the lead signs it off', async () => {
  const { phone, at, staffOf, audited } = await aDanger();
  const ailsa = await staffOf('Ailsa', 'advisor');
  const jean = await staffOf('Jean', 'safeguarding');
  const [row] = await phone.team.list(ailsa.staff);
  await phone.team.claim(ailsa.staff, row?.id ?? '');
  const wrote = await ailsa.send(
    at,
    { asp: 'met', aspNotes: 'Ill, and alone', wishes: 'To be left at home', signOff: 'yes', learning: 'Mine' },
    at,
  );
  expect(wrote.to).toContain('note=riskWritten');
  const before = (await jean.look(at)).text;
  expect(before).toContain('All three are met. Tell the council by');
  expect(before).toContain('To be left at home');
  expect(before).toContain('end my life tonight');
  expect(before).not.toContain('Signed off by');
  await jean.send(at, { wishes: 'To have somebody with them' }, at);
  const later = (await jean.look(at)).text;
  expect(later).toContain('To have somebody with them');
  expect(await phone.kept.risks.find({ personWishes: 'To be left at home' }, 5).catch(() => 'sealed')).toBe('sealed');
  const shared = { sharedName: 'Duty worker', sharedOrg: 'The council', sharedDay: '2026-11-24', sharedTime: '11:00' };
  await jean.send(at, { ...shared, lawful: 'recognisedInterest', condition: 'safeguarding' }, at);
  expect((await jean.look(at)).text).toContain('That is answered.');
  await jean.send(at, { signOff: 'yes', learning: 'Ring sooner' }, at);
  const closed = (await jean.look(at)).text;
  expect(closed).toContain('Signed off by Jean');
  expect(closed).toContain('Ring sooner');
  expect(closed).not.toContain('name="decision"');
  expect((await jean.send(at, { decision: 'Once more' }, '/advisor')).to).toContain('note=riskClosed');
  expect(audited.filter((one) => one.includes('riskWritten'))).toHaveLength(4);
});

test.each([
  [{ metDay: '2026-11-25', metTime: '9:00' }, 'that have come already'],
  [{ metDay: '2026-11-24' }, 'that have come already'],
  [{ sharedName: 'Somebody' }, 'where they work'],
  [{}, 'nothing to add'],
  [{ lawful: 'whatever', levelHuman: 'P9' }, 'nothing to add'],
])('%j is not added, and is said to be wrong', async (fields, why) => {
  const { phone, at, as } = await aDanger();
  const before = (await phone.kept.risks.find({}, 50)).length;
  const { status, text } = await (await as('Jean', 'safeguarding')).send(at, fields, at);
  expect(status).toBe(422);
  expect(text).toContain(why);
  expect(await phone.kept.risks.find({}, 50)).toHaveLength(before);
});

test('the three points are to be answered on the day it was heard', async () => {
  const { phone, at, as } = await aDanger();
  const jean = await as('Jean', 'safeguarding');
  expect((await jean.look(at)).text).toContain('Answer this by');
  await phone.pass(14 * 60 * 60_000);
  expect((await jean.look(at)).text).toContain('Please do it now');
});

test('that a child is involved keeps it for ever, its words too', async () => {
  const { phone, at, as } = await aDanger();
  await (await as('Jean', 'safeguarding')).send(at, { child: 'yes' }, at);
  const all = await phone.kept.risks.find({}, 50);
  const added = all.find(({ writtenBy }) => writtenBy === 'Jean');
  expect(added?.exactWords).toBe('end my life tonight');
  expect(added?.expiresAt).toBeGreaterThan(Date.parse('2100-01-01'));
});
