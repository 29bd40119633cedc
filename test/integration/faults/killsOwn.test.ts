/** The app is killed, or told to end, with the database of its own, while people talk to it. */
import { endsWithin, measureFaults } from '../../load/kill';

// a busy machine is slow, and slow is not wrong
jest.setTimeout(180_000);

test('kills at random moments, with the database of its own, harm no conversation', async () => {
  const kills = 2;
  const found = await measureFaults({ kills, people: 4, answers: 4, engine: 'own', seed: 7 });
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
