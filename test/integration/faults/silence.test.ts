/** The short form of `npm run silence`: nobody who writes of danger is met with silence, and a planted fault is seen. */
import { playSilence, wrongIn } from '../../load/silencePeople';
import { engineUri } from '../store/database';

// a busy machine is slow, and slow is not wrong
jest.setTimeout(120_000);

it.each(['effects', 'message'] as const)('silence: a planted fault is seen (%s)', async (planted) => {
  expect(wrongIn(await playSilence(engineUri(), 1, 1, planted))).toBeGreaterThan(0);
});

it('silence: people who go quiet and come back are answered every time, and the team is told once', async () => {
  const found = await playSilence(engineUri(), 2, 7, null);
  expect(found).toMatchObject({ unanswered: 0, unalerted: 0, doubled: 0 });
  expect(found.dangers).toBeGreaterThanOrEqual(2);
});
