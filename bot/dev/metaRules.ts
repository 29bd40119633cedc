/** What WhatsApp's Cloud API takes and refuses, as far as we use it (channel-contracts 4.7, 4.8): pure rules, no HTTP. */
import { z } from 'zod';
import type { Tap } from './phoneThreads';

/** A refusal as Graph words it; `details` goes to error_data. */
export interface MetaRefusal {
  readonly kind: 'refused';
  readonly status: number;
  readonly code: number;
  readonly details: string;
}

export type MetaAsked =
  | { readonly kind: 'noticed'; readonly messageId: string; readonly typing: boolean }
  | {
      readonly kind: 'good';
      /** digits as WhatsApp has them, or null when only `recipient` was given */
      readonly to: string | null;
      readonly recipient: string | null;
      readonly text: string;
      readonly taps: readonly Tap[];
      readonly opens: string | null;
      readonly template: string | null;
      readonly ref: string | null;
    };

const refuse = (code: number, details: string, status = 400): MetaRefusal => ({
  kind: 'refused',
  status,
  code,
  details,
});
export const refuseMeta = refuse;

/** Length as WhatsApp counts: characters, not code units. */
const size = (text: string) => [...text].length;
/** Words of 1 to `most` characters; a breach is Meta's 131009 unless another code is named. */
const within = (name: string, most: number, code = 131009) =>
  z.string(`${code} ${name} is required`).refine((text) => size(text) >= 1 && size(text) <= most, {
    error: `${code} ${name} length invalid. Min length: 1, Max length: ${most}`,
  });
const idWithin = (name: string, most: number) =>
  within(name, most).refine((id) => id === id.trim(), { error: `131009 ${name} must not begin or end with a space` });
const unique = <T>(list: readonly T[], of: (one: T) => string) => new Set(list.map(of)).size === list.length;

const text = z.object({ type: z.literal('text'), text: z.object({ body: within("text['body']", 4096, 100) }) });

const button = z.object({
  type: z.literal('reply'),
  reply: z.object({ id: idWithin('Button id', 256), title: within('Button title', 20) }),
});
const buttons = z.object({
  type: z.literal('button'),
  body: z.object({ text: within('Body text', 1024) }),
  action: z.object({
    buttons: z
      .array(button, '131009 buttons are required')
      .min(1, { error: '131009 Invalid buttons count. Min allowed buttons: 1, Max allowed buttons: 3' })
      .max(3, { error: '131009 Invalid buttons count. Min allowed buttons: 1, Max allowed buttons: 3' })
      .refine((all) => unique(all, (one) => one.reply.title), { error: '131009 Duplicated title for buttons' })
      .refine((all) => unique(all, (one) => one.reply.id), { error: '131009 Duplicated id for buttons' }),
  }),
});

const row = z.object({
  id: idWithin('Row id', 200),
  title: within('Row title', 24),
  description: within('Row description', 72).optional(),
});
const list = z.object({
  type: z.literal('list'),
  body: z.object({ text: within('Body text', 4096) }),
  action: z.object({
    button: within('List button', 20),
    sections: z
      .array(z.object({ title: within('Section title', 24).optional(), rows: z.array(row).min(1) }))
      .min(1, { error: '131009 At least one section is required' })
      .max(10, { error: '131009 Invalid sections count. Max allowed sections: 10' })
      .refine((all) => all.length === 1 || all.every((one) => one.title !== undefined), {
        error: '131009 A section title is required when there is more than one section',
      })
      .refine((all) => all.flatMap((one) => one.rows).length <= 10, {
        error: '131009 Total row count exceed max allowed count: 10',
      })
      .refine(
        (all) =>
          unique(
            all.flatMap((one) => one.rows),
            (one) => one.id,
          ),
        { error: '131009 Duplicated row id' },
      ),
  }),
});
const interactive = z.object({
  type: z.literal('interactive'),
  interactive: z.discriminatedUnion('type', [buttons, list], '131009 Unknown interactive type'),
});
const template = z.object({
  type: z.literal('template'),
  template: z.object({
    name: within('template name', 512, 100),
    language: z.object({ code: within('language code', 20, 100) }, '100 template language is required'),
    components: z.array(z.unknown()).optional(),
  }),
});

const whom = z.object({
  messaging_product: z.literal('whatsapp', '100 The parameter messaging_product is required.'),
  to: z
    .string()
    .regex(/^\+?[1-9]\d{6,14}$/, '100 The parameter to is not a phone number')
    .optional(),
  recipient: z
    .string()
    .regex(/^[A-Z]{2}\.(ENT\.)?[A-Za-z0-9]{1,128}$/, '100 Unknown recipient')
    .optional(),
  biz_opaque_callback_data: within('biz_opaque_callback_data', 512, 100).optional(),
});
const content = z.discriminatedUnion('type', [text, interactive, template], '100 Unknown message type');
const noticed = z.object({
  messaging_product: z.literal('whatsapp'),
  status: z.literal('read'),
  message_id: z.string().min(1),
  typing_indicator: z.object({ type: z.literal('text') }).optional(),
});

/** The first fault in Meta's numbers: each message above begins with its code. */
function refusalOf(error: z.ZodError): MetaRefusal {
  const first = error.issues[0]?.message ?? '';
  const [, code = '100', details = 'Invalid parameter'] = /^(\d{3,6}) (.+)$/.exec(first) ?? [];
  return refuse(Number(code), details);
}

/** What of a checked message a phone shows. */
function shown(checked: z.infer<typeof content>): { text: string; taps: Tap[]; opens: string | null } {
  if (checked.type === 'text') return { text: checked.text.body, taps: [], opens: null };
  if (checked.type === 'template') return { text: '', taps: [], opens: null };
  const said = checked.interactive;
  if (said.type === 'button')
    return { text: said.body.text, taps: said.action.buttons.map((one) => one.reply), opens: null };
  const rows = said.action.sections.flatMap((section) => section.rows);
  const taps = rows.map(({ id, title, description }) => ({
    id,
    title,
    ...(description === undefined ? {} : { description }),
  }));
  return { text: said.body.text, taps, opens: said.action.button };
}

/** Reads the JSON of `POST /:version/:phoneNumberId/messages`; gives the message, or the refusal Meta would give. */
export function readMetaMessage(json: unknown): MetaAsked | MetaRefusal {
  const notice = noticed.safeParse(json);
  if (notice.success)
    return {
      kind: 'noticed',
      messageId: notice.data.message_id,
      typing: notice.data.typing_indicator !== undefined,
    };
  const who = whom.safeParse(json);
  if (!who.success) return refusalOf(who.error);
  const { to, recipient, biz_opaque_callback_data: ref } = who.data;
  if (to === undefined && recipient === undefined) return refuse(100, 'The parameter to is required.');
  // a message without a type is a text
  const typed = typeof json === 'object' && json !== null ? { type: 'text', ...json } : json;
  const what = content.safeParse(typed);
  if (!what.success) return refusalOf(what.error);
  return {
    kind: 'good',
    to: to?.replace(/^\+/, '') ?? null,
    recipient: recipient ?? null,
    ...shown(what.data),
    template: what.data.type === 'template' ? what.data.template.name : null,
    ref: ref ?? null,
  };
}
