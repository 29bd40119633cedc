/** Finds the words for a reply, and puts choices as numbered text where there are no buttons. */
import { textOf, toGoText } from '../dialogs/content/copy';
import type { Reply } from '../dialogs/content/words';
import type { SaidAloud } from './channels/channel';

/** The words and choices of one bubble. */
export function sayAloud(reply: Reply): SaidAloud {
  return {
    text: textOf(reply),
    choices: reply.choices,
    many: reply.many,
    toGo: toGoText(reply.toGo),
    from: reply.from,
    messageIds: reply.parts.map((one) => one.id),
  };
}

/** One plain text with numbered choices, for channels that can show nothing else. */
export function numberedText(reply: Reply): string {
  const { text, choices } = sayAloud(reply);
  const labelled = choices.map((choice, at) => (/^\d+$/.test(choice.label) ? null : `${at + 1} ${choice.label}`));
  const lines = labelled.filter((line) => line !== null);
  return [text, ...lines].join('\n');
}
