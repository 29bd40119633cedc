/** A provider that is down: `npm run outage` in short, and what two equal texts in a row come to. */
import { outage, outageFaults } from '../../load/outageRun';
import { startInside } from '../../load/providerInside';
import { faultsIn } from '../../load/replayCheck';
import { engineUri } from '../store/database';

// a busy machine is slow, and slow is not wrong
jest.setTimeout(120_000);

test('while carriers refuse, hang, limit us and take things silently nothing is lost; afterwards all goes once, in order', async () => {
  const found = await outage(engineUri(), { minutes: 3, people: 6 });
  expect(found).toMatchObject({ forgotten: 0, couldNotGo: 7 });
  // B16: the crisis text is at the carrier within 5 s, and within 5 s of the return of one that was down
  expect(found).toMatchObject({ crisisLate: 0 });
  expect(found.crisisMost).toBeLessThanOrEqual(5_000);
  expect(found.tasks).toBeGreaterThanOrEqual(3);
  expect(found.behindOneTemplate).toBeGreaterThanOrEqual(1);
  expect(faultsIn(found) + outageFaults(found)).toBe(0);
  expect(found.triesWhileDown).toBeGreaterThan(20);
});

test('B16: carriers that never recover are seen', async () => {
  expect(faultsIn(await outage(engineUri(), { minutes: 0.5, people: 2, neverWell: true }))).toBeGreaterThan(0);
});

test('a text that was not taken goes out, though the same words went a moment before', async () => {
  const service = await startInside(engineUri(), Date.UTC(2026, 10, 24, 11));
  try {
    const who = { line: 'sms', number: '+447700900777' } as const;
    for (const text of ['hi', 'yes', 'yes', 'yes', 'menu', 'why', 'why', 'why']) {
      await service.says(who, text);
      await service.pass(5_000);
    }
    // a question that waits is put in other words in between, so the same words come back in the third answer and the fourth
    const texts = () => service.carriers.textsTo(who.number);
    const before = texts();
    const menu = before.at(-1);
    expect(menu).toMatch(/^It helps us find what fits you[\s\S]*1 Body and health/);
    service.carriers.standIn.setMood('hanging');
    await service.says(who, 'why');
    await service.pass(5_000);
    expect(texts()).toEqual(before);
    service.carriers.standIn.setMood('well');
    for (let n = 0; n < 20; n += 1) await service.pass(5_000);
    expect(texts()).toEqual([...before, menu]);
    expect([...service.carriers.byRef().values()].every((often) => often === 1)).toBe(true);
  } finally {
    await service.close();
  }
});
