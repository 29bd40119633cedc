/** What Twilio takes and refuses, as far as we use it (channel-contracts 3.4, 3.7, 3.8): pure rules, no HTTP. */
import { SegmentedMessage } from 'sms-segments-calculator';

/** A refusal with its HTTP status, as Twilio words it: `{code, message, more_info, status}`. */
export interface TwilioRefusal {
  readonly kind: 'refused';
  readonly status: number;
  readonly code: number;
  readonly message: string;
}

export interface TwilioAsked {
  readonly kind: 'good';
  readonly line: 'sms' | 'whatsappTwilio';
  /** +447700900123, without `whatsapp:` */
  readonly number: string;
  readonly to: string;
  readonly from: string;
  readonly body: string;
  /** a ContentSid, when an approved template or stored content is sent instead of a body */
  readonly contentSid: string | null;
  readonly variables: Readonly<Record<string, string>>;
  readonly statusCallback: string | null;
}

export interface TwilioSenders {
  readonly smsFrom: string;
  readonly whatsappFrom: string;
}

/** The longest body Twilio takes, in characters. */
export const LONGEST_TWILIO_BODY = 1600;
const E164 = /^\+[1-9]\d{6,14}$/;
const CONTENT_SID = /^HX[0-9a-fA-F]{32}$/;

const refuse = (code: number, message: string, status = 400): TwilioRefusal => ({
  kind: 'refused',
  status,
  code,
  message,
});
export const refuseTwilio = refuse;

const withPrefix = (sender: string) => (sender.startsWith('whatsapp:') ? sender : `whatsapp:${sender}`);

function isHttp(address: string): boolean {
  try {
    const url = new URL(address);
    return /^https?:$/.test(url.protocol) && !url.hostname.includes('_');
  } catch {
    return false;
  }
}

/** ContentVariables as Twilio wants them: a JSON object of strings; null when it is anything else. */
function readVariables(text: string | null): Readonly<Record<string, string>> | null {
  if (text === null) return {};
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return null;
    const entries = Object.entries(parsed);
    const strings = entries.flatMap(([key, value]) => (typeof value === 'string' ? [[key, value] as const] : []));
    return strings.length === entries.length ? Object.fromEntries(strings) : null;
  } catch {
    return null;
  }
}

/** Reads the form of `POST Messages.json`; gives the message, or the refusal Twilio would give. */
export function readTwilioForm(form: URLSearchParams, senders: TwilioSenders): TwilioAsked | TwilioRefusal {
  const given = (name: string) => form.get(name) || null;
  const [to, from, body, contentSid] = [given('To'), given('From'), given('Body'), given('ContentSid')];
  if (to === null) return refuse(21604, "A 'To' phone number is required.");
  if (from === null) return refuse(21603, "A 'From' phone number is required.");
  const whatsapp = to.startsWith('whatsapp:');
  const number = to.replace(/^whatsapp:/, '');
  if (!E164.test(number)) return refuse(21211, "Invalid 'To' Phone Number.");
  if (whatsapp !== from.startsWith('whatsapp:'))
    return refuse(21910, "Invalid 'From' and 'To' pair. 'From' and 'To' should be of the same channel.");
  if (whatsapp && from !== withPrefix(senders.whatsappFrom))
    return refuse(63007, 'Twilio could not find a Channel with the specified From address.');
  if (!whatsapp && from !== senders.smsFrom)
    return refuse(21606, "The 'From' phone number provided is not a valid message-capable Twilio phone number.");
  if (body === null && contentSid === null && given('MediaUrl') === null)
    return refuse(21602, 'Message body is required.');
  if ([...(body ?? '')].length > LONGEST_TWILIO_BODY)
    return refuse(21617, 'The concatenated message body exceeds the 1600 character limit.');
  if (contentSid !== null && !CONTENT_SID.test(contentSid)) return refuse(21655, 'The ContentSid is invalid.');
  const variables = readVariables(given('ContentVariables'));
  if (variables === null) return refuse(21656, 'The ContentVariables parameter is invalid.');
  if (form.getAll('MediaUrl').length > 10) return refuse(21623, 'Number of media files exceeds allowed limit.');
  const validity = given('ValidityPeriod');
  if (validity !== null && !(/^\d{1,5}$/.test(validity) && Number(validity) >= 1 && Number(validity) <= 36_000))
    return refuse(21624, 'The ValidityPeriod is invalid.');
  const statusCallback = given('StatusCallback');
  if (statusCallback !== null && !isHttp(statusCallback)) return refuse(21609, "Invalid 'StatusCallback' URL.");
  const line = whatsapp ? 'whatsappTwilio' : 'sms';
  return { kind: 'good', line, number, to, from, body: body ?? '', contentSid, variables, statusCallback };
}

/** Parts this text goes out in as SMS, by Twilio's own counting. */
export function partsOf(text: string): number {
  return text === '' ? 1 : new SegmentedMessage(text).segmentsCount;
}

const STOP = new Set(['STOP', 'STOPALL', 'UNSUBSCRIBE', 'CANCEL', 'END', 'QUIT', 'REVOKE', 'OPTOUT']);
const START = new Set(['START', 'UNSTOP', 'YES']);
const HELP = new Set(['HELP', 'INFO']);

/** The word Twilio acts on by itself when it is the whole message to a long code; null for all else. */
export function optWord(text: string): 'STOP' | 'START' | 'HELP' | null {
  const word = text.trim().toUpperCase();
  if (STOP.has(word)) return 'STOP';
  if (START.has(word)) return 'START';
  return HELP.has(word) ? 'HELP' : null;
}

/** Twilio's own answers to those words, sent without asking us. */
export const OPT_ANSWERS = {
  STOP: 'You have successfully been unsubscribed. You will not receive any more messages from this number. Reply START to resubscribe.',
  START:
    'You have successfully been re-subscribed to messages from this number. Reply HELP for help. Reply STOP to unsubscribe. Msg&Data Rates May Apply.',
  HELP: 'Reply STOP to unsubscribe. Msg&Data Rates May Apply.',
} as const;
