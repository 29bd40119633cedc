/** Page after page from one phone waits at the desk with its carrier; short words in the midst of it do not, for they may be danger. */
import { aPhoneService, textsOf } from './aPhoneService';

const page = (n: number) => `page ${n} `.concat('we went out for rolls and it rained. '.repeat(700));

async function tookMs(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

test('the third page waits, danger does not, and all of it is kept', async () => {
  const phone = aPhoneService();
  const { desk } = phone.phones;
  await desk.take([phone.message(page(1))]);
  const second = await tookMs(() => desk.take([phone.message(page(2))]));
  const danger = await tookMs(() => desk.take([phone.message('i want to kill myself')]));
  expect(second).toBeGreaterThan(900);
  expect(danger).toBeLessThan(600);
  await phone.pass(60_000);
  expect(textsOf(phone.reached).join(' ')).toMatch(/safe right now/);
  expect(await phone.kept.inbox.find({ state: 'waiting' }, 10)).toEqual([]);
  await phone.close();
});
