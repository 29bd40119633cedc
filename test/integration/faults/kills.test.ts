/** The app and its database are killed while people talk to it: nothing acknowledged is lost or done twice, nobody is stuck. */
import { endsWithin, measureFaults, plantedFaults } from '../../load/kill';

// a busy machine is slow, and slow is not wrong
jest.setTimeout(180_000);

test.each([
  ['apart', 1],
  ['own', 2],
] as const)('kills at random moments, with the database %s, harm no conversation', async (engine, kills) => {
  const found = await measureFaults({ kills, people: 4, answers: 4, engine, seed: 7 });
  expect(found.databaseKills).toBeGreaterThan(0);
  expect(found.looked).toBeGreaterThanOrEqual(4);
  expect(found.answersAcknowledged).toBeGreaterThan(8);
  expect(found).toMatchObject({ kills, lost: 0, doubled: 0, askedTwice: 0, untrue: 0, stuck: 0 });
  expect(found).toMatchObject({ effectsLost: 0, effectsDoubled: 0 });
});

test('B8: told to end under load, it is gone within 15 s and nothing is lost', async () => {
  const found = await measureFaults({ kills: 1, people: 4, answers: 4, engine: 'own', seed: 7, signal: 'SIGTERM' });
  expect(found.goneAfter.worst).toBeLessThan(endsWithin);
  expect(found.answersAcknowledged).toBeGreaterThan(8);
  expect(found).toMatchObject({
    lost: 0,
    doubled: 0,
    askedTwice: 0,
    untrue: 0,
    stuck: 0,
    effectsLost: 0,
    effectsDoubled: 0,
  });
});

test.each(['effects', 'journal'] as const)('B16: a planted fault is seen (%s off)', async (planted) => {
  expect(await plantedFaults(planted, 7)).toBeGreaterThan(0);
});
