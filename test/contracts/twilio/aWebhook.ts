/** Webhooks as Twilio makes them: field by field from its documentation, signed with the vendor's own library. */
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks';

export const ACCOUNT = 'AC00000000000000000000000000000000';
export const TOKEN = '12345';
export const PUBLIC_URL = 'https://bot.example.org';
export const SID = 'SM00000000000000000000000000000001';

export type Given = Readonly<Record<string, string>>;

/** An SMS as it comes, empty fields and all. */
export const sms = (more: Given = {}): Given => ({
  AccountSid: ACCOUNT,
  ApiVersion: '2010-04-01',
  Body: 'hello',
  From: '+447700900123',
  FromCountry: 'GB',
  MessageSid: SID,
  SmsMessageSid: SID,
  SmsSid: SID,
  NumMedia: '0',
  NumSegments: '1',
  SmsStatus: 'received',
  To: '+447700900456',
  ToCountry: 'GB',
  ToCity: '',
  ToZip: '',
  ...more,
});

/** A WhatsApp message as it comes. */
export const whatsapp = (more: Given = {}): Given => ({
  AccountSid: ACCOUNT,
  ApiVersion: '2010-04-01',
  Body: 'hello',
  ChannelMetadata: '{"type":"whatsapp","data":{"context":{"ProfileName":"Wee Mags","WaId":"447700900123"}}}',
  From: 'whatsapp:+447700900123',
  MessageSid: SID,
  SmsMessageSid: SID,
  SmsSid: SID,
  MessageType: 'text',
  NumMedia: '0',
  NumSegments: '1',
  ProfileName: 'Wee Mags',
  ReferralNumMedia: '0',
  SmsStatus: 'received',
  To: 'whatsapp:+447700900456',
  WaId: '447700900123',
  ...more,
});

/** A status callback as it comes. */
export const status = (messageStatus: string, more: Given = {}): Given => ({
  AccountSid: ACCOUNT,
  ApiVersion: '2010-04-01',
  From: '+447700900456',
  MessageSid: SID,
  MessageStatus: messageStatus,
  SmsSid: SID,
  SmsStatus: messageStatus,
  To: '+447700900123',
  ...more,
});

export const encode = (given: Given): string => new URLSearchParams(given).toString();

export const sign = (path: string, given: Given, token = TOKEN): string =>
  getExpectedTwilioSignature(token, PUBLIC_URL + path, { ...given });
