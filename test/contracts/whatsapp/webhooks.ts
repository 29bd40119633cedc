/** Webhooks shaped as Meta posts them. */
import { createHmac } from 'node:crypto';

export const PHONE_NUMBER_ID = '1001';
export const APP_SECRET = 'appsecret';

export const maya = { profile: { name: 'A' }, wa_id: '447700900123' };

/** One message of somebody whose number we are given. */
export function aMessage(type: string, content: unknown, more: object = {}) {
  return { from: '447700900123', id: 'wamid.AAA', timestamp: '1795341600', type, [type]: content, ...more };
}

export const aText = (body: string, more: object = {}) => aMessage('text', { body }, more);

export function aValue(parts: object, phoneNumberId = PHONE_NUMBER_ID) {
  return {
    messaging_product: 'whatsapp',
    metadata: { display_phone_number: '442071230000', phone_number_id: phoneNumberId },
    ...parts,
  };
}

export function anEnvelope(...values: readonly unknown[]) {
  return {
    object: 'whatsapp_business_account',
    entry: values.map((value) => ({ id: 'WABA1', changes: [{ field: 'messages', value }] })),
  };
}

/** An envelope with these messages, from people as named. */
export const withMessages = (messages: readonly unknown[], contacts: readonly unknown[] = [maya]) =>
  anEnvelope(aValue({ contacts, messages }));

export const withStatuses = (...statuses: readonly unknown[]) => anEnvelope(aValue({ statuses }));

/** As Meta writes JSON: everything outside ASCII and every slash escaped. */
export function asMetaWrites(body: unknown): string {
  return JSON.stringify(body)
    .replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .replaceAll('/', '\\/');
}

export const signatureOf = (body: string | Buffer, secret = APP_SECRET) =>
  `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
