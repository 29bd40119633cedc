/** What carries words to a phone: the messages a carrier can be handed, and how it answers. Carriers live in bot/channels. */
import { z } from 'zod';
import type { CarrierName, PhoneKind } from '../store/collections/carriers';

const words = z.string().min(1);

/** One message as a phone gets it: rendered for its channel, every limit of the channel kept. */
export const outgoing = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), text: words }),
  z.object({
    kind: z.literal('buttons'),
    text: words,
    buttons: z
      .array(z.object({ id: words, title: words }))
      .min(1)
      .max(3),
  }),
  z.object({
    kind: z.literal('list'),
    text: words,
    /** the words on the button that opens the list */
    open: words,
    rows: z
      .array(z.object({ id: words, title: words, description: z.string().optional() }))
      .min(1)
      .max(10),
  }),
  /** an approved message a carrier may send outside its 24-hour window; the words are with the carrier */
  z.object({ kind: z.literal('template'), name: z.literal('reply_waiting') }),
]);
export type Outgoing = z.infer<typeof outgoing>;

/** Where a message goes. */
export interface Where {
  readonly carrier: CarrierName;
  readonly channel: PhoneKind;
  /** +447700900123; what WhatsApp calls somebody whose number it keeps from us; for Azure the id of a stored reference */
  readonly to: string;
}

/** How a carrier answered. Every code of its own is turned into one of these by the channel (channel-contracts 3.7, 4.8). */
export type SendResult =
  | { readonly kind: 'sent'; readonly providerId: string }
  /** not taken, and may be taken later: busy, a limit, a fault of theirs */
  | { readonly kind: 'later'; readonly code: string; readonly afterMs?: number }
  /** no answer: it may have been taken or not */
  | { readonly kind: 'unsure'; readonly code: string }
  /** the carrier holds their opt-out: nothing may be sent until START */
  | { readonly kind: 'optedOut'; readonly code: string }
  /** WhatsApp's 24 hours are over: only a template may go */
  | { readonly kind: 'window'; readonly code: string }
  /** it will never reach this address */
  | { readonly kind: 'unreachable'; readonly code: string }
  /** our settings or our message are wrong: no retry helps, somebody has to look */
  | { readonly kind: 'fault'; readonly code: string };

/** What a status callback says became of a message. */
export interface StatusNews {
  readonly carrier: CarrierName;
  /** the carrier's own id of the message */
  readonly providerId: string;
  /** our reference, where the carrier gives it back */
  readonly ref: string | null;
  readonly state: 'sent' | 'delivered' | 'read' | 'failed';
  /** for `failed`: what its code means */
  readonly result: Exclude<SendResult, { kind: 'sent' | 'unsure' }> | null;
}

/** A message that may go: only services/contact makes one, and a carrier takes nothing else (see mustBeCleared). */
export interface Cleared {
  readonly where: Where;
  readonly message: Outgoing;
  /** given to the carrier to give back with a status; says nothing of anyone */
  readonly ref: string;
  /** seconds after which the carrier should give up rather than send it late; 60 to 36,000 */
  readonly validFor: number;
  /** a fixed reply to danger: tried even while its carrier is left alone */
  readonly urgent?: boolean;
}

/** A carrier of one or more channels. `send` never throws: every fault is a SendResult. */
export interface Carrier {
  readonly name: CarrierName;
  send(cleared: Cleared): Promise<SendResult>;
  /** shows the person that their message was seen and we are writing; where there is no such thing it is absent. Never throws */
  readonly noticed?: (messageId: string) => Promise<void>;
  /**
   * Whether a message we had no answer about was taken; 'unknown' where the carrier cannot tell. `providerIds`: whatever may
   * be it, newest first; one with the same words may be another message of ours. Never throws
   */
  wasTaken(
    cleared: Cleared,
    sinceMs: number,
  ): Promise<{ kind: 'taken'; providerIds: readonly string[] } | { kind: 'notTaken' } | { kind: 'unknown' }>;
}
