/** The rota in a real browser: a manager makes a week, sees the hour nobody is there, and an advisor sees the same. */
import type { Page } from 'playwright-core';
import { axeViolations, DESKTOP, PHONE, takePicture } from '../support/browser';
import { aHouse } from '../support/house';

const house = aHouse();

jest.setTimeout(120_000);

async function signInAs(page: Page, role: string): Promise<void> {
  await page.goto(`${house.app.url}/start`);
  await page
    .getByRole('link', { name: new RegExp(`, ${role}$`) })
    .first()
    .click();
  await page.getByRole('button', { name: 'Sign out' }).waitFor();
}
const fits = (page: Page): Promise<boolean> =>
  page.evaluate('document.documentElement.scrollWidth <= document.documentElement.clientWidth');

it('made by a manager with a warning of lunch, then covered by a second one; looked at in each size', async () => {
  const { page } = await house.browser.person({ viewport: DESKTOP });
  await signInAs(page, 'Manager');
  await page.getByRole('link', { name: 'Rota' }).click();
  await page.getByText('No rota yet').waitFor();
  await page.getByRole('link', { name: 'Change the rota of Ailsa' }).click();
  for (const day of ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'])
    await page.getByLabel(day).fill('9:00-12:00, 13:00-17:00');
  await page.getByRole('button', { name: 'Save the week' }).click();
  await page.getByText('The rota is changed.').waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await takePicture(page, 'rota-one-desktop');
  await page.getByRole('link', { name: 'Back to the rota' }).click();
  await page.getByRole('link', { name: 'Week after' }).click();
  await page.getByRole('heading', { name: 'Nobody is there in these hours' }).waitFor();
  expect(await page.getByText('noon to 1pm').count()).toBeGreaterThan(0);

  for (const [name, viewport] of [
    ['desktop', DESKTOP],
    ['phone', PHONE],
    ['small-phone', { width: 320, height: 568 }],
  ] as const) {
    await page.setViewportSize(viewport);
    expect(await fits(page)).toBe(true);
    expect(await axeViolations(page)).toEqual([]);
    await takePicture(page, `rota-week-${name}`);
  }

  await page.setViewportSize(DESKTOP);
  await page.getByRole('link', { name: 'Change the rota of Brodie' }).click();
  for (const day of ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'])
    await page.getByLabel(day).fill('11:00-15:00');
  await page.getByRole('button', { name: 'Save the week' }).click();
  await page.getByText('The rota is changed.').waitFor();
  await page.getByRole('link', { name: 'Back to the rota' }).click();
  await page.getByRole('link', { name: 'Week after' }).click();
  await page.getByText('Every hour we promise to the public has somebody there.').waitFor();

  await page.getByRole('link', { name: 'Today' }).click();
  await page.getByText('Nothing is owed today').waitFor();
  for (const viewport of [DESKTOP, PHONE]) {
    await page.setViewportSize(viewport);
    expect(await fits(page)).toBe(true);
    expect(await axeViolations(page)).toEqual([]);
  }
  await takePicture(page, 'today-phone');

  const advisor = await house.browser.person({ viewport: PHONE, javaScript: false });
  await signInAs(advisor.page, 'Advisor');
  await advisor.page.goto(`${house.app.url}/advisor/rota`);
  await advisor.page.getByRole('link', { name: 'Week after' }).click();
  await advisor.page.getByText('11am to 3pm').first().waitFor();
  expect(await advisor.page.getByRole('link', { name: /Change the rota/ }).count()).toBe(0);
});
