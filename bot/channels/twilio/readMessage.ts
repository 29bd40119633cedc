/** Reads Twilio's inbound webhook, SMS and WhatsApp alike (channel-contracts 3.1). Pure. */
import { z } from 'zod';
import type { MediaThere, PhoneMessage } from '../../../services/inbox/webhook';
import type { Fields } from './verify';

/** A field said once; of one said twice the first counts. */
const field = z.union([z.string(), z.array(z.string()).transform((all) => all[0] ?? '')]);
const some = field.pipe(z.string().min(1).max(300));
const mediaAddress = field.pipe(z.string().min(1).max(2_000));

/** ProfileName and WaId are left behind on purpose: a name somebody chose for a chat app is not what they go by with us. */
const inbound = z.object({
  MessageSid: field.pipe(z.string().regex(/^\w{1,64}$/)),
  From: some,
  Body: field.default(''),
  OptOutType: field.optional(),
  NumMedia: field.transform(Number).pipe(z.int().min(0)).catch(0),
  MessageType: field.optional(),
  ButtonPayload: some.optional().catch(undefined),
  ButtonText: field.optional(),
  ListId: some.optional().catch(undefined),
  ListTitle: field.optional(),
  Latitude: some.optional().catch(undefined),
});
type Form = z.infer<typeof inbound>;

export type MessageRead =
  | { readonly kind: 'read'; readonly message: PhoneMessage }
  /** from something that is neither a number nor WhatsApp: only the answer to this very webhook reaches them */
  | { readonly kind: 'elsewhere'; readonly scheme: string; readonly text: string }
  /** `why` names the field and never what was in it */
  | { readonly kind: 'unreadable'; readonly why: string };

export interface ReadOptions {
  /** the Messaging Service has Advanced Opt-Out, where only OptOutType says that Twilio acted on a word */
  readonly advancedOptOut: boolean;
}

/** Reads one message. `fields` have passed `verify`. */
export function readMessage(fields: Fields, options: ReadOptions): MessageRead {
  const form = inbound.safeParse(fields);
  if (!form.success) return { kind: 'unreadable', why: form.error.issues[0]?.path.join('.') || 'form' };
  const sender = readSender(form.data.From);
  if (sender === null) return { kind: 'unreadable', why: 'From' };
  if ('scheme' in sender) return { kind: 'elsewhere', ...sender, text: cleaned(form.data.Body) };
  const media = readMedia(fields);
  return {
    kind: 'read',
    message: {
      carrier: 'twilio',
      ...sender,
      id: form.data.MessageSid,
      sentAt: null,
      what: whatCame(form.data, sender.channel, media),
      media,
      carrierDid: didOf(form.data, sender.channel, options),
    },
  };
}

type Sender = Pick<PhoneMessage, 'channel' | 'from'> | { readonly scheme: string };

/**
 * After the prefix a WhatsApp sender is whatever WhatsApp calls them: a number, or a name where the number is kept back.
 * Behind any other prefix (`rcs:`, `sip:`, what comes next) a number is a number, and takes texts.
 */
function readSender(given: string): Sender | null {
  const [, prefix, rest = ''] = /^(?:([A-Za-z][A-Za-z0-9.+-]{0,30}):)?(.*)$/s.exec(given) ?? [];
  const from = rest.trim();
  if (from === '') return null;
  if (prefix === undefined) return { channel: 'sms', from };
  const scheme = prefix.toLowerCase();
  if (scheme === 'whatsapp') return { channel: 'whatsapp', from };
  // without a plus it may be an id of that channel's own, but where the channel is a phone's
  const phones = /^(rcs|sms|mms|tel|sip|sips)$/.test(scheme);
  const number = (phones ? /^\+?[1-9]\d{6,14}(?=$|[@;])/ : /^\+[1-9]\d{6,14}$/).exec(from)?.[0];
  return number === undefined ? { scheme } : { channel: 'sms', from: number.startsWith('+') ? number : `+${number}` };
}

/** Twilio sends at most ten files with a message. */
const MOST_MEDIA = 10;

/** Files are counted by their addresses rather than NumMedia, so that a wrong count loses nothing. */
function readMedia(fields: Fields): readonly MediaThere[] {
  const media: MediaThere[] = [];
  for (let at = 0; at < MOST_MEDIA; at += 1) {
    const url = mediaAddress.safeParse(fields[`MediaUrl${at}`]);
    if (!url.success) continue;
    const contentType = some.catch('application/octet-stream').parse(fields[`MediaContentType${at}`]);
    media.push({ at: url.data, contentType: contentType.toLowerCase() });
  }
  return media;
}

function whatCame(form: Form, channel: PhoneMessage['channel'], media: readonly MediaThere[]): PhoneMessage['what'] {
  const said = cleaned(form.Body);
  const tapped = form.ButtonPayload ?? form.ListId;
  if (tapped !== undefined) {
    const shown = [form.ButtonText, form.ListTitle, form.Body].map((one) => cleaned(one ?? ''));
    return { kind: 'choice', id: tapped, label: shown.find((one) => one !== '') ?? tapped };
  }
  // words with a file are heard as if they had come alone, and the file is kept beside them
  if (media.length > 0 || form.NumMedia > 0)
    return said === '' || kindOf(media) === 'voice'
      ? { kind: 'media', media: kindOf(media), caption: said }
      : { kind: 'text', text: said };
  if (form.Latitude !== undefined) return { kind: 'media', media: 'other', caption: said || '(location)' };
  if (/^contacts?$/i.test(form.MessageType ?? ''))
    return { kind: 'media', media: 'other', caption: said || '(contact)' };
  // WhatsApp has things to send that Twilio does not pass on: something came, and we cannot see what
  if (said === '' && channel === 'whatsapp') return { kind: 'media', media: 'other', caption: '' };
  return { kind: 'text', text: said };
}

function kindOf(media: readonly MediaThere[]): 'voice' | 'picture' | 'other' {
  if (media.some(({ contentType }) => contentType.startsWith('audio/'))) return 'voice';
  return media.some(({ contentType }) => /^(image|video)\//.test(contentType)) ? 'picture' : 'other';
}

/** Takes out what no person types: control characters (line ends and tabs stay). */
function cleaned(text: string): string {
  return text.replace(/[^\P{Cc}\n\r\t]/gu, '').trim();
}

type Did = PhoneMessage['carrierDid'];
const optOutTypes = new Map<string, Did>([
  ['STOP', 'stop'],
  ['START', 'start'],
  ['HELP', 'help'],
]);

/**
 * Words Twilio acts on and answers by itself when they are the whole SMS, in any case (channel-contracts 3.8).
 * YES is among Twilio's for some numbers and not here: from us it is an answer, and re-opens nothing by itself.
 */
const keywords = new Map<string, Did>([
  ...['STOP', 'STOPALL', 'UNSUBSCRIBE', 'CANCEL', 'END', 'QUIT', 'REVOKE', 'OPTOUT'].map((word): [string, Did] => [
    word,
    'stop',
  ]),
  ...['START', 'UNSTOP'].map((word): [string, Did] => [word, 'start']),
  ...['HELP', 'INFO'].map((word): [string, Did] => [word, 'help']),
]);

function didOf(form: Form, channel: PhoneMessage['channel'], options: ReadOptions): Did {
  const told = optOutTypes.get((form.OptOutType ?? '').trim().toUpperCase());
  if (told !== undefined) return told;
  if (channel !== 'sms' || options.advancedOptOut) return null;
  return keywords.get(form.Body.trim().toUpperCase()) ?? null;
}
