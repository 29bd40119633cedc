import { actOf } from '../../../bot/channels/whatsapp/errors';
import { readWebhook } from '../../../bot/channels/whatsapp/readWebhook';
import { anEnvelope, aText, aValue, PHONE_NUMBER_ID, withStatuses } from './webhooks';

const read = (status: unknown) => readWebhook(withStatuses(status), PHONE_NUMBER_ID)?.statuses ?? null;
const base = { id: 'wamid.OUT', timestamp: '1795341600', recipient_id: '447700900123', biz_opaque_callback_data: 'r1' };

describe('a status', () => {
  it.each([
    ['sent', 'sent'],
    ['delivered', 'delivered'],
    ['read', 'read'],
    ['played', 'read'],
  ])('%s is %s, with our reference', (status, state) => {
    const news = { carrier: 'meta', providerId: 'wamid.OUT', ref: 'r1', state, result: null };
    expect(read({ ...base, status, conversation: { id: 'x' }, pricing: { billable: true } })).toEqual([news]);
  });

  it('has no reference where Meta gives none, and no phone number anywhere', () => {
    const news = read({ ...base, status: 'sent', biz_opaque_callback_data: undefined, recipient_user_id: 'GB.1' });
    expect(news).toEqual([{ carrier: 'meta', providerId: 'wamid.OUT', ref: null, state: 'sent', result: null }]);
  });

  it.each(['deleted', 'warning', 'something new'])('%s says nothing we act on', (status) => {
    expect(read({ ...base, status })).toEqual([]);
  });

  it.each([
    [[{ code: 131047, title: 'Re-engagement message' }], { kind: 'window', code: '131047' }],
    [[{ code: '131026' }], { kind: 'unreachable', code: '131026' }],
    [[{ code: 131056 }, { code: 190 }], { kind: 'later', code: '131056', afterMs: 6_000 }],
    [[], { kind: 'fault', code: 'unknown' }],
    [undefined, { kind: 'fault', code: 'unknown' }],
    ['odd', { kind: 'fault', code: 'unknown' }],
    [[{ code: true }], { kind: 'fault', code: 'unknown' }],
    [[{ code: null }], { kind: 'fault', code: 'unknown' }],
  ])('failed with %j means %j', (errors, result) => {
    expect(read({ ...base, status: 'failed', errors })).toMatchObject([{ state: 'failed', result }]);
  });

  it('comes beside others and beside messages, and a broken one loses none', () => {
    const body = anEnvelope(
      aValue({ messages: [aText('hi')], statuses: [{ ...base, status: 'sent' }, { status: 'sent' }, 7] }),
      aValue({ statuses: [{ ...base, status: 'delivered' }] }),
    );
    const news = readWebhook(body, PHONE_NUMBER_ID);
    expect(news?.statuses.map((one) => one.state)).toEqual(['sent', 'delivered']);
    expect(news).toMatchObject({ messages: [{ id: 'wamid.AAA' }], unread: 2 });
  });
});

describe('an error code', () => {
  it.each([131047])('%i: the 24 hours are over', (code) => {
    expect(actOf(code, 400)).toEqual({ kind: 'window', code: String(code) });
  });
  it.each([131026, 131030])('%i: it will never arrive', (code) => {
    expect(actOf(code, 400)).toEqual({ kind: 'unreachable', code: String(code) });
  });
  it.each([130429, 80007, 4, 1, 2, 131000, 131016, 131052, 131053, 131057, 133004])('%i: try later', (code) => {
    expect(actOf(code, 400)).toEqual({ kind: 'later', code: String(code) });
  });
  it.each([
    [131056, 6_000],
    [131048, 3_600_000],
  ])('%i: try later, and not before %i ms', (code, afterMs) => {
    expect(actOf(code, 400)).toEqual({ kind: 'later', code: String(code), afterMs });
  });
  it.each([
    131049, 131050, 190, 131031, 368, 131042, 0, 3, 10, 33, 200, 250, 299, 131008, 131009, 100, 131062, 131051, 131060,
    132000, 132001, 132005, 132007, 132012, 132015, 132016,
  ])('%i: somebody has to look', (code) => {
    expect(actOf(code, 400)).toEqual({ kind: 'fault', code: String(code) });
    // also when their server says it was its own fault: a token that ran out does not come back
    expect(actOf(code, 500).kind).toBe('fault');
  });

  it('nobody knows is ours, unless their server was busy or broken', () => {
    expect(actOf(999_999, 400)).toEqual({ kind: 'fault', code: '999999' });
    expect(actOf(999_999)).toEqual({ kind: 'fault', code: '999999' });
    expect(actOf(999_999, 503)).toEqual({ kind: 'later', code: '999999' });
    expect(actOf(999_999, 429)).toEqual({ kind: 'later', code: '999999' });
    expect(actOf(null, 404)).toEqual({ kind: 'fault', code: 'http404' });
    expect(actOf(null, 502)).toEqual({ kind: 'later', code: 'http502' });
    expect(actOf(null, 302)).toEqual({ kind: 'fault', code: 'http302' });
  });

  it('is never taken for an opt-out', () => {
    const kinds = new Set(Array.from({ length: 140_000 }, (_, code) => actOf(code, 400).kind));
    expect([...kinds].sort()).toEqual(['fault', 'later', 'unreachable', 'window']);
  });
});
