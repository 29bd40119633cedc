/** What a phone channel hands over from a webhook, checked and cleaned, nothing more. */
import type { StatusNews } from '../contact/carrier';
import type { CarrierName, PhoneKind } from '../store/collections/carriers';

/** A file that came with a message, not yet fetched. */
export interface MediaThere {
  /** the carrier's own address or id of it */
  readonly at: string;
  /** as the carrier names it, `audio/ogg` */
  readonly contentType: string;
}

/** One message from a phone. */
export interface PhoneMessage {
  readonly carrier: CarrierName;
  readonly channel: PhoneKind;
  /** the carrier's id of the message; the same id never makes a second turn. It may hold a number, so it is hashed before it is kept */
  readonly id: string;
  /** +447700900123, or what WhatsApp calls somebody whose number it keeps from us */
  readonly from: string;
  /** the end of the second it was sent in, ms since 1970; null where the carrier does not say */
  readonly sentAt: number | null;
  readonly what:
    | { readonly kind: 'text'; readonly text: string }
    /** a tap on a button or list we sent; `id` as we gave it */
    | { readonly kind: 'choice'; readonly id: string; readonly label: string }
    | { readonly kind: 'media'; readonly media: 'voice' | 'picture' | 'other'; readonly caption: string };
  readonly media: readonly MediaThere[];
  /** the carrier's id of the message of ours this reacts to, with a thumb */
  readonly reactsTo?: string;
  /** another name of the same person, given beside this one */
  readonly alias?: string;
  /** the carrier has acted on this word itself, and answered it */
  readonly carrierDid: 'stop' | 'start' | 'help' | null;
}

/** What a phone channel needs of the service. Both answer only once what came is safe on disk. */
/** Somebody has another number now. `at`: when they left this one, ms since 1970; null where the carrier did not say. */
export interface Departure {
  readonly address: string;
  readonly at: number | null;
}

export interface Desk {
  /** 'storeDown': nothing was kept, and the crisis text is on its way where it could be sent; ask the carrier to try again */
  take(messages: readonly PhoneMessage[]): Promise<'kept' | 'storeDown'>;
  status(news: readonly StatusNews[]): Promise<'kept' | 'storeDown'>;
  /** somebody left this number: nothing goes there until a person writes from it */
  left?(carrier: CarrierName, gone: readonly Departure[]): Promise<'kept' | 'storeDown'>;
}
