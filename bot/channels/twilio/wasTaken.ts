/** Whether Twilio took a message it never answered us about. It has no key of ours to ask by, so we look for the same words. */
import { z } from 'zod';

const listed = z.object({
  messages: z.array(
    z.object({
      sid: z.string().min(1).max(64),
      body: z.string().nullish(),
      status: z.string(),
      /** RFC 2822, to the second */
      date_created: z.string(),
    }),
  ),
});

export type Taken =
  /** everything with these words, newest first */
  | { readonly kind: 'taken'; readonly providerIds: readonly string[] }
  | { readonly kind: 'notTaken' }
  | { readonly kind: 'unknown' };

export const PAGE_SIZE = 50;

/** Their clock and ours may differ by this much, and theirs is cut to the second. */
const SLACK_MS = 5_000;

const dead = new Set(['failed', 'undelivered', 'canceled']);

/** White space apart, which a network may change. */
const words = (text: string): string => text.replace(/\s+/g, ' ').trim();

/**
 * Looks through the newest messages to one address (`page`, Messages.json) for those with these words made since
 * `sinceMs`. Unknown where the page does not reach back that far, where Twilio kept no words, or where `body` is null:
 * then whatever came since may be the one.
 */
export function findTaken(page: unknown, body: string | null, sinceMs: number): Taken {
  const read = listed.safeParse(page);
  if (!read.success) return { kind: 'unknown' };
  const { messages } = read.data;
  const made = messages.map((message) => ({ ...message, at: Date.parse(message.date_created) }));
  if (made.some(({ at }) => Number.isNaN(at))) return { kind: 'unknown' };
  const since = made.filter(({ at, status }) => at >= sinceMs - SLACK_MS && !dead.has(status));
  const same = since.filter((message) => body !== null && message.body && words(message.body) === words(body));
  if (same.length > 0) return { kind: 'taken', providerIds: same.map(({ sid }) => sid) };
  if (since.some((message) => body === null || !message.body)) return { kind: 'unknown' };
  const whole = messages.length < PAGE_SIZE || made.some(({ at }) => at < sinceMs - SLACK_MS);
  return whole ? { kind: 'notTaken' } : { kind: 'unknown' };
}
