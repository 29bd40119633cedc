/** People in real browsers: looked up by a number in five shapes, their record and its danger, a copy taken out, and an erasure with its receipt. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { axeViolations, DESKTOP, PHONE, takePicture } from '../support/browser';
import { aHouse } from '../support/house';
import { until } from '../support/talk';
import { aDesk, closeIt } from './desk';

const house = aHouse();
jest.setTimeout(180_000);

const desk = aDesk(house);
const fits = (page: Page): Promise<boolean> =>
  page.evaluate('document.documentElement.scrollWidth <= document.documentElement.clientWidth');

/** What is wrong with the page in each size: too wide, or for axe. Its pictures are taken by the way. */
async function wrongWith(page: Page, name: string): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const [size, viewport] of [
    ['desktop', DESKTOP],
    ['phone', PHONE],
    ['small-phone', { width: 320, height: 568 }],
  ] as const) {
    await page.setViewportSize(viewport);
    await takePicture(page, `${name}-${size}`, true);
    if (!(await fits(page))) faults.push(`${name} is too wide on a ${size}`);
    faults.push(...(await axeViolations(page)).map((one) => `${name} on a ${size}: ${one}`));
  }
  await page.setViewportSize(DESKTOP);
  return faults;
}

async function looksUp(page: Page, who: string): Promise<void> {
  await page.goto(`${house.app.url}/advisor/people`);
  await page.getByLabel('Name, phone number or WIN number').fill(who);
  await page.getByRole('button', { name: 'Look up' }).click();
}

it('somebody is found by their number in five shapes, and their record says what they said', async () => {
  const maya = await desk.onAPhone('SMS (Twilio)', '+447700900321', 'I feel so lonely since my mum died');
  await maya.say('can i talk to a person');
  const ailsa = await desk.anAdvisor('Ailsa');
  await ailsa.page.getByRole('button', { name: 'Take the next one' }).click({ timeout: 20_000 });
  await ailsa.page.getByText('You have this one.').waitFor();
  await ailsa.page.getByLabel('Write a note').fill('Their sister helps with the shopping');
  await ailsa.page.getByRole('button', { name: 'Keep the note' }).click();
  await ailsa.page.getByText('Your note is kept.').waitFor();
  await ailsa.page.getByRole('link', { name: 'Their record' }).click();
  await ailsa.page.getByRole('heading', { name: 'Needs, and what became of each' }).waitFor();
  const address = new URL(ailsa.page.url()).pathname;
  expect(await ailsa.page.getByText('Their sister helps with the shopping').count()).toBe(1);
  expect(await wrongWith(ailsa.page, 'person')).toEqual([]);
  for (const shape of ['07700900321', '07700 900 321', '+44 7700 900321', '00447700900321', '(07700) 900-321']) {
    await looksUp(ailsa.page, shape);
    expect(await ailsa.page.locator('tbody a').first().getAttribute('href')).toBe(address);
    expect(ailsa.page.url()).not.toContain('7700');
  }
  expect(await wrongWith(ailsa.page, 'people')).toEqual([]);
  await looksUp(ailsa.page, '07700 900 999');
  await ailsa.page.getByText('Nobody was found').waitFor();
  await ailsa.page.goto(`${house.app.url}/advisor`);
  await ailsa.page.getByRole('link', { name: 'Asked for a person' }).first().click();
  await closeIt(ailsa.page);

  // a copy, by who looks after the team
  const duncan = await desk.anAdvisor('Duncan');
  await duncan.page.getByRole('link', { name: 'Overview' }).click();
  await duncan.page.getByText('Nobody waits').waitFor();
  expect(await wrongWith(duncan.page, 'overview')).toEqual([]);
  await duncan.page.goto(`${house.app.url}${address}`);
  await duncan.page.getByLabel('They said the code word to one of us').check();
  const [file] = await Promise.all([
    duncan.page.waitForEvent('download'),
    duncan.page.getByRole('button', { name: 'Take out to read' }).click(),
  ]);
  const copy = await readFile(await file.path(), 'utf8');
  expect(file.suggestedFilename()).toBe('what-we-hold.txt');
  expect(copy).toContain('I feel so lonely since my mum died');
  expect(copy).toContain('Their sister helps with the shopping');

  // one asks, another confirms
  await ailsa.page.goto(`${house.app.url}${address}`);
  await ailsa.page.getByRole('button', { name: 'Ask to erase it' }).click();
  await ailsa.page.getByRole('dialog').getByLabel('They asked for it').check();
  await ailsa.page.getByRole('dialog').getByRole('button', { name: 'Ask to erase it' }).click();
  await ailsa.page.getByText('Another of us has to confirm it.').waitFor();
  expect(await ailsa.page.getByRole('button', { name: 'Confirm, and erase it' }).count()).toBe(0);
  await duncan.page.goto(`${house.app.url}${address}`);
  await duncan.page.getByText('Ailsa asked to erase this.').waitFor();
  await duncan.page.getByRole('button', { name: 'Confirm, and erase it' }).click();
  await takePicture(duncan.page, 'person-erase-desktop', true);
  await duncan.page.getByRole('dialog').getByRole('button', { name: 'Confirm, and erase it' }).click();
  await duncan.page.getByText('Receipt of an erasure').first().waitFor();
  await until(async () => {
    await duncan.page.reload();
    return (await duncan.page.getByRole('heading', { name: 'What was erased' }).count()) > 0;
  });
  expect(await duncan.page.getByRole('row', { name: /Talks/ }).count()).toBe(1);
  expect(await wrongWith(duncan.page, 'receipt')).toEqual([]);
  await looksUp(ailsa.page, '07700900321');
  await ailsa.page.getByText('Nobody was found').waitFor();
  expect((await ailsa.page.goto(`${house.app.url}${address}`))?.status()).toBe(404);
  for (const one of [maya, ailsa, duncan]) await one.context.close();
});

it('the record of a danger is for the lead, who writes in it and signs it off', async () => {
  const tam = await desk.onAPhone('SMS (Twilio)', '+447700900322', 'i want to end my life tonight');
  await tam.hears('999');
  const catriona = await desk.anAdvisor('Catriona');
  await looksUp(catriona.page, '07700900322');
  await catriona.page.locator('tbody a').first().click();
  await catriona.page.getByRole('link', { name: 'Open the record of danger' }).click();
  await catriona.page.getByText('Not seen to happen').first().waitFor();
  await catriona.page.getByLabel('All three are met').check();
  await catriona.page.getByLabel('What they want to happen').fill('Somebody to sit with them');
  await catriona.page.getByLabel('Name of who was told').fill('Duty worker');
  await catriona.page.getByRole('button', { name: 'Add it' }).click();
  await catriona.page.getByRole('alert').getByText('where they work').waitFor();
  expect(await catriona.page.getByLabel('What they want to happen').inputValue()).toBe('Somebody to sit with them');
  await catriona.page.getByLabel('Name of who was told').fill('');
  await catriona.page.getByRole('button', { name: 'Add it' }).click();
  await catriona.page.getByText('It is in the record.').waitFor();
  await catriona.page.getByText('All three are met. Tell the council').waitFor();
  await catriona.page.getByText('Write a line to learn from').click();
  expect(await wrongWith(catriona.page, 'risk')).toEqual([]);

  // was it right, and a line of her own that is too near to his words at first
  const ownWords = catriona.page.getByLabel('Your line');
  await ownWords.fill('Please, i want to end my life today');
  await catriona.page.getByLabel('What it means').selectOption({ label: 'Ending their life, or hurting themselves' });
  await catriona.page.locator('#lineLevel').selectOption({ label: 'At once' });
  await catriona.page.getByRole('button', { name: 'Keep my line' }).click();
  await catriona.page.getByRole('alert').getByText('Five words in a row are their own.').waitFor();
  expect(await wrongWith(catriona.page, 'line')).toEqual([]);
  await ownWords.fill('There is no tomorrow in my diary');
  await catriona.page.getByRole('button', { name: 'Keep my line' }).click();
  await catriona.page.getByText('Your line is kept, apart from their record.').waitFor();
  await catriona.page.getByLabel('It was right').check();
  await catriona.page.getByRole('button', { name: 'Count my answer' }).click();
  await catriona.page.getByText('It is counted.').waitFor();
  expect(await catriona.page.getByLabel('It was right').isChecked()).toBe(true);
  const address = catriona.page.url();
  const duncan = await desk.anAdvisor('Duncan');
  expect((await duncan.page.goto(address))?.status()).toBe(403);
  await catriona.page.getByLabel('I have been through it').check();
  await catriona.page.getByLabel('What we learn from it').fill('Ring within five minutes');
  await catriona.page.getByRole('button', { name: 'Add it' }).click();
  await catriona.page.getByText('Signed off by Catriona.').waitFor();
  for (const one of [tam, catriona, duncan]) await one.context.close();
});

it('what one left for oneself stands in Today, and is ticked off there', async () => {
  const ruth = await desk.onAPhone('SMS (Twilio)', '+447700900323', 'can i talk to a person about my rent');
  const brodie = await desk.anAdvisor('Brodie');
  await brodie.page.getByRole('button', { name: 'Take the next one' }).click({ timeout: 20_000 });
  await brodie.page.getByText('You have this one.').waitFor();
  await brodie.page.getByRole('button', { name: 'Close it' }).first().click();
  const form = brodie.page.getByRole('dialog');
  await form.getByLabel('Something left to do').fill('Post the rent form to the library');
  await form.getByLabel('By which day').fill(new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10));
  await form.getByRole('button', { name: 'Close it' }).click();
  await brodie.page.getByText('What is left to do stands in the queue.').waitFor();
  await brodie.page.getByRole('link', { name: 'Today' }).click();
  await brodie.page.getByLabel('Post the rent form to the library').check();
  expect(await wrongWith(brodie.page, 'today')).toEqual([]);
  await brodie.page.getByRole('button', { name: 'Is done' }).click();
  await brodie.page.getByText('That is done, and off the list.').waitFor();
  expect(await brodie.page.getByText('Post the rent form').count()).toBe(0);
  for (const one of [ruth, brodie]) await one.context.close();
});

it('one of us fills the questions in with somebody who is here, and it is written down as that', async () => {
  const brodie = await desk.anAdvisor('Brodie');
  await brodie.page.getByRole('link', { name: 'People' }).click();
  await brodie.page.getByLabel('Here with me').check();
  await brodie.page.getByRole('button', { name: 'Begin' }).click();
  await brodie.page.getByText('Read each out as it stands').waitFor();
  for (let n = 0; n < 3; n += 1) {
    // the page shows the last of what was said: that it moved on is seen by its words
    const said = await brodie.page.locator('.lines').textContent();
    await brodie.page.getByRole('button', { name: /^Yes/ }).first().click();
    await until(async () => (await brodie.page.locator('.lines').textContent()) !== said);
  }
  await brodie.page.getByText('What do you need in life right now?').last().waitFor();
  await brodie.page.getByLabel('Or in their own words').fill('I have nobody to talk to');
  await brodie.page.getByRole('button', { name: 'Put it in', exact: true }).click();
  await brodie.page.locator('.lines').getByText('I have nobody to talk to').first().waitFor();
  expect(await wrongWith(brodie.page, 'assisted')).toEqual([]);
  await brodie.page.getByRole('link', { name: 'Their record' }).click();
  await brodie.page.getByText('One of us filled the questions in with them').waitFor();
  await brodie.context.close();
});
