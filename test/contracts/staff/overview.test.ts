/** The supervisor's page over HTTP: who waits and since when, who is there, promises at risk, and how long danger waited. */
import { ali, morag } from '../../unit/handoffs/aTeam';
import { hour, minute } from '../../unit/inbox/aPhoneService';
import { aPersonsRecord } from './aPersonsRecord';

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(stops.splice(0).map((stop) => stop()));
});

async function aDay(words: string) {
  const made = await aPersonsRecord(words);
  stops.push(made.stop);
  const { phone } = made;
  phone.staff.now = [
    { ...morag, onShift: true, signedIn: true, seenAt: phone.now() },
    { ...ali, onShift: false, signedIn: false, seenAt: 0 },
  ];
  const duncan = await made.as('Duncan', 'manager');
  /** the number over these words */
  const figure = async (says: string, who = duncan) => {
    const { text } = await who.look('/advisor/overview');
    const found = new RegExp(`<span class="number">((?:(?!</li>).)*?)</span>${says}`).exec(text)?.[1] ?? '';
    return found.replace(/<[^>]+>/g, '');
  };
  return { ...made, duncan, figure };
}

test('who waits, since when, and who is there', async () => {
  const { figure, duncan, phone } = await aDay('can i talk to a person');
  expect(await figure('Waiting for one of us')).toBe('1');
  expect(await figure('Waiting longest, since')).toBe('11am today');
  expect(await figure('Of the team at their console')).toBe('1');
  const { text } = await duncan.look('/advisor/overview');
  expect(text).toContain('1 on shift');
  expect(text).toContain('0 of 3');
  const staff = { id: morag.id, name: morag.name, roles: morag.roles };
  await phone.team.claimNext(staff);
  expect(await figure('Waiting for one of us')).toBe('0');
  expect(await figure('Waiting longest, since')).toBe('Nobody waits');
  expect((await duncan.look('/advisor/overview')).text).toContain('1 of 3');
});

test('promises that are due soon, and those that were broken', async () => {
  const { figure, phone } = await aDay('can i talk to a person');
  expect(await figure('Promises due in the next 4 hours')).toBe('0');
  await phone.pass(3 * hour);
  expect(await figure('Promises due in the next 4 hours')).toBe('1');
  expect(await figure('Promises kept in 30 days')).toBe('None came due');
  await phone.pass(4 * hour);
  await phone.promiseClocks.look();
  expect(await figure('Promises broken and still owed')).toBe('1');
  expect(await figure('Promises kept in 30 days')).toBe('0 in 100');
});

test('how long danger waited for the first of us is told by level', async () => {
  const { phone, duncan } = await aDay('i want to end my life tonight');
  await phone.pass(3 * minute);
  await phone.team.claimNext({ id: morag.id, name: morag.name, roles: morag.roles });
  const { text } = await duncan.look('/advisor/overview');
  expect(text.slice(text.indexOf('How long danger waited'))).toMatch(/At once.*?3 min.*?3 min/s);
});

test('a chart says what it shows and has its table, and a worry about one of us is counted for the lead alone', async () => {
  const { as, figure, duncan } = await aDay('one of your workers shouted at me and touched me');
  const jean = await as('Jean', 'safeguarding');
  expect(await figure('Waiting for one of us')).toBe('0');
  expect(await figure('Waiting for one of us', jean)).toBe('1');
  expect((await duncan.look('/advisor/overview')).text).toContain('The tallest is 0, and together they are 0.');
  const { text } = await jean.look('/advisor/overview');
  expect(text).toContain('The tallest is 1, and together they are 1.');
  expect(text).toMatch(/<svg[^>]*aria-hidden="true"/);
  expect(text).toContain('The same as a table');
});

test('it is in the navigation of who may open it, and of nobody else', async () => {
  const { as, duncan } = await aDay('hello');
  expect((await duncan.look('/advisor')).text).toContain('href="/advisor/overview"');
  expect((await (await as('Ailsa', 'advisor')).look('/advisor')).text).not.toContain('href="/advisor/overview"');
});
