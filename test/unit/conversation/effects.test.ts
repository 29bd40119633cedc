/** Effects after the commit: the answer waits for its own sending only (S3), and one that fails is heard of. */

import type { AlertEvent } from '../../../services/alarms/alert';
import { createEffects } from '../../../services/conversation/doEffects';
import { handoffs } from '../../../services/handoffs/collection';
import { createRepository } from '../../../services/handoffs/repository';
import { promises } from '../../../services/promises/collection';
import { createKeeping } from '../../../services/promises/keeping';
import { consents, people } from '../../../services/store/collections/people';
import { outcomes } from '../../../services/store/collections/running';
import { risks } from '../../../services/store/collections/safety';
import { createMemoryConversations } from '../../../services/store/memory/conversations';
import { createMemoryRecords } from '../../../services/store/memory/records';
import type { PendingEffect } from '../../../services/store/ports';
import { jobs } from '../../../services/work/collection';
import { stuckEffect } from '../../../services/work/jobs/stuckEffect';
import { createQueue } from '../../../services/work/queue';
import { createRunner } from '../../../services/work/runner';
import { exampleCommit } from '../../contracts/store/examples';

const now = () => Date.UTC(2026, 10, 24, 11);
const effect = (n: number, kind: PendingEffect['kind'], data: PendingEffect['data'] = {}): PendingEffect => ({
  id: `c:a:1:${n}`,
  at: now(),
  kind,
  data,
  secret: '{"lines":[],"shown":"","avoid":""}',
});
const delivery = { line: 'l', channel: 'sms', firstItem: 1, why: 'answer' };
const risk = { riskId: 'r', category: 'suicide_thoughts', level: 'P0', channel: 'sms', mode: 'OPEN' };

function effects({ refer, deliver }: { refer: () => Promise<void>; deliver?: () => Promise<void> }) {
  const done: string[] = [];
  const alerts: AlertEvent[] = [];
  const store = createMemoryConversations({ now: () => now() + 60_000 });
  let later = now();
  const queue = createQueue(createMemoryRecords(jobs), () => later);
  const made = createEffects({
    store: {
      effectDone: async (_id, effectId) => {
        done.push(effectId);
        await store.effectDone('c', effectId);
      },
      parkEffect: store.parkEffect,
      effectOf: store.effectOf,
    },
    consents: createMemoryRecords(consents),
    people: createMemoryRecords(people),
    risks: createMemoryRecords(risks),
    needPerson: createRepository(createMemoryRecords(handoffs)).need,
    tellHolder: async () => undefined,
    outcomes: createMemoryRecords(outcomes),
    callBacks: { book: async () => undefined, cancel: async () => undefined },
    promises: createKeeping(createMemoryRecords(promises)),
    queue,
    refer,
    withdraw: refer,
    deleteMedia: refer,
    askByText: async () => undefined,
    deliver: deliver ?? (async () => undefined),
    alert: (event) => void alerts.push(event),
    log: () => undefined,
    now,
  });
  const wait = (ms: number) => {
    later += ms;
  };
  return { made, done, alerts, store, queue, now: () => later, wait };
}

it('S3: a partner whose mail hangs holds up neither the answer nor the record of danger', async () => {
  let letGo = () => {};
  const hangs = new Promise<void>((go) => {
    letGo = go;
  });
  const { made, done } = effects({ refer: () => hangs });
  const refer = effect(0, 'refer', { need: 'housing', serviceId: 's', ref: 'R' });
  await made.start('c', [refer, effect(1, 'deliver', delivery), effect(2, 'raiseRisk', risk)]);
  await new Promise((later) => setTimeout(later, 20));
  expect([...done].sort()).toEqual(['c:a:1:1', 'c:a:1:2']);
  letGo();
  await made.idle();
  expect([...done].sort()).toEqual(['c:a:1:0', 'c:a:1:1', 'c:a:1:2']);
});

it('S3: an answer that cannot be sent does not keep the effects of its turn from being done', async () => {
  const { made, done } = effects({
    refer: async () => undefined,
    deliver: () => Promise.reject(new Error('no carrier')),
  });
  await made.start('c', [effect(1, 'deliver', delivery), effect(2, 'raiseRisk', risk)]);
  await made.idle();
  expect(done).toEqual(['c:a:1:2']);
});

it('S1: an effect that goes on failing is alerted once, and tried on', async () => {
  const { made, alerts } = effects({ refer: () => Promise.reject(new Error('no')) });
  const refer = effect(0, 'refer', { need: 'housing', serviceId: 's', ref: 'R' });
  for (let go = 0; go < 6; go += 1) await made.start('c', [refer]).then(() => made.idle());
  expect(alerts).toEqual([{ id: 'c:a:1:0:failing', to: 'duty', why: 'set aside: effect failing, refer', level: 'P1' }]);
});

it('F1: after a crash with hundreds undone danger is done first, and nobody waits for one that hangs', async () => {
  const order: string[] = [];
  const { made, store } = effects({ refer: () => Promise.resolve() });
  let opened: () => void = () => undefined;
  const hangs = new Promise<void>((open) => {
    opened = open;
  });
  const slow = effects({ refer: () => hangs.then(() => void order.push('refer')) });
  for (let n = 0; n < 3; n += 1)
    await slow.store.commit(
      exampleCommit(`old${n}`, null, {
        effects: [
          { ...effect(n, 'refer', { need: 'housing', serviceId: 's', ref: 'R' }), id: `old${n}:1`, at: now() - 60_000 },
        ],
      }),
    );
  await slow.store.commit(
    exampleCommit('danger', null, { effects: [{ ...effect(1, 'raiseRisk', risk), id: 'danger:1' }] }),
  );
  const swept = slow.made.sweep(slow.store);
  await new Promise((done) => setImmediate(done));
  expect(slow.done).toEqual(['danger:1']);
  opened();
  await swept;
  expect(order).toHaveLength(3);
  expect(await made.sweep(store)).toBe(0);
});

const noPorts = {
  happen: async () => undefined,
  sweepEffects: async () => 0,
  referrals: { chase: async () => [], untold: async () => [], step: async () => null },
  tellNews: async () => undefined,
  ringAlarm: async () => null,
  queueUnrung: async () => 0,
  lookAtHandoffs: async () => undefined,
  lookAtPromises: async () => undefined,
  fetchMedia: async () => 0,
  erase: async () => true,
  sweepExpired: async () => undefined,
  clockSane: () => true,
};

describe('F1: an effect that goes on failing', () => {
  const stuckAt = (n: number) => effect(n, 'refer', { need: 'housing', serviceId: 's', ref: `R${n}` });

  /** So many effects of one turn that nobody will take, tried by the sweep as often as it likes. */
  async function stuck(count: number) {
    let works = false;
    let tries = 0;
    const all = effects({
      refer: async () => {
        tries += 1;
        if (!works) throw new Error('no');
      },
    });
    const list = Array.from({ length: count }, (_, n) => stuckAt(n));
    await all.store.commit(exampleCommit('c', null, { effects: list }));
    for (let go = 0; go < 8; go += 1) await all.made.sweep(all.store);
    const run = async (_: string, id: string) => all.made.redo('c', id);
    const runner = createRunner({
      queue: all.queue,
      kinds: [stuckEffect],
      ports: { ...noPorts, redoEffect: run },
      me: 'me',
      now: all.now,
      log: () => undefined,
    });
    return {
      ...all,
      runner,
      tries: () => tries,
      mend: () => {
        works = true;
      },
    };
  }

  it('F1: leaves the sweep after three tries, so that 200 of them hide nothing behind them', async () => {
    const { store, made, tries, done } = await stuck(200);
    expect(tries()).toBe(600);
    expect(await store.pendingEffects(0, 1_000)).toEqual([]);
    await store.commit(
      exampleCommit('behind', null, { effects: [{ ...effect(1, 'raiseRisk', risk), id: 'behind:1' }] }),
    );
    await made.sweep(store);
    expect(done).toContain('behind:1');
  });

  it('F1: is tried less and less often, then is a dead letter that is listed, and goes again when replayed', async () => {
    const { queue, runner, wait, tries, store, mend, done } = await stuck(1);
    const before = tries();
    for (let hours = 0; hours < 12; hours += 1) {
      await runner.runDue();
      wait(3_600_000);
    }
    expect(tries() - before).toBe(7);
    const [dead, ...others] = await queue.dead(10);
    expect(others).toEqual([]);
    expect(dead).toMatchObject({ id: 'stuck:c:a:1:0', kind: 'stuckEffect', data: { what: 'refer' }, state: 'dead' });
    expect(await store.effectOf('c', 'c:a:1:0')).not.toBeNull();
    mend();
    expect(await queue.replay('stuck:c:a:1:0')).toBe(true);
    await runner.runDue();
    expect(done).toEqual(['c:a:1:0']);
    expect(await store.effectOf('c', 'c:a:1:0')).toBeNull();
  });

  it('F1: one that can be done again is done by the queue, once', async () => {
    const { queue, runner, wait, mend, done } = await stuck(1);
    mend();
    wait(60_000);
    await runner.runDue();
    await runner.runDue();
    expect(done).toEqual(['c:a:1:0']);
    expect(await queue.dead(10)).toEqual([]);
  });

  it('F1: one that cannot be put off stays with the sweep', async () => {
    const { store, made, queue } = effects({ refer: () => Promise.reject(new Error('no')) });
    await store.commit(exampleCommit('c', null, { effects: [stuckAt(0)] }));
    const full = jest.spyOn(queue, 'enqueue').mockRejectedValueOnce(new Error('no space'));
    for (let go = 0; go < 3; go += 1) await made.sweep(store);
    expect(full).toHaveBeenCalledTimes(1);
    expect(await store.pendingEffects(0, 10)).toHaveLength(1);
    await made.sweep(store);
    expect(await store.pendingEffects(0, 10)).toEqual([]);
  });
});
