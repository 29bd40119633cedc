/** The talk so far as a hub of advisors is sent it: Bot Framework's transcript, who said what and when, and no name. */
import { type Activity, ActivityTypes, type Attachment, RoleTypes } from 'botbuilder';
import { textOf } from '../../../dialogs/content/copy';
import type { TurnRecord } from '../../../services/store/ports';

/** What is sent at most, in characters: a channel takes an activity of 256 KB. The newest is what an advisor needs. */
const LONGEST = 100_000;

/** One line of it: what a hub reads of an activity. */
type Line = Pick<Activity, 'type' | 'text' | 'timestamp' | 'from'>;

const line = (who: RoleTypes.User | RoleTypes.Bot, text: string, at: number): Line => ({
  type: ActivityTypes.Message,
  text,
  timestamp: new Date(at),
  from: { id: who, name: '', role: who },
});

/** The turns as lines, oldest first; of a long talk what came last. */
function linesOf(turns: readonly TurnRecord[]): readonly Line[] {
  const lines: Line[] = [];
  let left = LONGEST;
  for (const { said, replies, at } of turns.toReversed()) {
    const turn = [
      ...(said === null ? [] : [line(RoleTypes.User, said, at)]),
      ...replies.map((reply) => line(RoleTypes.Bot, textOf(reply), at)),
    ];
    left -= turn.reduce((sum, { text }) => sum + text.length, 0);
    if (left < 0) break;
    lines.unshift(...turn);
  }
  return lines;
}

/** As `handoff.initiate` carries it (channel-contracts 2.6). */
export const talkAttached = (turns: readonly TurnRecord[]): Attachment => ({
  contentType: 'application/json',
  name: 'Transcript',
  content: { activities: linesOf(turns) },
});
