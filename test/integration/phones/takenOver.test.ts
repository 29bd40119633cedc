/** B12 and H13 on two real apps: one is killed in the midst of a send, danger comes to the other; two hundred people at once. */
import { cpus, loadavg } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import { startTwo, type TwoApps } from '../../load/providerApps';
import { metaBatch, textWebhook } from '../../load/replaySend';

// a busy machine is slow, and slow is not wrong
jest.setTimeout(120_000);

let two: TwoApps;
beforeAll(async () => {
  two = await startTwo();
});
afterAll(() => two.stop());

const texts = (number: string) => two.carriers.textsTo(number);
async function until(check: () => boolean, withinMs: number): Promise<number> {
  const started = Date.now();
  while (!check() && Date.now() - started < withinMs) await wait(20);
  return Date.now() - started;
}
/** How many times slower than by itself everything is just now: other work on this machine is no fault of ours. */
const slowness = () => Math.max(1, (loadavg()[0] ?? 0) / cpus().length);
const sid = (n: number) => `SM${String(n).padStart(32, '0')}`;

test('H13: two hundred people in one payload are thanked for within 8 s, and each is heard', async () => {
  const numbers = Array.from({ length: 200 }, (_, n) => `+4477008${String(n).padStart(5, '0')}`);
  const batch = metaBatch(
    numbers.map((number, n) => ({
      id: `wamid.batch${n}`,
      number,
      said: { kind: 'text', text: 'hello' },
      at: Date.now(),
    })),
  );
  const started = Date.now();
  // one that is not thanked for in time is brought again, and is the same
  while (!(await two.post(batch, 0)) && Date.now() - started < 60_000) await wait(100);
  expect(Date.now() - started).toBeLessThan(8_000 * slowness());
  await until(() => numbers.every((number) => texts(number).length > 0), 60_000);
  expect(numbers.filter((number) => texts(number).length === 0)).toEqual([]);
});

test('B12: the app that holds a line is killed in the midst of a send; danger sent to the other is answered within 5 s', async () => {
  const number = '+447700900888';
  await two.post(textWebhook(sid(1), number, 'hello'), 0);
  await until(() => texts(number).length > 0, 20_000);
  two.carriers.standIn.setMood('hanging');
  const asked = two.carriers.asked();
  await two.post(textWebhook(sid(2), number, 'yes'), 0);
  // it holds the line now, and a send that never comes back
  await until(() => two.carriers.asked() > asked, 20_000);
  await two.kill(0);
  two.carriers.standIn.setMood('well');
  const before = texts(number).length;
  const sent = Date.now();
  expect(await two.post(textWebhook(sid(3), number, 'i want to kill myself'), 1)).toBe(true);
  await until(
    () =>
      texts(number)
        .slice(before)
        .some((text) => /safe right now|999|116 123/.test(text)),
    20_000,
  );
  expect(Date.now() - sent).toBeLessThan(5_000 * slowness());
});
