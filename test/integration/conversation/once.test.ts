/** Each thing is done once: after a crash, for a repeated message, and with two copies of the service at work. */
import { risks } from '../../../services/store/collections/safety';
import { createRecords } from '../../../services/store/mongo/records';
import { sealer } from '../store/database';
import { aPerson, aProcess, begin, HOUR, type Process, TUESDAY_AT_TEN, upToSharing } from './aProcess';

// a busy machine is slow, and slow is not wrong
jest.setTimeout(60_000);

const clock = { now: TUESDAY_AT_TEN };
const name = `test_once_${process.pid}`;
const open: Process[] = [];
const start = async (parts: Parameters<typeof aProcess>[2] = {}) => {
  const started = await aProcess(name, clock, parts);
  open.push(started);
  return started;
};
afterAll(async () => {
  await open[0]?.database.use((db) => db.dropDatabase());
  for (const one of open) await one.close();
});

const count = (process_: Process, collection: string, conversationId: string) =>
  process_.database.use((db) => db.collection(collection).countDocuments({ conversationId }));

describe('a crash between keeping a turn and doing what it asked', () => {
  it('leaves nothing undone: the next copy does it, once', async () => {
    const dead = await start({ idleHands: true });
    const maya = aPerson(dead);
    await upToSharing(maya);
    const { turn } = await maya.tap('Yes');
    expect(await count(dead, 'referrals', turn.conversationId)).toBe(0);
    expect(await count(dead, 'consents', turn.conversationId)).toBe(0);

    const next = await start();
    clock.now += 60_000;
    expect(await next.effects.sweep(next.store)).toBeGreaterThanOrEqual(3);
    expect(await next.effects.sweep(next.store)).toBe(0);
    expect(await count(next, 'referrals', turn.conversationId)).toBe(1);
    expect(await count(next, 'consents', turn.conversationId)).toBe(2);
    expect(next.letters).toHaveLength(1);
  });

  it('does once what two copies sweep up at the same time', async () => {
    const dead = await start({ idleHands: true });
    const maya = aPerson(dead);
    await begin(maya);
    const { turn } = await maya.say('i want to end my life');
    clock.now += 60_000;
    const two = [await start(), await start()];
    await Promise.all(two.map((one) => one.effects.sweep(one.store)));
    expect(await count(dead, 'risks', turn.conversationId)).toBe(1);
    expect(await count(dead, 'handoffs', turn.conversationId)).toBe(1);
    expect(await dead.store.pendingEffects(0, 100)).toEqual([]);
  });

  it('keeps an effect that failed and does it when it can be done', async () => {
    const { database } = await start();
    const broken = await start({
      records: (definition) => {
        const records = createRecords(database, definition, sealer);
        if (definition.name !== 'risks') return records;
        return { ...records, add: async () => Promise.reject(new Error('the words of a person')) };
      },
    });
    const maya = aPerson(broken);
    await begin(maya);
    const { turn } = await maya.say('i want to end my life');
    await broken.effects.idle();
    expect(broken.faults).toContain('effect.failed');
    // the others were done all the same
    expect(await count(broken, 'handoffs', turn.conversationId)).toBe(1);
    clock.now += 60_000;
    const whole = await start();
    expect(await whole.effects.sweep(whole.store)).toBe(1);
    const found = await createRecords(whole.database, risks, sealer).find({ conversationId: turn.conversationId }, 5);
    expect(found.map((one) => one.exactWords)).toEqual([expect.stringContaining('want to end my life')]);
  });
});

describe('the same message more than once', () => {
  it('five times at once, to two copies, is one turn with the same replies each time', async () => {
    const [a, b] = [await start(), await start()];
    const maya = aPerson(a);
    await begin(maya);
    const inbound = {
      id: 'same-1',
      address: maya.address,
      channel: 'web',
      what: { kind: 'text', text: 'ma hoose is damp' },
    } as const;
    const answers = await Promise.all([a, b, a, b, a].map((one) => one.service.handleTurn(inbound)));
    const turns = answers.map((one) => (one.kind === 'done' ? one.turn : null));
    expect(turns[0]).not.toBeNull();
    for (const turn of turns) expect(turn).toEqual(turns[0]);
    expect(answers.filter((one) => one.kind === 'done' && !one.repeated)).toHaveLength(1);
    // long after, from a copy that never saw it
    for (let n = 0; n < 15; n += 1) await maya.say('skip');
    const late = await (await start()).service.handleTurn(inbound);
    expect(late).toMatchObject({ kind: 'done', repeated: true, turn: turns[0] });
    const all = await a.service.transcript(maya.address, 0, 100);
    expect(all.kind === 'found' && all.turns.filter((turn) => turn.inboundId === 'same-1')).toHaveLength(1);
  });
});

describe('two copies of the service', () => {
  it('take turns with one conversation and lose nothing', async () => {
    const [a, b] = [await start(), await start()];
    const maya = aPerson(a);
    const there = aPerson(b, 'web', maya.address);
    await begin(maya);
    await there.say('ma hoose is damp', 'b-1');
    await maya.say('Repairs or damp', 'a-1');
    await there.say('A bit more first', 'b-2');
    const state = (await a.store.load((await maya.say('18 or over', 'a-2')).turn.conversationId))?.state;
    expect(state?.answers).toMatchObject({ need: {}, detailHome: {}, pace: {}, ageBand: {} });
  });

  it('keep every one of forty messages that arrive at once, each in its own place', async () => {
    const [a, b] = [await start(), await start()];
    const maya = aPerson(a);
    const { turn } = await begin(maya);
    const from = turn.turn.firstItem + turn.turn.items;
    const words = Array.from({ length: 40 }, (_, n) => `message ${n} about ma rent`);
    const done = await Promise.all(
      words.map((text, n) =>
        (n % 2 === 0 ? a : b).service.handleTurn({
          id: `at-once-${n}`,
          address: maya.address,
          channel: 'web',
          what: { kind: 'text', text },
        }),
      ),
    );
    expect(done.every((one) => one.kind === 'done' && !one.repeated)).toBe(true);
    const all = await b.service.transcript(maya.address, 0, 200);
    if (all.kind !== 'found') throw new Error(all.kind);
    const said = all.turns.filter((one) => one.inboundId.startsWith('at-once-')).map((one) => one.said);
    expect([...said].sort()).toEqual([...words].sort());
    // items follow on without a gap, so everybody reads one order
    let next = from;
    for (const one of all.turns.filter((it) => it.firstItem >= from)) {
      expect(one.firstItem).toBe(next);
      next += one.items;
    }
    expect(all.items).toBe(next - 1);
    // and a message each process sent keeps the order it was sent in
    const order = (even: number) => said.map((text) => words.indexOf(text ?? '')).filter((n) => n % 2 === even);
    for (const even of [0, 1]) expect(order(even)).toEqual([...order(even)].sort((x, y) => x - y));
  });

  it('hear of what the other one added', async () => {
    const [a, b] = [await start(), await start()];
    const maya = aPerson(a);
    await begin(maya);
    await a.service.transcript(maya.address, 0, 100, a.service.watch(maya.address));
    const news: string[] = [];
    a.service.onNews((address) => news.push(address));
    await a.service.lookForNews();
    expect(news).toEqual([]);
    await aPerson(b, 'web', maya.address).say('ma rent', 'elsewhere');
    // read at the same address for a page without JavaScript: on the open one nothing of it was shown
    await a.service.transcript(maya.address, 0, 100);
    expect(news).toEqual([]);
    clock.now += HOUR;
    await a.service.lookForNews();
    expect(news).toEqual([maya.address]);
  });
});
