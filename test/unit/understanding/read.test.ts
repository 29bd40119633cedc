/** One recogniser that breaks never breaks the turn. */
import { createReader } from '../../../services/understanding/read';

const calm = { recentlyFlagged: false };
const broken = () => {
  throw new Error('broken');
};

test('a message is read by every recogniser', () => {
  const reading = createReader()('my kids have no food and I want to die, fuck this', calm);
  expect(reading.risks).not.toBe('failed');
  expect(reading.risks[0]).toMatchObject({ category: expect.any(String), level: 'P1' });
  expect(reading.needs).toContain('essentials');
  expect(reading.moments).toContain('anger');
  expect(reading.command).toBeNull();
  expect(createReader()('STOP', calm).command).toBe('stop');
});

test('a detector of danger that breaks says so, and the rest is still read', () => {
  expect(createReader({ danger: broken })('skip', calm)).toMatchObject({ risks: 'failed', command: 'skip' });
});

test('the others leave nothing behind when they break', () => {
  const read = createReader({ command: broken, needs: broken, moments: broken, meaning: broken });
  const { scores, unease, ...rest } = read('hello', calm);
  expect(rest).toEqual({ risks: [], command: null, needs: [], moments: [] });
  expect(unease).toBe(scores?.['any'] === undefined ? -1 : Math.round(scores['any'] * 100) / 100);
});

test('a detector that finds nothing after far too long is not believed, one that finds something is', () => {
  let now = 0;
  const clock = () => {
    now += 1500;
    return now;
  };
  expect(
    createReader({ danger: () => ({ risks: [], checks: [], scores: {} }), clock, riskBudgetMs: 1000 })('hi', calm)
      .risks,
  ).toBe('failed');
  const flag = {
    category: 'self_harm',
    level: 'P1',
    rule: 'r',
    words: 'w',
    aboutOther: false,
    unclear: false,
  } as const;
  expect(
    createReader({ danger: () => ({ risks: [flag], checks: [], scores: {} }), clock, riskBudgetMs: 1000 })('hi', calm)
      .risks,
  ).toEqual([flag]);
});

test('what was flagged lately is passed on', () => {
  const seen: boolean[] = [];
  const read = createReader({
    danger: (_text, { recentlyFlagged }) => {
      seen.push(recentlyFlagged);
      return { risks: [], checks: [], scores: {} };
    },
  });
  read('a', { recentlyFlagged: true });
  read('b', calm);
  expect(seen).toEqual([true, false]);
});
