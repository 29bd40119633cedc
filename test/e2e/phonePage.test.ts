/** The stand-in phone in a real browser, against a tiny app that answers: how it looks, taps, ticks, and what goes wrong. */
import type { Page } from 'playwright-core';
import type { Request, Response, Server } from 'restify';
import { mountPhone, type Phone, STAND_IN_ACCOUNTS, standInBases } from '../../bot/dev/mountPhone';
import { readBody } from '../../bot/http';
import { sendAsset } from '../../bot/http/sendAsset';
import { createLog } from '../../bot/log';
import { createHttpServer } from '../../bot/server';
import { axeViolations, DESKTOP, launchBrowser, type TestBrowser, takePicture } from './support/browser';

jest.setTimeout(60_000);

const { twilio, meta } = STAND_IN_ACCOUNTS;
const LONG = `${'It can help to talk. '.repeat(9)}Reply 1 or 2.`;

let browser: TestBrowser;
let server: Server;
let phone: Phone;
let origin: string;

/** Sends as our carriers would; null in place of a number when nobody answered. */
async function post(url: string, authorization: string, body: string | URLSearchParams): Promise<number | null> {
  try {
    return (await fetch(url, { method: 'POST', headers: { authorization }, body })).status;
  } catch {
    return null;
  }
}

const smsTo = (to: string, text: string) =>
  post(
    `${standInBases(origin).twilio}/2010-04-01/Accounts/${twilio.accountSid}/Messages.json`,
    `Basic ${Buffer.from(`${twilio.accountSid}:${twilio.authToken}`).toString('base64')}`,
    new URLSearchParams({ To: to, From: twilio.smsFrom, Body: text }),
  );
const whatsAppTo = (to: string, interactive: unknown) =>
  post(
    `${standInBases(origin).meta}/v25.0/${meta.phoneNumberId}/messages`,
    `Bearer ${meta.accessToken}`,
    JSON.stringify({ messaging_product: 'whatsapp', to, type: 'interactive', interactive }),
  );

/** An app of a few lines: SMS is answered in words, WhatsApp with buttons first, then a list. */
function mountTinyApp(): void {
  server.post('/channels/twilio', async (req: Request, res: Response) => {
    const body = await readBody(req, 64_000);
    const form = new URLSearchParams(body.kind === 'read' ? body.text : '');
    res.sendRaw(200, '<Response/>');
    await smsTo(form.get('From') ?? '', form.get('NumMedia') === '1' ? "I can't open that here." : LONG);
  });
  server.post('/channels/whatsapp', async (req: Request, res: Response) => {
    const body = await readBody(req, 64_000);
    const text = body.kind === 'read' ? body.text : '';
    res.sendRaw(200, '');
    const from = /"from":"(\d+)"/.exec(text)?.[1];
    if (from === undefined) return;
    const button = { type: 'reply', reply: { id: 'start:yes', title: 'Yes' } };
    const rows = ['Money', 'Somewhere to live'].map((title) => ({ id: title, title, description: 'Pick this' }));
    const list = {
      type: 'list',
      body: { text: 'What is it?' },
      action: { button: 'See the list', sections: [{ rows }] },
    };
    const buttons = { type: 'button', body: { text: 'OK to start?' }, action: { buttons: [button] } };
    await whatsAppTo(from, text.includes('button_reply') ? list : buttons);
  });
}

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  server = createHttpServer(createLog('silent'));
  phone = mountPhone(server, { production: false, publicUrl: 'http://localhost:3978', pace: 20, ...STAND_IN_ACCOUNTS });
  mountTinyApp();
  server.get('/assets/:file', async (req: Request, res: Response) => {
    await sendAsset(req, res, String(req.params?.file));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', () => done()));
  const address = server.server.address();
  origin = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
});
afterEach(async () => {
  phone.close();
  server.server.closeAllConnections();
  await new Promise<void>((done) => server.close(() => done()));
});

const thread = (page: Page) => page.getByRole('log', { name: 'Messages' });
async function say(page: Page, text: string): Promise<void> {
  await page.getByLabel('What to send').fill(text);
  await page.getByLabel('What to send').press('Enter');
}

test.each([
  ['phone, light', {}],
  ['phone, dark', { dark: true }],
  ['desktop, light', { viewport: DESKTOP }],
  ['desktop, dark', { viewport: DESKTOP, dark: true }],
])('on a %s it looks right, nothing leaves the machine and axe finds nothing', async (name, options) => {
  const { page, context } = await browser.person(options);
  const outside: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(origin)) outside.push(request.url());
  });
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (fault) => complaints.push(fault.message));
  await page.goto(`${origin}/dev/phone`);
  await page.getByText('Nothing leaves this machine').waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await say(page, 'hi');
  await thread(page).getByText('2 parts · Delivered').waitFor();
  await thread(page).getByText('WIN has it').waitFor();
  await takePicture(page, `stand-in-${name.replace(', ', '-')}-sms`, true);
  await page.getByLabel('WhatsApp (Meta)').check();
  const height = () => page.evaluate('document.documentElement.scrollHeight');
  const before = await height();
  await say(page, 'hi');
  await thread(page).getByRole('button', { name: 'Yes' }).click();
  await thread(page).getByText('See the list').click();
  await thread(page).getByRole('button', { name: 'Somewhere to live' }).waitFor();
  await thread(page).getByText('Read').first().waitFor();
  // a long thread scrolls in its own place and leaves the page as it was
  for (let more = 0; more < 4; more += 1) await say(page, `more ${more}`);
  await thread(page).getByText('more 3').waitFor();
  expect(Number(await height()) - Number(before)).toBeLessThan(400);
  expect(await axeViolations(page)).toEqual([]);
  await takePicture(page, `stand-in-${name.replace(', ', '-')}-whatsapp`, true);
  expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true);
  expect([outside, complaints]).toEqual([[], []]);
  await context.close();
});

test('nothing scrolls sideways at 320, and real numbers are not taken', async () => {
  const { page, context } = await browser.person({ viewport: { width: 320, height: 568 } });
  await page.goto(`${origin}/dev/phone`);
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
  await page.getByLabel('Its number').fill('+447911123456');
  await say(page, 'hi');
  await page.getByText('That is not a made-up number').waitFor();
  expect(phone.standIn.threads()).toEqual([]);
  await context.close();
});

test('with the keyboard alone: another line, a message, a tap, and provider down', async () => {
  const { page, context } = await browser.person({ viewport: DESKTOP });
  await page.goto(`${origin}/dev/phone`);
  await page.getByLabel('SMS (Twilio)').focus();
  await page.keyboard.press('ArrowDown');
  expect(await page.getByLabel('WhatsApp (Meta)').isChecked()).toBe(true);
  await page.getByLabel('What to send').focus();
  await page.keyboard.type('hi');
  await page.keyboard.press('Enter');
  await thread(page).getByRole('button', { name: 'Yes' }).focus();
  await page.keyboard.press('Enter');
  await thread(page).getByText('See the list').waitFor();
  await page.getByLabel('All is well').focus();
  await page.keyboard.press('ArrowDown');
  for (let tries = 0; phone.standIn.mood() !== 'refusing' && tries < 50; tries += 1) await page.waitForTimeout(20);
  expect(await smsTo('+447700900123', 'hello')).toBe(503);
  await context.close();
});

test('STOP shows what Twilio says itself, 25 hours shut the window, and a reload shows the thread again', async () => {
  const { page, context } = await browser.person();
  await page.goto(`${origin}/dev/phone`);
  await say(page, 'STOP');
  await thread(page).getByText('You have successfully been unsubscribed').waitFor();
  await page.getByText('Twilio holds STOP for this number').waitFor();
  await page.getByLabel('WhatsApp (Meta)').check();
  await say(page, 'hi');
  await thread(page).getByRole('button', { name: 'Yes' }).waitFor();
  await page.getByRole('button', { name: 'Pretend 25 hours went by' }).click();
  await page.getByText('only lets an approved template through').waitFor();
  await whatsAppTo('447700900123', {
    type: 'button',
    body: { text: 'Late' },
    action: { buttons: [{ type: 'reply', reply: { id: 'a', title: 'A' } }] },
  });
  await thread(page).getByText('Not delivered (131047)').waitFor();
  await page.reload();
  await thread(page).getByText('You have successfully been unsubscribed').waitFor();
  await page.getByLabel('WhatsApp (Meta)').check();
  await thread(page).getByText('Not delivered (131047)').waitFor();
  await context.close();
});

test('a voice note and a doubled message arrive', async () => {
  const { page, context } = await browser.person();
  await page.goto(`${origin}/dev/phone`);
  await page.getByRole('button', { name: 'Send a voice note' }).click();
  await thread(page).getByText("I can't open that here.").waitFor();
  await page.getByRole('button', { name: 'Send the last one again' }).click();
  await page.getByText('Sent once more.').waitFor();
  // this tiny app knows nothing of doubles, so it answers twice
  await thread(page).getByText("I can't open that here.").nth(1).waitFor();
  await context.close();
});
