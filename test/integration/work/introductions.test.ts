/** H4: people are introduced by two processes that are killed while partners' mail is slow. The short form of `npm run introductions`. */
import { allOnce, introduce } from '../../load/introductionsRun';

// a busy machine is slow, and slow is not wrong
jest.setTimeout(120_000);

test('H4: two processes, slow mail and crashes give one letter, one link, one reminder and one check each', async () => {
  const found = await introduce({ people: 25, crashes: 3, seed: 11 });
  expect(found).toMatchObject({ people: 25, crashes: 3, letters: 25, reminders: 25, links: 25, checks: 25 });
});

test('and the check sees it when nobody does the work', async () => {
  expect(allOnce(await introduce({ people: 3, crashes: 0, seed: 1, planted: 'noWork' }))).toBe(false);
});
