/** The webhooks both carriers send, signed as they sign them: what a phone said, and what became of what we said. */
import { createHash, createHmac } from 'node:crypto';
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks';
import type { PhoneLine, Tick } from './phoneThreads';

/** One signed POST, ready to send. The carrier was given `url`; where it is really sent is the sender's business. */
export interface Webhook {
  readonly carrier: 'twilio' | 'meta';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What a phone can send. `id` of a tap is as we gave it. */
export type Said =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'tap'; readonly id: string; readonly title: string; readonly list: boolean }
  | {
      readonly kind: 'voice' | 'photo';
      readonly mediaId: string;
      readonly contentType: string;
      readonly sha256: string;
    };

export interface TwilioAccount {
  readonly accountSid: string;
  readonly authToken: string;
  /** +447700900456 */
  readonly smsFrom: string;
  /** with or without `whatsapp:` */
  readonly whatsappFrom: string;
}

export interface MetaAccount {
  readonly phoneNumberId: string;
  readonly accessToken: string;
  readonly appSecret: string;
}

/** A POST from Twilio: form-encoded, with X-Twilio-Signature over the url and every field (channel-contracts 3.2). */
export function twilioWebhook(authToken: string, url: string, fields: Readonly<Record<string, string>>): Webhook {
  // what follows # is Twilio's own settings: neither signed nor sent
  const bare = url.split('#')[0] ?? url;
  return {
    carrier: 'twilio',
    url: bare,
    headers: {
      'Content-Type': 'application/x-www-form-urlencoded; charset=utf-8',
      'User-Agent': 'TwilioProxy/1.1',
      'X-Twilio-Signature': getExpectedTwilioSignature(authToken, bare, fields),
      'I-Twilio-Idempotency-Token': createHash('sha256')
        .update(`${bare}${JSON.stringify(fields)}`)
        .digest('hex')
        .slice(0, 36),
    },
    body: new URLSearchParams(fields).toString(),
  };
}

/** JSON as Meta writes it: everything beyond ASCII as \uXXXX in lower case, and every slash as \/ (channel-contracts 4.3). */
function writeLikeMeta(value: unknown): string {
  return JSON.stringify(value)
    .replace(/[\u007f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .replaceAll('/', '\\/');
}

/** A POST from Meta with X-Hub-Signature-256 over the bytes of the body. */
export function metaWebhook(appSecret: string, url: string, value: unknown): Webhook {
  const body = writeLikeMeta({
    object: 'whatsapp_business_account',
    entry: [{ id: '100000000000001', changes: [{ field: 'messages', value }] }],
  });
  const signature = createHmac('sha256', appSecret).update(body).digest('hex');
  return {
    carrier: 'meta',
    url,
    headers: {
      'Content-Type': 'application/json',
      'User-Agent': 'facebookexternalua',
      'X-Hub-Signature-256': `sha256=${signature}`,
    },
    body,
  };
}

export interface HeardOnTwilio {
  readonly sid: string;
  readonly line: Extract<PhoneLine, 'sms' | 'whatsappTwilio'>;
  readonly number: string;
  readonly said: Said;
  /** where files can be fetched, `{base}` of the stand-in's Twilio */
  readonly base: string;
  readonly parts: number;
}

/** The fields of Twilio's inbound webhook (channel-contracts 3.1). */
export function twilioInbound(account: TwilioAccount, heard: HeardOnTwilio): Readonly<Record<string, string>> {
  const { sid, line, number, said, base } = heard;
  const whatsapp = line === 'whatsappTwilio';
  const from = whatsapp ? `whatsapp:${number}` : number;
  const to = whatsapp ? `whatsapp:${account.whatsappFrom.replace(/^whatsapp:/, '')}` : account.smsFrom;
  const media = said.kind === 'voice' || said.kind === 'photo';
  const type = { text: 'text', tap: 'interactive', voice: 'audio', photo: 'image' }[said.kind];
  return {
    MessageSid: sid,
    SmsSid: sid,
    SmsMessageSid: sid,
    AccountSid: account.accountSid,
    ApiVersion: '2010-04-01',
    From: from,
    To: to,
    Body: said.kind === 'text' ? said.text : said.kind === 'tap' ? said.title : '',
    NumMedia: media ? '1' : '0',
    NumSegments: String(heard.parts),
    SmsStatus: 'received',
    ...(media
      ? {
          MediaUrl0: `${base}/2010-04-01/Accounts/${account.accountSid}/Messages/${sid}/Media/${said.mediaId}`,
          MediaContentType0: said.contentType,
        }
      : {}),
    ...(whatsapp
      ? { ProfileName: 'Stand-in phone', WaId: number.slice(1), MessageType: type }
      : {
          FromCountry: 'GB',
          FromCity: '',
          FromState: '',
          FromZip: '',
          ToCountry: 'GB',
          ToCity: '',
          ToState: '',
          ToZip: '',
        }),
    ...(said.kind !== 'tap'
      ? {}
      : said.list
        ? { ListId: said.id, ListTitle: said.title }
        : { ButtonPayload: said.id, ButtonText: said.title }),
  };
}

/** The fields of Twilio's status callback (channel-contracts 3.5). */
export function twilioStatus(
  account: TwilioAccount,
  message: { readonly sid: string; readonly to: string; readonly from: string },
  tick: Exclude<Tick, 'failed'> | 'failed' | 'undelivered',
  code: number | null,
): Readonly<Record<string, string>> {
  return {
    MessageSid: message.sid,
    SmsSid: message.sid,
    MessageStatus: tick,
    SmsStatus: tick,
    AccountSid: account.accountSid,
    ApiVersion: '2010-04-01',
    To: message.to,
    From: message.from,
    ...(code === null ? {} : { ErrorCode: String(code) }),
  };
}

/** What WhatsApp calls somebody beside their number since 2026: the same for one number always (channel-contracts 4.5). */
export function userIdOf(number: string): string {
  return `GB.${createHash('sha256').update(number).digest('hex').slice(0, 20)}`;
}

const metadata = (account: MetaAccount) => ({
  display_phone_number: '447700900457',
  phone_number_id: account.phoneNumberId,
});

/** The `value` of Meta's webhook for one message from a phone (channel-contracts 4.4). */
export function metaInbound(account: MetaAccount, id: string, number: string, said: Said, at: number): unknown {
  const waId = number.slice(1);
  const file = (it: Extract<Said, { mediaId: string }>) => ({
    id: it.mediaId,
    mime_type: it.contentType,
    sha256: it.sha256,
  });
  const reply = (tap: Extract<Said, { kind: 'tap' }>) =>
    tap.list
      ? { type: 'list_reply', list_reply: { id: tap.id, title: tap.title } }
      : { type: 'button_reply', button_reply: { id: tap.id, title: tap.title } };
  const content =
    said.kind === 'text'
      ? { type: 'text', text: { body: said.text } }
      : said.kind === 'tap'
        ? { type: 'interactive', interactive: reply(said) }
        : said.kind === 'voice'
          ? { type: 'audio', audio: { ...file(said), voice: true } }
          : { type: 'image', image: file(said) };
  return {
    messaging_product: 'whatsapp',
    metadata: metadata(account),
    contacts: [{ profile: { name: 'Stand-in phone' }, wa_id: waId, user_id: userIdOf(number) }],
    messages: [{ from: waId, id, timestamp: String(Math.floor(at / 1000)), ...content }],
  };
}

/** The `value` of Meta's webhook for what became of one message of ours. */
export function metaStatus(
  account: MetaAccount,
  message: { readonly id: string; readonly number: string; readonly ref: string | null },
  tick: Tick,
  failure: { readonly code: number; readonly details: string } | null,
  at: number,
): unknown {
  const errors =
    failure === null
      ? {}
      : {
          errors: [
            {
              code: failure.code,
              title: failure.details,
              message: failure.details,
              error_data: { details: failure.details },
            },
          ],
        };
  const ref = message.ref === null ? {} : { biz_opaque_callback_data: message.ref };
  return {
    messaging_product: 'whatsapp',
    metadata: metadata(account),
    statuses: [
      {
        id: message.id,
        status: tick,
        timestamp: String(Math.floor(at / 1000)),
        recipient_id: message.number.slice(1),
        ...ref,
        ...errors,
      },
    ],
  };
}
