/** Words for a phone where nothing can be tapped: Twilio shows buttons and lists on WhatsApp only from stored Content. */
import type { Outgoing } from '../../../services/contact/carrier';

/** The text of a message, choices as numbered lines under it ("1 Yes"). Null for a template, whose words are with Twilio. */
export function writeText(message: Outgoing): string | null {
  switch (message.kind) {
    case 'text':
      return message.text;
    case 'buttons':
      return numbered(message.text, message.buttons);
    case 'list':
      return numbered(message.text, message.rows);
    case 'template':
      return null;
  }
}

interface Line {
  readonly title: string;
  readonly description?: string | undefined;
}

/** A title that is a number already is not numbered again, as in numberedText. */
function numbered(text: string, lines: readonly Line[]): string {
  const written = lines.map(({ title, description }, at) => {
    const label = /^\d+$/.test(title) ? title : `${at + 1} ${title}`;
    return description === undefined ? label : `${label}: ${description}`;
  });
  return [text, ...written].join('\n');
}
