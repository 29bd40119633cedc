/** The talk so far counts: two uneasy messages ask, one does not, and unease fades. */
import { callsForCheck, nextUnease } from '../../../dialogs/safety/unease';

test('one uneasy message alone does not ask', () => {
  expect(callsForCheck(0, 0.4)).toBe(false);
});

test('a second uneasy message soon after does', () => {
  const carried = nextUnease(0, 0.45);
  expect(callsForCheck(carried, 0.4)).toBe(true);
});

test('ordinary messages add nothing, and unease fades with each', () => {
  let carried = nextUnease(0, 0.5);
  for (let n = 0; n < 4; n += 1) carried = nextUnease(carried, 0.1);
  expect(carried).toBeLessThan(0.15);
  expect(callsForCheck(carried, 0.4)).toBe(false);
});

test('an old worry is not asked about again at an ordinary message', () => {
  expect(callsForCheck(1.5, 0.1)).toBe(false);
  expect(callsForCheck(1.5, undefined)).toBe(false);
});

test('unease never grows past 2', () => {
  let carried = 0;
  for (let n = 0; n < 50; n += 1) carried = nextUnease(carried, 1);
  expect(carried).toBe(2);
});
