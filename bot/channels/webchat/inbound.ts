/** What a browser posted, checked: one of the few things a person can do, or something to acknowledge and ignore. */
import { z } from 'zod';
import type { Inbound } from '../channel';

/** Longest text taken in one message, in characters; the page's own box stops well before. */
export const LONGEST_TEXT = 60_000;

const posted = z.object({
  type: z.string().min(1).max(60),
  text: z.string().max(LONGEST_TEXT).nullish(),
  value: z.unknown().optional(),
  attachments: z
    .array(z.object({ contentType: z.string().max(200).optional() }))
    .max(20)
    .nullish(),
  channelData: z.unknown().optional(),
});

const picked = z.object({ choice: z.string().min(1).max(300) });

const shownAs = z.object({ messageBack: z.object({ displayText: z.string().max(300) }) });

const fromBrowser = z.object({ clientActivityID: z.string().min(1).max(200) });

export type Posted =
  | { readonly kind: 'said'; readonly what: Inbound['what']; readonly clientId: string | null }
  /** typing, events and the like: acknowledged, echoed, not part of the talk */
  | { readonly kind: 'aside'; readonly type: string; readonly clientId: string | null; readonly channelData: unknown }
  | { readonly kind: 'refused' };

/** Takes out what no person types: control characters (line ends and tabs stay) and halves of characters. */
export function cleanText(text: string): string {
  return text
    .replace(/[^\P{Cc}\n\r\t]/gu, '')
    .replace(/\p{Surrogate}/gu, '')
    .trim();
}

function mediaOf(contentType: string | undefined): 'voice' | 'picture' | 'other' {
  if (contentType?.startsWith('audio/')) return 'voice';
  return contentType?.startsWith('image/') ? 'picture' : 'other';
}

/** Reads a posted activity. Everything not used (from, id, timestamp, conversation, ...) is left behind on purpose. */
export function readPosted(body: unknown): Posted {
  const read = posted.safeParse(body);
  if (!read.success) return { kind: 'refused' };
  const { type, value, attachments, channelData } = read.data;
  const browser = fromBrowser.safeParse(channelData);
  const clientId = browser.success ? browser.data.clientActivityID : null;
  if (type !== 'message') return { kind: 'aside', type, clientId, channelData };

  const text = cleanText(read.data.text ?? (typeof value === 'string' ? value.slice(0, LONGEST_TEXT) : ''));
  const choice = picked.safeParse(value);
  if (choice.success) {
    const shown = shownAs.safeParse(channelData);
    const label = text === '' && shown.success ? cleanText(shown.data.messageBack.displayText) : text.slice(0, 300);
    return { kind: 'said', what: { kind: 'choice', id: cleanText(choice.data.choice), label }, clientId };
  }
  const file = attachments?.[0];
  if (file !== undefined) {
    return { kind: 'said', what: { kind: 'media', media: mediaOf(file.contentType), caption: text }, clientId };
  }
  if (text === '') return { kind: 'refused' };
  return { kind: 'said', what: { kind: 'text', text }, clientId };
}
