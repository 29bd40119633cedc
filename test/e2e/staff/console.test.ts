import { axeViolations, takePicture } from '../support/browser';
import { aHouse } from '../support/house';
import { bubbles, say, until } from '../support/talk';
import { aDesk, closeIt } from './desk';

const house = aHouse();

jest.setTimeout(120_000);

const desk = aDesk(house);
const anAdvisor = desk.anAdvisor;
const aPersonWhoAsks = () => desk.onTheWeb();

it('one advisor and one person: taken, both ways live, handed back', async () => {
  const ailsa = await anAdvisor('Ailsa');
  const maya = await aPersonWhoAsks();
  await ailsa.page.getByText('Asked for a person').first().waitFor({ timeout: 20_000 });
  await ailsa.page.getByRole('button', { name: 'Take the next one' }).click();
  await ailsa.page.getByText('You have this one.').waitFor();
  await maya.page.getByText('Ailsa is here now').waitFor();
  await ailsa.page.getByRole('button', { name: 'Put it in the box' }).click();
  expect(await ailsa.page.getByLabel('Write to them').inputValue()).toContain("it's Ailsa from WIN");
  await ailsa.page.getByLabel('Write to them').fill('Hi, it is Ailsa. How are you today?');
  await maya.page.locator('#typing').waitFor({ state: 'visible' });
  await ailsa.page.keyboard.press('Enter');
  await maya.page.getByText('Hi, it is Ailsa. How are you today?').waitFor();
  await ailsa.page.getByRole('log').getByText('How are you today?').waitFor();
  // the news of it may come before the answer that empties the box
  await until(async () => (await ailsa.page.getByLabel('Write to them').inputValue()) === '');
  // what is half written stays while the person writes
  await ailsa.page.getByLabel('Write to them').fill('I was just going to');
  await say(maya.page, 'it is about my council house');
  await ailsa.page.getByRole('log').getByText('it is about my council house').waitFor({ timeout: 5_000 });
  expect(await ailsa.page.getByLabel('Write to them').inputValue()).toBe('I was just going to');
  // what is kept for the team is there, and what was half written to the person is too
  await ailsa.page.getByLabel('Write a note').fill('Their sister helps');
  await ailsa.page.getByRole('button', { name: 'Keep the note' }).click();
  await ailsa.page.getByText('Your note is kept.').waitFor();
  await ailsa.page.getByRole('complementary').getByText('Their sister helps').waitFor();
  // the page came anew, and what was half written is put back once it is there
  await until(async () => (await ailsa.page.getByLabel('Write to them').inputValue()) === 'I was just going to');
  // saved phrases go in the box where one is, and are not sent by themselves
  await ailsa.page.getByText('Saved phrases').click();
  await ailsa.page.getByRole('button', { name: 'Take your time. I am here.' }).click();
  expect(await ailsa.page.getByLabel('Write to them').inputValue()).toBe(
    'I was just going to Take your time. I am here.',
  );
  expect((await bubbles(maya.page)).join()).not.toContain('Take your time. I am here.');
  await ailsa.page.getByRole('button', { name: 'Hand back' }).click();
  await takePicture(ailsa.page, 'console-hand-back');
  expect(await axeViolations(ailsa.page)).toEqual([]);
  await ailsa.page.getByRole('dialog').getByRole('button', { name: 'Hand back' }).click();
  await ailsa.page.getByText('Handed back.').waitFor();
  await maya.page.getByText("it's the automated helper again").waitFor();
  await ailsa.context.close();
  await maya.context.close();
});

it('a line that breaks, and a page loaded again, lose nothing and double nothing', async () => {
  const ailsa = await anAdvisor('Ailsa');
  const maya = await aPersonWhoAsks();
  await ailsa.page.getByRole('button', { name: 'Take the next one' }).click({ timeout: 20_000 });
  await ailsa.page.getByText('You have this one.').waitFor();
  await ailsa.context.setOffline(true);
  await ailsa.page.getByLabel('Write to them').fill('Are you somewhere warm?');
  await ailsa.page.getByRole('button', { name: 'Send' }).click();
  await ailsa.page.getByText('Not sent yet.').waitFor();
  await takePicture(ailsa.page, 'console-not-sent');
  await say(maya.page, 'hello, are you there');
  await ailsa.context.setOffline(false);
  await maya.page.getByText('Are you somewhere warm?').waitFor({ timeout: 20_000 });
  await ailsa.page.getByRole('log').getByText('hello, are you there').waitFor({ timeout: 20_000 });
  // the answer is lost: the browser does not know that it was taken
  let lost = false;
  await ailsa.page.route('**/say', async (route) => {
    if (!lost) await route.fetch({ maxRedirects: 0 });
    lost = true;
    await route.abort();
  });
  await ailsa.page.getByLabel('Write to them').fill('I can ring the council for you.');
  await ailsa.page.getByRole('button', { name: 'Send' }).click();
  await ailsa.page.getByText('Not sent yet.').waitFor();
  await ailsa.page.unroute('**/say');
  await ailsa.page.reload();
  await ailsa.page.getByRole('log').getByText('I can ring the council for you.').waitFor();
  await until(async () => (await ailsa.page.getByLabel('Write to them').inputValue()) === '');
  await say(maya.page, 'yes please do');
  await ailsa.page.getByRole('log').getByText('yes please do').waitFor({ timeout: 10_000 });
  for (const words of ['Are you somewhere warm?', 'I can ring the council for you.'])
    expect((await bubbles(maya.page)).filter((text) => text.includes(words))).toHaveLength(1);
  await closeIt(ailsa.page);
  await ailsa.context.close();
  await maya.context.close();
});

it('without JavaScript the queue is read, one is taken, and answered', async () => {
  const maya = await aPersonWhoAsks();
  const brodie = await anAdvisor('Brodie', { javaScript: false });
  await until(async () => {
    await brodie.page.reload();
    return (await brodie.page.getByRole('button', { name: 'Take the next one' }).count()) > 0;
  });
  await brodie.page.getByRole('button', { name: 'Take the next one' }).click();
  await brodie.page.getByLabel('Write to them').fill('Hello, it is Brodie.');
  await brodie.page.getByRole('button', { name: 'Send' }).click();
  await maya.page.getByText('Hello, it is Brodie.').waitFor();
  await say(maya.page, 'hi brodie');
  await until(async () => {
    await brodie.page.reload();
    return ((await brodie.page.textContent('main')) ?? '').includes('hi brodie');
  });
  await closeIt(brodie.page);
  await brodie.context.close();
  await maya.context.close();
});
