/** The renderers, one for each kind of phone. */
import type { Reply } from '../../dialogs/content/words';
import type { Outgoing } from '../../services/contact/carrier';
import type { PhoneKind } from '../../services/store/collections/carriers';
import type { Renderer } from './renderer';
import { segmentsOf } from './segments';
import { renderSms } from './sms';
import { renderWhatsApp } from './whatsapp';

export type { Renderer } from './renderer';
export { segmentsOf } from './segments';
export { smsTexts } from './sms';

/** Every kind of phone has one: a new kind does not compile until it does. */
export const renderers: Readonly<Record<PhoneKind, Renderer>> = { sms: renderSms, whatsapp: renderWhatsApp };

/** The messages of one turn with what each costs: SMS parts, known before anything is sent; 0 where there are none. */
export function render(
  channel: PhoneKind,
  replies: readonly Reply[],
): readonly { readonly message: Outgoing; readonly segments: number }[] {
  return renderers[channel](replies).map((message) => ({
    message,
    segments: channel === 'sms' && message.kind === 'text' ? segmentsOf(message.text).segments : 0,
  }));
}
