/** W12 on two processes and every channel: a machine that says the same over and over is met with silence, a person never. */
import { aPerson, aProcess, type Process, TUESDAY_AT_TEN } from './aProcess';

// a busy machine is slow, and slow is not wrong
jest.setTimeout(60_000);

const clock = { now: TUESDAY_AT_TEN };
let pair: readonly [Process, Process];
beforeAll(async () => {
  const name = `test_loops_${process.pid}`;
  pair = [await aProcess(name, clock), await aProcess(name, clock)];
});
afterAll(async () => {
  await pair[0].database.use((db) => db.dropDatabase());
  for (const one of pair) await one.close();
});

const machine = "I'm driving at the moment, I'll get back to you at";

describe.each(['web', 'sms', 'whatsapp', 'azure'] as const)('W12 on %s', (where) => {
  const channel = where === 'azure' ? 'web' : where;
  const address = `${where}:loop`;
  let n = 0;
  /** Now to the one, now to the other. */
  const say = async (text: string) => {
    n += 1;
    clock.now += 1_000;
    return aPerson(n % 2 === 0 ? pair[0] : pair[1], channel, address).say(text, `loop-${n}`);
  };

  it('W12: equal words by a loop are answered a few times by all processes together, then met with silence', async () => {
    await say('hello');
    let answered = 0;
    for (let times = 0; times < 10; times += 1)
      if ((await say(`${machine} ${10 + times}:15`)).text !== '') answered += 1;
    expect(answered).toBe(3);
  });

  it('W12: danger and a plain stop are heard in the midst of it', async () => {
    expect((await say('i want to kill myself')).text).toContain('safe right now');
    expect((await say('STOP')).text).not.toBe('');
  });

  it('W12: after a while the same words are answered again', async () => {
    const later = `${address}-later`;
    const once = async (at: number) => aPerson(pair[0], channel, later).say(machine, `later-${at}`);
    for (let times = 0; times < 4; times += 1) await once(times);
    expect((await once(4)).text).toBe('');
    clock.now += 11 * 60_000;
    expect((await once(5)).text).not.toBe('');
  });
});
