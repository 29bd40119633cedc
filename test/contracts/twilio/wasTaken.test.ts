/** Whether a message we had no answer about was taken: found among the newest to that address, or not, or not known. */
import nock from 'nock';
import { createTwilioCarrier } from '../../../bot/channels/twilio/twilioCarrier';
import type { Cleared, Outgoing } from '../../../services/contact/carrier';
import { stamp } from '../../../services/contact/clearance';
import type { PhoneKind } from '../../../services/store/collections/carriers';
import { ACCOUNT, SID } from './aWebhook';

const PATH = `/2010-04-01/Accounts/${ACCOUNT}/Messages.json`;
const SINCE = Date.parse('2026-11-23T10:00:00.500Z');
const WORDS = 'Hello, this is WIN.\n1 Yes';

const carrier = (smsFrom = '+447700900456') =>
  createTwilioCarrier({
    accountSid: ACCOUNT,
    authToken: 'secret',
    smsFrom,
    whatsappFrom: '+447700900457',
    timeoutMs: 1_000,
  });

const cleared = (channel: PhoneKind = 'sms', message: Outgoing = { kind: 'text', text: WORDS }): Cleared =>
  stamp({ where: { carrier: 'twilio', channel, to: '+447700900123' }, message, ref: 'r-1', validFor: 600 });

const made = (more: Readonly<Record<string, unknown>> = {}) => ({
  sid: SID,
  body: WORDS,
  status: 'queued',
  direction: 'outbound-api',
  date_sent: null,
  date_created: 'Mon, 23 Nov 2026 10:00:00 +0000',
  ...more,
});
const old = made({ body: 'something before', status: 'delivered', date_created: 'Sun, 22 Nov 2026 10:00:00 +0000' });

const list = (messages: readonly unknown[]) =>
  nock('https://api.twilio.com').get(PATH).query(true).reply(200, { messages, next_page_uri: null });

afterEach(() => {
  expect(nock.pendingMocks()).toEqual([]);
  nock.cleanAll();
});

describe('was it taken?', () => {
  it.each([
    ['sms' as const, { To: '+447700900123', From: '+447700900456', PageSize: '50' }],
    ['whatsapp' as const, { To: 'whatsapp:+447700900123', From: 'whatsapp:+447700900457', PageSize: '50' }],
  ])('asked for the newest to that address by %s', async (channel, query) => {
    nock('https://api.twilio.com')
      .get(PATH)
      .query(query)
      .basicAuth({ user: ACCOUNT, pass: 'secret' })
      .reply(200, { messages: [made()] });
    expect(await carrier().wasTaken(cleared(channel), SINCE)).toEqual({ kind: 'taken', providerIds: [SID] });
  });

  it('a Messaging Service picks the number, so none is asked for', async () => {
    nock('https://api.twilio.com')
      .get(PATH)
      .query({ To: '+447700900123', PageSize: '50' })
      .reply(200, { messages: [] });
    expect(await carrier('MG1').wasTaken(cleared(), SINCE)).toEqual({ kind: 'notTaken' });
  });

  it.each(['queued', 'accepted', 'sending', 'sent', 'delivered'])('the same words, %s: taken', async (status) => {
    list([old, made({ status })]);
    expect(await carrier().wasTaken(cleared(), SINCE)).toEqual({ kind: 'taken', providerIds: [SID] });
  });

  it('all with the same words are given, newest first: one may be another message of ours', async () => {
    const other = made({ sid: SID.replace(/.$/, '0'), date_created: 'Mon, 23 Nov 2026 10:00:20 +0000' });
    list([other, made(), old]);
    const providerIds = [SID.replace(/.$/, '0'), SID];
    expect(await carrier().wasTaken(cleared(), SINCE)).toEqual({ kind: 'taken', providerIds });
  });

  it.each<[string, readonly unknown[]]>([
    ['none', []],
    ['only ones from before', [old, made({ date_created: 'Mon, 23 Nov 2026 09:59:00 +0000' })]],
    ['only other words', [made({ body: 'Other words' })]],
    ['the same, failed', [made({ status: 'failed' }), made({ status: 'undelivered' }), made({ status: 'canceled' })]],
  ])('%s: not taken', async (_name, messages) => {
    list(messages);
    expect(await carrier().wasTaken(cleared(), SINCE)).toEqual({ kind: 'notTaken' });
  });

  it.each<[string, readonly unknown[]]>([
    ['one whose words Twilio did not keep', [made({ body: '' })]],
    [
      'a full page that does not reach back far enough',
      Array.from({ length: 50 }, () => made({ body: 'Other words' })),
    ],
    ['a date that is not one', [made({ date_created: 'yesterday' })]],
    ['something that is no message', [{ sid: 7 }]],
  ])('%s: we cannot know', async (_name, messages) => {
    list(messages);
    expect(await carrier().wasTaken(cleared(), SINCE)).toEqual({ kind: 'unknown' });
  });

  it('a template has no words to find: not taken when nothing came since, and not known otherwise', async () => {
    const template = cleared('whatsapp', { kind: 'template', name: 'reply_waiting' });
    list([old]);
    expect(await carrier().wasTaken(template, SINCE)).toEqual({ kind: 'notTaken' });
    list([made()]);
    expect(await carrier().wasTaken(template, SINCE)).toEqual({ kind: 'unknown' });
  });

  it.each([401, 404, 429, 500, 503])('refused with %i: we cannot know', async (status) => {
    nock('https://api.twilio.com').get(PATH).query(true).reply(status, { messages: [] });
    expect(await carrier().wasTaken(cleared(), SINCE)).toEqual({ kind: 'unknown' });
  });

  it('rubbish, a time-out, nobody there: we cannot know', async () => {
    nock('https://api.twilio.com').get(PATH).query(true).reply(200, 'rubbish');
    expect(await carrier().wasTaken(cleared(), SINCE)).toEqual({ kind: 'unknown' });
    nock('https://api.twilio.com').get(PATH).query(true).delay(5_000).reply(200, { messages: [] });
    expect(await carrier().wasTaken(cleared(), SINCE)).toEqual({ kind: 'unknown' });
    nock.abortPendingRequests();
    nock('https://api.twilio.com')
      .get(PATH)
      .query(true)
      .replyWithError(Object.assign(new Error('x'), { code: 'ECONNREFUSED' }));
    expect(await carrier().wasTaken(cleared(), SINCE)).toEqual({ kind: 'unknown' });
  });
});
