/** The whole talk so far, as the page shows it. */
import { z } from 'zod';
import type { Bubble, ChatView } from '../../../web/server/chatPage';
import type { Conversations } from '../channel';
import type { Activity, View } from './activities';
import { type Mark, readUnseen, writeMark } from './history';

/** Sets read at most: more talk than anybody scrolls through on a plain page. */
const MOST_SETS = 40;

const shown = z.object({
  id: z.string(),
  text: z.string(),
  from: z.object({ role: z.string() }),
  channelData: z.object({
    speaker: z.string().optional(),
    toGo: z.string().optional(),
    many: z.boolean().optional(),
    danger: z.boolean().optional(),
    clears: z.boolean().optional(),
    calls: z.array(z.object({ label: z.string(), dial: z.string() })).optional(),
  }),
  suggestedActions: z
    .object({
      actions: z.array(
        z.object({ title: z.string(), value: z.object({ choice: z.string(), line: z.string().optional() }) }),
      ),
    })
    .optional(),
});

/** The newest answer was given because somebody else may be looking. */
export function clearsScreen(activities: readonly Activity[]): boolean {
  const read = activities.map((activity) => shown.parse(activity));
  const answered = read.findLastIndex((activity) => activity.from.role === 'user');
  return read.slice(answered + 1).some(({ channelData }) => channelData.clears === true);
}

export type TalkShown = Pick<ChatView, 'bubbles' | 'choices' | 'many' | 'toGo'>;

/** Activities as bubbles, with the choices of the newest. */
export function showActivities(activities: readonly Activity[]): TalkShown {
  const read = activities.map((activity) => shown.parse(activity));
  const bubbles = read.map((activity): Bubble => {
    const ours = activity.channelData.speaker === 'advisor' ? 'advisor' : 'bot';
    return {
      id: activity.id,
      text: activity.text,
      from: activity.from.role === 'user' ? 'person' : ours,
      calls: activity.channelData.calls ?? [],
    };
  });
  // news that came after a question does not take its choices away; an answer does
  const answered = read.findLastIndex((activity) => activity.from.role === 'user');
  const since = read.slice(answered + 1);
  const question = since.findLast((activity) => activity.suggestedActions !== undefined);
  // how far there is to go is said with a question, never beside danger and never after the end
  const asked = since.some(({ channelData }) => channelData.danger === true)
    ? undefined
    : since.findLast(({ channelData }) => channelData.toGo !== undefined);
  return {
    bubbles,
    choices: (question?.suggestedActions?.actions ?? []).map(({ title, value }) => ({
      id: value.choice,
      label: title,
      line: value.line,
    })),
    many: question?.channelData.many ?? false,
    toGo: asked?.channelData.toGo ?? '',
  };
}

export type WholeTalk =
  | { readonly kind: 'found'; readonly shown: TalkShown; readonly watermark: string }
  | { readonly kind: 'none' }
  | { readonly kind: 'storeDown' };

/** Reads the conversation from where this address joined. */
export async function readWholeTalk(conversations: Conversations, who: Omit<View, 'tag'>): Promise<WholeTalk> {
  const activities: Activity[] = [];
  let mark: Mark = { item: 0, tag: '' };
  for (let set = 0; set < MOST_SETS; set += 1) {
    const unseen = await readUnseen(conversations, who, mark);
    if (unseen.kind !== 'found') return unseen;
    activities.push(...unseen.activities);
    mark = unseen.mark;
    if (!unseen.more) break;
  }
  return { kind: 'found', shown: showActivities(activities), watermark: writeMark(mark) };
}
