/** The share box at phone size: what the person saw is what is kept and what the partner reads, whatever the partner says then. */
import type { Page } from 'playwright-core';
import { ALWAYS_SAFE } from '../../../dialogs/content/partner';
import { PHONE, takePicture } from '../support/browser';
import { aHouse } from '../support/house';
import { begin, brokenNumbers, bubbles, expectFound, until } from '../support/talk';
import { AVOID, BOX, goOnTo } from './maya';
import { type Person, personAt } from './person';
import { linesIn } from './reading';

jest.setTimeout(120_000);

const house = aHouse();

const last = async (page: Page) => (await bubbles(page)).at(-1) ?? '';

/** The same of the partner's page: the safe rules that are this person's own, and every row. */
async function linesOn(page: Page): Promise<readonly string[]> {
  const rules = await page.locator('.careful li').allTextContents();
  const labels = await page.locator('main dl dt').allTextContents();
  const values = await page.locator('main dl dd').allTextContents();
  return [
    ...labels.map((label, n) => `${label}: ${values[n]}`),
    ...rules.filter((rule) => !ALWAYS_SAFE.includes(rule)),
  ];
}

/** The number of the introduction last made. */
async function refOf(page: Page): Promise<string> {
  await page
    .locator('#talk')
    .getByText(/Your number for it is/)
    .last()
    .waitFor();
  return (
    (await bubbles(page))
      .join(' ')
      .match(/WIN-\w{5}/g)
      ?.at(-1) ?? 'no number'
  );
}

/** The partner's own phone, with the one-time link of the letter open on it. */
async function partnerWith(ref: string): Promise<{ page: Page; link: string; close: () => Promise<void> }> {
  const { page, context } = await house.browser.person({ viewport: PHONE });
  const letter = page.locator('li', { hasText: ref }).getByRole('link').first();
  await until(async () => {
    await page.goto(`${house.app.url}/start`);
    return (await letter.count()) > 0;
  }, 'The letter');
  const link = `${house.app.url}${await letter.getAttribute('href')}`;
  await page.goto(link);
  return { page, link, close: () => context.close() };
}

/** What the person sees by STATUS of this introduction. */
async function status(person: Person, page: Page): Promise<string> {
  await person.say('STATUS');
  return (await bubbles(page)).slice(-3).join('\n');
}

const notYet = (page: Page, heading: string) =>
  page.locator('form', { has: page.getByRole('heading', { name: heading }) });

test('P-H1, P-A17: what was seen in the box is what is kept through a power cut and what the partner reads; each "not yet" and "no" is told', async () => {
  const { page, context } = await house.browser.person({ viewport: PHONE });
  await begin(page, house.app.url);
  const person = personAt(page);
  const box = await goOnTo(BOX, person, () => last(page), { pace: 'Ideas now' });
  await takePicture(page, 'share-box');
  await expectFound(page, "Change what's shared");
  await person.press('Yes');
  const ref = await refOf(page);
  expect(await brokenNumbers(page)).toEqual([]);
  const before = await partnerWith(ref);
  expect(await brokenNumbers(before.page)).toEqual([]);
  await house.app.restart();
  await before.page.goto(before.link);
  expect([...(await linesOn(before.page))].sort()).toEqual([...linesIn(box)].sort());
  expect(linesIn(box)).toContain('Name: Maya');
  await takePicture(before.page, 'partner-phone-real', true);

  const { page: partner, link } = before;
  const told: string[] = [];
  const say = async (heading: string, fill: () => Promise<void>) => {
    await partner.goto(link);
    await partner.locator('summary', { hasText: 'Not yet' }).click();
    await fill();
    await notYet(partner, heading).getByRole('button').click();
    await partner.getByRole('heading', { name: 'Thank you for telling us' }).waitFor();
    told.push(await status(person, page));
  };
  await say('We have a waiting list', () => partner.locator('#until').fill('2027-03-01'));
  await say('We need to know more', () => partner.locator('#more').fill('Is the flat rented?'));
  await say('tried', async () => {});
  expect(told).toEqual([
    expect.stringContaining(`${ref}: Calder Door has you on a waiting list until Mon 1 Mar.`),
    expect.stringContaining(`${ref}: Calder Door asked our team something first. Our team is sorting it.`),
    expect.stringContaining(`${ref}: Calder Door tried to reach you and couldn't get through.`),
  ]);
  await partner.goto(link);
  await partner.getByText('Not this time').click();
  await partner.getByLabel('We are full just now').check();
  await partner.getByRole('button', { name: 'Send a no' }).click();
  await partner.getByRole('heading', { name: 'Thank you for telling us' }).waitFor();
  expect(await status(person, page)).toContain(`${ref}: Calder Door can't take this on just now.`);
  // the open page was told each time without asking
  const all = (await bubbles(page)).join('\n');
  for (const news of [
    'on a waiting list until',
    'asked our team something',
    "couldn't get through",
    "can't take this on",
  ])
    expect(all).toMatch(new RegExp(`There's some news for you. Calder Door [^.]*${news}`));
  // and whoever is asked next would see the same lines, word for word
  expect(linesIn(await last(page))).toEqual(linesIn(box));
  await context.close();
  await before.close();
});

test('P-H1: times to avoid are in the box, and a line left out is not on the partner page', async () => {
  const { page, context } = await house.browser.person({ viewport: PHONE });
  await begin(page, house.app.url);
  const person = personAt(page);
  const box = await goOnTo(BOX, person, () => last(page), { pace: 'A bit more first' });
  expect(linesIn(box)).toContain(`Times to avoid: ${AVOID}`);
  await person.press("Change what's shared");
  await person.press('Times to avoid', 'My own words');
  const less = await last(page);
  expect(linesIn(less)).toEqual(linesIn(box).filter((line) => !/^(Times to avoid|Own words)/.test(line)));
  await takePicture(page, 'share-box-less');
  await page.setViewportSize({ width: 320, height: 568 });
  await expectFound(page, "Change what's shared");
  await page.setViewportSize(PHONE);
  await person.press('Yes');
  const partner = await partnerWith(await refOf(page));
  expect([...(await linesOn(partner.page))].sort()).toEqual([...linesIn(less)].sort());
  expect(await partner.page.content()).not.toMatch(/AA meeting|landlord/);
  // an address that is not there: help a thumb can hit
  await partner.page.goto(`${house.app.url}/nothing-here`);
  expect(await brokenNumbers(partner.page)).toEqual([]);
  for (const call of await partner.page.locator('a[href^="tel:"]').all())
    expect(await call.boundingBox()).toMatchObject({ height: 44 });
  await partner.close();
  await context.close();
});
