/** Effects after the commit: the answer waits for its own sending only (S3), and one that fails is heard of. */
import { type AlertEvent, createEffects } from '../../../services/conversation/doEffects';
import { consents } from '../../../services/store/collections/people';
import { outcomes } from '../../../services/store/collections/running';
import { handoffs, promises, risks } from '../../../services/store/collections/safety';
import { createMemoryRecords } from '../../../services/store/memory/records';
import type { PendingEffect } from '../../../services/store/ports';
import { jobs } from '../../../services/work/collection';
import { createQueue } from '../../../services/work/queue';

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
  const made = createEffects({
    store: { effectDone: async (_id, effectId) => void done.push(effectId) },
    consents: createMemoryRecords(consents),
    risks: createMemoryRecords(risks),
    handoffs: createMemoryRecords(handoffs),
    outcomes: createMemoryRecords(outcomes),
    promises: createMemoryRecords(promises),
    queue: createQueue(createMemoryRecords(jobs), now),
    refer,
    withdraw: refer,
    deleteMedia: refer,
    deliver: deliver ?? (async () => undefined),
    alert: (event) => void alerts.push(event),
    log: () => undefined,
    now,
  });
  return { made, done, alerts };
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
