/** A promise from its making to its end, in real browsers, by a clock of the test: a week's rota, a call-back by text, moved, rung and written up; and one that breaks. */
import type { Page } from 'playwright-core';
import { momentOf, whenIs } from '../../../services/calendar/moment';
import type { Role } from '../../../services/store/collections/roles';
import { staffServer } from '../../contracts/staff/staffServer';
import { aPhoneService, minute } from '../../unit/inbox/aPhoneService';
import { launchBrowser, type TestBrowser } from '../support/browser';

let browser: TestBrowser;
beforeAll(async () => {
  browser = await launchBrowser();
}, 60_000);
afterAll(() => browser.close());

jest.setTimeout(120_000);

/** Tuesday evening: nobody is at work. */
const evening = whenIs('2026-11-24', 20 * 60);
const ROLES: readonly Role[] = ['advisor', 'safeguarding', 'manager'];

async function aHouse() {
  const phone = aPhoneService({ at: evening });
  const server = await staffServer({
    desk: { handoffs: phone.team, now: phone.now },
    promised: phone.kept.promises,
    rotaNow: phone.now,
  });
  /** Somebody of the team, signed in, with a browser of their own. */
  async function signsIn(name: string, role: (typeof ROLES)[number]) {
    const signed = await server.as([role], 'in', `${name}@win.example.org`, name);
    const { context, page } = await browser.person({ viewport: { width: 1280, height: 800 } });
    const [cookie = '', value = ''] = (signed.cookie() ?? '').split('=');
    await context.addCookies([{ name: cookie, value, url: server.at }]);
    const goes = (to: string) => page.goto(`${server.at}${to}`);
    return { page, goes, account: signed.account, close: () => context.close() };
  }
  const tells = async (words: string) => (await phone.says(words)).map(({ text }) => text).join('\n');
  /** Time passes, with the clocks of the house at work. */
  async function passes(ms: number): Promise<void> {
    for (let gone = 0; gone < ms; gone += 5 * minute) {
      await phone.pass(Math.min(5 * minute, ms - gone));
      await phone.team.look();
      await phone.promiseClocks.look();
      await phone.settle();
    }
  }
  const until = (at: number) => passes(at - phone.now());
  return { phone, server, signsIn, tells, until, stop: server.stop };
}

/** The usual week, filled in by hand. */
async function makesTheWeek(page: Page, name: string): Promise<void> {
  await page.getByRole('link', { name: `Change the rota of ${name}` }).click();
  for (const day of ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'])
    await page.getByLabel(day).fill('9:00-17:00');
  await page.getByRole('button', { name: 'Save the week' }).click();
  await page.getByText('The rota is changed.').waitFor();
}

async function aPromise() {
  const house = await aHouse();
  const { phone, server, signsIn, tells } = house;
  const ailsa = await signsIn('Ailsa', 'advisor');
  const duncan = await signsIn('Duncan', 'manager');
  await duncan.goes('/advisor/rota');
  await makesTheWeek(duncan.page, 'Ailsa');
  phone.rota.now = await server.rota.list();
  const { id, name, roles } = ailsa.account;
  phone.staff.now = [{ id, name, roles, onShift: false, signedIn: false, seenAt: 0, room: 4 }];
  await phone.bookings.look();
  for (const said of ['hi', 'yes', 'yes', 'yes']) await tells(said);
  const offered = await tells('can i talk to a person');
  return { ...house, ailsa, duncan, offered };
}

it('a week is made, a call is booked by text out of hours and moved, the advisor is warned, rings and writes it up', async () => {
  const { phone, ailsa, duncan, offered, tells, until, stop } = await aPromise();
  expect(offered).toContain('1 9am on Wed 25 Nov');
  expect(await tells('1')).toContain("That's booked. One of our team will call you at 9am on Wed 25 Nov");
  expect(await tells('STATUS')).toContain('will call you at 9am on Wed 25 Nov');
  expect(await tells('MOVE')).toContain('When would you like us to call you?');
  await tells('2');
  expect(await tells('STATUS')).toContain('will call you at 9.30am on Wed 25 Nov');

  // a quarter of an hour before, whoever rings is told so, and it stands in front of them
  await until(whenIs('2026-11-25', 9 * 60 + 20));
  expect(phone.staff.rung.size).toBe(1);
  await ailsa.goes('/advisor/today');
  const row = ailsa.page.getByRole('row', { name: /Call them/ });
  expect(await row.getByText('Due soon').count()).toBe(1);
  await until(whenIs('2026-11-25', 9 * 60 + 32));
  await row.getByRole('link', { name: 'Call them' }).click();
  await ailsa.page.getByRole('button', { name: 'We talked' }).click();
  await ailsa.page.getByText('That is written down.').waitFor();
  await ailsa.page.getByRole('button', { name: 'Close it' }).first().click();
  await ailsa.page.getByLabel('A note for the team').last().fill('We talked about her rent');
  await ailsa.page.getByRole('dialog').getByRole('button', { name: 'Close it' }).click();
  await ailsa.page.getByText('It is closed.').waitFor();
  await until(phone.now() + 5 * minute);
  expect(phone.staff.rung.size).toBe(0);
  expect(await tells('STATUS')).not.toContain('will call you');
  await duncan.goes('/advisor/today');
  await duncan.page.getByText('Nothing is owed today').waitFor();
  expect(await duncan.page.getByText('1 of 1').count()).toBe(1);
  expect(momentOf(phone.now()).date).toBe('2026-11-25');
  await ailsa.close();
  await duncan.close();
  await stop();
});

it('a call nobody makes breaks its promise: the team is asked again, the person hears so in STATUS, and it counts as broken', async () => {
  const { phone, ailsa, duncan, tells, until, stop } = await aPromise();
  await tells('1');
  await until(whenIs('2026-11-25', 10 * 60));
  const [broken] = (await phone.kept.promises.find({}, 20)).filter(({ kind }) => kind === 'callBack');
  expect(broken?.state).toMatch(/broken|sorrySaid/);
  await ailsa.goes('/advisor');
  await ailsa.page.getByText('A promise is late').first().waitFor();
  await ailsa.goes('/advisor/today');
  expect(
    await ailsa.page
      .getByRole('row', { name: /Call them/ })
      .getByText('Late')
      .count(),
  ).toBe(1);
  const status = await tells('STATUS');
  expect(status).not.toContain('will call you at 9am on Wed');
  expect(status).toMatch(/sorry/i);
  await duncan.goes('/advisor/today');
  expect(await duncan.page.getByText('0 of 1').count()).toBeGreaterThan(0);
  await ailsa.close();
  await duncan.close();
  await stop();
});
