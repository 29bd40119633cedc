/** Danger waits behind nothing: not behind a send that hangs on its own line, not behind hundreds that hang on others (B12, H13). */
import { setTimeout as wait } from 'node:timers/promises';
import { aPhoneService, MAYA, type PhoneService, second, textsOf } from './aPhoneService';

const danger = 'i want to kill myself';
const crisis = /safe right now/;
const numberOf = (n: number) => `+4477009${String(n).padStart(5, '0')}`;

let phone: PhoneService;
let letGo: () => void;
/** Sends to anybody of `who` hang until they are let go. */
function hang(who: (to: string) => boolean): void {
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  phone.watch.each = async ({ where, message }) => {
    if (who(where.to) && !(message.kind !== 'template' && crisis.test(message.text))) await held;
  };
}
const until = async (check: () => boolean | Promise<boolean>) => {
  for (let n = 0; n < 200 && !(await check()); n += 1) await wait(5);
  return check();
};
const crisisTo = (to: string) =>
  textsOf(phone.reached.filter(({ where }) => where.to === to)).some((one) => crisis.test(one));
const sending = async () => (await phone.kept.outgoing.find({ state: 'sending' }, 500)).length;

beforeEach(() => {
  phone = aPhoneService();
});
afterEach(async () => {
  letGo();
  await phone.phones.idle();
  expect(phone.faults).toEqual([]);
  await phone.close();
});

test('danger on a line whose last answer hangs on its way is answered at once', async () => {
  await phone.says('hi');
  hang(() => true);
  await phone.phones.desk.take([phone.message('yes')]);
  phone.jump(3 * second);
  await phone.phones.sweep();
  expect(await until(async () => (await sending()) === 1)).toBe(true);
  await phone.phones.desk.take([phone.message(danger)]);
  expect(await until(() => crisisTo(MAYA))).toBe(true);
});

test('what hung is settled when it comes back, and goes once', async () => {
  await phone.says('hi');
  hang(() => true);
  await phone.phones.desk.take([phone.message('yes')]);
  phone.jump(3 * second);
  await phone.phones.sweep();
  await until(async () => (await sending()) === 1);
  await phone.phones.desk.take([phone.message(danger)]);
  await until(() => crisisTo(MAYA));
  letGo();
  expect(await until(async () => (await sending()) === 0)).toBe(true);
  await phone.pass(120 * second);
  expect(new Set(phone.reached.map(({ ref }) => ref)).size).toBe(phone.reached.length);
});

test.each(['told by its webhook', 'found by the sweep'])('danger passes sixty lines that all hang: %s', async (how) => {
  hang((to) => to !== MAYA);
  const crowd = Array.from({ length: 60 }, (_, n) => phone.message('hi', { from: numberOf(n) }));
  await phone.phones.desk.take(crowd);
  phone.jump(3 * second);
  await phone.phones.sweep();
  expect(await until(async () => (await sending()) >= 16)).toBe(true);
  const service = how === 'found by the sweep' ? phone.processOf('another, that dies') : phone.phones;
  if (service !== phone.phones) await service.close();
  await service.desk.take([phone.message(danger)]);
  if (service !== phone.phones) await phone.phones.sweep();
  expect(await until(() => crisisTo(MAYA))).toBe(true);
});
