/** Two advisors and three people at once, on the web page, by text and by WhatsApp: one claim wins, nothing is lost or said twice, and danger is seen from wherever one is. */
import type { BrowserContext, Page } from 'playwright-core';
import { aHouse } from '../support/house';
import { until } from '../support/talk';
import { aDesk, closeIt, writes } from './desk';

const house = aHouse();

jest.setTimeout(240_000);

const desk = aDesk(house);
const SMS = 'SMS (Twilio)';
const WHATSAPP = 'WhatsApp (Meta)';

const inTalk = (page: Page, words: string) => page.getByRole('log').getByText(words).waitFor({ timeout: 20_000 });
const threadOf = (page: Page) => new URL(page.url()).pathname;

it('of two who take one person at once one has them; then each of three people has one of us, in their own channel', async () => {
  const [ailsa, brodie] = [await desk.anAdvisor('Ailsa'), await desk.anAdvisor('Brodie')];
  const maya = await desk.onTheWeb();
  await ailsa.page.getByRole('link', { name: 'Asked for a person' }).click({ timeout: 20_000 });
  await brodie.page.goto(`${house.app.url}${threadOf(ailsa.page)}`);
  const take = [ailsa, brodie].map(({ page }) => page.getByRole('button', { name: 'Take this one' }));
  await Promise.all(take.map((button) => button.waitFor()));
  // both press before either page has heard of the other
  await Promise.all(take.map((button) => button.click()));
  const has = async ({ page }: typeof ailsa) => {
    await page.getByText(/You have this one|has this one/).waitFor();
    return (await page.getByText('You have this one.').count()) === 1;
  };
  const won = [await has(ailsa), await has(brodie)];
  expect([...won].sort()).toEqual([false, true]);
  const [holder, other] = won[0] ? [ailsa, brodie] : [brodie, ailsa];
  const name = won[0] ? 'Ailsa' : 'Brodie';
  await other.page.getByText(`${name} has this one.`).waitFor();
  expect(await other.page.getByLabel('Write to them').count()).toBe(0);

  const rab = await desk.onAPhone(SMS, '+447700900211');
  const agnes = await desk.onAPhone(WHATSAPP, '+447700900212');
  await writes(holder.page, 'Hello Maya, what would help?');
  await maya.hears('Hello Maya, what would help?');
  await maya.say('somebody to come with me to the council');
  await inTalk(holder.page, 'somebody to come with me to the council');

  await other.page.goto(`${house.app.url}/advisor`);
  await other.page.getByRole('button', { name: 'Take the next one' }).click({ timeout: 20_000 });
  await writes(other.page, 'Hello Rab, I am here.');
  await rab.hears('Hello Rab, I am here.');
  await rab.say('my heating is off');
  await inTalk(other.page, 'my heating is off');

  const maysPage = threadOf(holder.page);
  await holder.page.goto(`${house.app.url}/advisor`);
  await holder.page.getByRole('button', { name: 'Take the next one' }).click({ timeout: 20_000 });
  await writes(holder.page, 'Hello Agnes, take your time.');
  await agnes.hears('Hello Agnes, take your time.');
  await agnes.say('nobody has called me back');
  await inTalk(holder.page, 'nobody has called me back');
  // who else of theirs waits for an answer is seen from here too
  await maya.say('are you still there');
  await holder.page.getByText('waits for your answer since').waitFor({ timeout: 20_000 });

  await other.page.getByRole('button', { name: 'Hand back' }).click();
  await other.page.getByRole('dialog').getByRole('button', { name: 'Hand back' }).click();
  await other.page.getByText('Handed back.').waitFor();
  await rab.hears('automated helper again');

  expect(await maya.times('Hello Maya, what would help?')).toBe(1);
  expect(await rab.times('Hello Rab, I am here.')).toBe(1);
  expect(await agnes.times('Hello Agnes, take your time.')).toBe(1);
  for (const { times } of [maya, rab]) expect(await times('Hello Agnes')).toBe(0);
  await closeIt(holder.page);
  await holder.page.goto(`${house.app.url}${maysPage}`);
  await closeIt(holder.page);
  for (const { context } of [ailsa, brodie, maya, rab, agnes]) await context.close();
});

/** A phone's chip in software, opened by its owner. */
async function withChip(context: BrowserContext, page: Page): Promise<void> {
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

it('danger that comes during another chat is seen there; its alarm leads the lead to the right thread after sign-in, who takes over', async () => {
  // the lead has a passkey, and is signed out
  const lead = await desk.anAdvisor('Catriona');
  await withChip(lead.context, lead.page);
  await lead.page.goto(`${house.app.url}/staff/account`);
  await lead.page.getByLabel('What to call this device').fill('My phone');
  await lead.page.getByRole('button', { name: 'Add a passkey' }).click();
  await lead.page.getByText('The passkey was added').waitFor();
  await lead.page.getByRole('button', { name: 'Sign out' }).click();
  await lead.page.getByText('You are signed out').waitFor();

  const [ailsa, brodie] = [await desk.anAdvisor('Ailsa'), await desk.anAdvisor('Brodie')];
  const maya = await desk.onTheWeb();
  await ailsa.page.getByRole('button', { name: 'Take the next one' }).click({ timeout: 20_000 });
  await writes(ailsa.page, 'Hello, I am here.');
  await ailsa.page.getByLabel('Write to them').fill('Would it help if');
  const before = await desk.alarmLinks();
  const rab = await desk.onAPhone(SMS, '+447700900221', 'i have taken all my tablets');
  await rab.hears('999');
  // seen from the other thread, and what is half written there stays
  await ailsa.page.getByText('waits for one of us since').waitFor({ timeout: 20_000 });
  expect(await ailsa.page.getByLabel('Write to them').inputValue()).toBe('Would it help if');
  await brodie.page.getByRole('link', { name: /Danger/ }).click({ timeout: 20_000 });
  await brodie.page.getByRole('button', { name: 'Take this one' }).click();
  await writes(brodie.page, 'Rab, I am with you. Have you rung 999?');
  await rab.hears('Have you rung 999?');
  const rabsThread = threadOf(brodie.page);

  const fresh = async () => (await desk.alarmLinks()).filter((one) => !before.includes(one));
  await until(async () => (await fresh()).length > 0, 'An alarm');
  const [link = ''] = await fresh();
  await lead.page.goto(`${house.app.url}${link}`);
  const have = lead.page.getByRole('button', { name: 'Yes, I have it' });
  if ((await have.count()) > 0) await have.click();
  await lead.page.getByRole('link', { name: 'Sign in and open it' }).click();
  await lead.page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await lead.page.getByText('Brodie has this one.').waitFor();
  expect(threadOf(lead.page)).toBe(rabsThread);
  await lead.page.getByRole('heading', { name: 'Danger', exact: true }).waitFor();

  await brodie.page.getByLabel('Write to them').fill('I was about to say');
  await lead.page.getByRole('button', { name: 'Take over' }).click();
  await lead.page.getByText('You have this one.').waitFor();
  await rab.hears('Catriona');
  await brodie.page.getByText('Catriona has this one.').waitFor({ timeout: 20_000 });
  await brodie.page.getByRole('button', { name: 'Send' }).click();
  await brodie.page.getByText('You wrote this. It was not sent').waitFor();
  await brodie.page.getByText('I was about to say').waitFor();
  await writes(lead.page, 'Rab, it is Catriona now.');
  await rab.hears('it is Catriona now.');
  expect(await rab.times('I was about to say')).toBe(0);
  await closeIt(lead.page);
  await closeIt(ailsa.page);
  for (const { context } of [ailsa, brodie, lead, maya, rab]) await context.close();
});

it('a console that sleeps and is loaded again in the middle of a chat has everything, once', async () => {
  const ailsa = await desk.anAdvisor('Ailsa');
  const agnes = await desk.onAPhone(WHATSAPP, '+447700900232');
  await ailsa.page.getByRole('button', { name: 'Take the next one' }).click({ timeout: 20_000 });
  await writes(ailsa.page, 'Hello Agnes.');
  await agnes.hears('Hello Agnes.');
  const tools = await ailsa.context.newCDPSession(ailsa.page);
  await tools.send('Page.setWebLifecycleState', { state: 'frozen' });
  await agnes.say('the letter came this morning');
  await agnes.say('it says I owe them money');
  await ailsa.page.waitForTimeout(1_000);
  await tools.send('Page.setWebLifecycleState', { state: 'active' });
  await inTalk(ailsa.page, 'it says I owe them money');
  // half written, and the page is loaded again
  await ailsa.page.getByLabel('Write to them').fill('Bring the letter');
  await ailsa.page.reload();
  expect(await ailsa.page.getByLabel('Write to them').inputValue()).toBe('Bring the letter');
  await agnes.say('what do I do now');
  await inTalk(ailsa.page, 'what do I do now');
  await writes(ailsa.page, 'Bring the letter with you.');
  await agnes.hears('Bring the letter with you.');
  expect(await agnes.times('Bring the letter')).toBe(1);
  for (const words of ['the letter came this morning', 'it says I owe them money', 'what do I do now'])
    expect(await ailsa.page.getByRole('log').getByText(words).count()).toBe(1);
  await closeIt(ailsa.page);
  for (const { context } of [ailsa, agnes]) await context.close();
});
