/** A number that comes back after its chat was forgotten is heard as if it were the first time, whatever it writes (S1). */
import type { EffectKind } from '../../../dialogs/vocabulary';
import type { PendingEffect } from '../../../services/store/ports';
import { type Service, type Someone, startInside } from '../../load/providerInside';
import { engineUri } from '../store/database';

// a busy machine is slow, and slow is not wrong
jest.setTimeout(60_000);

const DAY = 24 * 3_600_000;
let service: Service;
beforeAll(async () => {
  service = await startInside(engineUri(), Date.UTC(2026, 10, 24, 11));
});
afterAll(() => service.close());

let numbers = 0;
const somebody = (line: Someone['line'] = 'sms'): Someone => {
  numbers += 1;
  return { line, number: `+4477009006${String(numbers).padStart(2, '0')}` };
};

async function says(who: Someone, text: string): Promise<string> {
  const before = service.carriers.textsTo(who.number).length;
  await service.says(who, text);
  await service.pass(3_000);
  return service.carriers.textsTo(who.number).slice(before).join('\n');
}

const does = async (id: string, effects: readonly PendingEffect[]) => {
  await service.effects.start(id, effects);
  await service.effects.idle();
};

/** Four quiet days: the chat is forgotten after one, what was sent is kept ninety. */
async function isForgotten(who: Someone): Promise<string> {
  const id = await service.conversationOf(who);
  await service.pass(4 * DAY);
  await service.store.sweepExpired(service.now());
  expect(await service.store.look(id)).toBeNull();
  return id;
}

describe.each(['sms', 'whatsappMeta', 'whatsappTwilio'] as const)('S1 on %s', (line) => {
  it('S1: danger after the chat was forgotten is answered, recorded, handed over and alerted', async () => {
    const who = somebody(line);
    expect(await says(who, 'hi')).not.toBe('');
    const id = await isForgotten(who);
    const from = service.alerts.length;
    expect(await says(who, 'i want to kill myself')).not.toBe('');
    const sent = await service.kept.outgoing.find(
      { conversationId: id, fixedReply: true, lastTriedAt: { $ne: null } },
      10,
    );
    expect(sent.length).toBeGreaterThan(0);
    expect(await service.kept.risks.find({ conversationId: id }, 10)).toHaveLength(1);
    expect(await service.kept.handoffs.find({ conversationId: id }, 10)).toHaveLength(1);
    // told by two effects, under one id: one alarm
    expect(new Set(service.alerts.slice(from).map((one) => one.id)).size).toBe(1);
  });

  it('S1: and again in a third life, beside what the second one left', async () => {
    const who = somebody(line);
    for (let life = 1; life <= 3; life += 1) {
      await says(who, 'hi');
      expect(await says(who, 'talk to a person')).not.toBe('');
      const id = await service.conversationOf(who);
      expect(await service.kept.handoffs.find({ conversationId: id, reason: 'asked' }, 10)).toHaveLength(life);
      if (life === 3) break;
      await service.pass(100 * DAY);
      await service.store.sweepExpired(service.now());
      expect(await service.store.look(id)).toBeNull();
    }
    expect(service.faults).toEqual([]);
  });
});

/** One effect of each kind, as the conversation writes them, and the collection it leaves something in. */
const kinds = {
  raiseRisk: {
    in: 'risks',
    data: { riskId: 'r', category: 'suicide_thoughts', level: 'P0', channel: 'sms', mode: 'OPEN' },
  },
  noteRiskAnswer: {
    in: 'risks',
    data: { riskId: 'r', category: 'self_harm', level: 'P1', channel: 'sms', mode: 'OPEN' },
  },
  handOver: { in: 'handoffs', data: { reason: 'asked', level: 'P3', dueAt: 1 } },
  recordConsent: { in: 'consents', data: { what: 'privacy', version: '1', answer: 'yes', message: 'B3' } },
  recordUnmetNeed: { in: 'outcomes', data: { needs: ['housing'] } },
  recordOutcome: { in: 'outcomes', data: { what: 'connected' } },
  countEquality: { in: 'outcomes', data: { question: 'gender', answer: 'woman' } },
  promise: { in: 'promises', data: { what: 'call', dueText: 'by 5pm', dueAt: 1 } },
  requestRights: { in: 'outcomes', data: { right: 'erasure', days: 30 } },
  recordComplaint: { in: 'outcomes', data: { dueAt: 1 } },
  remind: { in: 'jobs', data: { what: 'checkIn', step: 0, afterMinutes: 5 } },
  alert: { in: 'alerts', data: { to: 'duty', why: 'risk', level: 'P0' } },
  deliver: { in: 'outgoing', data: {} },
  keepPerson: { in: 'people', data: { keys: [] } },
  // these leave no record under the effect's name: they change what is there, or are done in the turn's own write
  bookCall: { in: null, data: { from: 1, to: 2 } },
  cancelCall: { in: null },
  tellHolder: { in: null, data: { handoffId: 'h', what: 'heard' } },
  refer: { in: null, data: { need: 'housing', serviceId: 's', ref: 'WIN-1' } },
  withdrawShare: { in: null },
  cancelReminders: { in: null },
  askByText: { in: null },
  keepPlace: { in: null },
  hashCodeWord: { in: null },
  forgetChat: { in: null },
  deleteMedia: { in: null },
} as const satisfies Record<EffectKind, { in: string | null; data?: PendingEffect['data'] }>;

const isKind = (kind: string): kind is EffectKind => kind in kinds;

async function left(id: string, where: string): Promise<number> {
  if (where === 'alerts') return service.alerts.filter((one) => one.id.startsWith(`${id}:`)).length;
  if (where === 'outcomes') return (await service.kept.outcomes.find({}, 1_000)).length;
  const query = { conversationId: id };
  if (where === 'people') return (await service.kept.people.find({ conversationIds: id }, 100)).length;
  if (where === 'risks') return (await service.kept.risks.find(query, 100)).length;
  if (where === 'handoffs') return (await service.kept.handoffs.find(query, 100)).length;
  if (where === 'consents') return (await service.kept.consents.find(query, 100)).length;
  if (where === 'promises') return (await service.kept.promises.ofConversation(id)).length;
  if (where === 'jobs') return (await service.kept.jobs.find(query, 100)).length;
  return (await service.kept.outgoing.find(query, 100)).length;
}

it.each(Object.keys(kinds).filter(isKind))('S1: %s leaves its record in every life', async (kind) => {
  const { in: where, ...rest } = kinds[kind];
  const who = somebody();
  for (let life = 1; life <= 2; life += 1) {
    const from = service.asked.length;
    await says(who, 'hi');
    const id = await service.conversationOf(who);
    const [first] = service.asked.slice(from).filter((one) => one.id.startsWith(`${id}:`));
    if (first === undefined) throw new Error('The turn asked for nothing');
    // the very turn as it was, with this kind of effect in it
    const effect: PendingEffect =
      kind === 'deliver'
        ? first
        : {
            id: `${first.id}0`,
            at: first.at,
            kind,
            data: 'data' in rest ? rest.data : {},
            secret: '{"lines":[],"shown":"","avoid":""}',
          };
    const before = where === null ? 0 : await left(id, where);
    await does(id, [effect]);
    if (where !== null && kind !== 'deliver') expect(await left(id, where)).toBe(before + 1);
    if (kind === 'deliver') expect(await left(id, 'outgoing')).toBeGreaterThanOrEqual(life);
    if (life === 1) await isForgotten(who);
  }
  expect(service.faults).toEqual([]);
  const lives = new Set(service.asked.filter((one) => one.kind === 'deliver').map((one) => one.id));
  expect(lives.size).toBe(service.asked.filter((one) => one.kind === 'deliver').length);
});

it.each(['raiseRisk', 'handOver', 'recordConsent', 'promise', 'remind', 'recordOutcome'] as const)(
  'S1: %s that differs from what is there is a loud fault, and the same again is none',
  async (kind) => {
    const id = `c_differs_${kind}`;
    const effect: PendingEffect = { id: `${id}:a:1:0`, at: service.now(), kind, data: kinds[kind].data };
    const other = kind === 'remind' ? { data: { what: 'silence', step: 1, afterMinutes: 5 } } : { at: effect.at + 1 };
    await does(id, [effect, effect]);
    expect(service.faults).toEqual([]);
    await does(id, [{ ...effect, ...other }]);
    expect(service.faults.splice(0)).toEqual(['effect.differs']);
    expect(service.alerts.at(-1)).toMatchObject({ id: `${effect.id}:differs`, to: 'duty', level: 'P1' });
  },
);

it('S1: a late write of a life that was forgotten changes nothing in the next, though it came to the same rev', async () => {
  const who = somebody();
  await says(who, 'hi');
  const id = await service.conversationOf(who);
  const old = await service.store.look(id);
  await isForgotten(who);
  await says(who, 'hello');
  const now = await service.store.look(id);
  if (!old || !now) throw new Error('There is no conversation');
  expect(now.rev).toBe(old.rev);
  expect(now.life).not.toBe(old.life);
  const turn = {
    inboundId: 'late',
    at: service.now(),
    firstItem: old.items + 1,
    items: 0,
    messageIds: [],
    said: null,
    replies: [],
  };
  const { life, rev, state } = old;
  const late = {
    id,
    life,
    rev,
    before: old,
    state: { ...state, paused: true },
    turn,
    effects: [],
    expiresAt: service.now() + DAY,
  };
  expect(await service.store.commit(late)).toEqual({ kind: 'stale' });
  expect(await service.store.look(id)).toEqual(now);
});

it.each(['goodbye', 'cheers', 'PAUSE', 'STOP'])(
  'W20: "i want to die", then "%s": the five-minute look is still to come',
  async (words) => {
    const who = somebody();
    await says(who, 'hi');
    await says(who, 'i want to die');
    const id = await service.conversationOf(who);
    await says(who, words);
    const waiting = await service.kept.jobs.find({ conversationId: id, kind: 'riskSilence', state: 'waiting' }, 10);
    expect(waiting.length).toBeGreaterThan(0);
  },
);

it('W21: a break keeps the check-in, STOP cancels it, and a cancel done late takes nothing asked for since', async () => {
  const id = 'c_checkIn';
  const effect = (rev: number, at: number, kind: EffectKind, data: PendingEffect['data']): PendingEffect => ({
    id: `${id}:a:${rev}:${at}`,
    at: service.now(),
    kind,
    data,
  });
  const checkIn = (rev: number, at: number) =>
    effect(rev, at, 'remind', { what: 'checkIn', step: 0, afterMinutes: 20_160 });
  const left = async () =>
    (await service.kept.jobs.find({ conversationId: id, state: 'waiting' }, 10)).map((job) => job.id);
  const stop = effect(3, 0, 'cancelReminders', { kinds: ['checkIn', 'silence'] });
  await does(id, [checkIn(1, 0), effect(2, 0, 'cancelReminders', { kinds: ['silence'] })]);
  expect(await left()).toEqual([`${id}:a:1:0`]);
  await does(id, [stop]);
  expect(await left()).toEqual([]);
  await does(id, [checkIn(3, 1), checkIn(4, 0), stop]);
  expect((await left()).sort()).toEqual([`${id}:a:3:1`, `${id}:a:4:0`]);
});
