/** An alarm rings on a device with no page open, in a real browser: what the worker shows for a push message, and the page it is added on. */
import { createECDH } from 'node:crypto';
import { axeViolations, DESKTOP, takePicture } from '../support/browser';
import { aHouse } from '../support/house';
import { until } from '../support/talk';
import { aDesk } from './desk';

jest.setTimeout(120_000);

const pair = createECDH('prime256v1');
const publicKey = pair.generateKeys().toString('base64url');
const privateKey = pair.getPrivateKey().toString('base64url').padStart(43, 'A');
const house = aHouse({
  ALERT_PUSH_PUBLIC_KEY: publicKey,
  ALERT_PUSH_PRIVATE_KEY: privateKey,
  ALERT_PUSH_CONTACT: 'mailto:it@win.example',
});
const desk = aDesk(house);

it('the worker shows what was sent, and one that cannot be read all the same', async () => {
  const ailsa = await desk.anAdvisor('Ailsa', { viewport: DESKTOP });
  await ailsa.context.grantPermissions(['notifications'], { origin: house.app.url });
  await ailsa.page.goto(`${house.app.url}/staff/account`);
  await ailsa.page.getByRole('link', { name: 'Have alarms ring on this device' }).click();
  await ailsa.page.getByRole('button', { name: 'Ring on this device' }).waitFor();
  expect(await axeViolations(ailsa.page)).toEqual([]);
  await takePicture(ailsa.page, 'staff-ring-desktop', true);

  const tools = await ailsa.context.newCDPSession(ailsa.page);
  const registered: string[] = [];
  tools.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
    registered.push(...registrations.map(({ registrationId }) => registrationId));
  });
  await tools.send('ServiceWorker.enable');
  await ailsa.page.evaluate(
    `navigator.serviceWorker.register(document.querySelector('[data-worker]').dataset.worker, { scope: '/assets/' }).then((made) =>
      new Promise((done) => (made.active ? done() : (made.installing ?? made.waiting).addEventListener('statechange', (event) => event.target.state === 'activated' && done()))))`,
  );
  await until(() => registered.length > 0, 'The worker');
  const [registrationId = ''] = registered;
  const shown = () =>
    ailsa.page.evaluate<readonly string[]>(
      `navigator.serviceWorker.getRegistration('/assets/').then((made) => made.getNotifications()).then((all) => all.map(({ title, body, data, tag }) => [title, body, data, tag].join(' / ')))`,
    );
  const push = (data: string) =>
    tools.send('ServiceWorker.deliverPushMessage', { origin: house.app.url, registrationId, data });
  const told = {
    title: 'WIN front door: please look now',
    body: 'Level P0.',
    event: 'AB12',
    link: `${house.app.url}/alert/x`,
  };
  await push(JSON.stringify(told));
  await until(async () => (await shown()).length === 1, 'The notice');
  expect(await shown()).toEqual([`WIN front door: please look now / Level P0. / ${house.app.url}/alert/x / AB12`]);
  // the same alarm once more takes the place of the one before
  await push(JSON.stringify({ ...told, body: 'Nobody has taken it yet.' }));
  await until(async () => (await shown()).join().includes('Nobody has taken it yet.'), 'The notice again');
  expect(await shown()).toHaveLength(1);
  await push('not what we send');
  await until(async () => (await shown()).length === 2, 'The other notice');
  await ailsa.context.close();
});
