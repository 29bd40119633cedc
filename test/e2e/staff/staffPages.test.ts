/** The staff pages in a real browser: looked at in every size and shade, worked without a script, and a passkey made and used. */
import type { BrowserContext, Page } from 'playwright-core';
import { axeViolations, DESKTOP, PHONE, takePicture } from '../support/browser';
import { aHouse } from '../support/house';

const house = aHouse();

jest.setTimeout(90_000);

/** Signs in by a sample person's one-time link on the start page. */
async function signInAs(page: Page, role: string): Promise<void> {
  await page.goto(`${house.app.url}/start`);
  await page
    .getByRole('link', { name: new RegExp(`, ${role}$`) })
    .first()
    .click();
  await page.getByRole('button', { name: 'Sign out' }).waitFor();
}

/** A phone's chip in software, opened by its owner. */
async function withChip(context: BrowserContext, page: Page) {
  const tools = await context.newCDPSession(page);
  await tools.send('WebAuthn.enable');
  await tools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

const fits = (page: Page): Promise<boolean> =>
  page.evaluate('document.documentElement.scrollWidth <= document.documentElement.clientWidth');

/** Every thing one can press is big enough for a cold thumb, but for links inside a sentence. */
const small = (page: Page): Promise<string[]> =>
  page.evaluate(`[...document.querySelectorAll('button, select, input:not([type=hidden]):not([type=checkbox]):not([type=radio]), a.button, nav a, .pick, a.home')]
    .filter((one) => one.checkVisibility())
    .map((one) => [one.outerHTML.slice(0, 80), one.getBoundingClientRect()])
    .filter(([, box]) => box.height < 44 || box.width < 44)
    .map(([html]) => html)`);

const SIZES = [
  ['phone', PHONE, false],
  ['phone-dark', PHONE, true],
  ['small-phone', { width: 320, height: 568 }, false],
  ['desktop', DESKTOP, false],
  ['desktop-dark', DESKTOP, true],
] as const;

describe.each(SIZES)('on a %s', (size, viewport, dark) => {
  it('every page fits, has nothing wrong for axe, and targets a thumb can hit', async () => {
    const { context, page } = await house.browser.person({ viewport, dark });
    const faults: string[] = [];
    const look = async (name: string) => {
      await takePicture(page, `staff-${name}-${size}`, true);
      if (!(await fits(page))) faults.push(`${name} is too wide`);
      for (const one of [...(await axeViolations(page)), ...(await small(page))]) faults.push(`${name}: ${one}`);
    };
    await page.goto(`${house.app.url}/staff/sign-in`);
    await look('sign-in');
    await page.goto(`${house.app.url}/dev/kit`);
    await look('kit');
    await page.getByRole('button', { name: 'Hand back' }).first().click();
    await page.getByRole('dialog', { name: 'Hand this back?' }).waitFor();
    await look('dialog');
    await signInAs(page, 'Admin');
    await look('accounts');
    await page.getByRole('link', { name: 'Ailsa' }).click();
    await look('one-account');
    await page.getByRole('link', { name: 'Your account' }).click();
    await look('account');
    await page.getByRole('link', { name: 'Set up an app' }).click();
    await page.getByLabel('The code it shows now').fill('12');
    await page.getByRole('button', { name: 'Add the app' }).click();
    await page.getByRole('alert').waitFor();
    await look('app-wrong');
    await page.goto(`${house.app.url}/staff/account/password`);
    await look('password');
    expect(faults).toEqual([]);
    await context.close();
  });
});

it('a passkey is added, signs in alone, and the other way in is told apart from it', async () => {
  const { context, page } = await house.browser.person({ viewport: DESKTOP });
  await withChip(context, page);
  await signInAs(page, 'Manager');
  await page.goto(`${house.app.url}/staff/account`);
  await page.getByLabel('What to call this device').fill('My laptop');
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await page.getByText('The passkey was added').waitFor();
  expect(await page.getByRole('row', { name: /My laptop/ }).count()).toBe(1);
  await takePicture(page, 'staff-account-with-passkey', true);
  expect(await axeViolations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByText('You are signed out').waitFor();
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await page.getByRole('button', { name: 'Sign out' }).waitFor();
  await page.goto(`${house.app.url}/staff/account`);
  expect(await page.textContent('main')).toContain('Passkey');
  await context.close();
});

it('a passkey nobody has is said to open nothing, and the password stays there', async () => {
  const { context, page } = await house.browser.person({ viewport: DESKTOP });
  await withChip(context, page);
  await page.goto(`${house.app.url}/staff/sign-in`);
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await page.getByText('That passkey did not open anything here').waitFor();
  expect(await page.getByLabel('Password').isVisible()).toBe(true);
  await context.close();
});

it('without JavaScript everything but the passkey button works', async () => {
  const { context, page } = await house.browser.person({ viewport: DESKTOP, javaScript: false });
  await page.goto(`${house.app.url}/staff/sign-in`);
  expect(await page.getByRole('button', { name: 'Sign in with a passkey' }).isVisible()).toBe(false);
  await page.getByLabel('E-mail').fill('nobody@win.example.org');
  await page.getByLabel('Password').fill('not the right one');
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.getByText('That does not go together').waitFor();
  expect(await page.getByLabel('E-mail').inputValue()).toBe('nobody@win.example.org');
  await signInAs(page, 'Admin');
  await page.goto(`${house.app.url}/staff/accounts`);
  await page.getByRole('link', { name: 'Brodie' }).click();
  await page.getByRole('button', { name: 'Close this account' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Close this account' }).click();
  await page.getByText('The account is closed').waitFor();
  await page.getByRole('button', { name: 'Open it again' }).click();
  await page.getByText('The account is open again').waitFor();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByText('You are signed out').waitFor();
  await context.close();
});

it('a one-time link signs in once', async () => {
  const { context, page } = await house.browser.person({ viewport: DESKTOP });
  await page.goto(`${house.app.url}/start`);
  const path = await page
    .getByRole('link', { name: /, Advisor$/ })
    .first()
    .getAttribute('href');
  await page.goto(`${house.app.url}${path}`);
  await page.getByRole('button', { name: 'Sign out' }).waitFor();
  const other = await house.browser.person({ viewport: DESKTOP });
  await other.page.goto(`${house.app.url}${path}`);
  expect(new URL(other.page.url()).pathname).toBe('/start');
  await other.page.goto(`${house.app.url}/staff/account`);
  await other.page.getByRole('heading', { name: 'Sign in' }).waitFor();
  await other.context.close();
  await context.close();
});

it('the keyboard finds the page first, and shows where it is', async () => {
  const { context, page } = await house.browser.person({ viewport: DESKTOP });
  await page.goto(`${house.app.url}/staff/sign-in`);
  await page.keyboard.press('Tab');
  expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to the page');
  await takePicture(page, 'staff-skip');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  expect(await page.evaluate('getComputedStyle(document.activeElement).outlineStyle')).toBe('solid');
  await context.close();
});
