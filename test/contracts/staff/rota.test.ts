/** The rota over HTTP: the team sees the week and the hours nobody is there, a manager changes it, and of two at once one does. */
import type { Role } from '../../../services/store/collections/roles';
import { staffServer } from './staffServer';

/** Tuesday 24 November 2026. */
const now = () => Date.UTC(2026, 10, 24, 10);
const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(stops.splice(0).map((stop) => stop()));
});

const AT = '/advisor/rota';
const nineToFive = Object.fromEntries([1, 2, 3, 4, 5].map((day) => [`day${day}`, '9:00-17:00']));

async function aTeam() {
  const server = await staffServer({ rotaNow: now });
  stops.push(server.stop);
  const as = (name: string, ...roles: [Role, ...Role[]]) => server.as(roles, 'in', `${name}@win.example.org`, name);
  const [rab, ailsa] = [await as('Rab', 'manager'), await as('Ailsa', 'advisor')];
  const hers = `${AT}/${encodeURIComponent(ailsa.account.id)}`;
  /** sends a form of her page, with what is hidden in it */
  const put = async (what: string, fields: Readonly<Record<string, string>>, by = rab) => {
    const rev = /name="rev" value="(\d+)"/.exec((await by.look(hers)).text)?.[1] ?? '';
    return by.send(`${hers}/${what}`, { rev, ...fields }, hers);
  };
  return { server, rab, ailsa, hers, put };
}

test('while none was made it says what holds', async () => {
  const { ailsa } = await aTeam();
  const { text } = await ailsa.look(AT);
  expect(text).toContain('No rota yet');
  expect(text).not.toContain('aria-label="Change the rota');
});

test('a manager writes a week: what nobody covers is told, and each week is shown as it is', async () => {
  const { rab, ailsa, hers, put } = await aTeam();
  const week = { ...nineToFive, day2: '9:00-12:00, 12:45-17:00', room: '3' };
  expect((await put('week', week)).to).toBe(`${hers}?note=rotaSaved`);
  expect((await rab.look(hers)).text).toContain('value="9:00-12:00, 12:45-17:00"');
  const { text } = await ailsa.look(AT);
  expect(text).toContain('Tuesday 24 Nov, noon to 12.45pm');
  // before it was made nobody was there
  expect(text).toContain('Monday 23 Nov, 9am to 5pm');
  expect(text).toContain('12.45pm to 5pm');
  // the Monday after next is a holiday: nobody is promised, so nothing is missing
  const next = (await ailsa.look(`${AT}?week=2026-11-30`)).text;
  expect(next).not.toContain('Monday 30 Nov');
  expect(next).toContain('Mon 30 Nov, holiday');
  expect(next).toContain('Tuesday 1 Dec, noon to 12.45pm');
});

test('a day more, a time on call and leave, each taken away again', async () => {
  const { rab, hers, put } = await aTeam();
  await put('week', { ...nineToFive, room: '3' });
  await put('add', { kind: 'leave', day: '2026-11-26', until: '2026-11-27' });
  await put('add', { kind: 'onCall', day: '2026-11-28', hours: '22:00-6:00' });
  await put('add', { kind: 'work', day: '2026-11-29', hours: '10:00-12:00' });
  const { text } = await rab.look(AT);
  for (const said of ['Thursday 26 Nov, 9am to 5pm', 'Away', 'On call 10pm to midnight', 'On call midnight to 6am'])
    expect(text).toContain(said);
  const page = (await rab.look(hers)).text;
  const entries = [...page.matchAll(/name="entry" value="([^"]+)"/g)].map(([, id = '']) => id);
  expect(entries).toHaveLength(3);
  for (const entry of entries) await put('remove', { entry });
  expect((await rab.look(AT)).text).not.toContain('Away');
});

test.each([
  ['week', { ...nineToFive, day3: 'nine to five', room: '3' }, 'Please write it as 9:00-17:00.'],
  ['week', { ...nineToFive, room: 'lots' }, 'Please give a number from 1 to 20.'],
  ['add', { kind: 'work', day: '', hours: '9-5' }, 'Please give a day.'],
  ['add', { kind: 'leave', day: '2026-11-27', until: '2026-11-26' }, 'The last day is before the first.'],
  ['add', { kind: 'work', day: '2026-11-28', hours: '' }, 'Please write it as 9:00-17:00.'],
] as const)('%s that cannot be is said beside its field, and what was written stays', async (what, fields, fault) => {
  const { put } = await aTeam();
  const answer = await put(what, fields);
  expect(answer.status).toBe(422);
  expect(answer.text).toContain(fault);
  if (what === 'week') expect(answer.text).toContain('value="9:00-17:00"');
});

test('two places at one time are refused in words', async () => {
  const { put } = await aTeam();
  await put('week', { ...nineToFive, room: '3' });
  const answer = await put('add', { kind: 'work', day: '2026-11-25', hours: '10:00-12:00' });
  expect([answer.status, answer.text.includes('two places at one time')]).toEqual([422, true]);
});

test('a page that was open while another manager changed it changes nothing, and says so', async () => {
  const { server, rab, hers, put } = await aTeam();
  const jean = await server.as(['manager'], 'in', 'jean@win.example.org', 'Jean');
  await put('week', { ...nineToFive, room: '3' }, jean);
  const old = await put('week', { day1: '10:00-11:00', room: '2', rev: '0' });
  expect(old.to).toBe(`${hers}?note=rotaStale`);
  expect((await rab.look(hers)).text).toContain('value="9:00-17:00"');
});

test('every change is in the audit, and nobody but the team has a rota', async () => {
  const { server, rab, put } = await aTeam();
  await put('week', { ...nineToFive, room: '3' });
  expect(server.house.audited.map(({ action }) => action)).toContain('rotaChanged');
  const admin = await server.as(['admin'], 'in', 'ops@win.example.org', 'Ops');
  expect((await rab.look(`${AT}/${encodeURIComponent(admin.account.id)}`)).status).toBe(404);
});
