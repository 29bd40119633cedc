/** Turns replies into Bot Framework activities: buttons where a channel has them, numbered text where it has not. */
import { type Activity, ActivityTypes } from 'botbuilder';
import type { Reply } from '../../../dialogs/content/words';
import type { Say } from '../channel';
import { kindOf } from './readActivity';

/** One message activity a reply. */
export function writeActivities(
  replies: readonly Reply[],
  channelId: string,
  say: Say,
  numbered: (reply: Reply) => string,
): Partial<Activity>[] {
  const plain = kindOf(channelId) === 'sms';
  return replies.map((reply) => {
    const { text, choices, toGo, messageIds } = say(reply);
    const body: Partial<Activity> = { type: ActivityTypes.Message, text: plain ? numbered(reply) : text };
    if (plain) return body;
    const extra = { messageIds, ...(toGo ? { toGo } : {}) };
    if (choices.length === 0) return { ...body, channelData: extra };
    const actions = choices.map((choice) => ({ type: 'imBack', title: choice.label, value: choice.label }));
    return { ...body, channelData: extra, suggestedActions: { to: [], actions } };
  });
}
