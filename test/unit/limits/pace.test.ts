/** One talk that is flooded is slowed down; nobody who types or pastes a letter ever notices. */
import { createPace, TALK_PACE } from '../../../services/limits/pace';

function at() {
  let now = 0;
  const pace = createPace(TALK_PACE, () => now);
  return {
    pace,
    pass: (ms: number) => {
      now += ms;
    },
  };
}

test('people who write, even long letters, never wait', () => {
  const { pace, pass } = at();
  for (let n = 0; n < 50; n += 1) {
    expect(pace('one', 1_000)).toBe(0);
    pass(1_000);
  }
  expect(pace('other', 30_000)).toBe(0);
});

test('a flood waits, never longer than a second a message, and holds up nobody else', () => {
  const { pace, pass } = at();
  let waited = 0;
  for (let n = 0; n < 40; n += 1) {
    const wait = pace('flood', 60_000);
    expect(wait).toBeLessThanOrEqual(1_000);
    waited += wait;
    pass(wait);
  }
  expect(waited).toBeGreaterThan(30_000);
  expect(pace('other', 4_000)).toBe(0);
});

test('after a while of quiet the flooded talk is as any other', () => {
  const { pace, pass } = at();
  for (let n = 0; n < 40; n += 1) pace('flood', 60_000);
  pass(15_000);
  expect(pace('flood', 4_000)).toBe(0);
});
