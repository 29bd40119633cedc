/** Finds the words for a reply, and puts replies as plain numbered text where there are no buttons. */
import { textOf, toGoText } from '../dialogs/content/copy';
import type { Reply } from '../dialogs/content/words';
import type { SaidAloud } from './channels/channel';
import { smsTexts } from './render';

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

/** The texts of one turn, in order, as a phone with SMS gets them. */
export function numberedTexts(replies: readonly Reply[]): readonly string[] {
  return smsTexts(replies).map(({ text }) => text);
}
