/** What went wrong in a conversation that was had while the app was being killed. */
import type { Seen, Talk } from './person';

export interface Verdict {
  /** answers that were acknowledged and are not in the conversation */
  readonly lost: number;
  /** answers that are in the conversation more than once */
  readonly doubled: number;
  /** questions asked twice for one answer, or again after they were answered */
  readonly askedTwice: number;
  /** activities read along the way that are missing, doubled or different when all is read again */
  readonly untrue: number;
  readonly stuck: number;
}

export const nothingWrong: Verdict = { lost: 0, doubled: 0, askedTwice: 0, untrue: 0, stuck: 0 };

export function addUp(one: Verdict, other: Verdict): Verdict {
  return {
    lost: one.lost + other.lost,
    doubled: one.doubled + other.doubled,
    askedTwice: one.askedTwice + other.askedTwice,
    untrue: one.untrue + other.untrue,
    stuck: one.stuck + other.stuck,
  };
}

const isMine = (activity: Seen) => activity.from.role === 'user';

/** How often each text that asks something was said; a text with choices is a question. */
function questionsAskedAgain(transcript: readonly Seen[]): number {
  let again = 0;
  let before = '';
  for (const activity of transcript) {
    if (isMine(activity) || activity.suggestedActions === undefined) continue;
    if (activity.text === before) again += 1;
    before = activity.text;
  }
  return again;
}

export function judge(talk: Talk): Verdict {
  const echoes = (clientId: string) => talk.again.filter((one) => one.channelData.clientActivityID === clientId).length;
  const counts = talk.acknowledged.map((one) => echoes(one.clientId));
  const wrongIds = talk.acknowledged.filter((one) => !talk.again.some((each) => each.id === one.id)).length;
  const lost = Math.max(counts.filter((count) => count === 0).length, wrongIds);
  // who got no further has not read all there is, and may not have got as far as a question
  if (talk.stuck) return { ...nothingWrong, lost, stuck: 1 };
  const along = talk.seen.map((one) => `${one.id} ${one.text}`);
  const whole = talk.again.map((one) => `${one.id} ${one.text}`);
  const untrue = whole.filter((line, index) => along[index] !== line).length + Math.abs(whole.length - along.length);
  return {
    lost,
    doubled: counts.filter((count) => count > 1).length,
    askedTwice: questionsAskedAgain(talk.again),
    untrue,
    stuck: 0,
  };
}
