/** The names of what carries words to a phone, and of what can be shown there. */
import { z } from 'zod';

/** Twilio carries SMS and WhatsApp, Meta WhatsApp, Azure whatever its channels are. */
export const carrierName = z.enum(['twilio', 'meta', 'azure']);
export type CarrierName = z.infer<typeof carrierName>;
/** What can be shown there: plain numbered text on `sms`, buttons and lists on `whatsapp`. */
export const phoneKind = z.enum(['sms', 'whatsapp']);
export type PhoneKind = z.infer<typeof phoneKind>;
