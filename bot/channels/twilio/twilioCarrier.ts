/** Sends by Twilio's REST API, SMS and WhatsApp (Twilio "Message resource", Create; channel-contracts 3.4 to 3.7). */
import { z } from 'zod';
import type { Carrier, Cleared, SendResult } from '../../../services/contact/carrier';
import { mustBeCleared } from '../../../services/contact/mustBeCleared';
import type { Answered, NoAnswer } from '../../../services/outside/ask';
import type { PhoneKind } from '../../../services/store/collections/carriers';
import { askTwilio, createTwilio, messagesOf, type TwilioApi } from './api';
import { failureOf } from './errors';
import { findTaken, PAGE_SIZE } from './wasTaken';
import { writeText } from './writeText';

export interface TwilioCarrierOptions extends TwilioApi {
  /** +441234567890, or a Messaging Service (MG...); absent: no SMS */
  readonly smsFrom?: string | undefined;
  /** with or without `whatsapp:`, or a Messaging Service; absent: no WhatsApp */
  readonly whatsappFrom?: string | undefined;
  /** our `/channels/twilio/status` as Twilio sees it; a `#rc=3&rp=5xx` at its end is kept. Absent: no statuses */
  readonly statusUrl?: string | undefined;
  /** the approved "You have a reply" (HX...) */
  readonly templateSid?: string | undefined;
}

/** Makes the carrier. Throws when `statusUrl` is no URL: a fault of settings, seen at the start. */
export function createTwilioCarrier(options: TwilioCarrierOptions): Carrier {
  if (options.statusUrl !== undefined) new URL(options.statusUrl);
  const api = { ...options, provider: options.provider ?? createTwilio() };
  return {
    name: 'twilio',
    async send(cleared) {
      mustBeCleared(cleared);
      const form = formOf(cleared, options);
      if (typeof form === 'string') return { kind: 'fault', code: form };
      return resultOf(await askTwilio(api, messagesOf(api), { form, urgent: cleared.urgent === true }));
    },
    async wasTaken(cleared, sinceMs) {
      const answer = await askTwilio(api, `${messagesOf(api)}?${pageOf(cleared, options)}`, {
        urgent: cleared.urgent === true,
      });
      if (answer.kind !== 'answered' || answer.status !== 200) return { kind: 'unknown' };
      return findTaken(answer.json, writeText(cleared.message), sinceMs);
    },
  };
}

/** The fields of a new message, or the fault of settings that stands in the way. */
function formOf(cleared: Cleared, options: TwilioCarrierOptions): URLSearchParams | 'no-sender' | 'no-template' {
  const { where, message, ref, validFor } = cleared;
  const sender = senderOf(where.channel, options);
  if (sender === null) return 'no-sender';
  const form = new URLSearchParams({ To: addressed(where.channel, where.to), [sender.name]: sender.value });
  const text = writeText(message);
  if (text !== null) form.set('Body', text);
  else if (options.templateSid === undefined) return 'no-template';
  else form.set('ContentSid', options.templateSid);
  if (options.statusUrl !== undefined) form.set('StatusCallback', withRef(options.statusUrl, ref));
  // 1 to 36,000 with Twilio; under a minute most texts would be given up before they could go
  if (where.channel === 'sms') form.set('ValidityPeriod', String(Math.min(36_000, Math.max(60, Math.round(validFor)))));
  return form;
}

function senderOf(channel: PhoneKind, options: TwilioCarrierOptions) {
  const from = channel === 'sms' ? options.smsFrom : options.whatsappFrom;
  if (from === undefined || from === '') return null;
  if (/^MG/.test(from)) return { name: 'MessagingServiceSid', value: from };
  return { name: 'From', value: addressed(channel, from) };
}

function addressed(channel: PhoneKind, address: string): string {
  return channel === 'whatsapp' && !address.startsWith('whatsapp:') ? `whatsapp:${address}` : address;
}

function withRef(statusUrl: string, ref: string): string {
  const url = new URL(statusUrl);
  url.searchParams.set('ref', ref);
  return url.href;
}

/**
 * The newest messages to this address. Twilio wants the number in the query, so this address is never logged. Its
 * DateSent filter is left out: a message taken and still queued has no date of sending, and would be sent twice.
 */
function pageOf(cleared: Cleared, options: TwilioCarrierOptions): URLSearchParams {
  const { channel, to } = cleared.where;
  const page = new URLSearchParams({ To: addressed(channel, to), PageSize: String(PAGE_SIZE) });
  const sender = senderOf(channel, options);
  // a Messaging Service picks its number, so there is none to ask by
  if (sender?.name === 'From') page.set('From', sender.value);
  return page;
}

const code = z.union([z.number().int(), z.string().regex(/^\d{1,10}$/)]).transform(String);
const refusal = z.object({ code });
const made = z.object({
  sid: z.string().regex(/^\w{1,64}$/),
  status: z.string().optional(),
  error_code: code.nullish().catch(null),
});

function resultOf(answer: Answered | NoAnswer): SendResult {
  if (answer.kind === 'noAnswer') return { kind: answer.left ? 'unsure' : 'later', code: answer.code };
  const { status, json, afterMs } = answer;
  if (status >= 200 && status < 300) {
    const read = made.safeParse(json);
    if (!read.success) return { kind: 'unsure', code: 'rubbish' };
    // a first state has no callback, so one that failed at once is only told here
    if (read.data.status === 'failed' || read.data.status === 'undelivered')
      return failureOf(read.data.error_code ?? null, null);
    return { kind: 'sent', providerId: read.data.sid };
  }
  // a gateway in front gave up waiting: Twilio itself may have taken it
  if (status === 504) return { kind: 'unsure', code: 'http-504' };
  const said = refusal.safeParse(json);
  return failureOf(said.success ? said.data.code : null, status, afterMs ?? undefined);
}
