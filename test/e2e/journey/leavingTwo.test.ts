/** Two real app processes with one database. Leave now with a web tab open on each: what one ends, neither shows; then what is shared and promised. */
import type { Page } from 'playwright-core';
import { launchBrowser, type TestBrowser } from '../support/browser';
import { begin, bubbles, until } from '../support/talk';
import { startTwoWholeApps, type TwoWholeApps } from '../support/wholeApp';
import { sameByForms } from './byForms';
import { type Person, personAt } from './person';
import { sharingOnTwo } from './sharingTwo';

jest.setTimeout(120_000);

let browser: TestBrowser;
let two: TwoWholeApps;
beforeAll(async () => {
  [browser, two] = await Promise.all([launchBrowser(), startTwoWholeApps()]);
});
afterAll(async () => {
  await Promise.all([browser.close(), two.stop()]);
});

const OWN = 'ma hoose is damp';
const talkText = async (page: Page) => (await bubbles(page)).join('\n');

interface Tab {
  readonly page: Page;
  readonly person: Person;
  readonly close: () => Promise<void>;
}

async function open(url: string): Promise<Tab> {
  const { page, context } = await browser.person({ watched: false });
  await begin(page, url);
  return { page, person: personAt(page), close: () => context.close() };
}

/** Someone on the first app who told us something. */
async function toldUs(): Promise<Tab> {
  const own = await open(two.urls[0]);
  await own.person.press('Yes');
  await own.person.sees('What do you need in life right now?');
  await own.person.say(OWN);
  return own;
}

/** Their other device, on the second app, joined by the three words. */
async function joinedTo(own: Tab): Promise<Tab> {
  await own.person.say('PAUSE');
  await own.person.sees(/three words/);
  const phrase = /ticket: ([a-z]+ [a-z]+ [a-z]+)\./.exec(await talkText(own.page))?.[1] ?? 'no three words';
  const tablet = await open(two.urls[1]);
  await tablet.person.say(phrase);
  return tablet;
}

async function showsNothing({ page }: Tab): Promise<void> {
  await page.getByText('This chat has ended').waitFor();
  await until(async () => (await page.locator('#talk li').count()) === 0, 'An empty talk');
  await page.reload();
  await page.getByText('Is it OK for us to keep that').first().waitFor();
  expect(await page.locator('body').textContent()).not.toContain(OWN);
}

/** What both processes show to somebody who still has this tab's place, and its cookie. */
async function shownFor({ page }: Tab, place: string): Promise<string> {
  const pages = two.urls.map(async (origin) => {
    const form = { place, nonce: `late-${origin.slice(-4)}`, say: 'Back', text: '' };
    const answer = await page.request.post(`${origin}/chat`, { form, headers: { origin } });
    return `${answer.status()} ${await answer.text()}`;
  });
  return (await Promise.all(pages)).join('\n');
}

const placeOf = ({ page }: Tab) => page.evaluate<string>('JSON.parse(Object.values(sessionStorage)[0]).place');

test('H1, B13, P-H18: a tab on each process shows the talk once, no button beside danger, and nothing of it once one of them leaves', async () => {
  const own = await toldUs();
  const tablet = await joinedTo(own);
  await tablet.person.say('STATUS');
  await until(async () => (await talkText(own.page)).includes('STATUS'), 'What the other device said');
  const all = await bubbles(own.page);
  expect(all.filter((one) => one.includes(OWN) || one.includes('STATUS'))).toHaveLength(2);
  // danger said on the other device takes the buttons of the question before away here too
  await own.page.locator('#choices button').first().waitFor();
  await tablet.person.say('I took all my tablets');
  await own.page.locator('#talk a.call').first().waitFor();
  expect(await own.page.locator('#choices button').count()).toBe(0);
  const place = await placeOf(own);
  expect((await shownFor(own, place)).split(OWN).length - 1).toBe(2);
  await own.page.locator('.dockline .leave').click();
  await showsNothing(tablet);
  const after = await shownFor(own, place);
  expect([after.includes(OWN), after.split('Is it OK for us to keep that').length - 1]).toEqual([false, 2]);
  await Promise.all([own.close(), tablet.close()]);
});

test('P-H19: the code word on one process clears the screen of the other too', async () => {
  const own = await toldUs();
  const tablet = await joinedTo(own);
  const [kept] = await own.page.context().cookies();
  const person = await sameByForms(two.urls, await placeOf(own), `${kept?.name}=${kept?.value}`);
  await person.press('Yes');
  await person.press('Carry on');
  for (const label of ['Repairs or damp', 'Ideas now', 'Blantyre', 'Yes']) await person.press(label);
  await person.say('1');
  // hopes, what helps, anything else
  for (let open = 0; open < 3; open += 1) await person.say('SKIP');
  await person.press('18 or over');
  expect(await person.press('Yes')).toContain('code word');
  await person.press('Yes');
  await person.say('bluebell');
  const { page } = tablet;
  await page.getByLabel('Your words').fill('bluebell');
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  // told by the word itself, each goes somewhere else; told that the talk is over, it shows nothing. Which comes first is chance
  for (const one of [own.page, page])
    await until(async () => !(await one.content().catch(() => OWN)).includes('damp'), 'A cleared screen');
  await own.page.goto(`${two.urls[0]}/chat`).catch(() => undefined);
  await own.page.getByText('Is it OK for us to keep that').first().waitFor();
  expect(await own.page.locator('body').textContent()).not.toContain(OWN);
  await Promise.all([own.close(), tablet.close()]);
});

sharingOnTwo(() => two);
