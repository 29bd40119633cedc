/** What a way to reach a partner is. One file for each; index.ts lists them, and a contract test walks the list. */
import type { z } from 'zod';
import type { ProviderSettings } from '../../outside/provider';
import type { Letter, Sent } from '../letter';

export interface Delivery {
  /** Never throws: what went wrong is in the answer, with no names or addresses in it. */
  send(letter: Letter): Promise<Sent>;
}

export interface MethodSettings {
  /** who letters are from, as MAIL_FROM */
  readonly from: string;
  /** ms a mail server has to pick up and say hello; 10 seconds when absent */
  readonly timeout?: number;
  /** ms it may be silent after that; 5 minutes when absent, for a server that has a letter may take its time to say so (RFC 5321 4.5.3.2) */
  readonly patience?: number;
  /** waits between tries, in ms; 1 and 5 seconds when absent, so three tries */
  readonly waits?: readonly number[];
  /** told when the mail server is left alone, and when it is well again */
  readonly told?: ProviderSettings['told'];
}

export interface DeliveryMethod<Mode = unknown> {
  readonly kind: string;
  /** what it is set up with */
  readonly mode: z.ZodType<Mode>;
  /** the way, when `mode` is one of this method; null for any other, and for settings it does not take */
  readonly opens: (mode: unknown, settings: MethodSettings) => Delivery | null;
}

/** Makes a method out of its parts. */
export function defineMethod<Mode extends { readonly kind: string }>(parts: {
  readonly kind: Mode['kind'];
  readonly mode: z.ZodType<Mode>;
  readonly open: (mode: Mode, settings: MethodSettings) => Delivery;
}): DeliveryMethod<Mode> {
  return {
    kind: parts.kind,
    mode: parts.mode,
    opens(mode, settings) {
      const read = parts.mode.safeParse(mode);
      return read.success ? parts.open(read.data, settings) : null;
    },
  };
}
