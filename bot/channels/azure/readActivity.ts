/** Turns a Bot Framework activity into an Inbound and nothing else. */
import { createHash, randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { ChannelKind } from '../../../dialogs/types';
import type { Inbound } from '../channel';
import { addressOf } from './references';

/** The parts of an activity we look at (channel-contracts 2.2); the rest is let be. */
export const activityShape = z.looseObject({
  type: z.string().min(1).max(100),
  id: z.string().max(500).optional(),
  channelId: z.string().min(1).max(100),
  conversation: z.looseObject({ id: z.string().min(1).max(500) }),
  from: z.looseObject({ id: z.string().max(500) }).optional(),
  recipient: z.looseObject({ id: z.string().max(500) }).optional(),
  serviceUrl: z.string().max(2_000).optional(),
  text: z.string().nullish(),
  value: z.unknown().optional(),
  attachments: z
    .array(z.looseObject({ contentType: z.string().max(200) }))
    .max(50)
    .nullish(),
  membersAdded: z
    .array(z.looseObject({ id: z.string().max(500) }))
    .max(1_000)
    .nullish(),
  deliveryMode: z.string().max(50).optional(),
});

export type KnownActivity = z.infer<typeof activityShape>;

/** Activities the route has checked already; Bot Framework hands the same object on. */
const checked = new WeakSet<object>();

/** Remembers that this object is a good activity. */
export function rememberChecked(activity: KnownActivity): KnownActivity {
  checked.add(activity);
  return activity;
}

function isChecked(value: unknown): value is KnownActivity {
  return typeof value === 'object' && value !== null && checked.has(value);
}

/** The activity, checked once; null when it is not one we can read. */
export function knownActivity(value: unknown): KnownActivity | null {
  if (isChecked(value)) return value;
  const parsed = activityShape.safeParse(value);
  return parsed.success ? parsed.data : null;
}

const kinds: ReadonlyMap<string, ChannelKind> = new Map([
  ['sms', 'sms'],
  ['twilio-sms', 'sms'],
  ['whatsapp', 'whatsapp'],
]);

/** Which of our channels it is to the conversation; what it can show is in shows.ts. */
export function kindOf(channelId: string): ChannelKind {
  return kinds.get(channelId) ?? 'web';
}

/** Mentions as Teams and Slack write them; `<at>WIN</at> stop` is a stop. */
const withoutMentions = (text: string): string =>
  text
    .replace(/<at\b[^>]*>[\s\S]*?<\/at>/gi, ' ')
    .replace(/\s+/g, ' ')
    .trim();

const crowds: ReadonlySet<unknown> = new Set(['channel', 'groupChat', 'team']);

/** More than one person would read what we say. */
export function isCrowd({ conversation }: KnownActivity): boolean {
  return conversation['isGroup'] === true || crowds.has(conversation['conversationType']);
}

/** What was said, with no mention of us in it. */
export const saidIn = ({ text }: KnownActivity): string =>
  /<at\b/i.test(text ?? '') ? withoutMentions(text ?? '') : (text ?? '');

const tap = z.looseObject({ choice: z.string().max(300), label: z.string().max(300).optional() });

/** Kinds that no person writes, or that carry nothing new. */
const silent: ReadonlySet<string> = new Set([
  'event',
  'invoke',
  'typing',
  'trace',
  'command',
  'commandResult',
  'handoff',
  'messageDelete',
  'messageReaction',
  'installationUpdate',
  'endOfConversation',
  'delay',
]);

/** The Inbound of a message or a joining; null for activities that say nothing to us. */
export function readActivity(activity: KnownActivity): Inbound | null {
  const address = addressOf(activity.channelId, activity.conversation.id);
  const channel = kindOf(activity.channelId);
  const id = activity.id || randomUUID();
  if (activity.type === 'conversationUpdate') {
    const joined = (activity.membersAdded ?? []).some((member) => member.id !== activity.recipient?.id);
    return joined ? { id: 'hello', address, channel, what: { kind: 'hello' } } : null;
  }
  if (activity.type !== 'message') {
    // an edit, or a kind that is new: its words are looked through for danger, and they are told what we can read
    const words = silent.has(activity.type) ? '' : saidIn(activity);
    if (words === '') return null;
    const edit = `${id}|${activity.type}|${createHash('sha256').update(words).digest('hex').slice(0, 16)}`;
    return { id: edit, address, channel, what: { kind: 'media', media: 'other', caption: words } };
  }
  const tapped = tap.safeParse(activity.value);
  if (tapped.success)
    return {
      id,
      address,
      channel,
      what: { kind: 'choice', id: tapped.data.choice, label: tapped.data.label ?? activity.text ?? '' },
    };
  const text = saidIn(activity);
  const attached = (activity.attachments ?? []).find((one) => !one.contentType.startsWith('text/html'));
  // words with a file are heard as if they had come alone; a voice note is still to be listened to
  if (attached && (text.trim() === '' || attached.contentType.startsWith('audio/'))) {
    const media = attached.contentType.startsWith('audio/')
      ? 'voice'
      : /^(image|video)\//.test(attached.contentType)
        ? 'picture'
        : 'other';
    return { id, address, channel, what: { kind: 'media', media, caption: text } };
  }
  return { id, address, channel, what: { kind: 'text', text } };
}
