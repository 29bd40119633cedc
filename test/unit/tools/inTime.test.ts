/** Waiting only so long: what is said instead, when, and what becomes of the work. */
import { inTime } from '../../../services/conversation/inTime';

const never = new Promise<{ n: number }>(() => undefined);

describe('waiting for work', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('gives what came in time, and leaves no timer behind', async () => {
    const late = jest.fn(() => ({ n: 2 }));
    expect(await inTime(Promise.resolve({ n: 1 }), 100, late)).toEqual({ n: 1 });
    expect(jest.getTimerCount()).toBe(0);
    expect(late).not.toHaveBeenCalled();
  });

  it('says something else once the time is up', async () => {
    const waiting = inTime(never, 100, () => ({ n: 2 }));
    await jest.advanceTimersByTimeAsync(100);
    expect(await waiting).toEqual({ n: 2 });
  });

  it('goes on waiting when there is nothing better to say', async () => {
    let finish: (value: { n: number }) => void = () => undefined;
    const work = new Promise<{ n: number }>((resolve) => {
      finish = resolve;
    });
    const waiting = inTime(work, 100, () => null);
    await jest.advanceTimersByTimeAsync(1_000);
    finish({ n: 3 });
    expect(await waiting).toEqual({ n: 3 });
  });

  it('passes on a fault in time, and lets go of one that comes after', async () => {
    await expect(inTime(Promise.reject(new Error('now')), 100, () => ({ n: 2 }))).rejects.toThrow('now');
    let fail: (error: Error) => void = () => undefined;
    const work = new Promise<{ n: number }>((_resolve, reject) => {
      fail = reject;
    });
    const waiting = inTime(work, 100, () => ({ n: 2 }));
    await jest.advanceTimersByTimeAsync(100);
    expect(await waiting).toEqual({ n: 2 });
    // an unheard fault would end the process
    fail(new Error('later'));
    await jest.advanceTimersByTimeAsync(0);
  });
});
