/** Writes a message as Meta wants it (channel-contracts 4.7). Pure; a message over a limit is refused, never cut. */
import type { Cleared, Outgoing } from '../../../services/contact/carrier';
import { isUserId, phoneOf } from './address';

/** The approved template that says there is a reply, as it is named in WhatsApp Manager. */
export interface TemplateName {
  readonly name: string;
  /** `en_GB` */
  readonly language: string;
}

export type Written =
  | { readonly kind: 'written'; readonly body: Readonly<Record<string, unknown>> }
  | { readonly kind: 'fault'; readonly code: string };

/** Meta's limits, in characters. */
const limits = {
  text: 4_096,
  buttonsText: 1_024,
  buttonTitle: 20,
  buttonId: 256,
  listText: 4_096,
  listOpen: 20,
  rowTitle: 24,
  rowDescription: 72,
  rowId: 200,
  ref: 512,
} as const;
type Limit = keyof typeof limits;

/** The body of the POST, or what is wrong with the message. `validFor` has no place in it: Meta takes no time limit here. */
export function writeMessage(cleared: Cleared, template: TemplateName | null): Written {
  const { where, message, ref } = cleared;
  if (where.carrier !== 'meta' || where.channel !== 'whatsapp') return faulty('wrong-carrier');
  const address = writeAddress(where.to);
  if (address === null) return faulty('bad-address');
  const wrong = whatIsWrong(message) ?? (isOver(ref, 'ref') ? 'too-long' : null);
  if (wrong !== null) return faulty(wrong);
  const content = writeContent(message, template);
  if (content === null) return faulty('no-template');
  const body = {
    messaging_product: 'whatsapp',
    recipient_type: 'individual',
    ...address,
    biz_opaque_callback_data: ref,
    ...content,
  };
  return { kind: 'written', body };
}

function faulty(code: string): Written {
  return { kind: 'fault', code };
}

/** A user id in `to` is taken for a number, answered with 200 and dropped; so each has its own field, and nothing else goes. */
function writeAddress(to: string): { readonly to: string } | { readonly recipient: string } | null {
  if (isUserId(to)) return { recipient: to };
  const phone = phoneOf(to);
  return phone === null ? null : { to: phone.slice(1) };
}

function writeContent(message: Outgoing, template: TemplateName | null): Readonly<Record<string, unknown>> | null {
  switch (message.kind) {
    case 'text':
      return { type: 'text', text: { body: message.text, preview_url: false } };
    case 'buttons': {
      const buttons = message.buttons.map(({ id, title }) => ({ type: 'reply', reply: { id, title } }));
      return {
        type: 'interactive',
        interactive: { type: 'button', body: { text: message.text }, action: { buttons } },
      };
    }
    case 'list': {
      // an empty description is refused, so none is sent
      const rows = message.rows.map(({ id, title, description }) => ({
        id,
        title,
        ...(description ? { description } : {}),
      }));
      return {
        type: 'interactive',
        interactive: {
          type: 'list',
          body: { text: message.text },
          action: { button: message.open, sections: [{ rows }] },
        },
      };
    }
    case 'template':
      if (template === null) return null;
      return { type: 'template', template: { name: template.name, language: { code: template.language } } };
  }
}

function whatIsWrong(message: Outgoing): string | null {
  switch (message.kind) {
    case 'text':
      return isOver(message.text, 'text') ? 'too-long' : null;
    case 'buttons':
      return (
        choicesWrong(message.buttons, 3, 'buttonTitle', 'buttonId') ??
        (isOver(message.text, 'buttonsText') ? 'too-long' : null) ??
        (isRepeated(message.buttons.map((one) => one.title)) ? 'same-title' : null)
      );
    case 'list': {
      const long = message.rows.some((row) => isOver(row.description ?? '', 'rowDescription'));
      return (
        choicesWrong(message.rows, 10, 'rowTitle', 'rowId') ??
        (long || isOver(message.text, 'listText') || isOver(message.open, 'listOpen') ? 'too-long' : null)
      );
    }
    case 'template':
      return null;
  }
}

/** Ids come back to us as they went, so they must be different, and Meta refuses spaces round them. */
function choicesWrong(
  choices: readonly { readonly id: string; readonly title: string }[],
  most: number,
  title: Limit,
  id: Limit,
): string | null {
  if (choices.length === 0) return 'no-choices';
  if (choices.length > most) return 'too-many';
  if (choices.some((one) => isOver(one.title, title) || isOver(one.id, id))) return 'too-long';
  if (choices.some((one) => one.id === '' || one.id !== one.id.trim())) return 'bad-id';
  return isRepeated(choices.map((one) => one.id)) ? 'same-id' : null;
}

function isRepeated(texts: readonly string[]): boolean {
  return new Set(texts).size < texts.length;
}

/** Counts characters as people do, an emoji being one or a few; what Meta counts longer it refuses, which is a fault as well. */
function isOver(text: string, limit: Limit): boolean {
  return text.length > limits[limit] && [...text].length > limits[limit];
}
