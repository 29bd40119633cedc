/** What the law lets somebody ask, over HTTP: a copy by who looks after the team, and an erasure that takes two of us and leaves a receipt. */
import type { Role } from '../../../services/store/collections/roles';
import { aPersonsRecord } from './aPersonsRecord';

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(stops.splice(0).map((stop) => stop()));
});

async function aRecord(...words: readonly string[]) {
  const made = await aPersonsRecord(...words);
  stops.push(made.stop);
  const staffOf = async (name: string, ...roles: [Role, ...Role[]]) => {
    const browser = await made.as(name, ...roles);
    const staff = { id: browser.account.id, name, roles };
    return { ...browser, staff, sends: (to: string, fields = {}) => browser.send(to, fields, made.at) };
  };
  return { ...made, staffOf };
}

/** Nobody has to get back to them any more. */
async function isClosed(
  { phone }: Awaited<ReturnType<typeof aRecord>>,
  staff: { id: string; name: string; roles: readonly Role[] },
) {
  for (const { id } of await phone.team.list(staff)) {
    await phone.team.claim(staff, id);
    await phone.team.wrapUp(staff, id, { outcome: 'helped', note: '' });
  }
}

test('a copy holds what they said, were told and agreed to, and says when it was made', async () => {
  const made = await aRecord('i have nobody to talk to', 'can i talk to a person');
  const duncan = await made.staffOf('Duncan', 'manager');
  const copy = await duncan.sends(`${made.at}/export`, { checked: 'codeWord', as: 'text' });
  expect(copy.status).toBe(200);
  expect(copy.headers.get('content-disposition')).toBe('attachment; filename="what-we-hold.txt"');
  for (const words of [
    '24 November 2026',
    'i have nobody to talk to',
    'You | i have nobody',
    'Automated helper',
    'That we keep what you tell us',
  ])
    expect(copy.text).toContain(words);
  // no name of our records stands in it
  for (const name of ['special_category', 'queued', 'claimed', 'closed', 'callBack'])
    expect(copy.text).not.toContain(name);
  const data = await duncan.sends(`${made.at}/export`, { checked: 'papers', as: 'data' });
  expect(data.headers.get('content-type')).toBe('application/json');
  expect(JSON.parse(data.text)).toHaveLength(15);
  expect(made.audited.filter((one) => one.includes('personExported'))).toHaveLength(2);
});

test('nobody takes a copy without saying how they know that it is them, and an advisor takes none', async () => {
  const made = await aRecord('hello');
  const duncan = await made.staffOf('Duncan', 'manager');
  expect((await duncan.sends(`${made.at}/export`, { as: 'text' })).to).toContain('note=noCheck');
  const ailsa = await made.staffOf('Ailsa', 'advisor');
  expect((await ailsa.sends(`${made.at}/export`, { checked: 'papers' })).status).toBe(403);
  expect(made.audited.filter((one) => one.includes('personExported'))).toEqual([]);
});

test('what is for the lead alone is in the copy of nobody else', async () => {
  const made = await aRecord('one of your workers shouted at me and touched me');
  const [duncan, jean] = [await made.staffOf('Duncan', 'manager'), await made.staffOf('Jean', 'safeguarding')];
  const take = (who: typeof jean) => who.sends(`${made.at}/export`, { checked: 'inPerson', as: 'text' });
  expect((await take(duncan)).text).not.toContain('one of us did something wrong');
  expect((await take(jean)).text).toContain('one of us did something wrong');
});

test('one asks, another confirms, and a receipt says what went and nothing of what was in it', async () => {
  const made = await aRecord('can i talk to a person');
  const ailsa = await made.staffOf('Ailsa', 'advisor');
  const duncan = await made.staffOf('Duncan', 'manager');
  const jean = await made.staffOf('Jean', 'safeguarding');
  expect((await ailsa.sends(`${made.at}/erase`, { why: 'theyAsked' })).to).toContain('note=eraseOpen');
  await isClosed(made, ailsa.staff);
  expect((await duncan.sends(`${made.at}/erase`, { why: 'theyAsked' })).to).toContain('note=eraseAsked');
  const [asked] = await made.erasures.waiting();
  const receipt = `/advisor/erasures/${asked?.id}`;
  expect(made.erased).toEqual([]);
  expect((await duncan.sends(`${receipt}/confirm`)).to).toContain('note=eraseSameEyes');
  expect((await ailsa.sends(`${receipt}/confirm`)).status).toBe(403);
  expect(made.erased).toEqual([]);
  expect((await jean.look(made.at)).text).toContain('Duncan asked to erase this.');
  expect((await jean.sends(`${receipt}/confirm`)).to).toContain('note=eraseConfirmed');
  expect(made.erased).toEqual([made.conversationId]);
  const { text } = await ailsa.look(receipt);
  for (const words of ['Duncan', 'Jean', 'Talks', 'What they agreed to or refused', 'They asked for it'])
    expect(text).toContain(words);
  expect(text).not.toContain('talk to a person');
  expect((await jean.sends(`${receipt}/confirm`)).to).toContain('note=eraseOver');
  expect(made.audited.filter((one) => one.includes('erasure')).map((one) => one.split(' ')[1])).toEqual([
    'erasureAsked',
    'erasureConfirmed',
  ]);
});

test('what was asked is taken back, and nothing goes', async () => {
  const made = await aRecord('hello');
  const [duncan, jean] = [await made.staffOf('Duncan', 'manager'), await made.staffOf('Jean', 'safeguarding')];
  await duncan.sends(`${made.at}/erase`, { why: 'mistake' });
  const [asked] = await made.erasures.waiting();
  expect((await jean.sends(`/advisor/erasures/${asked?.id}/take-back`)).to).toContain('note=eraseTakenBack');
  expect((await jean.sends(`/advisor/erasures/${asked?.id}/confirm`)).to).toContain('note=eraseOver');
  expect(made.erased).toEqual([]);
  expect((await jean.look(made.at)).status).toBe(200);
});

test('records of danger stay by law, and the receipt says so', async () => {
  const made = await aRecord('i want to end my life tonight');
  const jean = await made.staffOf('Jean', 'safeguarding');
  const duncan = await made.staffOf('Duncan', 'manager');
  await isClosed(made, jean.staff);
  await jean.sends(`${made.at}/erase`, { why: 'theyAsked' });
  const [asked] = await made.erasures.waiting();
  await duncan.sends(`/advisor/erasures/${asked?.id}/confirm`);
  const { text } = await jean.look(`/advisor/erasures/${asked?.id}`);
  expect(text.slice(text.indexOf('What the law makes us keep'))).toContain('Records of danger');
  expect((await made.phone.kept.risks.find({}, 10)).length).toBeGreaterThan(0);
});
