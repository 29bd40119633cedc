/** What the stand-in carriers remember: one thread a line and number, in memory only, the oldest forgotten. */
import { z } from 'zod';

/** A way to reach us as a phone sees it. */
export const phoneLine = z.enum(['sms', 'whatsappMeta', 'whatsappTwilio']);
export type PhoneLine = z.infer<typeof phoneLine>;

export const phoneReach = z.enum(['fine', 'off', 'gone']);
export type Reach = z.infer<typeof phoneReach>;

export type Tick = 'queued' | 'sent' | 'delivered' | 'read' | 'failed';

/** What can be tapped under a message. */
export interface Tap {
  readonly id: string;
  readonly title: string;
  readonly description?: string;
}

/** One message as the phone shows it. */
export interface ThreadMessage {
  /** the carrier's id: SM..., wamid... */
  readonly id: string;
  /** ms since 1970 */
  readonly at: number;
  /** `carrier`: Twilio's own answer to STOP, START or HELP */
  readonly from: 'phone' | 'business' | 'carrier';
  readonly text: string;
  /** parts an SMS is sent in; null on WhatsApp */
  readonly parts: number | null;
  readonly taps: readonly Tap[];
  /** the words on the button that opens a list; null where the taps are plain buttons */
  readonly opens: string | null;
  readonly media: 'voice' | 'photo' | null;
  readonly template: boolean;
  /** for `business` how far it got; for `phone` whether the app has seen it (`read`) */
  readonly tick: Tick;
  /** why it failed, in the carrier's numbers; null otherwise */
  readonly code: number | null;
  /** our reference as the carrier was given it; null when it was given none */
  readonly ref: string | null;
}

export interface Thread {
  readonly line: PhoneLine;
  /** +447700900123 */
  readonly number: string;
  messages: readonly ThreadMessage[];
  /** when this phone last wrote, for WhatsApp's 24 hours; null when it never did */
  heardAt: number | null;
  /** `off`: switched off, so nothing arrives; `gone`: a number nobody has */
  reach: Reach;
  /** Twilio's opt-out for this pair */
  blocked: boolean;
  /** the app is writing: until when a phone would show it, ms since 1970 */
  typingUntil: number;
}

export interface ThreadLimits {
  readonly threads: number;
  readonly messages: number;
}

export interface Threads {
  /** the thread, made when it is not there; asking makes it the newest */
  open(line: PhoneLine, number: string): Thread;
  /** the thread, or null */
  find(line: PhoneLine, number: string): Thread | null;
  add(thread: Thread, message: ThreadMessage): void;
  /** moves a message on; a state never goes back. False when nothing changed */
  mark(thread: Thread, id: string, tick: Tick, code?: number): boolean;
  /** oldest first */
  all(): readonly Thread[];
  clear(): void;
}

const RANK: Readonly<Record<Tick, number>> = { queued: 0, sent: 1, delivered: 2, read: 3, failed: 4 };

const blank = (line: PhoneLine, number: string): Thread => ({
  line,
  number,
  messages: [],
  heardAt: null,
  reach: 'fine',
  blocked: false,
  typingUntil: 0,
});

/** Threads that keep to these limits: at most so many threads, and so many messages in each. */
export function createThreads(limits: ThreadLimits = { threads: 50, messages: 200 }): Threads {
  const kept = new Map<string, Thread>();
  const keyOf = (line: PhoneLine, number: string) => `${line} ${number}`;

  return {
    open(line, number) {
      const key = keyOf(line, number);
      const thread = kept.get(key) ?? blank(line, number);
      kept.delete(key);
      kept.set(key, thread);
      for (const oldest of kept.keys()) {
        if (kept.size <= limits.threads) break;
        kept.delete(oldest);
      }
      return thread;
    },
    find: (line, number) => kept.get(keyOf(line, number)) ?? null,
    add(thread, message) {
      thread.messages = [...thread.messages, message].slice(-limits.messages);
    },
    mark(thread, id, tick, code) {
      const before = thread.messages.find((message) => message.id === id);
      if (before === undefined || RANK[before.tick] >= RANK[tick]) return false;
      thread.messages = thread.messages.map((one) => (one === before ? { ...before, tick, code: code ?? null } : one));
      return true;
    },
    all: () => [...kept.values()],
    clear: () => kept.clear(),
  };
}
