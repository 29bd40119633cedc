/** Reads Twilio's status callback: what became of a message we sent (channel-contracts 3.5). Pure. */
import { z } from 'zod';
import type { StatusNews } from '../../../services/contact/carrier';
import { failureOf } from './errors';
import type { Fields } from './verify';

const callback = z.object({
  MessageSid: z.string().regex(/^\w{1,64}$/),
  MessageStatus: z.string().min(1).max(40),
  ErrorCode: z
    .string()
    .regex(/^[1-9]\d{0,9}$/)
    .optional()
    .catch(undefined),
});

/** our own reference, as we gave it */
const reference = z.string().min(1).max(128).nullable().catch(null);

/** Order is not promised, so a state is only told, never compared: whoever keeps them ranks them. */
const states: Readonly<Record<string, StatusNews['state']>> = {
  sent: 'sent',
  // some of it, on some phone: not proof that it was read whole
  partially_delivered: 'sent',
  delivered: 'delivered',
  read: 'read',
  undelivered: 'failed',
  failed: 'failed',
  canceled: 'failed',
};

export type StatusRead =
  | { readonly kind: 'news'; readonly news: StatusNews }
  /** on its way (queued, sending, accepted, scheduled), or a state that came after this was written */
  | { readonly kind: 'nothingNew' }
  /** `why` names the field and never what was in it */
  | { readonly kind: 'unreadable'; readonly why: string };

/** Reads one callback. `fields` have passed `verify`; `query` is that of the callback's address, with our `ref` in it. */
export function readStatus(fields: Fields, query: URLSearchParams): StatusRead {
  const form = callback.safeParse(fields);
  if (!form.success) return { kind: 'unreadable', why: form.error.issues[0]?.path.join('.') || 'form' };
  const { MessageSid, MessageStatus, ErrorCode } = form.data;
  const status = MessageStatus.toLowerCase();
  const state = Object.hasOwn(states, status) ? states[status] : undefined;
  if (state === undefined) return { kind: 'nothingNew' };
  return {
    kind: 'news',
    news: {
      carrier: 'twilio',
      providerId: MessageSid,
      ref: reference.parse(query.get('ref')),
      state,
      result: state === 'failed' ? resultOf(status, ErrorCode ?? null) : null,
    },
  };
}

/** Nobody of ours cancels a message, so one that was is for somebody to look at. */
function resultOf(status: string, code: string | null): StatusNews['result'] {
  return status === 'canceled' && code === null ? { kind: 'fault', code: 'canceled' } : failureOf(code, null);
}
