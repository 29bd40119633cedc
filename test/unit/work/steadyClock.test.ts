/** Waiting goes on when somebody sets the machine's clock, and nothing is deleted by a clock that jumped (B14). */
import { createSteadyClock } from '../../../services/work/steadyClock';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

function aMachine() {
  const at = { wall: 1_800_000_000_000, counted: 500 };
  const clock = createSteadyClock(
    () => at.wall,
    () => at.counted,
  );
  const pass = (ms: number, times = 1) => {
    for (let n = 0; n < times; n += 1) {
      at.wall += ms;
      at.counted += ms;
      clock.now();
    }
  };
  return { at, clock, pass };
}

it('B14: a clock put back 60 s stalls nothing that waits', () => {
  const { at, clock, pass } = aMachine();
  const before = clock.now();
  at.wall -= minute;
  pass(1_000);
  expect(clock.now() - before).toBe(1_000);
  expect(clock.clockSane()).toBe(false);
});

it('B14: forty days ahead for a minute is no reason to delete', () => {
  const { at, clock, pass } = aMachine();
  const before = clock.now();
  at.wall += 40 * day;
  pass(1_000, 60);
  expect(clock.clockSane()).toBe(false);
  expect(clock.now() - before).toBe(minute);
  at.wall -= 40 * day;
  pass(1_000);
  expect(clock.clockSane()).toBe(true);
});

it('follows small corrections at once, and a new time that stands for an hour', () => {
  const { at, clock, pass } = aMachine();
  at.wall += 900;
  expect(clock.now()).toBe(at.wall);
  at.wall -= 900;
  const held = clock.now();
  expect(held).toBeGreaterThanOrEqual(at.wall);
  at.wall -= day;
  pass(minute, 59);
  expect(clock.clockSane()).toBe(false);
  pass(minute, 2);
  expect(clock.clockSane()).toBe(true);
  expect(clock.now()).toBe(at.wall);
});
