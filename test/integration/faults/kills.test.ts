/** The app and its database are killed while people talk to it: nothing acknowledged is lost or done twice, nobody is stuck. */
import { measureFaults, plantedFaults } from '../../load/kill';

// a busy machine is slow, and slow is not wrong
jest.setTimeout(180_000);

test('kills at random moments, with the database apart, harm no conversation', async () => {
  const kills = 1;
  const found = await measureFaults({ kills, people: 4, answers: 4, engine: 'apart', seed: 7 });
  expect(found.databaseKills).toBeGreaterThan(0);
  expect(found.looked).toBeGreaterThanOrEqual(4);
  expect(found.answersAcknowledged).toBeGreaterThan(8);
  expect(found).toMatchObject({ kills, lost: 0, doubled: 0, askedTwice: 0, untrue: 0, stuck: 0 });
  expect(found).toMatchObject({ effectsLost: 0, effectsDoubled: 0 });
});

test.each(['effects', 'journal'] as const)('B16: a planted fault is seen (%s off)', async (planted) => {
  expect(await plantedFaults(planted, 7)).toBeGreaterThan(0);
});
