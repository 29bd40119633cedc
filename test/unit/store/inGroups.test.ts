/** What waits at the same moment goes together, in order, and a failure is only its own group's. */
import { inGroups } from '../../../services/store/mongo/inGroups';

describe('groups', () => {
  it('form while one is under way', async () => {
    const sent: number[][] = [];
    const releases: (() => void)[] = [];
    const group = inGroups<number, number>(
      async (items) => {
        sent.push([...items]);
        await new Promise<void>((resolve) => releases.push(resolve));
        return items.map((item) => item * 10);
      },
      { atMost: 3, inFlight: 1 },
    );
    const first = [1, 2].map((item) => group.add(item));
    await new Promise(setImmediate);
    const second = [3, 4, 5, 6].map((item) => group.add(item));
    await new Promise(setImmediate);
    expect(sent).toEqual([[1, 2]]);
    releases[0]?.();
    expect(await Promise.all(first)).toEqual([10, 20]);
    expect(sent).toEqual([
      [1, 2],
      [3, 4, 5],
    ]);
    let settled = false;
    const end = group.settled().then(() => {
      settled = true;
    });
    releases[1]?.();
    expect(await Promise.all(second.slice(0, 3))).toEqual([30, 40, 50]);
    expect(settled).toBe(false);
    releases[2]?.();
    expect(await second[3]).toBe(60);
    await end;
  });

  it('fail together and leave the next alone', async () => {
    let calls = 0;
    const group = inGroups<number, number>(
      async (items) => {
        calls += 1;
        if (calls === 1) throw new Error('away');
        return items;
      },
      { atMost: 2, inFlight: 1 },
    );
    const results = await Promise.allSettled([1, 2, 3].map((item) => group.add(item)));
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'fulfilled']);
    await group.settled();
  });
});
