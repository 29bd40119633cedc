/** Turns replies into Bot Framework activities: buttons where a channel has them, numbered text where it has not. */
import { type Activity, ActivityTypes } from 'botbuilder';
import { numberedLines } from '../../../dialogs/content/numbers';
import type { Reply } from '../../../dialogs/content/words';
import type { Say } from '../channel';
import { kindOf } from './readActivity';
import { showsAsButtons, showsOf } from './shows';

/**
 * One message activity a reply; on SMS one a text, as many as `texts` makes of the whole turn. Buttons only where the
 * channel shows all of them whole; `conversationType` is Teams' own.
 */
export function writeActivities(
  replies: readonly Reply[],
  channelId: string,
  say: Say,
  texts: (replies: readonly Reply[]) => readonly string[],
  conversationType?: string,
): Partial<Activity>[] {
  if (kindOf(channelId) === 'sms') return texts(replies).map((text) => ({ type: ActivityTypes.Message, text }));
  const shows = showsOf(channelId, conversationType);
  return replies.map((reply) => {
    const { text, choices, toGo, messageIds } = say(reply);
    const body: Partial<Activity> = { type: ActivityTypes.Message, text };
    const extra = { messageIds, ...(toGo ? { toGo } : {}) };
    if (choices.length === 0) return { ...body, channelData: extra };
    const labels = choices.map((choice) => choice.label);
    // a button has no room for a line about it
    if (choices.some(({ line }) => line !== undefined) || !showsAsButtons(shows, labels))
      return { ...body, text: [text, ...numberedLines(choices)].join('\n'), channelData: extra };
    const actions = choices.map((choice) => ({ type: 'imBack', title: choice.label, value: choice.label }));
    return { ...body, channelData: extra, suggestedActions: { to: [], actions } };
  });
}
