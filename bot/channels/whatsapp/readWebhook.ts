/** Reads what Meta posts: every entry, every change, every message and status (channel-contracts 4.4). Pure. */
import { z } from 'zod';
import type { StatusNews } from '../../../services/contact/carrier';
import type { Departure, PhoneMessage } from '../../../services/inbox/webhook';
import { actOf } from './errors';
import { type Contact, contactShape, readMessage } from './readMessage';

// the lists hold anything here: each element is read by itself, so a bad one never loses its neighbours
const list = z.array(z.unknown());
const several = list.optional().catch(undefined);
const envelope = z.object({ object: z.string(), entry: list });
const entryShape = z.object({ changes: list });
const ofMessages = z.object({ field: z.literal('messages') });
const isOfMessages = (change: unknown): boolean => ofMessages.safeParse(change).success;
const changeShape = z.object({
  value: z.object({
    metadata: z.object({ phone_number_id: z.string() }),
    contacts: several,
    messages: several,
    statuses: several,
  }),
});

const statusShape = z.object({
  id: z.string().min(1).max(500),
  status: z.string(),
  biz_opaque_callback_data: z.string().max(512).optional().catch(undefined),
  errors: several,
});
const errorShape = z.object({
  code: z.union([
    z.number().int(),
    z
      .string()
      .regex(/^\d{1,9}$/)
      .transform(Number),
  ]),
});

/** A voice note that was played has been read. Other states (`deleted`, `warning`) say nothing we act on. */
const states: ReadonlyMap<string, StatusNews['state']> = new Map([
  ['sent', 'sent'],
  ['delivered', 'delivered'],
  ['read', 'read'],
  ['played', 'read'],
  ['failed', 'failed'],
]);

export interface WebhookNews {
  readonly messages: readonly PhoneMessage[];
  readonly statuses: readonly StatusNews[];
  /** numbers whose owner has another one now */
  readonly left: readonly Departure[];
  /** messages and statuses that could not be read; for a log, so that a change of Meta's is noticed */
  readonly unread: number;
}

/** Reads a whole webhook; null when it is not an envelope at all. What is for another number of ours or theirs is left out. */
export function readWebhook(body: unknown, phoneNumberId: string): WebhookNews | null {
  const whole = envelope.safeParse(body);
  if (!whole.success) return null;
  const messages: PhoneMessage[] = [];
  const statuses: StatusNews[] = [];
  const left: Departure[] = [];
  let unread = 0;
  const changes =
    whole.data.object === 'whatsapp_business_account'
      ? whole.data.entry.flatMap((one) => entryShape.safeParse(one).data?.changes ?? [])
      : [];
  for (const change of changes) {
    if (!isOfMessages(change)) continue;
    const value = changeShape.safeParse(change).data?.value;
    if (value === undefined) unread += 1;
    if (value?.metadata.phone_number_id !== phoneNumberId) continue;
    const contacts = readContacts(value.contacts ?? []);
    for (const one of value.messages ?? []) {
      const read = readMessage(one, contacts);
      if (read.kind === 'message') messages.push(read.message);
      if (read.kind === 'left') left.push(...read.gone);
      if (read.kind === 'unreadable') unread += 1;
    }
    for (const one of value.statuses ?? []) {
      const read = readStatus(one);
      if (read === null) unread += 1;
      else if (read !== 'other') statuses.push(read);
    }
  }
  return { messages, statuses, left, unread };
}

function readContacts(values: readonly unknown[]): readonly Contact[] {
  return values.map((one) => contactShape.safeParse(one).data).filter((one) => one !== undefined);
}

function readStatus(value: unknown): StatusNews | 'other' | null {
  const read = statusShape.safeParse(value);
  if (!read.success) return null;
  const state = states.get(read.data.status);
  if (state === undefined) return 'other';
  const code = errorShape.safeParse(read.data.errors?.[0]).data?.code ?? null;
  return {
    carrier: 'meta',
    providerId: read.data.id,
    ref: read.data.biz_opaque_callback_data ?? null,
    state,
    result: state === 'failed' ? actOf(code) : null,
  };
}
