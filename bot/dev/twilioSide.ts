/** Twilio as we use it: send a message, list messages, fetch and delete a file (channel-contracts 3.4, 3.5, 3.7). */
import { createHash, timingSafeEqual } from 'node:crypto';
import { twilioStatus, twilioWebhook } from './carrierWebhooks';
import { type Answered, type Asked, type Inside, json, type Step, step, windowIsOpen } from './inside';
import type { Thread, ThreadMessage } from './phoneThreads';
import { TINY_FILES } from './tinyFiles';
import { partsOf, readTwilioForm, refuseTwilio, type TwilioAsked, type TwilioRefusal } from './twilioRules';

const digest = (text: string) => createHash('sha256').update(text).digest();
const same = (one: string, other: string) => timingSafeEqual(digest(one), digest(other));

function refusal({ status, code, message }: TwilioRefusal): Answered {
  return json(status, { code, message, more_info: `https://www.twilio.com/docs/errors/${code}`, status });
}

const twilioDate = (at: number) => new Date(at).toUTCString().replace('GMT', '+0000');
const addressOf = (thread: Thread) => (thread.line === 'sms' ? thread.number : `whatsapp:${thread.number}`);

/** A message as the REST API shows it. */
function resource(inside: Inside, thread: Thread, message: ThreadMessage): Record<string, unknown> {
  const { accountSid, smsFrom, whatsappFrom } = inside.deps.twilio;
  const ours = thread.line === 'sms' ? smsFrom : `whatsapp:${whatsappFrom.replace(/^whatsapp:/, '')}`;
  const out = message.from !== 'phone';
  return {
    sid: message.id,
    account_sid: accountSid,
    api_version: '2010-04-01',
    body: message.text,
    to: out ? addressOf(thread) : ours,
    from: out ? ours : addressOf(thread),
    direction: out ? 'outbound-api' : 'inbound',
    status: out ? message.tick : 'received',
    num_segments: String(message.parts ?? 1),
    num_media: message.media === null ? '0' : '1',
    error_code: message.code,
    error_message: null,
    date_created: twilioDate(message.at),
    date_updated: twilioDate(message.at),
    date_sent: out && message.tick === 'queued' ? null : twilioDate(message.at),
    messaging_service_sid: null,
    price: null,
    price_unit: 'USD',
    uri: `/2010-04-01/Accounts/${accountSid}/Messages/${message.id}.json`,
  };
}

/** The states a message goes through on its way to this phone. */
function stepsOf(inside: Inside, thread: Thread, asked: TwilioAsked): readonly Step[] {
  const whatsapp = asked.line === 'whatsappTwilio';
  if (whatsapp && asked.contentSid === null && !windowIsOpen(thread, inside.deps)) return [step('failed', 63016)];
  if (thread.reach === 'off') return [step('sent'), step('failed', whatsapp ? 63024 : 30003)];
  if (thread.reach === 'gone') return [step('sent'), step('failed', whatsapp ? 63024 : 30005)];
  return [step('sent'), step('delivered')];
}

function refOf(statusCallback: string | null): string | null {
  return statusCallback === null ? null : new URL(statusCallback).searchParams.get('ref');
}

function send(inside: Inside, body: string): Answered {
  const { deps, threads } = inside;
  const asked = readTwilioForm(new URLSearchParams(body), deps.twilio);
  if (asked.kind === 'refused') return refusal(asked);
  const thread = threads.open(asked.line, asked.number);
  if (thread.blocked) return refusal(refuseTwilio(21610, 'Attempt to send to unsubscribed recipient'));
  const template = asked.contentSid !== null;
  const text = template ? (deps.templateWords ?? `(${asked.contentSid})`) : asked.body;
  const message: ThreadMessage = {
    id: inside.newId('SM', asked.number),
    at: deps.clock(),
    from: 'business',
    text,
    parts: asked.line === 'sms' ? partsOf(text) : null,
    taps: [],
    opens: null,
    media: null,
    template,
    tick: 'queued',
    code: null,
    ref: refOf(asked.statusCallback),
  };
  inside.keep(thread, message);
  const { statusCallback } = asked;
  const about = { sid: message.id, to: asked.to, from: asked.from };
  inside.travel(thread, message.id, stepsOf(inside, thread, asked), ({ tick, code }) => {
    if (statusCallback === null) return null;
    // Twilio calls it undelivered when a network gave up, failed when it never left
    const said = tick === 'failed' && code !== 63016 ? 'undelivered' : tick;
    return twilioWebhook(deps.twilio.authToken, statusCallback, twilioStatus(deps.twilio, about, said, code));
  });
  return json(201, resource(inside, thread, message));
}

/** Whether a message fits the filters of a list: To, From, DateSent (a day), `DateSent>` and `DateSent<` (a day or a moment). */
function fits(shown: Record<string, unknown>, at: number, query: URLSearchParams): boolean {
  for (const [name, field] of [
    ['To', 'to'],
    ['From', 'from'],
  ] as const) {
    const wanted = query.get(name);
    if (wanted !== null && shown[field] !== wanted) return false;
  }
  const day = query.get('DateSent');
  const moment = new Date(at).toISOString();
  if (day !== null && !moment.startsWith(day.slice(0, 10))) return false;
  const [after, before] = [query.get('DateSent>'), query.get('DateSent<')];
  if (after !== null && at < Date.parse(after)) return false;
  // a day means all of it
  return before === null || at <= Date.parse(before) + (before.length === 10 ? 86_399_999 : 0);
}

function list(inside: Inside, query: URLSearchParams): Answered {
  const size = Math.min(Math.max(Number(query.get('PageSize') ?? 50) || 50, 1), 1000);
  const ours = inside.threads.all().filter((thread) => thread.line !== 'whatsappMeta');
  const all = ours.flatMap((thread) =>
    thread.messages
      .map((message) => ({ at: message.at, shown: resource(inside, thread, message) }))
      .filter(({ at, shown }) => fits(shown, at, query)),
  );
  const messages = all.sort((one, other) => other.at - one.at).slice(0, size);
  const uri = `/2010-04-01/Accounts/${inside.deps.twilio.accountSid}/Messages.json`;
  return json(200, {
    messages: messages.map(({ shown }) => shown),
    page: 0,
    page_size: size,
    start: 0,
    end: Math.max(messages.length - 1, 0),
    first_page_uri: uri,
    next_page_uri: null,
    previous_page_uri: null,
    uri,
  });
}

/** A file is handed over by way of a store that knows nothing of our account, as Twilio does it. */
function file(inside: Inside, method: string, mediaId: string): Answered {
  const body = Buffer.alloc(0);
  if (method === 'DELETE') return { kind: 'answer', status: 204, headers: {}, body };
  const headers = { Location: `${inside.deps.bases().twilio}/media-store/${mediaId}` };
  return { kind: 'answer', status: 307, headers, body };
}

/** The store: like the real one it refuses somebody who brings a password. An id ending in 0 is the voice note, else the photo. */
function fromStore(asked: Asked, mediaId: string): Answered {
  if (asked.authorization !== undefined) return json(400, { code: 'InvalidArgument' });
  const found = mediaId.endsWith('0') ? TINY_FILES.voice : TINY_FILES.photo;
  return { kind: 'answer', status: 200, headers: { 'Content-Type': found.contentType }, body: found.bytes };
}

/** Answers one request to Twilio's REST API. */
export function askTwilio(inside: Inside, asked: Asked): Answered {
  const { accountSid, authToken } = inside.deps.twilio;
  const [, stored] = /^\/media-store\/(ME[0-9a-f]{32})$/.exec(asked.path) ?? [];
  if (stored !== undefined) return fromStore(asked, stored);
  const [, sid, rest = ''] = /^\/2010-04-01\/Accounts\/(AC\w+)\/(.+)$/.exec(asked.path) ?? [];
  const wanted = `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`;
  const notFound = refuseTwilio(20404, 'The requested resource was not found', 404);
  if (sid === undefined) return refusal(notFound);
  if (sid !== accountSid || !same(asked.authorization ?? '', wanted))
    return refusal(refuseTwilio(20003, 'Authenticate', 401));
  if (rest === 'Messages.json') {
    if (asked.method === 'POST') return send(inside, asked.body);
    if (asked.method === 'GET') return list(inside, asked.query);
  }
  const [, mediaId] = /^Messages\/\w+\/Media\/(ME[0-9a-f]{32})(?:\.json)?$/.exec(rest) ?? [];
  if (mediaId !== undefined && /^(GET|DELETE)$/.test(asked.method)) return file(inside, asked.method, mediaId);
  return refusal(notFound);
}

/** How Twilio says no while it is busy or broken. */
export const twilioTrouble = {
  refusing: refusal(refuseTwilio(20503, 'Service unavailable', 503)),
  limiting: (retryAfter: number) =>
    json(
      429,
      { code: 20429, message: 'Too Many Requests', more_info: 'https://www.twilio.com/docs/errors/20429', status: 429 },
      {
        'Retry-After': String(retryAfter),
      },
    ),
} as const;
