/** Every status Twilio tells, and every error code that matters, with the act it calls for (channel-contracts 3.5, 3.7). */
import fc from 'fast-check';
import { actOf, type Failure, failureOf, knownCodes } from '../../../bot/channels/twilio/errors';
import { readStatus } from '../../../bot/channels/twilio/readStatus';
import { readFields } from '../../../bot/channels/twilio/verify';
import { encode, type Given, SID, status } from './aWebhook';

const read = (given: Given, query = 'ref=r-1') => readStatus(readFields(encode(given)), new URLSearchParams(query));

const acts: Readonly<Record<Failure['kind'], readonly string[]>> = {
  optedOut: ['21610'],
  window: ['63016'],
  unreachable: ['21211', '21614', '21635', '30004', '30005', '30006', '30007', '63024', '63032'],
  later: ['30001', '30003', '30008', '30036', '20429', '20500', '20503', '21611', '63017', '63018', '63119'],
  fault: ['21408', '20003', '30002', '63013', '63021', '21606', '21612', '21617', '99999', '12300'],
};
const rows = Object.entries(acts).flatMap(([kind, codes]) => codes.map((code) => [code, kind] as const));

describe('what became of a message', () => {
  it.each([
    ['sent', 'sent'],
    ['delivered', 'delivered'],
    ['read', 'read'],
    ['partially_delivered', 'sent'],
    ['DELIVERED', 'delivered'],
  ])('%s is %s', (told, state) => {
    expect(read(status(told))).toEqual({
      kind: 'news',
      news: { carrier: 'twilio', providerId: SID, ref: 'r-1', state, result: null },
    });
  });

  it.each(['failed', 'undelivered'])('%s says why', (told) => {
    expect(read(status(told, { ErrorCode: '30003' }))).toMatchObject({
      kind: 'news',
      news: { state: 'failed', result: { kind: 'later', code: '30003' } },
    });
  });

  it.each([undefined, '', '0', 'null'])('failed with no reason (%p) may pass', (ErrorCode) => {
    expect(read(status('failed', ErrorCode === undefined ? {} : { ErrorCode }))).toMatchObject({
      news: { state: 'failed', result: { kind: 'later', code: 'none' } },
    });
  });

  it('canceled is for somebody to look at: nobody of ours cancels', () => {
    expect(read(status('canceled'))).toMatchObject({
      news: { state: 'failed', result: { kind: 'fault', code: 'canceled' } },
    });
  });

  it('a code beside a success is not a failure', () => {
    expect(read(status('delivered', { ErrorCode: '30003' }))).toMatchObject({
      news: { state: 'delivered', result: null },
    });
  });

  it.each(['queued', 'sending', 'accepted', 'scheduled', 'receiving', 'received', 'teleported', 'constructor'])(
    '%s is no news',
    (told) => {
      expect(read(status(told))).toEqual({ kind: 'nothingNew' });
    },
  );

  it.each([
    ['', null],
    ['ref=', null],
    [`ref=${'x'.repeat(200)}`, null],
    ['ref=a-1&ref=b-2', 'a-1'],
    ['other=1&ref=a%2D1', 'a-1'],
  ])('our reference is in the address: %j', (query, ref) => {
    expect(read(status('sent'), query)).toMatchObject({ news: { ref } });
  });

  it.each<[string, Given]>([
    ['MessageSid', { MessageSid: '' }],
    ['MessageStatus', { MessageStatus: '' }],
  ])('without its %s it cannot be read', (why, more) => {
    expect(read(status('sent', more))).toEqual({ kind: 'unreadable', why });
  });
});

describe('codes and acts', () => {
  it.each(rows)('%s in a callback is %s', (code, kind) => {
    expect(read(status('undelivered', { ErrorCode: code }))).toMatchObject({
      news: { state: 'failed', result: { kind, code } },
    });
  });

  it.each(rows)('%s on a refused send is %s', (code, kind) => {
    expect(failureOf(code, 400)).toEqual({ kind, code });
  });

  it('every code of the table is walked here, and says what it means', () => {
    const walked = rows.map(([code]) => code);
    for (const code of knownCodes) {
      expect(walked).toContain(code);
      expect(actOf(code, null).means.length).toBeGreaterThan(5);
    }
  });

  it('nothing but 21610 is ever an opt-out, and not even that while Twilio is in trouble', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 99_999 }),
        fc.constantFrom(null, 400, 401, 403, 404, 429, 500, 503),
        (code, http) => {
          const optedOut = failureOf(String(code), http).kind === 'optedOut';
          expect(optedOut).toBe(code === 21_610 && http !== 429 && (http ?? 0) < 500);
        },
      ),
      {
        numRuns: 2_000,
        examples: [
          [21_610, null],
          [21_610, 400],
          [21_610, 503],
          [21_610, 429],
        ],
      },
    );
  });

  it.each([
    [400, 'fault'],
    [401, 'fault'],
    [403, 'fault'],
    [404, 'fault'],
    [408, 'later'],
    [429, 'later'],
    [500, 'later'],
    [502, 'later'],
    [503, 'later'],
  ])('HTTP %i with no code of theirs is %s', (http, kind) => {
    expect(failureOf(null, http)).toEqual({ kind, code: `http-${http}` });
  });
});
