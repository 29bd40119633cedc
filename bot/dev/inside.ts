/** What the two stand-in carriers share: how they are asked and answer, their moods, and how a message goes on its way. */
import type { MetaAccount, TwilioAccount, Webhook } from './carrierWebhooks';
import type { Thread, ThreadMessage, Threads, Tick } from './phoneThreads';

/** One request to a carrier, whatever it came by. */
export interface Asked {
  readonly method: string;
  /** after the carrier's base, as `/2010-04-01/Accounts/AC.../Messages.json` */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly authorization: string | undefined;
  readonly body: string;
}

export type Answered =
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly headers: Readonly<Record<string, string>>;
      readonly body: Buffer;
    }
  /** the connection stays open and nothing is ever said */
  | { readonly kind: 'hang' }
  /** the connection is cut before an answer */
  | { readonly kind: 'cut' };

/**
 * How the carriers are: `refusing` 503, `limiting` 429 with Retry-After, `hanging` accepts and never answers and takes
 * nothing, `takingSilently` takes the message and its answer is lost.
 */
export const MOODS = ['well', 'refusing', 'limiting', 'hanging', 'takingSilently'] as const;
export type Mood = (typeof MOODS)[number];

/** A message the carrier took: for counting. */
export interface Taken {
  readonly carrier: 'twilio' | 'meta';
  readonly id: string;
  readonly number: string;
  readonly text: string;
  readonly ref: string | null;
  readonly template: boolean;
}

export interface StandInDeps {
  readonly twilio: TwilioAccount;
  readonly meta: MetaAccount;
  /** where each carrier was told to send webhooks, whole addresses */
  readonly webhooks: { readonly twilio: string; readonly meta: string };
  /** where the app reaches each carrier, with no slash at the end: files are fetched there */
  readonly bases: () => { readonly twilio: string; readonly meta: string };
  /** sends a webhook; true when it was answered 2xx. Never throws */
  readonly post: (webhook: Webhook) => Promise<boolean>;
  readonly clock: () => number;
  /** ms between one state of a message and the next */
  readonly pace?: number;
  /** ms after which Meta tries a webhook again that was not taken, one for each try */
  readonly metaRetries?: readonly number[];
  /** most threads, and most messages in each */
  readonly limits?: { readonly threads: number; readonly messages: number };
  /** what an approved template says on the phone: its words are with the carrier */
  readonly templateWords?: string;
  /** whether a phone that never wrote is inside WhatsApp's 24 hours; `open` lets tests send first */
  readonly neverHeard?: 'open' | 'shut';
}

/** What each side is handed. */
export interface Inside {
  readonly deps: StandInDeps;
  readonly threads: Threads;
  readonly newId: (kind: 'SM' | 'wamid', number: string) => string;
  /** keeps a message of ours, tells the page and the counters */
  readonly keep: (thread: Thread, message: ThreadMessage) => void;
  /** moves a message through its states in the background, telling the app of each */
  readonly travel: (thread: Thread, id: string, steps: readonly Step[], tell: (step: Step) => Webhook | null) => void;
  readonly changed: (thread: Thread) => void;
}

export interface Step {
  readonly tick: Tick;
  readonly code: number | null;
}

export const step = (tick: Tick, code: number | null = null): Step => ({ tick, code });

/** A JSON answer. */
export function json(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Answered {
  return {
    kind: 'answer',
    status,
    headers: { 'Content-Type': 'application/json; charset=utf-8', ...headers },
    body: Buffer.from(JSON.stringify(body)),
  };
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** Whether free words may go to this phone on WhatsApp: it wrote in the last 24 hours. */
export function windowIsOpen(thread: Thread, deps: StandInDeps): boolean {
  if (thread.heardAt === null) return deps.neverHeard === 'open';
  return deps.clock() - thread.heardAt < DAY_MS;
}
