/** A whole intake at phone width, from the first screen to a partner's yes, with JavaScript and without. */
import { axeViolations, PHONE, takePicture } from '../support/browser';
import { aHouse } from '../support/house';
import { brokenNumbers, expectFound } from '../support/talk';
import { personAt } from './person';

jest.setTimeout(90_000);

const house = aHouse();

/** Looks again until there is something, for at most 20 seconds. */
async function until(look: () => Promise<string | null>): Promise<string> {
  for (let go = 0; go < 80; go += 1) {
    const found = await look().catch(() => null);
    if (found !== null) return found;
    await new Promise((next) => setTimeout(next, 250));
  }
  throw new Error('It did not come');
}

test.each([
  ['with JavaScript', true],
  ['with JavaScript off', false],
])('%s: read-back changed once, a line left out, the partner says yes, STATUS tells it', async (_name, javaScript) => {
  const { page, context } = await house.browser.person({ viewport: PHONE, javaScript });
  const person = personAt(page);
  await page.goto(house.app.url);
  await page.getByText('Is it OK for us to keep that').first().waitFor();
  expect(await page.title()).toBe('WIN');
  await person.press("Yes, that's OK");
  await person.press('Yes');
  await person.sees('What do you need in life right now?');
  await person.say('ma hoose is damp and am dead lonely');
  await person.sees('Your home and company, got it');
  await person.press('Repairs or damp');
  await person.press('A bit more first');
  await person.press('18 or over');
  await person.press('Company');
  await person.say('Maya');
  await person.press('Blantyre');
  await person.say('a walk with my dog');
  await person.say('my dog Skye');
  await person.say('painting');
  await person.press('Getting there', 'Nerves about groups');
  await person.press('Meet one person first', 'Bus fare');
  await person.press('Come and see');
  await person.sees('To join in, it would help to have a chat with one person first and bus fare.');
  await person.press('Change something');
  await person.press('My area');
  await person.press('Rutherglen');
  await person.sees('Have I got that right?');
  await takePicture(page, `read-back-${javaScript ? 'js' : 'plain'}`);
  await person.press('Yes');
  await person.sees('These might fit.');
  await takePicture(page, `options-${javaScript ? 'js' : 'plain'}`);
  await person.say('1');
  await person.press('No');
  await person.press('Text');
  await person.say('07700 900123');
  await person.press('Yes');
  await person.press('Morning');
  await person.press('No');
  await person.press("Hi, it's WIN");
  await person.sees('would see:');
  await person.press("Change what's shared");
  await person.say('2');
  await person.sees('would only see:');
  await takePicture(page, `share-${javaScript ? 'js' : 'plain'}`);
  await expectFound(page, "Change what's shared");
  await person.press('Yes');
  await person.sees(/Your number for it is WIN-\w{5}/);
  const passed = await page
    .locator('#talk')
    .getByText(/Your number for it is/)
    .last()
    .textContent();
  const ref = /WIN-\w{5}/.exec(passed ?? '')?.[0] ?? 'no reference';
  await person.press('No');
  await person.press('OK');
  await person.press('6');
  await person.press('Some of the time');
  await person.press('No thanks');
  await person.press('No');
  await person.press('No');
  await person.press('No thanks');
  await person.sees('Thanks for talking with me.');
  // axe is itself a script, so it looks at the page that has one
  if (javaScript) expect(await axeViolations(page)).toEqual([]);

  // the partner, on a machine of their own, opens the one-time link from the letter
  const partner = await house.browser.person({ viewport: PHONE, javaScript });
  const link = async () => {
    await partner.page.goto(`${house.app.url}/start`);
    const letter = partner.page.locator('li', { hasText: ref }).getByRole('link').first();
    return (await letter.count()) > 0 ? letter.getAttribute('href') : null;
  };
  const address = await until(link);
  await partner.page.goto(`${house.app.url}${address}`);
  const shown = await partner.page.locator('main').textContent();
  expect(shown).toContain('Maya');
  expect(shown).not.toContain('07700');
  await takePicture(partner.page, `partner-${javaScript ? 'js' : 'plain'}`);
  await partner.page.getByRole('button', { name: 'Yes, we can help' }).click();
  await partner.page
    .getByText(/thank you/i)
    .first()
    .waitFor();

  // the person hears: by itself on the open page, or when they ask
  if (javaScript) await person.sees("there's some news for you, and it's good");
  await person.say('STATUS');
  await person.sees(new RegExp(`${ref}: .* said yes`));
  await takePicture(page, `status-${javaScript ? 'js' : 'plain'}`);
  expect(await brokenNumbers(page)).toEqual([]);
  await context.close();
  await partner.context.close();
});
