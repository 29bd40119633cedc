/** WhatsApp's Cloud API as we use it: send, mark as read and typing, fetch and delete a file (channel-contracts 4.5 to 4.8). */
import { createHash } from 'node:crypto';
import { metaStatus, metaWebhook, userIdOf } from './carrierWebhooks';
import { type Answered, type Asked, type Inside, json, type Step, step, windowIsOpen } from './inside';
import { type MetaAsked, type MetaRefusal, readMetaMessage, refuseMeta } from './metaRules';
import type { Thread, ThreadMessage } from './phoneThreads';
import { TINY_FILES } from './tinyFiles';

/** WhatsApp stops showing that we write after 25 seconds. */
const TYPING_MS = 25_000;

function refusal({ status, code, details }: MetaRefusal, headers: Readonly<Record<string, string>> = {}): Answered {
  const error = {
    message: `(#${code}) ${details}`,
    type: 'OAuthException',
    code,
    error_data: { messaging_product: 'whatsapp', details },
    fbtrace_id: 'StandInTrace',
  };
  return json(status, { error }, headers);
}

const why: Readonly<Record<number, string>> = {
  131047:
    'Message failed to send because more than 24 hours have passed since the customer last replied to this number.',
  131026: 'Message Undeliverable.',
};

function stepsOf(inside: Inside, thread: Thread, template: boolean): readonly Step[] {
  if (!template && !windowIsOpen(thread, inside.deps)) return [step('failed', 131047)];
  if (thread.reach === 'gone') return [step('failed', 131026)];
  // a phone that is off is not a fault to WhatsApp: the message waits
  return thread.reach === 'off' ? [step('sent')] : [step('sent'), step('delivered')];
}

/** The number a message is for: as given, or whoever among the threads goes by that name. */
function numberOf(inside: Inside, asked: Extract<MetaAsked, { kind: 'good' }>): string | null {
  if (asked.to !== null) return `+${asked.to}`;
  const known = inside.threads.all().find((thread) => userIdOf(thread.number) === asked.recipient);
  return known?.number ?? null;
}

function notice(inside: Inside, asked: Extract<MetaAsked, { kind: 'noticed' }>): Answered {
  for (const thread of inside.threads.all()) {
    if (thread.line !== 'whatsappMeta') continue;
    const at = thread.messages.findIndex((message) => message.id === asked.messageId && message.from === 'phone');
    if (at === -1) continue;
    // the blue ticks go to all that was said before it too
    for (const message of thread.messages.slice(0, at + 1))
      if (message.from === 'phone') inside.threads.mark(thread, message.id, 'read');
    if (asked.typing) thread.typingUntil = inside.deps.clock() + TYPING_MS;
    inside.changed(thread);
    return json(200, { success: true });
  }
  return refusal(refuseMeta(131009, 'Message ID is invalid.'));
}

function send(inside: Inside, body: string): Answered {
  const { deps, threads } = inside;
  const asked = readMetaMessage(readJson(body));
  if (asked.kind === 'refused') return refusal(asked);
  if (asked.kind === 'noticed') return notice(inside, asked);
  const number = numberOf(inside, asked);
  if (number === null) return refusal(refuseMeta(131026, 'Recipient is not known.'));
  const thread = threads.open('whatsappMeta', number);
  const message: ThreadMessage = {
    id: inside.newId('wamid', number),
    at: deps.clock(),
    from: 'business',
    text: asked.template === null ? asked.text : (deps.templateWords ?? `(${asked.template})`),
    parts: null,
    taps: asked.taps,
    opens: asked.opens,
    media: null,
    template: asked.template !== null,
    tick: 'queued',
    code: null,
    ref: asked.ref,
  };
  thread.typingUntil = 0;
  inside.keep(thread, message);
  inside.travel(thread, message.id, stepsOf(inside, thread, message.template), ({ tick, code }) => {
    const failure = code === null ? null : { code, details: why[code] ?? '' };
    const value = metaStatus(deps.meta, { id: message.id, number, ref: asked.ref }, tick, failure, deps.clock());
    return metaWebhook(deps.meta.appSecret, deps.webhooks.meta, value);
  });
  const input = asked.to ?? asked.recipient;
  return json(200, {
    messaging_product: 'whatsapp',
    contacts: [{ input, wa_id: number.slice(1) }],
    messages: [{ id: message.id, message_status: 'accepted' }],
  });
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The two files a phone can send: an id ending in 0 is the voice note, else the photo. */
function file(inside: Inside, method: string, mediaId: string): Answered {
  if (method === 'DELETE') return json(200, { success: true });
  const found = mediaId.endsWith('0') ? TINY_FILES.voice : TINY_FILES.photo;
  return json(200, {
    messaging_product: 'whatsapp',
    url: `${inside.deps.bases().meta}/media-file/${mediaId}`,
    mime_type: found.contentType,
    sha256: createHash('sha256').update(found.bytes).digest('hex'),
    file_size: found.bytes.length,
    id: mediaId,
  });
}

/** Answers one request to the Graph API. */
export function askMeta(inside: Inside, asked: Asked): Answered {
  const { accessToken, phoneNumberId } = inside.deps.meta;
  if (asked.authorization !== `Bearer ${accessToken}`)
    return refusal(refuseMeta(190, 'Invalid OAuth access token - Cannot parse access token', 401));
  const [, bytesOf] = /^\/media-file\/(\d{10,20})$/.exec(asked.path) ?? [];
  if (bytesOf !== undefined && asked.method === 'GET') {
    const found = bytesOf.endsWith('0') ? TINY_FILES.voice : TINY_FILES.photo;
    return { kind: 'answer', status: 200, headers: { 'Content-Type': found.contentType }, body: found.bytes };
  }
  const [, id, rest = ''] = /^\/v\d+\.\d+\/(\d+)(\/messages)?$/.exec(asked.path) ?? [];
  if (id === undefined) return refusal(refuseMeta(2500, 'Unknown path components', 404));
  if (rest === '/messages') {
    if (asked.method !== 'POST') return refusal(refuseMeta(100, 'Unsupported get request'));
    if (id !== phoneNumberId)
      return refusal(refuseMeta(33, 'The business phone number does not exist, or may not be used.'));
    return send(inside, asked.body);
  }
  if (asked.method === 'GET' || asked.method === 'DELETE') return file(inside, asked.method, id);
  return refusal(refuseMeta(100, 'Unsupported request'));
}

/** How Meta says no while it is busy or broken. */
export const metaTrouble = {
  refusing: refusal(refuseMeta(131016, 'Service unavailable', 503)),
  limiting: (retryAfter: number) =>
    refusal(refuseMeta(130429, 'Rate limit hit', 429), { 'Retry-After': String(retryAfter) }),
} as const;
