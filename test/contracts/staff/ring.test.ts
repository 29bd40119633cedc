/** Alarms on one's own devices: added and taken away by their owner alone, each in the audit. */
import { createECDH } from 'node:crypto';
import { staffServer } from './staffServer';

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(stops.splice(0).map((stop) => stop()));
});
async function aServer() {
  const made = await staffServer();
  stops.push(made.stop);
  return made;
}
const AT = '/staff/account/ring';
const given = (endpoint = 'https://fcm.googleapis.com/fcm/send/one') => ({
  endpoint,
  expirationTime: null,
  keys: {
    p256dh: createECDH('prime256v1').generateKeys().toString('base64url'),
    auth: Buffer.alloc(16, 3).toString('base64url'),
  },
});

it('added by the browser, shown by its name, taken away again', async () => {
  const { as, house, devices } = await aServer();
  const ailsa = await as(['advisor']);
  expect((await ailsa.look('/staff/account')).text).toContain(`href="${AT}"`);
  expect((await ailsa.look(AT)).text).toContain('data-ringing="a key"');
  const added = await ailsa.send(AT, { subscription: JSON.stringify(given()) }, AT);
  expect(added.to).toBe(`${AT}?note=ringing`);
  const [device] = await devices.of(ailsa.account.id);
  const page = await ailsa.look(AT);
  expect(page.text).toContain(`value="${device?.id}"`);
  // where it is reached is shown to nobody
  expect(page.text).not.toContain('fcm.googleapis.com');
  const other = await as(['manager']);
  expect((await other.send(`${AT}/remove`, { device: device?.id ?? '' }, AT)).status).toBe(404);
  expect(await devices.of(ailsa.account.id)).toHaveLength(1);
  expect((await ailsa.send(`${AT}/remove`, { device: device?.id ?? '' }, AT)).to).toBe(`${AT}?note=ringsNoMore`);
  expect(await devices.of(ailsa.account.id)).toEqual([]);
  expect(house.audited.map(({ action }) => action)).toEqual(
    expect.arrayContaining(['alarmDeviceAdded', 'alarmDeviceRemoved']),
  );
});

it('the same browser twice is one, and rings for who added it last', async () => {
  const { as, devices } = await aServer();
  const [ailsa, brodie] = [await as(['advisor']), await as(['manager'])];
  const same = JSON.stringify(given());
  await ailsa.send(AT, { subscription: same }, AT);
  await ailsa.send(AT, { subscription: same }, AT);
  expect(await devices.of(ailsa.account.id)).toHaveLength(1);
  await brodie.send(AT, { subscription: same }, AT);
  expect(await devices.of(ailsa.account.id)).toEqual([]);
  expect(await devices.of(brodie.account.id)).toHaveLength(1);
});

it.each(['', 'nothing', '{}', JSON.stringify(given('https://elsewhere.example/x')), 'null'])(
  'what is no browser adds nothing: %s',
  async (subscription) => {
    const { as, devices } = await aServer();
    const ailsa = await as(['advisor']);
    expect((await ailsa.send(AT, { subscription }, AT)).to).toBe(`${AT}?note=notRinging`);
    expect(await devices.of(ailsa.account.id)).toEqual([]);
  },
);

it('nobody has more than twenty', async () => {
  const { as, devices } = await aServer();
  const ailsa = await as(['advisor']);
  for (let n = 0; n < 20; n += 1)
    await devices.add(ailsa.account.id, given(`https://fcm.googleapis.com/fcm/send/${n}`), 'x');
  const added = await ailsa.send(AT, { subscription: JSON.stringify(given()) }, AT);
  expect(added.to).toBe(`${AT}?note=notRinging`);
});
