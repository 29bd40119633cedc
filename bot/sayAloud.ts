/** Finds the words for a reply, and puts replies as plain numbered text where there are no buttons. */
import { clearingIds, riskReplyIds, textOf, toGoText } from '../dialogs/content/copy';
import type { Reply } from '../dialogs/content/words';
import type { SaidAloud } from './channels/channel';
import { smsTexts } from './render';

/** The words and choices of one bubble. */
export function sayAloud(reply: Reply): SaidAloud {
  const messageIds = reply.parts.map((one) => one.id);
  return {
    text: textOf(reply),
    choices: reply.choices,
    many: reply.many,
    toGo: toGoText(reply.toGo),
    from: reply.from,
    messageIds,
    danger: messageIds.some((id) => riskReplyIds.has(id)),
    clears: messageIds.some((id) => clearingIds.has(id)),
  };
}

/** The texts of one turn, in order, as a phone with SMS gets them. */
export function numberedTexts(replies: readonly Reply[]): readonly string[] {
  return smsTexts(replies).map(({ text }) => text);
}
