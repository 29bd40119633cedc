/** Sends letters to partners, by the way that is set up. */
import { type DeliveryMode, methods } from './methods';
import type { Delivery, MethodSettings } from './methods/method';

export interface DeliverySettings extends MethodSettings {
  readonly mode: DeliveryMode;
}

/** The way letters leave. Throws where no method takes these settings: a fault of the start, seen before the first letter. */
export function createDelivery({ mode, ...settings }: DeliverySettings): Delivery {
  for (const method of methods) {
    const delivery = method.opens(mode, settings);
    if (delivery !== null) return delivery;
  }
  throw new Error(`There is no way to deliver by ${mode.kind}`);
}
