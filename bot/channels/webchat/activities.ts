/** Turns of a conversation as Direct Line activities. An item's number in the conversation is its watermark. */
import type { Reply } from '../../../dialogs/content/words';
import type { TurnRecord } from '../../../services/store/ports';
import type { SaidAloud, Say } from '../channel';
import { callsOf } from './calls';

/** An activity as we send it (Direct Line 3.0; channel-contracts 1.7). */
export type Activity = Readonly<Record<string, unknown>>;

export interface ActivitySet {
  readonly activities: readonly Activity[];
  readonly watermark?: string;
}

/** For whom and in which conversation activities are written. */
export interface View {
  readonly conversationId: string;
  readonly user: string;
  readonly say: Say;
  /** sets apart the items of another conversation this one was moved to; empty when it never moved */
  readonly tag: string;
}

/** Ids given by a browser come back to it as its clientActivityID; ids made here do not. */
export const FROM_BROWSER = 'c:';

/** Shown in place of words that are kept nowhere. */
const NOT_KEPT = '(kept private)';

const bot = { id: 'bot', name: 'WIN', role: 'bot' } as const;

/** The id of item `number`: unique in the conversation, and in order. */
export function activityId(view: Pick<View, 'conversationId' | 'tag'>, number: number): string {
  return `${view.conversationId}|${view.tag}${String(number).padStart(7, '0')}`;
}

function suggested(said: SaidAloud): Readonly<Record<string, unknown>> {
  if (said.choices.length === 0) return {};
  const actions = said.choices.map((choice) => ({
    type: 'messageBack',
    title: choice.label,
    text: choice.label,
    displayText: choice.label,
    value: { choice: choice.id, ...(choice.line === undefined ? {} : { line: choice.line }) },
  }));
  return { suggestedActions: { to: [], actions } };
}

/** One bubble of ours. `number` null makes it volatile: shown, never kept, so it has no place in the order. */
function bubble(view: View, reply: Reply, common: Activity, number: number | null): Activity {
  const said = view.say(reply);
  const calls = callsOf(said);
  const channelData = {
    ...(number === null ? {} : { 'webchat:sequence-id': number }),
    messageIds: said.messageIds,
    speaker: said.from,
    ...(said.toGo === '' ? {} : { toGo: said.toGo }),
    ...(said.many ? { many: true } : {}),
    ...(said.danger ? { danger: true } : {}),
    ...(said.clears ? { clears: true } : {}),
    ...(calls.length > 0 ? { calls } : {}),
  };
  return {
    ...common,
    type: 'message',
    from: bot,
    recipient: { id: view.user, role: 'user' },
    text: said.text,
    textFormat: 'plain',
    inputHint: said.choices.length > 0 ? 'expectingInput' : 'acceptingInput',
    channelData,
    ...suggested(said),
  };
}

/** The activities of one turn whose items come after item `after`: the person's own words first, then each reply. */
export function activitiesOf(turn: TurnRecord, view: View, after: number): readonly Activity[] {
  const own = turn.items - turn.replies.length;
  const common = (number: number) => ({
    id: activityId(view, number),
    timestamp: new Date(turn.at).toISOString(),
    channelId: 'directline',
    conversation: { id: view.conversationId },
  });
  const echo: Activity = {
    ...common(turn.firstItem),
    type: 'message',
    from: { id: view.user, role: 'user' },
    recipient: bot,
    text: turn.said ?? '',
    textFormat: 'plain',
    channelData: {
      'webchat:sequence-id': turn.firstItem,
      ...(turn.inboundId.startsWith(FROM_BROWSER)
        ? { clientActivityID: turn.inboundId.slice(FROM_BROWSER.length) }
        : {}),
    },
  };
  const replies = turn.replies.map((reply, i) => {
    const number = turn.firstItem + own + i;
    const activity = bubble(view, reply, common(number), number);
    return own > 0 ? { ...activity, replyToId: activityId(view, turn.firstItem) } : activity;
  });
  const all = own > 0 ? [echo, ...replies] : replies;
  return all.slice(Math.max(0, after - turn.firstItem + 1));
}

/** Replies that were not kept (the store is down): shown on open sockets and in the answer, outside the watermark. */
export function volatileActivities(replies: readonly Reply[], view: View, at: number, id: string): readonly Activity[] {
  return replies.map((reply, i) => {
    const common = {
      id: `${view.conversationId}|v${id}-${i}`,
      timestamp: new Date(at).toISOString(),
      channelId: 'directline',
      conversation: { id: view.conversationId },
    };
    return bubble(view, reply, common, null);
  });
}

/** The echo of words that were heard but are kept nowhere (a code word), so that a client knows they arrived. */
export function echoNotKept(view: View, clientId: string, at: number): Activity {
  return {
    type: 'message',
    id: `${view.conversationId}|n${clientId}`,
    timestamp: new Date(at).toISOString(),
    channelId: 'directline',
    conversation: { id: view.conversationId },
    from: { id: view.user, role: 'user' },
    text: NOT_KEPT,
    channelData: { clientActivityID: clientId, notKept: true },
  };
}

/** "Typing": only ever sent on a socket. */
export function typing(view: Pick<View, 'conversationId'>, at: number): Activity {
  return {
    type: 'typing',
    timestamp: new Date(at).toISOString(),
    channelId: 'directline',
    conversation: { id: view.conversationId },
    from: bot,
  };
}
