/** Reads one message of a webhook (channel-contracts 4.4). Pure; what Meta adds later is let be. */
import { z } from 'zod';
import type { Departure, MediaThere, PhoneMessage } from '../../../services/inbox/webhook';
import { isUserId, phoneOf } from './address';

/** Text where there is some; something odd counts as nothing there. */
const lenient = z.string().max(500).optional().catch(undefined);

/** Somebody named beside the messages. The profile name is left behind: it is what they call themselves to everyone. */
export const contactShape = z.object({ wa_id: lenient, user_id: lenient });
export type Contact = z.infer<typeof contactShape>;

const base = z.object({
  id: z.string().min(1).max(500),
  type: z.string().min(1).max(100),
  from: lenient,
  from_user_id: lenient,
  timestamp: z
    .union([z.string().max(20), z.number()])
    .optional()
    .catch(undefined),
});

const words = z.string();
const title = words.optional().catch(undefined);
const ours = words.min(1).max(300);
const textMessage = z.object({ text: z.object({ body: words }) });
const buttonMessage = z.object({ button: z.object({ payload: ours.optional(), text: words.min(1).max(300) }) });
const picked = z.object({ id: ours, title });
const interactiveMessage = z.object({
  interactive: z.union([z.object({ button_reply: picked }), z.object({ list_reply: picked })]),
});
const reactionMessage = z.object({ reaction: z.object({ emoji: title, message_id: ours }) });
const file = z.object({ id: z.string().min(1).max(500), mime_type: lenient, caption: title });

/** How each kind of file is talked about. A sticker and a video are things to look at. */
const fileKinds: ReadonlyMap<string, 'voice' | 'picture' | 'other'> = new Map([
  ['audio', 'voice'],
  ['image', 'picture'],
  ['sticker', 'picture'],
  ['video', 'picture'],
  ['document', 'other'],
]);

/** Things with no words of their own. */
const wordless: ReadonlySet<string> = new Set(['location', 'contacts', 'order']);
/** Notices about a chat that no person wrote: there is nobody to answer. */
const notices: ReadonlySet<string> = new Set(['system', 'request_welcome', 'group_update']);
const changedNumber = z.object({
  from: lenient,
  system: z.object({ type: z.literal('user_changed_number'), customer: lenient }),
});
/** Where words are found in kinds of message we do not know. */
const wordFields: ReadonlySet<string> = new Set(['body', 'text', 'caption', 'title', 'name', 'description']);
const MOST_FOUND = 20_000;

export type Read =
  | { readonly kind: 'message'; readonly message: PhoneMessage }
  /** not something a person said to us: a reaction taken back, a notice of the system, a kind that is new */
  | { readonly kind: 'notATurn' }
  /** whoever had this number has another one now */
  | { readonly kind: 'left'; readonly gone: readonly Departure[] }
  | { readonly kind: 'unreadable' };

/** Reads one element of `messages`. */
export function readMessage(value: unknown, contacts: readonly Contact[]): Read {
  const read = base.safeParse(value);
  if (!read.success) return { kind: 'unreadable' };
  const moved = changedNumber.safeParse(value).data;
  if (read.data.type === 'system' && moved)
    return {
      kind: 'left',
      gone: [phoneOf(moved.from), phoneOf(moved.system.customer)]
        .filter((one) => one !== null)
        .map((address) => ({ address, at: endOfSecond(read.data.timestamp) })),
    };
  const said = readWhat(read.data.type, value);
  if (said === 'notATurn') return { kind: 'notATurn' };
  const from = whoSent(read.data, contacts);
  if (said === 'unreadable' || from === null) return { kind: 'unreadable' };
  const message = {
    carrier: 'meta',
    channel: 'whatsapp',
    id: read.data.id,
    from,
    sentAt: endOfSecond(read.data.timestamp),
    what: said.what,
    media: said.media ?? [],
    carrierDid: null,
    ...(said.reactsTo === undefined ? {} : { reactsTo: said.reactsTo }),
    ...aliasOf(read.data, contacts, from),
  } as const;
  return { kind: 'message', message };
}

/**
 * Who sent it: their phone number whenever Meta gives one, their user id only when no number comes.
 * The user id alone would seem the better key, but Meta adds it for people we have known by their number, and takes
 * the number away only later: with the number first, one person stays one person when the id appears.
 */
function whoSent(message: z.infer<typeof base>, contacts: readonly Contact[]): string | null {
  const { from, from_user_id: userId } = message;
  const named =
    contacts.find((one) => from !== undefined && (one.wa_id === from || one.user_id === from)) ??
    contacts.find((one) => userId !== undefined && one.user_id === userId);
  // a message that names nobody is the only contact's; with two contacts there is no telling
  const alone = from === undefined && userId === undefined && contacts.length === 1 ? contacts[0] : undefined;
  const contact = named ?? alone;
  return phoneOf(from) ?? phoneOf(contact?.wa_id) ?? [userId, from, contact?.user_id].find(isUserId) ?? null;
}

/** The user id that came beside the number: the same person, should the number be kept back one day. */
function aliasOf(message: z.infer<typeof base>, contacts: readonly Contact[], from: string): { alias?: string } {
  if (isUserId(from)) return {};
  const named = contacts.find((one) => phoneOf(one.wa_id) === from);
  const alias = [message.from_user_id, named?.user_id].find(isUserId);
  return alias === undefined ? {} : { alias };
}

interface Said {
  readonly what: PhoneMessage['what'];
  readonly media?: readonly MediaThere[];
  readonly reactsTo?: string;
}

function readWhat(type: string, value: unknown): Said | 'notATurn' | 'unreadable' {
  const media = fileKinds.get(type);
  if (media !== undefined) return readFile(type, media, value);
  if (type === 'text') {
    const read = textMessage.safeParse(value);
    return read.success ? { what: { kind: 'text', text: clean(read.data.text.body) } } : 'unreadable';
  }
  if (type === 'button') {
    const read = buttonMessage.safeParse(value);
    if (!read.success) return 'unreadable';
    const { payload, text } = read.data.button;
    return { what: { kind: 'choice', id: clean(payload ?? text), label: clean(text) } };
  }
  if (type === 'interactive') return readInteractive(value);
  if (type === 'reaction') return readReaction(value);
  if (notices.has(type)) return 'notATurn';
  // an edit, a poll, something that vanishes, a kind that is new: told kindly what we can read, and its words are looked through for danger
  const caption = wordless.has(type) ? '' : clean(wordsIn(value)).slice(0, MOST_FOUND);
  return { what: { kind: 'media', media: 'other', caption } };
}

/** Every word in a message of a kind we do not know, a line each. */
function wordsIn(value: unknown, depth = 0): string {
  if (depth > 6 || typeof value !== 'object' || value === null) return '';
  const found = Object.entries(value).map(([name, one]) =>
    typeof one === 'string' ? (wordFields.has(name) ? one : '') : wordsIn(one, depth + 1),
  );
  return found.filter((one) => one !== '').join('\n');
}

/** Words with a file are words: they are heard as if they had come alone, and the file is kept beside them. */
const captioned = (media: 'voice' | 'picture' | 'other', caption: string): PhoneMessage['what'] =>
  caption === '' || media === 'voice' ? { kind: 'media', media, caption } : { kind: 'text', text: caption };

/** A file whose id cannot be read is still a file that came: they are answered, and there is nothing to fetch. */
function readFile(type: string, media: 'voice' | 'picture' | 'other', value: unknown): Said {
  const read = z.object({ [type]: file }).safeParse(value);
  const found = read.success ? read.data[type] : undefined;
  const caption = clean(found?.caption ?? '');
  if (found === undefined) return { what: captioned(media, caption) };
  const there = { at: found.id, contentType: found.mime_type ?? 'application/octet-stream' };
  return { what: captioned(media, caption), media: [there] };
}

function readInteractive(value: unknown): Said | 'unreadable' {
  const read = interactiveMessage.safeParse(value);
  // a form of Meta's ("flow"), or a kind that is new: we send none, so all we can do is say what we can read
  if (!read.success)
    return z.object({ interactive: z.object({ type: words }) }).safeParse(value).success
      ? { what: { kind: 'media', media: 'other', caption: '' } }
      : 'unreadable';
  const { interactive } = read.data;
  const pick = 'button_reply' in interactive ? interactive.button_reply : interactive.list_reply;
  return { what: { kind: 'choice', id: clean(pick.id), label: clean(pick.title ?? '') } };
}

/** A thumb may be an answer to the message under it; a heart, or a reaction taken back, is not a turn. */
function readReaction(value: unknown): Said | 'notATurn' {
  const read = reactionMessage.safeParse(value);
  const emoji = read.success ? (read.data.reaction.emoji ?? '') : '';
  const plain = emoji.replace(/[\u{1f3fb}-\u{1f3ff}\u{fe0f}]/gu, '');
  const reactsTo = read.success ? read.data.reaction.message_id : '';
  return plain === '👍' || plain === '👎' ? { what: { kind: 'text', text: plain }, reactsTo } : 'notATurn';
}

/** Seconds since 1970, as text, to the last millisecond of that second; null when Meta does not say. */
function endOfSecond(timestamp: string | number | undefined): number | null {
  const seconds = /^\d{1,11}$/.test(String(timestamp)) ? Number(timestamp) : 0;
  return seconds > 0 ? seconds * 1_000 + 999 : null;
}

/** Takes out what no person types: control characters (line ends and tabs stay) and halves of characters. */
function clean(text: string): string {
  return text
    .replace(/[^\P{Cc}\n\r\t]/gu, '')
    .replace(/\p{Surrogate}/gu, '')
    .trim();
}
