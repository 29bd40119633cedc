/** The app is killed while people talk to it: nothing acknowledged is lost, nothing is asked twice, nobody is stuck. */
import { measureFaults } from '../../load/kill';

// a busy machine is slow, and slow is not wrong
jest.setTimeout(60_000);

test.each(['apart', 'own'] as const)(
  'five kills at random moments, with the database %s, harm no conversation',
  async (engine) => {
    const found = await measureFaults({ kills: 5, people: 8, answers: 8, engine, seed: 7 });
    expect(found.answersAcknowledged).toBeGreaterThan(8);
    expect(found).toMatchObject({ kills: 5, lost: 0, doubled: 0, askedTwice: 0, untrue: 0, stuck: 0 });
  },
  180_000,
);
